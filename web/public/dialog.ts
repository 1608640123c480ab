/** Opens a dialog; browsers before 2022 have none and get a plain box in the page. */
export function showDialog(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.hasAttribute('open')) return
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.setAttribute('open', '')
}

/** Closes it again; `close` is told either way. */
export function closeDialog(dialog: HTMLDialogElement | null): void {
  if (!dialog) return
  if (typeof dialog.close === 'function') return dialog.close()
  dialog.removeAttribute('open')
  dialog.dispatchEvent(new Event('close'))
}
