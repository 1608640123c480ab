import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { clockNames, petitionEndingLabels, petitionKindLabels } from '#contract/words/petition.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { petitionEndings, petitionKinds } from '#domain/petition/petition.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Field } from '#web/ui/Field.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import './petition.css'
import { usePetitionFigures } from './queries.ts'
import { petitionWords as words } from './words.ts'

/** What the petitions of a month count to; shares with their denominators, nobody ranked. */
export function FiguresPage() {
  const { say } = useWords()
  const now = useNow()
  const navigate = useNavigate()
  const { month = dayOf(now).slice(0, 7) } = useSearch({ from: '/staff/petitions/figures' })
  const figures = usePetitionFigures(month)
  const title = say(words.figures)
  useEffect(() => {
    document.title = title
  }, [title])
  const { data } = figures
  const share = ({ n, of }: { n: number; of: number }) =>
    of === 0 ? say(words.noCases) : say(words.shareOf, { n, of })
  return (
    <div className="page petitions">
      <div className="page-top">
        <h1>{title}</h1>
        <Link to="/petitions" search={{}} className="link">
          {say(words.back)}
        </Link>
      </div>
      <p className="page-lead">{say(words.countLead)}</p>
      <Field label={say(words.month)}>
        {(wiring) => (
          <input
            {...wiring}
            type="month"
            className="input number petition-month"
            value={month}
            onChange={(event) =>
              void navigate({
                to: '/petitions/figures',
                search: { month: event.target.value },
                replace: true,
              })
            }
          />
        )}
      </Field>
      {figures.isPending && <Skeleton rows={6} />}
      {figures.error && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {data && (
        <div className="petition-figures">
          <Table
            title={say(words.receivedN)}
            rows={[
              [say(words.receivedN), data.received],
              [say(words.openN), data.open],
              [say(words.reviewsN), data.reviews],
              [say(words.rereviewsN), data.rereviews],
            ]}
          />
          <Table
            title={say(words.times)}
            rows={(['sort', 'notice', 'handle'] as const).map((kind) => [
              say(clockNames[kind]),
              share(data[kind]),
            ])}
          />
          <Table
            title={say(words.kinds)}
            rows={petitionKinds.map((one) => [say(petitionKindLabels[one]), data.kinds[one] ?? 0])}
          />
          <Table
            title={say(words.endings)}
            rows={petitionEndings.map((one) => [say(petitionEndingLabels[one]), data.endings[one] ?? 0])}
          />
        </div>
      )}
    </div>
  )
}

function Table({ title, rows }: { title: string; rows: readonly (readonly [string, string | number])[] }) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div className="panel-body">
        <table>
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
