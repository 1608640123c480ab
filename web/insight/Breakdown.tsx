import { Link, type LinkProps } from '@tanstack/react-router'
import { useId } from 'react'
import { useWords } from '#web/lib/words.ts'
import { insightWords as words } from './words.ts'

export type Line = { key: string; name: string; count: number; told?: string; link: LinkProps }

/** Counts side by side, in a fixed order and never by size: bars from zero, each line opening its list. */
export function Breakdown({
  title,
  note,
  whole,
  lines,
}: {
  title: string
  note: string
  /** What the bars are of, so that a full one is all of it. */
  whole: number
  lines: readonly Line[]
}) {
  const { say } = useWords()
  const id = useId()
  return (
    <section className="panel breakdown" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="quiet">{note}</span>
      </header>
      {whole === 0 ? (
        <p className="breakdown-none">{say(words.none)}</p>
      ) : (
        <ul className="breakdown-lines">
          {lines.map(({ key, name, count, told, link }) => (
            <li key={key}>
              <Link {...link}>
                <span>{name}</span>
                <b className="number">{told ?? count}</b>
                <span className="bar" aria-hidden="true">
                  <i style={{ width: `${(count / whole) * 100}%` }} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
