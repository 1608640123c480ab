import type { KeyboardEvent } from 'react'

export type FormKey =
  | { does: 'register' }
  | { does: 'dispatch' }
  | { does: 'join'; index: number }
  | { does: 'next' }

/** What a key means in the form: Ctrl+Enter registers, with Shift dispatches too, Alt+digit joins, Enter goes on. */
export function formKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & {
    tag: string
  },
): FormKey | undefined {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.key === 'Enter' && isCommand) return { does: event.shiftKey ? 'dispatch' : 'register' }
  const digit = /^Digit([1-5])$/.exec(event.code)?.[1]
  if (event.altKey && !isCommand && digit !== undefined) return { does: 'join', index: Number(digit) - 1 }
  return event.key === 'Enter' && (event.tag === 'INPUT' || event.tag === 'SELECT')
    ? { does: 'next' }
    : undefined
}

/** Puts the cursor into the field after the one that has it, so that Enter never sends half a form. */
export function focusNext(form: HTMLFormElement, from: Element): void {
  const fields = [
    ...form.querySelectorAll<HTMLElement>('input:not([type=file]), select, textarea, button[type=submit]'),
  ]
  fields[fields.indexOf(from as HTMLElement) + 1]?.focus()
}
