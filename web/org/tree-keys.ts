/**
 * Walks a tree by the keys that trees have (WAI-ARIA, tree view): up and down over what is shown, right unfolds or goes in,
 * left folds or goes out, home and end. In: the tree, the key, how to fold. Out: whether the key meant something.
 */
export function stepTo(tree: HTMLElement, key: string, fold: (id: string, isOpen: boolean) => void): boolean {
  const items = [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const here = items[at]
  if (!here) return false
  const expanded = here.getAttribute('aria-expanded')
  const go = (to: HTMLElement | null | undefined) => {
    to?.focus()
    to?.scrollIntoView({ block: 'nearest' })
    return true
  }
  const id = here.dataset['id'] ?? ''
  if (key === 'ArrowDown') return go(items[at + 1])
  if (key === 'ArrowUp') return go(items[at - 1])
  if (key === 'Home') return go(items[0])
  if (key === 'End') return go(items.at(-1))
  if (key === 'ArrowRight') {
    if (expanded === 'true') return go(items[at + 1])
    if (expanded === 'false') fold(id, true)
    return true
  }
  if (key !== 'ArrowLeft') return false
  if (expanded === 'true') {
    fold(id, false)
    return true
  }
  const level = levelOf(here)
  return go(items.slice(0, at).findLast((item) => levelOf(item) < level))
}

const levelOf = (item: HTMLElement) => Number(item.getAttribute('aria-level'))
