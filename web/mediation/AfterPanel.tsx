import { Button } from 'antd'
import type { MediationView } from '#contract/mediation.ts'
import { routeLabels } from '#contract/words/labels.ts'
import { endReasonLabels, stepLabels } from '#contract/words/mediation-labels.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { When } from '#web/ui/When.tsx'
import type { Opened } from './Dialogs.tsx'
import { inRow } from './names.ts'
import { mediationWords as words } from './words.ts'

/** What comes after: how it ended, the revisit by somebody else, the file. */
export function AfterPanel({ m, onOpen }: { m: MediationView; onOpen: (open: Opened) => void }) {
  const { language, say } = useWords()
  if (m.state === 'asking' || m.state === 'running') return null
  const isEnded = m.endReason !== null
  const performed = (is: boolean) =>
    say(isEnded ? (is ? words.calmed : words.notCalmed) : is ? words.performed : words.notPerformed)
  const content = (is: boolean | null) =>
    say(is === null ? words.noOpinion : is ? words.satisfied : words.notSatisfied)
  return (
    <section className="panel" aria-labelledby="after-title">
      <header>
        <h2 id="after-title">{say(words.after)}</h2>
        <span className="session-acts">
          {(['revisit', 'file'] as const).map(
            (step) =>
              m.may.includes(step) && (
                <Button key={step} size="small" onClick={() => onOpen({ step })}>
                  {say(stepLabels[step])}
                </Button>
              ),
          )}
        </span>
      </header>
      <div className="panel-body after">
        {m.endReason && (
          <>
            <p>
              <span className="quiet">{say(words.endReason)}</span> {say(endReasonLabels[m.endReason])}
            </p>
            <p>
              <span className="quiet">{say(words.routes)}</span>{' '}
              {inRow(
                m.routes.map((route) => say(routeLabels[route])),
                language,
              )}
            </p>
          </>
        )}
        {m.revisits.length === 0 && <p className="quiet">{say(words.noRevisit)}</p>}
        {m.revisits.map((one) => (
          <p key={one.at}>
            {say(words.revisitLine, {
              name: one.name,
              performed: performed(one.performed),
              satisfied: content(one.satisfied),
            })}{' '}
            <When at={one.at} /> {one.escalates && <FlagTag tone="act">{say(words.escalates)}</FlagTag>}
          </p>
        ))}
      </div>
    </section>
  )
}
