import type { MediationView } from '#contract/mediation.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { clockTime } from '#web/lib/time.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { clashes, freeTime } from './clashes.ts'
import { useMatterMediations, useSlots } from './queries.ts'
import { SpecForm } from './SpecForm.tsx'
import { scheduleSpec } from './session-specs.ts'
import { sessionWords as words } from './session-words.ts'
import { chinaInstant, typedTime, type Values } from './spec.ts'

/** When, where, how and with whom; what is taken at that time is said before it is sent. */
export function SessionForm({ m, id, onClose }: { m: MediationView; id: string; onClose: () => void }) {
  const { say } = useWords()
  const now = useNow()
  const { data } = useMatterMediations(m.matterId)
  const taken = useSlots(dayOf(now), addDays(dayOf(now), 8))
  if (!data || taken.isPending) return <Skeleton rows={3} />
  const room = { minutes: 60, roomId: data.rooms[0]?.id ?? '' }
  const startsAt = typedTime(freeTime(taken.data?.rows ?? [], now, room))
  return (
    <SpecForm
      mediation={m}
      spec={scheduleSpec(m, data.rooms, id, startsAt, say)}
      more={showTaken}
      onClose={onClose}
    />
  )
}

const showTaken = (values: Values) => <Taken values={values} />
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What else stands in the room, or before me, at the time that is typed. */
function Taken({ values }: { values: Values }) {
  const { say } = useWords()
  const typed = textOf(values['startsAt'])
  const at = chinaInstant(typed)
  const day = at === undefined ? '2000-01-01' : typed.slice(0, 10)
  const slots = useSlots(addDays(day, -1), addDays(day, 1), at !== undefined)
  if (at === undefined || !slots.data) return null
  const found = clashes(slots.data.rows, {
    at: Date.parse(at),
    minutes: Number(values['minutes']) || 0,
    roomId: values['way'] === 'centre' ? textOf(values['roomId']) : '',
  })
  if (found.length === 0) return null
  return (
    <Notice tone="near" live>
      {found.map((one) => {
        const from = Date.parse(one.startsAt)
        const facts = {
          from: clockTime(from),
          to: clockTime(from + one.minutes * 60_000),
          room: one.room?.name ?? '',
          title: one.title ?? '',
        }
        return (
          <p key={`${one.startsAt}${one.room?.id}`}>
            {say(one.isMine ? (one.title ? words.busyWith : words.busy) : words.roomTaken, facts)}
          </p>
        )
      })}
    </Notice>
  )
}
