import type { PetitionClockView } from '#contract/petition.ts'
import { clockNames, clockSentenceOf } from '#contract/words/petition.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { dayText } from './day-text.ts'
import { petitionWords as words } from './words.ts'

/** Whether a time was kept, nears its end or is over; its shape says it beside the colour. */
export function ClockTag({ clock }: { clock: PetitionClockView }) {
  const { say } = useWords()
  const isOurs = clock.kind !== 'askReview' && clock.kind !== 'askRereview'
  if (clock.isLate && isOurs) return <FlagTag tone="act">{say(words.late)}</FlagTag>
  if (clock.isNear) return <FlagTag tone="near">{say(words.near)}</FlagTag>
  if (clock.stoppedAt !== null && isOurs) return <FlagTag tone="good">{say(words.inTime)}</FlagTag>
  return null
}

/** One time: what it is, whose it is, and the sentence that explains it with its article. */
export function ClockLine({ clock }: { clock: PetitionClockView }) {
  const { language, say } = useWords()
  const told = {
    ...clock,
    start: dayText(clock.startedOn, language),
    due: clock.dueOn === null ? null : dayText(clock.dueOn, language),
  }
  return (
    <li className="petition-clock">
      <b>{say(clockNames[clock.kind])}</b> <ClockTag clock={clock} />
      <span>
        {clock.unitName && say(words.clockUnit, { unit: clock.unitName })}
        {clockSentenceOf(told, language)}
      </span>
    </li>
  )
}
