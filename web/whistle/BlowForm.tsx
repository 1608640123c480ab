import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { whistleKindLabels } from '#contract/words/whistle.ts'
import { type WhistleKind, whistleKinds } from '#domain/whistle/limits.ts'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { DepartmentFields } from './DepartmentFields.tsx'
import { missingWords } from './missing.ts'
import { limitWords, whistleWords as words } from './words.ts'

type Offer = Answer<'getWhistleForm'>
type Values = {
  unitId: string
  kind: WhistleKind
  problem: string
  tried: string
  place: string
  leadId: string
  assistIds: string[]
  matters: string
  arrivalAt: string
}

/** `2026-11-30T10:00` as an input of day and time gives it, in China time, as an instant. */
const instantOf = (local: string) => new Date(`${local}:00+08:00`).toISOString()

const startOf = ({ units, matter }: Offer): Values => ({
  ...{ unitId: units[0]?.id ?? '', kind: units[0]?.kinds[0] ?? 'routine' },
  ...{ problem: matter?.title ?? '', tried: '', place: matter?.placeText ?? '' },
  ...{ leadId: '', assistIds: [], matters: matter?.number ?? '', arrivalAt: '' },
})

const bodyOf = (v: Values) => ({
  ...{ unitId: v.unitId, kind: v.kind, problem: v.problem, tried: v.tried, place: v.place },
  ...{ leadId: v.leadId, assistIds: v.assistIds.filter(Boolean) },
  matters: v.matters.split(/[\s,，、;；]+/).filter(Boolean),
  ...(v.arrivalAt ? { arrivalAt: instantOf(v.arrivalAt) } : {}),
})

/** Which whistle, what for, what was tried, whom it calls. `onDone`: its id, once it is blown. */
export function BlowForm({ offer, onDone }: { offer: Offer; onDone: (id: string) => void }) {
  const { language, say } = useWords()
  const [id] = useState(newId)
  const [isTried, setTried] = useState(false)
  const [values, setValues] = useState(() => startOf(offer))
  const set = (change: Partial<Values>) => setValues({ ...values, ...change })
  const unit = offer.units.find((one) => one.id === values.unitId) ?? offer.units[0]
  const deed = useDeed(
    ['whistles'],
    (commandId) => call('blowWhistle', { body: { commandId, id, ...bodyOf(values) } }),
    ['unitId', 'kind', 'problem', 'tried', 'place', 'leadId', 'assistIds', 'matters', 'arrivalAt'],
    () => onDone(id),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.problem.trim() && values.tried.trim() && values.leadId) deed.run()
  }
  if (!unit) return null
  const lacks = (name: 'problem' | 'tried' | 'leadId', label: Sentence) =>
    isTried && !values[name].trim() ? missingWords(label, language) : undefined
  return (
    <form className="form panel panel-body" aria-label={say(words.blowTitle)} onSubmit={submit} noValidate>
      {offer.units.length > 1 && (
        <Choices
          label={say(words.forUnit)}
          options={offer.units.map(({ id: value, name }) => ({ value, label: name }))}
          value={values.unitId}
          onChoose={(unitId) => set({ unitId, leadId: '', assistIds: [] })}
          error={deed.errorAt('unitId')}
        />
      )}
      <Choices
        label={say(words.kind)}
        options={whistleKinds
          .filter((kind) => unit.kinds.includes(kind))
          .map((value) => ({
            value,
            label: say(whistleKindLabels[value]),
            note: <KindNote offer={offer} kind={value} />,
          }))}
        value={values.kind}
        onChoose={(kind) => set({ kind })}
        error={deed.errorAt('kind')}
        isWide
      />
      <TextField
        label={say(words.problem)}
        hint={say(words.problemHint)}
        value={values.problem}
        error={deed.errorAt('problem') ?? lacks('problem', words.problem)}
        onChange={(problem) => set({ problem })}
      />
      <TextField
        label={say(words.tried)}
        hint={say(words.triedHint)}
        value={values.tried}
        error={deed.errorAt('tried') ?? lacks('tried', words.tried)}
        onChange={(tried) => set({ tried })}
      />
      <DepartmentFields
        callable={unit.callable}
        leadId={values.leadId}
        assistIds={values.assistIds}
        leadError={deed.errorAt('leadId') ?? lacks('leadId', words.leadUnit)}
        assistError={deed.errorAt('assistIds')}
        onChange={set}
      />
      <div className="fields-2">
        <Field label={say(words.place)} hint={say(words.placeHint)} error={deed.errorAt('place')} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={200}
              value={values.place}
              onChange={(event) => set({ place: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(words.arrival)} error={deed.errorAt('arrivalAt')} isOptional>
          {(wiring) => (
            <input
              {...wiring}
              type="datetime-local"
              className="input"
              value={values.arrivalAt}
              onChange={(event) => set({ arrivalAt: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={say(words.matterNumbers)}
        hint={say(words.matterHint)}
        error={deed.errorAt('matters')}
        isOptional
      >
        {(wiring) => (
          <input
            {...wiring}
            className="input number"
            value={values.matters}
            onChange={(event) => set({ matters: event.target.value })}
          />
        )}
      </Field>
      {deed.rest && (
        <Notice tone="act" live>
          {deed.rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(values.kind === 'hard' ? words.ask : words.send)}
        </Button>
      </div>
    </form>
  )
}

/** How long the departments have, and what a hard whistle waits for. */
function KindNote({ offer, kind }: { offer: Offer; kind: WhistleKind }) {
  const { say } = useWords()
  const limits = offer.limits[kind]
  const [sign, contact, arrive] = [limits.sign, limits.contact, limits.arrive].map((limit) =>
    say(...limitWords(limit)),
  )
  return (
    <>
      {say(words.limitsOf, { sign: sign ?? '', contact: contact ?? '', arrive: arrive ?? '' })}
      {kind === 'hard' && ` ${say(words.hardHint)}`}
    </>
  )
}

function TextField({
  label,
  hint,
  value,
  error,
  onChange,
}: {
  label: string
  hint: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="input"
          rows={3}
          maxLength={1000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
