/** Whether a key belongs to what is being typed or to the browser, so that a shortcut must keep out. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true
  const target = event.target as HTMLElement | null
  if (
    document.querySelector('.ant-modal-wrap:not([style*="display: none"]), [role="dialog"][data-open="yes"]')
  )
    return true
  return target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
