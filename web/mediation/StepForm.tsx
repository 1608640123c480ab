import { App, Button, Modal } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { Step } from '#domain/mediation/moves.ts'
import { useMe } from '#web/console/queries.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { failureWords } from '#web/lib/failure-words.ts'
import { OfflineError, RefusalError } from '#web/lib/failures.ts'
import { type Sentence, useWords } from '#web/lib/words.ts'
import { formWords } from '#web/matter/form-words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { checkStep, errorBeside, placeOf } from './check.ts'
import { useStep } from './queries.ts'
import type { Values } from './spec.ts'
import './step-form.css'

export type FormFields<V> = {
  value: V
  set: (more: Partial<V>) => void
  errorAt: (place: string) => string | undefined
}

export type StepFormProps<V extends object> = {
  mediation: { id: string; matterId: string }
  step: Step
  title: string
  lead?: ReactNode
  blank: V
  /** What the draft belongs to beside mediation and step: the party, the session, the agreement. */
  of?: string
  /** The places of the form, so that an error that belongs to none of them is told below. */
  places: readonly string[]
  inputOf: (value: V) => Values | Promise<Values>
  act: string
  done?: Sentence
  isGrave?: boolean
  isWide?: boolean
  onClose: () => void
  onDone?: () => void
  children: (fields: FormFields<V>) => ReactNode
}

/** The form of one step: kept while it is written, checked by the contract, refused beside its fields, done once. */
export function StepForm<V extends object>(props: StepFormProps<V>) {
  const { mediation, step, title, lead, places, inputOf, act, done, isGrave, isWide, onClose } = props
  const { language, say } = useWords()
  const { message } = App.useApp()
  const me = useMe()
  const [blank] = useState(props.blank)
  const key = `${me?.accountId}.${mediation.matterId}.mediate.${step}.${props.of ?? ''}`
  const draft = useDraft<V>(key, blank)
  const move = useStep(mediation)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<unknown>()
  const root = useRef<HTMLFormElement>(null)

  const showErrors = (found: Record<string, string>) => {
    setErrors(found)
    requestAnimationFrame(() => {
      const bad = root.current?.querySelector('.field:has(.field-error)')
      const target = bad?.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')
      target?.focus()
      bad?.scrollIntoView({ block: 'nearest' })
    })
  }
  const isPlace = (place: string) => places.some((one) => place === one || place.startsWith(`${one}.`))
  const tell = (error: unknown) => {
    const place = error instanceof RefusalError ? placeOf(error.refusal.field) : ''
    if (place !== '' && isPlace(place)) return showErrors({ [place]: failureWords(error, language) })
    setFailed(error)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailed(undefined)
    try {
      const input = await inputOf(draft.value)
      const refusals = Object.entries(checkStep(step, input))
      showErrors(
        Object.fromEntries(
          refusals.map(([place, refusal]) => [place, failureWords(new RefusalError(refusal, 422), language)]),
        ),
      )
      if (refusals.length > 0) {
        const [, loose] = refusals.find(([place]) => !isPlace(place)) ?? []
        return loose ? setFailed(new RefusalError(loose, 422)) : undefined
      }
      await move.mutateAsync({ step, input })
      draft.clear()
      if (done) message.success(say(done))
      onClose()
      props.onDone?.()
    } catch (error) {
      tell(error)
    }
  }
  const set = (more: Partial<V>) => {
    draft.set(more)
    setErrors((was) =>
      Object.fromEntries(
        Object.entries(was).filter(([place]) => !Object.keys(more).includes(place.split('.')[0] ?? '')),
      ),
    )
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={title} width={isWide ? 820 : 560}>
      <form
        ref={root}
        className="form step-form"
        aria-label={title}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        {lead && <div className="quiet step-lead">{lead}</div>}
        {draft.wasKept && <p className="quiet">{say(formWords.keptDraft)}</p>}
        {props.children({ value: draft.value, set, errorAt: (place) => errorBeside(errors, place) })}
        {failed !== undefined && (
          <Notice tone={failed instanceof OfflineError ? 'near' : 'act'} live>
            {failureWords(failed, language)}
          </Notice>
        )}
        <div className="form-actions">
          <Button type="primary" danger={isGrave === true} htmlType="submit" loading={move.isPending}>
            {act}
          </Button>
          <Button onClick={onClose}>{say(formWords.later)}</Button>
        </div>
      </form>
    </Modal>
  )
}
