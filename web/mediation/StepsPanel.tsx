import { Button } from 'antd'
import type { MediationView } from '#contract/mediation.ts'
import { stepLabels } from '#contract/words/mediation-labels.ts'
import { mediationMoveOf, type Step } from '#domain/mediation/moves.ts'
import { useWords } from '#web/lib/words.ts'
import type { Opened } from './Dialogs.tsx'
import { mediationWords as words } from './words.ts'

/** What concerns the case as a whole; the grave ones stand apart. */
const ordinary = ['disclose', 'appoint', 'mandate', 'pause', 'resume', 'askExtension', 'extend'] as const
const grave = ['recuse', 'end'] as const

/** Whether a step makes sense now; whether it is allowed the server has said already. */
function fits(m: MediationView, step: Step): boolean {
  const isStill = m.pauses.some(({ toOn }) => toOn === null)
  if (step === 'pause') return !isStill
  if (step === 'resume') return isStill
  if (step === 'extend') return m.isExtensionAsked
  if (step === 'askExtension') return !m.isExtensionAsked
  if (step === 'disclose') return m.mediators.some((one) => one.isMe && !one.hasDisclosed)
  return true
}

/** Steps that concern mediators and limit, and those to be taken with care. */
export function StepsPanel({ m, onOpen }: { m: MediationView; onOpen: (open: Opened) => void }) {
  const { say } = useWords()
  const those = (steps: readonly Step[]) => steps.filter((step) => m.may.includes(step) && fits(m, step))
  const [usual, apart] = [those(ordinary), those(grave)]
  if (usual.length + apart.length === 0) return null
  return (
    <section className="panel" aria-labelledby="steps-title">
      <header>
        <h2 id="steps-title">{say(words.moreSteps)}</h2>
      </header>
      <div className="panel-body mediation-steps">
        {usual.map((step) => (
          <Button key={step} onClick={() => onOpen({ step })}>
            {say(stepLabels[step])}
          </Button>
        ))}
      </div>
      {apart.length > 0 && (
        <div
          className="panel-body mediation-steps mediation-grave"
          role="group"
          aria-label={say(words.graveSteps)}
        >
          {apart.map((step) => (
            <Button key={step} danger={mediationMoveOf(step).grave === true} onClick={() => onOpen({ step })}>
              {say(stepLabels[step])}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
