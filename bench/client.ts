import type { Bed } from './bed.ts'
import { benchLogin } from './district.ts'

/** Signs in as the measured district's one officer. Out: the cookie. */
export async function signIn(bed: Bed): Promise<string> {
  const answer = await fetch(`${bed.base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-maple': '1' },
    body: JSON.stringify(benchLogin),
  })
  if (!answer.ok) throw new Error(`no sign-in: ${answer.status}`)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
