import type { Route } from '#contract/route.ts'
import { type RouteName, routes } from '#contract/routes.ts'
import { addressOf, type Given, ownHeader, valueOf } from './api.ts'
import { OfflineError } from './failures.ts'
import { handOut } from './hand-out.ts'

/** Asks for a file that is made for the asking, and hands it to the reader under the name the server gave it. Throws as `call` does. */
export async function keepFile<Name extends RouteName>(name: Name, given: Given<Name>): Promise<void> {
  const route: Route = routes[name]
  const parts = given as { body?: unknown }
  let response: Response
  let bytes: Blob
  try {
    response = await fetch(addressOf(route, given), {
      method: route.method,
      headers: { ...ownHeader, 'content-type': 'application/json' },
      body: JSON.stringify(parts.body),
    })
    bytes = await response.blob()
  } catch {
    throw new OfflineError()
  }
  if (!response.ok)
    valueOf(response.status, await bytes.text(), response.headers.get('x-request-id') ?? undefined)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  handOut(bytes, decodeURIComponent(named?.[1] ?? 'file'))
}
