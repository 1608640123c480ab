/**
 * Lets components write styles into the page: each `style` element that our scripts make carries the number that the
 * policy of this page asks for. Not all components ask for it, so it is given where elements are made. What somebody
 * smuggles in as HTML has no number, and is not applied.
 */
export function giveStylesTheirNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
  if (!nonce) return
  const make = document.createElement.bind(document) as (tag: string, options?: unknown) => HTMLElement
  document.createElement = (tag: string, options?: unknown) => {
    const element = make(tag, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
