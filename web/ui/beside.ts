/** Where a floating part is put in the page: after what opened it, so that the keyboard comes to it next. */
export function besideTrigger(trigger: HTMLElement): HTMLElement {
  return trigger.parentElement ?? document.body
}
