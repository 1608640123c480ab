import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { AidFigures } from '#contract/aid-figures.ts'
import { aidRatedLabels } from '#contract/words/aid.ts'
import { aidRatedThings } from '#domain/aid/aid.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { monthWords, Shares, Table } from '#web/whistle/FigureTable.tsx'
import './aid.css'
import { useAidFigures } from './queries.ts'
import { aidWords as words } from './words.ts'

/** The figures of a month for whoever ordered and whoever was asked: shares with what they are shares of, in the order of the tree. */
export function FiguresPage() {
  const { language, say } = useWords()
  const today = dayOf(useNow())
  const { month = today.slice(0, 7) } = useSearch({ from: '/staff/aids/figures' })
  const navigate = useNavigate()
  const figures = useAidFigures(month)
  const title = say(words.figuresTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = figures
  const isEmpty = data && data.asked.length + data.orderers.length === 0
  return (
    <div className="page whistles whistle-figures">
      <p>
        <Link className="link" to="/aids" search={{}}>
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
              void navigate({ to: '/aids/figures', search: { month: event.target.value }, replace: true })
          }}
        />
      </label>
      {figures.isPending && <Skeleton rows={8} />}
      {figures.error && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {isEmpty && <Empty title={say(words.nothing)}>{say(words.nothingText)}</Empty>}
      {data && data.orderers.length > 0 && <Orderers rows={data.orderers} />}
      {data && data.asked.length > 0 && <Asked rows={data.asked} />}
    </div>
  )
}

const ordererHeads = [
  ...[words.unit, words.postedN, words.dispatchedShare, words.helpedShare, words.confirmedInTime],
  ...[words.declinedShare, words.withdrawnShare],
]

function Orderers({ rows }: { rows: AidFigures['orderers'] }) {
  return (
    <Table title={words.ordererSide} heads={ordererHeads}>
      {rows.map((row) => (
        <tr key={row.unitId}>
          <th scope="row">{row.unitName}</th>
          <td className="number">{row.posted}</td>
          <Shares shares={[row.dispatched, row.helped, row.confirmed, row.declined, row.withdrawn]} />
        </tr>
      ))}
    </Table>
  )
}

const askedHeads = [
  ...[words.unitOrTeam, words.askedN, words.acceptShare, words.planShare, words.finishShare],
  ...[words.refusedShare, words.confirmedShare, words.ratingShare],
]

function Asked({ rows }: { rows: AidFigures['asked'] }) {
  const { say } = useWords()
  return (
    <Table title={words.askedSide} heads={askedHeads}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            {row.name} {row.isTeam && <small className="quiet">{say(words.team)}</small>}
          </th>
          <td className="number">{row.asked}</td>
          <Shares shares={[row.accept, row.plan, row.finish, row.refused, row.confirmed]} />
          <Ratings row={row} />
        </tr>
      ))}
    </Table>
  )
}

function Ratings({ row }: { row: AidFigures['asked'][number] }) {
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
        {aidRatedThings.map((thing) => (
          <li key={thing}>
            <b>{say(aidRatedLabels[thing])}</b> {say(words.marksOf, row.ratings[thing])}
          </li>
        ))}
      </ul>
      <small className="quiet">{say(words.share, row.rated)}</small>
    </td>
  )
}
