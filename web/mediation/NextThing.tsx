import { Button } from 'antd'
import type { MediationView } from '#contract/mediation.ts'
import { stepLabels } from '#contract/words/mediation-labels.ts'
import { mediationMoveOf } from '#domain/mediation/moves.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import type { Opened } from './Dialogs.tsx'
import { nextOf } from './next.ts'
import { mediationWords as words } from './words.ts'

/** The one thing to do first, with its button where I may do it. */
export function NextThing({ m, onOpen }: { m: MediationView; onOpen: (open: Opened) => void }) {
  const { say } = useWords()
  const next = nextOf(m, useNow())
  const { step } = next
  return (
    <section className="panel next-thing" aria-labelledby="next-title">
      <h2 id="next-title">{say(words.nextTitle)}</h2>
      <p>{say(next.words, next.facts)}</p>
      {step && m.may.includes(step) && (
        <Button type="primary" danger={mediationMoveOf(step).grave === true} onClick={() => onOpen({ step })}>
          {say(stepLabels[step])}
        </Button>
      )}
    </section>
  )
}
