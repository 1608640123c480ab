/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

type Props = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  children: ComponentChildren
}

/** A labelled field with its hint before it and, when something has to be mended, the way to mend it beside it. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children}
      <p class="error" id={`${id}-error`} role={error ? 'alert' : undefined}>
        {error}
      </p>
    </div>
  )
}

/** The attributes that tie an input to its hint and its error. */
export function described(id: string, error: string | undefined) {
  return { id, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': error ? true : undefined }
}
