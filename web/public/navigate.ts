import { createStore } from './store.ts'

const addressNow = () => location.pathname + location.hash

/** The address bar, as the page watches it. */
export const address = createStore(addressNow())

const follow = () => address.set(addressNow())
addEventListener('popstate', follow)
addEventListener('hashchange', follow)

/** Goes to another page of this program without loading it anew. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  follow()
  scrollTo(0, 0)
}
