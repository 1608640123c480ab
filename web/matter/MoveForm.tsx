import { App, Button } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { MatterPage } from '#contract/matter.ts'
import { verbLabels } from '#contract/words/labels.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import { useDraft } from '#web/lib/drafts.ts'
import { failureWords, fieldOf } from '#web/lib/failure-words.ts'
import { OfflineError, RefusalError } from '#web/lib/failures.ts'
import { useWords } from '#web/lib/words.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { checkInput } from './check.ts'
import type { FormValue } from './field-spec.ts'
import { verbHints, formWords as words } from './form-words.ts'
import { MoveField } from './MoveField.tsx'
import { NewsSince } from './NewsSince.tsx'
import { useMove } from './use-move.ts'
import { blankOf, inputOf, shownFields } from './verb-fields.ts'

/** The key under which the text of a verb is kept for this person and matter. */
export function draftKey(accountId: string, matterId: string, verb: Verb): string {
  return `${accountId}.${matterId}.${verb}`
}

/** The form of one verb: its fields from the table, its draft, its errors beside the fields, and what happened meanwhile. */
export function MoveForm({
  matter,
  verb,
  accountId,
  onClose,
}: {
  matter: MatterPage
  verb: Verb
  accountId: string
  onClose: () => void
}) {
  const { language, say } = useWords()
  const { message } = App.useApp()
  const [blank] = useState(() => blankOf(verb, matter))
  const draft = useDraft<FormValue>(draftKey(accountId, matter.id, verb), blank)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [wasStartedOver, setStartedOver] = useState(false)
  const move = useMove(matter)
  const root = useRef<HTMLFormElement>(null)
  const fields = shownFields(verb, draft.value)
  const label = say(verbLabels[verb])
  const mayStill = matter.may.includes(verb)

  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>(
      'input:not([type=file]), textarea, select, button[type=submit]',
    )
    first?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const focusFirstError = () =>
    requestAnimationFrame(() => {
      const bad = root.current?.querySelector('[aria-invalid="true"], .field-error')
      const target = bad?.matches('.field-error')
        ? bad.closest('.field')?.querySelector('input, textarea')
        : bad
      if (target instanceof HTMLElement) target.focus()
    })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = inputOf(verb, draft.value)
    const refusals = checkInput(verb, input)
    const found = Object.entries(refusals).map(([field, refusal]) => [
      field,
      failureWords(new RefusalError(refusal, 422), language),
    ])
    setErrors(Object.fromEntries(found))
    if (found.length > 0) return focusFirstError()
    try {
      await move.mutateAsync({ verb, input })
      draft.clear()
      message.success(say(words.done, { verb: label }))
      onClose()
    } catch (error) {
      const field = error instanceof RefusalError ? fieldOf(error.refusal.field) : undefined
      if (field !== undefined && fields.some((spec) => spec.name === field)) {
        setErrors({ [field]: failureWords(error, language) })
        focusFirstError()
      }
    }
  }
  const change = (name: string, value: unknown) => {
    draft.set({ [name]: value })
    if (errors[name]) setErrors(({ [name]: _, ...rest }) => rest)
  }
  const isGeneral = move.error && Object.keys(errors).length === 0
  const hint = verbHints[verb]

  return (
    <form
      ref={root}
      className="form move-form"
      aria-label={label}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      {hint && <p className="move-hint">{say(hint)}</p>}
      <NewsSince matter={matter} />
      {!mayStill && !move.isPending && (
        <Notice tone="near" live>
          {say(words.notNowAnyMore)}
        </Notice>
      )}
      {draft.wasKept && !wasStartedOver && (
        <Notice
          action={
            <button
              type="button"
              className="link"
              onClick={() => {
                draft.clear()
                setStartedOver(true)
              }}
            >
              {say(words.startOver)}
            </button>
          }
        >
          {say(words.keptDraft)}
        </Notice>
      )}
      {fields.map((spec) => (
        <MoveField
          key={spec.name}
          verb={verb}
          spec={spec}
          matter={matter}
          value={draft.value[spec.name]}
          error={errors[spec.name]}
          onChange={(value) => change(spec.name, value)}
          onOther={change}
        />
      ))}
      {isGeneral && (
        <Notice tone={move.error instanceof OfflineError ? 'near' : 'act'} live>
          {failureWords(move.error, language)}
        </Notice>
      )}
      <div className="form-actions move-actions">
        <Button
          type="primary"
          danger={moveOf(verb).grave === true}
          htmlType="submit"
          loading={move.isPending}
          disabled={!mayStill}
        >
          {say(move.isPending ? words.sending : words.confirm, { verb: label })}
        </Button>
        <Button onClick={onClose}>{say(words.later)}</Button>
      </div>
    </form>
  )
}
