import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { exclusionReasonLabels, measureLabels } from '#contract/words/evaluation-labels.ts'
import { type ExclusionReason, exclusionReasons } from '#domain/evaluation/exclusion.ts'
import { type RateName, rates } from '#domain/evaluation/measures.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { dayWords } from '#web/lib/time.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Field, FieldGroup } from '#web/ui/Field.tsx'
import type { KeptFile } from '#web/ui/FileInput.tsx'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Empty, ErrorState } from '#web/ui/States.tsx'
import { EvaluationNav } from './EvaluationNav.tsx'
import { PapersField } from './PapersField.tsx'
import { useAsking } from './queries.ts'
import { exclusionWords as words } from './words.ts'
import './evaluation.css'

/** Asks the panel to leave a matter out of rates: with one of eight reasons and what proves it. */
export function AskPage() {
  const { say } = useWords()
  const { matter } = useSearch({ from: '/staff/evaluation/exclusions/new' })
  const asking = useAsking(matter)
  const title = say(words.askTitle)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="page evaluation">
      <EvaluationNav />
      <h1>{title}</h1>
      {matter === undefined && <Empty title={say(words.noMatter)}>{say(words.noMatterText)}</Empty>}
      {matter !== undefined && asking.isPending && <Skeleton rows={8} />}
      {asking.error && <ErrorState error={asking.error} />}
      {asking.data && <AskForm key={asking.data.matter.id} asked={asking.data} />}
    </div>
  )
}

function AskForm({ asked }: { asked: Answer<'prepareExclusion'> }) {
  const { language, say } = useWords()
  const now = useNow()
  const navigate = useNavigate()
  const { matter, units, askBy, voteBy, deciders } = asked
  const [id] = useState(newId)
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [reason, setReason] = useState<ExclusionReason>('jurisdiction')
  const [chosen, setChosen] = useState<readonly RateName[]>(rates)
  const [text, setText] = useState('')
  const [papers, setPapers] = useState<readonly KeptFile[]>([])
  const deed = useDeed(
    ['exclusions'],
    (commandId) =>
      call('askExclusion', {
        body: {
          ...{ commandId, id, matterId: matter.id, unitId, reason, measures: [...chosen], text },
          files: papers.map((file) => file.id),
        },
      }),
    ['measures', 'text', 'reason', 'files'],
    () => void navigate({ to: '/evaluation/exclusions/$id', params: { id } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.run()
  }
  const toggle = (rate: RateName) =>
    setChosen(rates.filter((one) => (one === rate ? !chosen.includes(one) : chosen.includes(one))))
  return (
    <form className="form" aria-label={say(words.askTitle)} onSubmit={submit}>
      <p>
        <Link className="link" to="/matters/$box/$id" params={{ box: 'all', id: matter.id }} search={{}}>
          <span className="number">{matter.number}</span> {matter.title}
        </Link>
        {askBy !== null && (
          <span className="quiet"> {say(words.askUntil, { day: dayWords(askBy, now, language) })}</span>
        )}
      </p>
      {units.length > 1 && (
        <FieldGroup label={say(words.unit)}>
          <div className="evaluation-choices">
            {units.map((unit) => (
              <label key={unit.id}>
                <input
                  type="radio"
                  name="unit"
                  checked={unitId === unit.id}
                  onChange={() => setUnitId(unit.id)}
                />
                {unit.name}
              </label>
            ))}
          </div>
        </FieldGroup>
      )}
      <FieldGroup label={say(words.reason)} error={deed.errorAt('reason')}>
        <div className="evaluation-reasons">
          {exclusionReasons.map((one) => (
            <label key={one}>
              <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
              <span>
                <b>{say(exclusionReasonLabels[one].name)}</b>
                <small className="quiet">{say(exclusionReasonLabels[one].means)}</small>
              </span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup label={say(words.rates)} error={deed.errorAt('measures')}>
        <div className="evaluation-choices">
          {rates.map((rate) => (
            <label key={rate}>
              <input type="checkbox" checked={chosen.includes(rate)} onChange={() => toggle(rate)} />
              {say(measureLabels[rate].name)}
            </label>
          ))}
        </div>
      </FieldGroup>
      <Field
        label={say(words.evidence)}
        hint={`${say(words.evidenceHint)}${language === 'zh' ? '' : ' '}${say(words.askLead)}`}
        error={deed.errorAt('text')}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            className="input"
            rows={5}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <PapersField value={papers} error={deed.errorAt('files')} onChange={setPapers} />
      <p className="quiet">
        {say(words.deciders, { day: dayWords(voteBy, now, language) })}{' '}
        {deciders.length === 0
          ? say(words.noPanel)
          : deciders.map((unit) => unit.name).join(language === 'zh' ? '、' : ', ')}
      </p>
      <FormEnd
        refused={deed.rest}
        act={say(words.send)}
        later={say(words.cancel)}
        isPending={deed.isPending}
        onClose={() => void navigate({ to: '/evaluation', search: {} })}
      />
    </form>
  )
}
