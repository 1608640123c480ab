import { App, Button, Modal } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { petitionInputs } from '#contract/petition-steps.ts'
import { petitionStepLabels } from '#contract/words/petition.ts'
import { type PetitionStep, petitionMoveOf } from '#domain/petition/moves.ts'
import type { Refusal } from '#domain/refusal.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { OfflineError, RefusalError } from '#web/lib/failures.ts'
import { newId } from '#web/lib/ids.ts'
import type { Ink } from '#web/lib/ink.ts'
import { sendFile } from '#web/lib/send-file.ts'
import { useWords } from '#web/lib/words.ts'
import { type Issue, refusalOf } from '#web/matter/check.ts'
import { formWords as common } from '#web/matter/form-words.ts'
import { placeOf } from '#web/mediation/check.ts'
import { StepField } from '#web/mediation/StepField.tsx'
import { inputFrom, type StepField as PlainField, type Values } from '#web/mediation/spec.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { ColleagueField, UnitField } from './PickFields.tsx'
import { usePetitionStep } from './queries.ts'
import { SignFields } from './SignFields.tsx'
import type { Asked, Spec } from './specs.ts'
import { formWords as words } from './words.ts'

type Props = {
  petition: { id: string; matterId: string }
  step: PetitionStep
  spec: Spec
  lead?: ReactNode
  /** Handed in beside what is asked, such as the own mandate of an agent. */
  named?: Values
  onClose: () => void
}

const isPlain = (field: Asked): field is PlainField & Pick<Asked, 'if'> =>
  field.as !== 'unit' && field.as !== 'colleague' && field.as !== 'sign'

/** What is handed in, out of the filled fields; some fields of the form are one of the contract. */
function inputOf(fields: readonly Asked[], values: Values, named: Values): Values {
  const picked = fields
    .filter((field) => !isPlain(field) && field.as !== 'sign')
    .map(({ name }) => [name, values[name] === '' ? undefined : values[name]] as const)
    .filter(([, value]) => value !== undefined)
  const all: Values = {
    ...inputFrom(fields.filter(isPlain), values),
    ...Object.fromEntries(picked),
    ...named,
  }
  const { otherId, reportedUnitId, reviewer, agentKind: _kind, ...rest } = all
  return {
    ...rest,
    ...(reportedUnitId === undefined ? {} : { reportedUnitIds: [reportedUnitId] }),
    ...(otherId === undefined ? {} : 'agreed' in rest ? { otherIds: [otherId] } : { otherId }),
    ...(reviewer === undefined || reviewer === 'outside' ? {} : { reviewerId: reviewer }),
  }
}

/** In which field of the form a refusal stands. */
const fieldOfForm: Readonly<Record<string, string>> = {
  reviewerId: 'reviewer',
  reportedUnitIds: 'reportedUnitId',
  otherIds: 'otherId',
  representativeIds: 'representativeIds',
}
const placeIn = (path: string) => {
  const place = placeOf(path)
  const [first = ''] = place.split('.')
  return fieldOfForm[first] ?? first
}

function checked(step: PetitionStep, input: Values): Record<string, Refusal> {
  const result = petitionInputs[step].safeParse(input)
  const refusals: Record<string, Refusal> = {}
  for (const issue of result.success ? [] : (result.error.issues as Issue[])) {
    const path = issue.path.map(String).join('.')
    refusals[placeIn(path)] ??= { ...refusalOf(issue, String(issue.path.at(-1) ?? '')), field: path }
  }
  return refusals
}

/** The form of one step of a petition: checked by the contract, refused beside its fields, done once. */
export function StepForm({ petition, step, spec, lead, named = {}, onClose }: Props) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [values, setValues] = useState<Values>({
    ...(step === 'mandate' ? { id: newId() } : {}),
    ...spec.blank,
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const ink = useRef<Ink | null>(null)
  const root = useRef<HTMLFormElement>(null)
  const move = usePetitionStep(petition)
  const fields = spec.fields.filter((field) => field.if?.(values) !== false)
  const title = say(petitionStepLabels[step])

  const show = (found: Record<string, string>) => {
    setErrors(found)
    requestAnimationFrame(() => {
      const bad = root.current?.querySelector('.field:has(.field-error)')
      bad?.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')?.focus()
      bad?.scrollIntoView({ block: 'nearest' })
    })
  }
  const words_ = (refusal: Refusal) => failureWords(new RefusalError(refusal, 422), language)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailed(undefined)
    setSending(true)
    try {
      const signed = step === 'mandate' ? await signatureOf(values, ink.current) : {}
      const own = step === 'mandate' ? { id: values['id'], way: values['way'] } : {}
      const input = inputOf(fields, values, { ...spec.named, ...own, ...signed, ...named })
      const refusals = checked(step, input)
      show(Object.fromEntries(Object.entries(refusals).map(([place, refusal]) => [place, words_(refusal)])))
      if (Object.keys(refusals).length > 0) return
      await move.mutateAsync({ step, input })
      message.success(say(words.done))
      onClose()
    } catch (error) {
      const place = error instanceof RefusalError ? placeIn(error.refusal.field ?? '') : ''
      if (fields.some(({ name }) => name === place)) show({ [place]: failureWords(error, language) })
      else setFailed(error)
    } finally {
      setSending(false)
    }
  }
  const set = (name: string, value: unknown) => {
    setValues((was) => ({ ...was, [name]: value }))
    setErrors(({ [name]: _gone, ...rest }) => rest)
  }
  const isGrave = spec.isGrave ?? petitionMoveOf(step).grave ?? false
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={620}>
      <form
        ref={root}
        className="form step-form"
        aria-label={title}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        {(lead || spec.lead) && (
          <div className="quiet step-lead">{lead ?? (spec.lead && say(spec.lead))}</div>
        )}
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            values={values}
            error={errors[field.name]}
            matterId={petition.matterId}
            ink={ink}
            onChange={set}
          />
        ))}
        {failed !== undefined && (
          <Notice tone={failed instanceof OfflineError ? 'near' : 'act'} live>
            {failureWords(failed, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" danger={isGrave} htmlType="submit" loading={isSending}>
            {title}
          </Button>
          <Button onClick={onClose}>{say(common.later)}</Button>
        </div>
      </form>
    </Modal>
  )
}

function OneField({
  field,
  values,
  error,
  matterId,
  ink,
  onChange,
}: {
  field: Asked
  values: Values
  error: string | undefined
  matterId: string
  ink: React.RefObject<Ink | null>
  onChange: (name: string, value: unknown) => void
}) {
  const { say } = useWords()
  const value = values[field.name]
  if (isPlain(field))
    return (
      <StepField spec={field} value={value} error={error} onChange={(next) => onChange(field.name, next)} />
    )
  if (field.as === 'sign') return <SignFields values={values} error={error} ink={ink} onChange={onChange} />
  const common = {
    ...{
      label: say(field.label),
      hint: field.hint && say(field.hint),
      error,
      value: typeof value === 'string' ? value : '',
    },
    ...(field.isOptional ? { isOptional: true } : {}),
    onPick: (id: string) => onChange(field.name, id),
  }
  return field.as === 'unit' ? <UnitField {...common} /> : <ColleagueField {...common} matterId={matterId} />
}

/** The signature as a file: a name drawn on the screen is sent first. Throws as sending does. */
async function signatureOf(values: Values, ink: Ink | null): Promise<Values> {
  if (values['way'] === 'paper') {
    const [file] = (values['files'] as { id: string }[] | undefined) ?? []
    return file ? { fileId: file.id } : {}
  }
  if (!ink || ink.isEmpty()) return {}
  const picture = ink.picture()
  const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  const fileId = newId()
  const file = new Blob([bytes], { type: 'image/png' })
  await sendFile('uploadFile', { params: { id: fileId }, query: { name: 'signature.png' } }, file)
  return { fileId }
}
