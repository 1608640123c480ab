import type { MatterPage } from '#contract/matter.ts'
import { relationLabels } from '#contract/words/labels.ts'
import { Reprint } from '#web/intake/Reprint.tsx'
import { sentences, useWords } from '#web/lib/words.ts'

const words = sentences({
  paper: { zh: '{sender}来文', en: 'paper of {sender}' },
  paperOf: { zh: '{sender} {day} 来文', en: 'paper of {sender}, {day}' },
  onBehalf: { zh: '由{relation}代为反映', en: 'spoken for by: {relation}' },
  entered: { zh: '{name}（{unit}）代录', en: 'written down by {name} ({unit})' },
})

type Voice = MatterPage['voices'][number]

/** Whose paper it came on, who spoke for the person, who of the staff wrote it down; and its slip, for who did. */
export function VoiceOrigin({ matterId, voice }: { matterId: string; voice: Voice }) {
  const { say } = useWords()
  const { senderName: sender, paperOn: day, onBehalf, enteredBy } = voice
  const lines = [
    sender && (day ? say(words.paperOf, { sender, day }) : say(words.paper, { sender })),
    onBehalf && say(words.onBehalf, { relation: say(relationLabels[onBehalf]) }),
    enteredBy && say(words.entered, { name: enteredBy.name, unit: enteredBy.unitName }),
  ].filter(Boolean)
  return (
    <>
      {lines.length > 0 && <p className="quiet voice-facts">{lines.join(' · ')}</p>}
      {enteredBy?.isMe && <Reprint matterId={matterId} appealId={voice.id} />}
    </>
  )
}
