import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '#web/lib/api.ts'
import { newId } from '#web/lib/ids.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { missingWords } from '#web/whistle/missing.ts'
import { AidControl } from './AidControl.tsx'
import { needFields, needOf, type Values } from './forms.ts'
import { kindName } from './kind-name.ts'
import { aidWords as words } from './words.ts'

type Offer = Answer<'getAidForm'>

const startOf = ({ units, matter }: Offer): Values => ({
  ...{ unitId: units[0]?.id ?? '', kind: '', need: matter?.title ?? '', place: matter?.placeText ?? '' },
  ...{ neededBy: '', people: '', matters: matter?.number ?? '' },
})

const none = { units: [], teams: [] }

/** What is needed, where, until when and by how many. `onDone`: its id, once it is posted. */
export function PostForm({ offer, onDone }: { offer: Offer; onDone: (id: string) => void }) {
  const { language, say } = useWords()
  const [id] = useState(newId)
  const [isTried, setTried] = useState(false)
  const [values, setValues] = useState(() => startOf(offer))
  const set = (change: Values) => setValues({ ...values, ...change })
  const { unitId = '', kind = '', matters = '' } = values
  const deed = useDeed(
    ['aids'],
    (commandId) =>
      call('postAid', {
        body: {
          ...{ commandId, id, unitId, kind, ...needOf(values) },
          matters: matters.split(/[\s,，、;；]+/).filter(Boolean),
        },
      }),
    ['unitId', 'kind', 'matters', ...needFields.map(({ name }) => name)],
    () => onDone(id),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (kind && values['need']?.trim()) deed.run()
  }
  const [need, ...rest] = needFields
  const control = (field: (typeof needFields)[number]) => (
    <AidControl
      key={field.name}
      field={field}
      targets={none}
      value={values[field.name] ?? ''}
      error={
        deed.errorAt(field.name) ??
        (isTried && !field.isOptional && !values[field.name]?.trim()
          ? missingWords(field.label, language)
          : undefined)
      }
      onChange={(value) => set({ [field.name]: value })}
    />
  )
  return (
    <form className="form panel panel-body" aria-label={say(words.postTitle)} onSubmit={submit} noValidate>
      {offer.units.length > 1 && (
        <Choices
          label={say(words.forUnit)}
          options={offer.units.map(({ id: value, name }) => ({ value, label: name }))}
          value={unitId}
          onChoose={(next) => set({ unitId: next })}
          error={deed.errorAt('unitId')}
        />
      )}
      <Choices
        label={say(words.kind)}
        options={offer.kinds.map((one) => ({ value: one.code, label: kindName(one, language) }))}
        value={kind}
        onChoose={(next) => set({ kind: next })}
        error={deed.errorAt('kind') ?? (isTried && !kind ? missingWords(words.kind, language) : undefined)}
      />
      {need && control(need)}
      <div className="fields-2">{rest.map(control)}</div>
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
            value={matters}
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
          {say(words.send)}
        </Button>
      </div>
    </form>
  )
}
