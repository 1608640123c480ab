import type { MeetingPage } from '#contract/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import { pageWords as words } from './page-words.ts'
import { answerWords, cameWords } from './words.ts'

const tones: Record<'comes' | 'sends' | 'cannot', Tone> = { comes: 'good', sends: 'info', cannot: 'still' }

/** Who is called, whom of them by name, and what they answered. */
export function CalledUnits({ meeting }: { meeting: MeetingPage }) {
  const { say } = useWords()
  return (
    <section className="panel" aria-labelledby="units-title">
      <header>
        <h2 id="units-title">{say(words.units)}</h2>
      </header>
      <ul className="meeting-plain meeting-units panel-body">
        {meeting.units.map((unit) => (
          <li key={unit.id}>
            <b>{unit.name}</b>
            {unit.people.length > 0 && (
              <span className="quiet">{unit.people.map(({ name }) => name).join(' ')}</span>
            )}
            {unit.answer === null ? (
              <FlagTag tone="near">{say(words.unanswered)}</FlagTag>
            ) : (
              <FlagTag tone={tones[unit.answer]}>{say(answerWords[unit.answer])}</FlagTag>
            )}
            {unit.words && <blockquote>{unit.words}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who was there, as the minute taker wrote it down. */
export function Present({ meeting }: { meeting: MeetingPage }) {
  const { say } = useWords()
  if (meeting.present.length === 0) return null
  const unitOf = (id: string | null) =>
    id === null
      ? say(words.outsider)
      : id === meeting.unitId
        ? meeting.unitName
        : (meeting.units.find((unit) => unit.id === id)?.name ?? '')
  return (
    <section className="panel" aria-labelledby="present-title">
      <header>
        <h2 id="present-title">{say(words.present)}</h2>
      </header>
      <ul className="meeting-plain meeting-units panel-body">
        {meeting.present.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span className="quiet">
              {unitOf(one.unitId)} {one.post}
            </span>
            {one.came !== 'came' && (
              <FlagTag tone={one.came === 'late' ? 'near' : 'still'}>{say(cameWords[one.came])}</FlagTag>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
