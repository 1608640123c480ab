import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { WhistleFigures } from '#contract/whistle-figures.ts'
import type { Language } from '#contract/words/language.ts'
import { ratedLabels } from '#contract/words/whistle.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { ratedThings } from '#domain/whistle/whistle.ts'
import { useNow } from '#web/lib/use-now.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { useWhistleFigures } from './queries.ts'
import './whistle.css'
import { whistleWords as words } from './words.ts'

type Share = { n: number; of: number }

/** `2026年11月`, `November 2026`. */
const monthWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`))

/** The indicators of a month for whoever blew and whoever was called: shares with what they are shares of, in the order of the tree. */
export function FiguresPage() {
  const { language, say } = useWords()
  const today = dayOf(useNow())
  const { month = today.slice(0, 7) } = useSearch({ from: '/staff/whistles/figures' })
  const navigate = useNavigate()
  const figures = useWhistleFigures(month)
  const title = say(words.figuresTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = figures
  return (
    <div className="page whistles whistle-figures">
      <p>
        <Link className="link" to="/whistles" search={{}}>
          {say(words.back)}
        </Link>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{say(words.figuresLead, { month: monthWords(month, language) })}</p>
      <label className="whistle-month">
        <span className="quiet">{say(words.month)}</span>
        <input
          type="month"
          className="input"
          value={month}
          onChange={(event) => {
            if (event.target.value)
              void navigate({ to: '/whistles/figures', search: { month: event.target.value }, replace: true })
          }}
        />
      </label>
      {figures.isPending && <Skeleton rows={8} />}
      {figures.error && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {data && data.units.length === 0 && <Empty title={say(words.nothing)}>{say(words.nothingText)}</Empty>}
      {data && data.blowers.length > 0 && <Blowers rows={data.blowers} />}
      {data && data.units.length > 0 && <Units rows={data.units} />}
    </div>
  )
}

function Table({
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

function Shares({ shares }: { shares: readonly Share[] }) {
  const { say } = useWords()
  return shares.map(({ n, of }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
    <td key={i} className="number">
      {of === 0 ? <span className="quiet">{say(words.noCases)}</span> : say(words.share, { n, of })}
    </td>
  ))
}

const blowerHeads = [
  ...[words.unit, words.blownN, words.linesN, words.accurateShare, words.releasedShare],
  ...[words.confirmedShare, words.misusedShare, words.calledOffShare],
]

function Blowers({ rows }: { rows: WhistleFigures['blowers'] }) {
  return (
    <Table title={words.blowerSide} heads={blowerHeads}>
      {rows.map((row) => (
        <tr key={row.unitId}>
          <th scope="row">{row.unitName}</th>
          <td className="number">{row.blown}</td>
          <td className="number">{row.lines}</td>
          <Shares shares={[row.accurate, row.released, row.confirmed, row.misused, row.calledOff]} />
        </tr>
      ))}
    </Table>
  )
}

const unitHeads = [
  ...[words.unit, words.calledN, words.signShare, words.contactShare, words.arriveShare],
  ...[words.finishShare, words.finishedShare, words.overruledShare, words.ratingShare],
]

function Units({ rows }: { rows: WhistleFigures['units'] }) {
  return (
    <Table title={words.unitSide} heads={unitHeads}>
      {rows.map((row) => (
        <tr key={row.unitId}>
          <th scope="row">{row.unitName}</th>
          <td className="number">{row.called}</td>
          <Shares shares={[row.sign, row.contact, row.arrive, row.finish, row.finished, row.overruled]} />
          <Ratings row={row} />
        </tr>
      ))}
    </Table>
  )
}

function Ratings({ row }: { row: WhistleFigures['units'][number] }) {
  const { say } = useWords()
  if (row.rated.n === 0)
    return (
      <td>
        <span className="quiet">{say(words.noCases)}</span>
      </td>
    )
  return (
    <td className="whistle-ratings">
      <ul>
        {ratedThings.map((thing) => (
          <li key={thing}>
            <b>{say(ratedLabels[thing])}</b> {say(words.marksOf, row.ratings[thing])}
          </li>
        ))}
      </ul>
      <small className="quiet">{say(words.share, row.rated)}</small>
    </td>
  )
}
