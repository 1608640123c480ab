import { routes } from '#contract/routes.ts'
import { addressOf, type Given, ownHeader, valueOf } from '#web/lib/api.ts'
import { OfflineError } from '#web/lib/failures.ts'

/** Fetches a file that is handed over once, by POST so that nothing fetches it by the way, and lets the browser save it. */
export async function takeFile(name: 'takePasswords', given: Given<'takePasswords'>): Promise<void> {
  const route = routes[name]
  let response: Response
  try {
    response = await fetch(addressOf(route, given), { method: route.method, headers: ownHeader })
  } catch {
    throw new OfflineError()
  }
  if (!response.ok)
    valueOf(response.status, await response.text(), response.headers.get('x-request-id') ?? undefined)
  const [, encoded = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(encoded) || 'passwords.xlsx'
  link.click()
  URL.revokeObjectURL(link.href)
}
