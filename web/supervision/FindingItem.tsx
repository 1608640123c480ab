import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { FindingView } from '#contract/supervision.ts'
import { clockLabels } from '#contract/words/labels.ts'
import { failingLabels, failingRuleLabels, findingStateLabels } from '#contract/words/supervision-labels.ts'
import { type FindingStep, failingRules } from '#domain/supervision/failings.ts'
import { call } from '#web/lib/api.ts'
import { dayWords, dueTime } from '#web/lib/time.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { FlagTag } from '#web/ui/FlagTag.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { TextAndDay } from './TextAndDay.tsx'
import { Told } from './Told.tsx'
import { findingTones } from './tones.ts'
import { findingStepWords, supervisionWords as words } from './words.ts'

/** One finding: what, at which unit, by which rule and what shows it; and what the reader may say about it. `isWhole`: with its matter. */
export function FindingItem({ finding, isWhole = false }: { finding: FindingView; isWhole?: boolean }) {
  const { say } = useWords()
  const [open, setOpen] = useState<FindingStep>()
  const { matter, unit, failing, rule, state, story, may } = finding
  const { article } = failingRules[rule]
  return (
    <div className="finding">
      <p className="finding-top">
        <b>{say(failingRuleLabels[rule])}</b>{' '}
        <FlagTag tone={findingTones[state]}>{say(findingStateLabels[state])}</FlagTag>
      </p>
      {isWhole && (
        <p>
          <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
            <span className="number">{matter.number}</span> {matter.title}
          </Link>
        </p>
      )}
      <p className="quiet">
        {say(failingLabels[failing])} · {unit.name} ·{' '}
        {say(words.article, { article: say(article ?? words.ours) })}
      </p>
      <EvidenceLine finding={finding} />
      {story.length > 1 && <Told lines={story} />}
      {open === undefined ? (
        may.length > 0 && (
          <div className="supervision-buttons">
            {may.map((step) => (
              <Button key={step} size="small" onClick={() => setOpen(step)}>
                {say(findingStepWords[step])}
              </Button>
            ))}
          </div>
        )
      ) : (
        <DecideForm id={finding.id} step={open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}

function EvidenceLine({ finding: { evidence, rule, matter } }: { finding: FindingView }) {
  const { language, say } = useWords()
  const now = useNow()
  const { seq, clockKind, mediationId, since, day, count } = evidence
  const parts = [
    clockKind && say(clockLabels[clockKind]),
    since && say(words.evSince, { since: dueTime(Date.parse(since), now, language) }),
    count !== null && say(rule === 'returnedTwice' ? words.evReturns : words.evDays, { count }),
    day && say(words.evDay, { day: dayWords(day, now, language) }),
    seq !== null && say(words.evStep, { seq }),
  ].filter(Boolean)
  return (
    <p>
      {say(words.evidence)}
      {language === 'en' ? ': ' : '：'}
      {parts.join(language === 'en' ? ', ' : '，')}{' '}
      {mediationId && (
        <Link
          className="link"
          to="/matters/$id/mediations/$mediationId"
          params={{ id: matter.id, mediationId }}
        >
          {say(words.mediation)}
        </Link>
      )}
    </p>
  )
}

function DecideForm({ id, step, onClose }: { id: string; step: FindingStep; onClose: () => void }) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const deed = useDeed(
    ['supervision'],
    (commandId) => call('decideFinding', { params: { id }, body: { commandId, step, text } }),
    ['text'],
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="form" aria-label={say(findingStepWords[step])} onSubmit={submit}>
      <TextAndDay
        text={{ label: say(words.reason), value: text, onChange: setText }}
        errorAt={deed.errorAt}
        maxLength={500}
      />
      <FormEnd
        refused={deed.rest}
        act={say(findingStepWords[step])}
        later={say(words.close)}
        isPending={deed.isPending}
        onClose={onClose}
      />
    </form>
  )
}
