import type { MatterPage } from '#contract/matter.ts'
import { stateLabels } from '#contract/words/labels.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { turnOf } from './turn-words.ts'

/** Whose turn it is until when. */
export function Turn({ matter, myUnits }: { matter: MatterPage; myUnits: readonly string[] }) {
  const { language, say } = useWords()
  const turn = turnOf(matter, myUnits, useNow(), language)
  return (
    <p className="turn" data-tone={turn.tone} aria-live="polite">
      <span className="turn-state">{say(stateLabels[matter.state])}</span>
      {turn.sentence}
    </p>
  )
}
