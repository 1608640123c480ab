import type { Route, RouteAnswer, RouteGiven } from '#contract/route.ts'
import { type RouteName, routes } from '#contract/routes.ts'
import { isRefusal } from '#domain/refusal.ts'
import { isAway } from './away.ts'
import { FaultError, OfflineError, RefusalError } from './failures.ts'

type Table = typeof routes
export type Given<Name extends RouteName> = RouteGiven<Table[Name]>
export type Answer<Name extends RouteName> = RouteAnswer<Table[Name]>
type Values = Record<string, string | number | boolean | null | undefined>
type Parts = { params?: Values; query?: Values; body?: unknown }

/** The address of a route: path with its parameters, and the query without what is undefined or empty. */
export function addressOf(route: Pick<Route, 'path'>, { params = {}, query = {} }: Parts): string {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key] ?? '')),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** The address of a route that answers a file, for links and pictures. */
export function hrefOf<Name extends RouteName>(name: Name, given: Given<Name>): string {
  return addressOf(routes[name], given)
}

/** What an answer means: the value, or a thrown refusal or fault. */
export function valueOf(status: number, text: string, requestId: string | undefined): unknown {
  let value: unknown
  try {
    value = text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new FaultError(status, requestId)
  }
  if (status < 400) return value
  const id = (value as { requestId?: string } | undefined)?.requestId ?? requestId
  if (isRefusal(value)) throw new RefusalError(value, status, id)
  throw new FaultError(status, id)
}

/** The header by which the server knows that a page of its own asks. */
export const ownHeader = { 'x-maple': '1' }

/** What a page asks while nobody is there must not keep the session awake. */
const quietHeader = (): Record<string, string> => (isAway() ? { 'x-maple-quiet': '1' } : {})

/** Calls a route of the contract. Throws RefusalError, OfflineError or FaultError, nothing else but an abort. */
export async function call<Name extends RouteName>(
  name: Name,
  given: Given<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> {
  const route: Route = routes[name]
  const parts = given as Parts
  let response: Response
  let text: string
  try {
    response = await fetch(addressOf(route, parts), {
      method: route.method,
      headers: {
        ...ownHeader,
        ...quietHeader(),
        ...(route.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(route.body ? { body: JSON.stringify(parts.body) } : {}),
      ...(signal ? { signal } : {}),
    })
    text = await response.text()
  } catch (error) {
    if (signal?.aborted) throw error
    throw new OfflineError()
  }
  return valueOf(response.status, text, response.headers.get('x-request-id') ?? undefined) as Answer<Name>
}
