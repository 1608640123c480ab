import { type ReactNode, useId } from 'react'
import { useWords } from '#web/lib/words.ts'
import { uiWords } from './ui-words.ts'

/** What a control inside a field needs to be named and described. */
export type Wiring = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

type Props = { label: string; hint?: ReactNode; error?: string | undefined; isOptional?: boolean }

/** A label, its control, a hint and the error that says how to mend it. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  children,
}: Props & { children: (wiring: Wiring) => ReactNode }) {
  const { say } = useWords()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="field-optional">{say(uiWords.optional)}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isOptional ? undefined : true,
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

/** The same for a group of choices. */
export function FieldGroup({ label, hint, error, isOptional, children }: Props & { children: ReactNode }) {
  const { say } = useWords()
  const id = useId()
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label}
        {isOptional && <span className="field-optional">{say(uiWords.optional)}</span>}
      </legend>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}

function FieldNotes({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="field-error" role="alert">
          <span aria-hidden="true">▲</span>
          {error}
        </div>
      )}
    </>
  )
}
