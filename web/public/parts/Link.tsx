/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { go } from '../navigate.ts'

type Props = { to: string; class?: string; children: ComponentChildren }

/** A link within this program; a middle click or a held key opens it as any other link. */
export function Link({ to, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
