import type { Verb } from '#domain/matter/moves.ts'

/** After a form the keyboard is where the form was opened, or at the head of the matter. */
export function focusAfter(verb: Verb): void {
  window.setTimeout(() => {
    const button = document.querySelector<HTMLElement>(`.actions [data-verb="${verb}"]`)
    const target = button ?? document.getElementById('matter-title')
    target?.focus({ preventScroll: true })
  }, 60)
}
