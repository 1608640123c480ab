import type { Me } from '#contract/session.ts'
import { roleLabels } from '#contract/words/labels.ts'
import { useWords } from '#web/lib/words.ts'
import { absenceWords } from '#web/org/absence-words.ts'
import { consoleWords as words } from './words.ts'

/** A post of mine, and for whom where I stand in. */
export function SeatName({ seat }: { seat: Me['seats'][number] }) {
  const { say } = useWords()
  const name = say(words.seat, { unit: seat.unitName, role: say(roleLabels[seat.role]) })
  const { standsInFor } = seat
  if (!standsInFor) return <>{name}</>
  return <>{say(absenceWords.seatFor, { seat: name, name: standsInFor.name, to: standsInFor.toOn })}</>
}
