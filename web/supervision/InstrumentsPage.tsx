import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { type InstrumentView, instrumentBoxes } from '#contract/supervision.ts'
import { instrumentStateLabels } from '#contract/words/supervision-labels.ts'
import type { Day } from '#domain/calendar/days.ts'
import { dayWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { When } from '#web/ui/When.tsx'
import { useInstruments, useToAnswer } from './queries.ts'
import { SupervisionNav } from './SupervisionNav.tsx'
import { kindWords, toneOf } from './tones.ts'
import { supervisionWords as words } from './words.ts'
import './supervision.css'

/** The instruments: to answer by my units, given by them, open and ended in the area. */
export function InstrumentsPage() {
  const { say } = useWords()
  const navigate = useNavigate()
  const mine = useToAnswer()
  const count = mine.data?.toAnswer ?? 0
  const { box = count > 0 ? 'toAnswer' : 'open' } = useSearch({ from: '/staff/supervision/instruments' })
  const list = useInstruments(box)
  const title = say(words.instruments)
  useEffect(() => {
    document.title = title
  }, [title])
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="page supervision">
      <SupervisionNav />
      <h1>{title}</h1>
      <p className="page-lead">{say(words.instrumentsLead)}</p>
      <Choices
        label={say(words.which)}
        options={instrumentBoxes.map((value) => ({
          value,
          label: value === 'toAnswer' && count > 0 ? `${say(words[value])} ${count}` : say(words[value]),
        }))}
        value={box}
        onChoose={(next) =>
          void navigate({ to: '/supervision/instruments', search: { box: next }, replace: true })
        }
      />
      {list.isPending && <Skeleton rows={6} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty title={say(words.none)}>{say(words.noneText)}</Empty>}
      {rows.length > 0 && (
        <ul className="panel supervision-list">
          {rows.map((row) => (
            <li key={row.id}>
              <InstrumentLine row={row} isWhole />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}

/** An instrument in a list; `isWhole`: with its matter. */
export function InstrumentLine({ row, isWhole = false }: { row: InstrumentView; isWhole?: boolean }) {
  const { language, say } = useWords()
  return (
    <Link className="supervision-link" to="/supervision/instruments/$id" params={{ id: row.id }}>
      <span className="supervision-name">
        {kindWords(row.kind, language)}
        {isWhole && (
          <>
            {' · '}
            <span className="number">{row.matter.number}</span> {row.matter.title}
          </>
        )}
      </span>
      <FlagTag tone={toneOf(row)}>{say(instrumentStateLabels[row.state])}</FlagTag>
      <span className="quiet">
        {say(words.to, { unit: row.unit.name })} · {say(words.from, { unit: row.giver.unit.name })} ·{' '}
        <When at={row.givenAt} />
      </span>
      <Due row={row} />
    </Link>
  )
}

/** Until when an answer is due, or what was promised. */
function Due({ row: { state, isOverdue, answerOn, promisedOn } }: { row: InstrumentView }) {
  const { language, say } = useWords()
  const now = useNow()
  const on = (day: Day) => dayWords(day, now, language)
  if (state === 'waiting')
    return <span>{say(isOverdue ? words.overdue : words.answerBy, { day: on(answerOn) })}</span>
  return promisedOn === null ? null : <span>{say(words.promised, { day: on(promisedOn) })}</span>
}
