import type { ReactNode } from 'react'
import type { Language } from '#contract/words/language.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import './whistle.css'
import { whistleWords as words } from './words.ts'

type Share = { n: number; of: number }

/** `2026年11月`, `November 2026`. */
export const monthWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`))

/** A table of figures under its title; it scrolls in itself. */
export function Table({
  title,
  heads,
  children,
}: {
  title: Sentence
  heads: readonly Sentence[]
  children: ReactNode
}) {
  const { say } = useWords()
  return (
    <section aria-label={say(title)}>
      <h2 className="whistle-heading">{say(title)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is reached by keyboard */}
      <div className="panel whistle-table" role="region" aria-label={say(title)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  )
}

/** Shares as cells, each with what it is a share of; where there was no case it says so. */
export function Shares({ shares }: { shares: readonly Share[] }) {
  const { say } = useWords()
  return shares.map(({ n, of }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
    <td key={i} className="number">
      {of === 0 ? <span className="quiet">{say(words.noCases)}</span> : say(words.share, { n, of })}
    </td>
  ))
}
