import { Link } from '@tanstack/react-router'
import type { MeetingRow } from '#contract/meeting.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag, type Tone } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import { kindWords, stateWords, meetingWords as words } from './words.ts'

const tones: Record<MeetingRow['state'], Tone> = {
  called: 'info',
  confirmed: 'good',
  adjourned: 'near',
  cancelled: 'still',
}

export function MeetingState({ state }: Pick<MeetingRow, 'state'>) {
  const { say } = useWords()
  return <FlagTag tone={tones[state]}>{say(stateWords[state])}</FlagTag>
}

/** A meeting in a list: when, what about, who comes. */
export function MeetingLine({ row }: { row: MeetingRow }) {
  const { say } = useWords()
  const { items, coming, called, unitName: unit } = row
  return (
    <li>
      <Link className="meeting-link" to="/meetings/$id" params={{ id: row.id }}>
        <span className="meeting-when">
          <When at={row.startsAt} as="plan" />
        </span>
        <span className="meeting-name">
          <b>{row.title || say(words.untitled)}</b>
          <small className="quiet">
            {say(kindWords(row))} · {say(words.line, { unit, items, coming, called })}
            {row.place && ` · ${row.place}`}
          </small>
        </span>
        {row.awaitsMe && <FlagTag tone="act">{say(words.answerUs)}</FlagTag>}
        {row.state !== 'called' && <MeetingState state={row.state} />}
      </Link>
    </li>
  )
}
