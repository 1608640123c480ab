import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { WhistleFigures } from '#contract/whistle-figures.ts'
import { ratedLabels } from '#contract/words/whistle.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { ratedThings } from '#domain/whistle/whistle.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { monthWords, Shares, Table } from './FigureTable.tsx'
import { useWhistleFigures } from './queries.ts'
import './whistle.css'
import { whistleWords as words } from './words.ts'

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
