/** Where in the public page somebody is. */
export type Spot =
  | { page: 'start' }
  | { page: 'stairwell'; district: number; code: string }
  | { page: 'track'; district: number }
  | { page: 'my'; district: number }
  | { page: 'person'; district: number }
  | { page: 'kiosk'; district: number; code: string }
  | { page: 'hall'; district: number; code: string }
  | { page: 'number'; district: number; code: string }
  | { page: 'mediation'; district: number; code: string }
  | { page: 'mediators'; district: number }
  | { page: 'proof'; district: number }
  | { page: 'nowhere' }

/** Reads an address. In: its path. Out: the page it names; `nowhere` for anything else. */
export function spotOf(pathname: string): Spot {
  const parts = pathname.split('/').filter(Boolean)
  if (parts.length === 0) return { page: 'start' }
  const [kind, number, code] = parts
  const district = /^\d{1,6}$/.test(number ?? '') ? Number(number) : 0
  if (kind === 's' && district > 0 && parts.length === 3 && code && /^[\w-]{1,12}$/.test(code)) {
    return { page: 'stairwell', district, code }
  }
  if (
    (kind === 'kiosk' || kind === 'hall') &&
    district > 0 &&
    parts.length === 3 &&
    code &&
    /^\w{8}$/.test(code)
  )
    return { page: kind, district, code }
  if (kind === 'n' && district > 0 && parts.length === 3 && code && /^[\da-f-]{36}$/.test(code))
    return { page: 'number', district, code }
  if (kind === 'm' && district > 0 && parts.length === 3 && code && /^[\w-]{20,60}$/.test(code))
    return { page: 'mediation', district, code }
  if (kind === 'my' && district > 0 && parts.length === 2) return { page: 'my', district }
  if (kind === 'p' && district > 0 && parts.length === 2) return { page: 'person', district }
  if (kind === 'v' && district > 0 && parts.length === 2) return { page: 'proof', district }
  if (kind === 'mediators' && district > 0 && parts.length === 2) return { page: 'mediators', district }
  if (kind === 't' && district > 0 && parts.length === 2) return { page: 'track', district }
  return { page: 'nowhere' }
}

/** The address that opens the page of a stairwell. */
export const stairwellPath = (district: number, code: string) => `/s/${district}/${code}`

/** The address that tracks one appeal; the code stands in the fragment, which no browser sends to a server. */
export const trackPath = (district: number, queryCode: string) => `/t/${district}#${queryCode}`

/** The address of what a telephone number gave; one of them stands in the fragment by its id. */
export const myPath = (district: number, appealId?: string) =>
  `/my/${district}${appealId === undefined ? '' : `#${appealId}`}`

/** The address that proves a paper; its code stands in the fragment. */
export const proofPath = (district: number, code: string) => `/v/${district}${code === '' ? '' : `#${code}`}`

/** The address of the mediators of a district. */
export const mediatorsPath = (district: number) => `/mediators/${district}`

/** The address of what is held on the person behind one appeal; its query code, or its id, stands in the fragment. */
export const personPath = (district: number, key: string) => `/p/${district}#${key}`
