import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { WhistleView } from '#contract/whistle.ts'
import { whistleVerbLabels } from '#contract/words/whistle.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { WhistleVerb } from '#domain/whistle/moves.ts'
import { call } from '#web/lib/api.ts'
import { useDeed } from '#web/lib/use-deed.ts'
import { useNow } from '#web/lib/use-now.ts'
import { useWords } from '#web/lib/words.ts'
import { Choices } from '#web/ui/Choices.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { bodyOf, type FieldSpec, forms } from './forms.ts'
import { missingWords } from './missing.ts'
import { whistleWords as words } from './words.ts'

/** One step: sent as it stands where it asks nothing, otherwise as a form. `onDone`: it is done or was put away. */
export function useMove(
  whistle: WhistleView,
  verb: WhistleVerb,
  lineId: string | undefined,
  values: Readonly<Record<string, string>>,
  onDone: () => void,
) {
  return useDeed(
    ['whistle', whistle.id],
    (commandId) =>
      call('moveWhistle', { params: { id: whistle.id }, body: bodyOf(verb, commandId, lineId, values) }),
    (forms[verb] ?? []).map(({ name }) => name),
    onDone,
  )
}

type Props = {
  whistle: WhistleView
  verb: WhistleVerb
  lineId: string | undefined
  onClose: () => void
}

const grave: ReadonlySet<WhistleVerb> = new Set(['callOff', 'decline', 'misuse'])

/** The form of a step. */
export function MoveForm({ whistle, verb, lineId, onClose }: Props) {
  const { language, say } = useWords()
  const [isTried, setTried] = useState(false)
  const [values, setValues] = useState<Record<string, string>>({})
  const move = useMove(whistle, verb, lineId, values, onClose)
  const title = say(whistleVerbLabels[verb])
  const asked = (forms[verb] ?? []).filter(({ when }) => when === undefined || when(values))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (asked.every((field) => field.isOptional || values[field.name])) move.run()
  }
  return (
    <form className="form whistle-form" aria-label={title} onSubmit={submit} noValidate>
      {asked.map((field) => (
        <Control
          key={field.name}
          field={field}
          others={whistle.others}
          value={values[field.name] ?? ''}
          error={
            move.errorAt(field.name) ??
            (isTried && !field.isOptional && !values[field.name]
              ? missingWords(field.label, language)
              : undefined)
          }
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {move.rest && (
        <Notice tone="act" live>
          {move.rest}
        </Notice>
      )}
      <div className="form-actions">
        <Button type="primary" danger={grave.has(verb)} htmlType="submit" loading={move.isPending}>
          {say(words.confirmVerb)}
          {title}
        </Button>
        <Button onClick={onClose}>{say(words.cancel)}</Button>
      </div>
    </form>
  )
}

function Control({
  field,
  others,
  value,
  error,
  onChange,
}: {
  field: FieldSpec
  others: WhistleView['others']
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const { say } = useWords()
  const today = dayOf(useNow())
  const named = {
    ...{ label: say(field.label), error, isOptional: field.isOptional ?? false },
    ...(field.hint ? { hint: say(field.hint) } : {}),
  }
  if (field.kind === 'choice')
    return (
      <Choices
        {...named}
        options={(field.options ?? []).map((one) => ({ value: one.value, label: say(one.label) }))}
        value={value}
        onChoose={onChange}
      />
    )
  return (
    <Field {...named}>
      {(wiring) => {
        const wired = { ...wiring, className: 'input', value, maxLength: field.max }
        const change = (event: { target: { value: string } }) => onChange(event.target.value)
        if (field.kind === 'area') return <textarea {...wired} rows={3} onChange={change} />
        if (field.kind === 'unit')
          return (
            <select {...wiring} className="input" value={value} onChange={change}>
              <option value="">{say(words.chooseUnit)}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )
        return (
          <input {...wired} type={field.kind === 'day' ? 'date' : 'text'} min={today} onChange={change} />
        )
      }}
    </Field>
  )
}
