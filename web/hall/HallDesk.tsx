import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HallView } from '#contract/hall.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { spanWords } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ErrorState } from '#web/ui/States.tsx'
import { HallLines } from './HallLines.tsx'
import { HallSettings } from './HallSettings.tsx'
import { MyWindow } from './MyWindow.tsx'
import { type HallDeed, hallQuery, useHallDeed } from './queries.ts'
import { TakeTicket } from './TakeTicket.tsx'
import { useHallKeys } from './use-hall-keys.ts'
import { hallWords as words } from './words.ts'

/** One hall: my window beside the line. */
export function HallDesk({ id }: { id: string }) {
  const { language, say } = useWords()
  const query = useQuery(hallQuery(id))
  const deed = useHallDeed(id)
  const [isTaking, setTaking] = useState(false)
  const hall = query.data
  const run = (next: HallDeed) => deed.mutate(next)
  /** Two steps with one press: the second only after the first is done. */
  const finishAndNext = async (ticketId: string, windowId: string) => {
    try {
      await deed.mutateAsync({ do: 'move', id: ticketId, verb: 'finish' })
      await deed.mutateAsync({ do: 'next', windowId })
    } catch {
      // told below the buttons like every other failure
    }
  }
  useHallKeys(hall, run, () => setTaking(true))
  if (query.isPending) return <Skeleton rows={8} />
  if (!hall) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return (
    <>
      <Glance hall={hall} />
      <div className="hall-desk">
        <div className="hall-side">
          <MyWindow hall={hall} run={run} finishAndNext={finishAndNext} isBusy={deed.isPending} />
          {deed.error && (
            <Notice tone="near" live>
              {failureWords(deed.error, language)}
            </Notice>
          )}
          {hall.mayTake && <TakeTicket hall={hall} isOpen={isTaking} onOpen={setTaking} />}
          {hall.mayTake && <HallSettings hall={hall} />}
        </div>
        <HallLines hall={hall} run={run} isBusy={deed.isPending} />
      </div>
      <span className="hidden-text" role="status">
        {say(words.line, { count: hall.waiting })}
      </span>
    </>
  )
}

/** Today of the hall, never of a person. */
function Glance({ hall }: { hall: HallView }) {
  const { language, say } = useWords()
  const now = useNow()
  const longest = hall.longestSince === null ? 0 : Math.max(0, (now - Date.parse(hall.longestSince)) / 60_000)
  const facts = [
    [words.waiting, String(hall.waiting)],
    [words.longest, hall.longestSince === null ? '—' : spanWords(Math.floor(longest), language)],
    [words.served, String(hall.served)],
    [words.forecast, hall.forecast ? say(words.forecastSpan, hall.forecast) : say(words.noForecast)],
  ] as const
  return (
    <dl className="hall-glance" aria-label={say(words.today)}>
      {facts.map(([name, value]) => (
        <div key={name.zh}>
          <dt>{say(name)}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
