import { createHmac } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Adapter, NotSent } from './adapter.ts'
import { addressOf, type HookRules, whyNotUrl } from './hook-address.ts'

const patienceMs = 15_000

/** `t=<seconds>,v1=<hex>`: the HMAC-SHA256 of `<seconds>.<body>` with the secret that the receiver was given. */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Events for other systems by HTTP. Redirects are not followed, and of the answer only the status is read. */
export function hookAdapter(rules: HookRules, clock: () => number): Adapter {
  return {
    async send({ id, to, subject, text, secret = '' }) {
      if (whyNotUrl(to, rules)) throw new NotSent('address not allowed')
      const url = new URL(to)
      const { address, family } = await addressOf(url.hostname, rules)
      const pinned = ((_host, { all }, done) =>
        all ? done(null, [{ address, family }]) : done(null, address, family)) as LookupFunction
      const status = await new Promise<number>((resolve, reject) => {
        const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
          ...{ method: 'POST', lookup: pinned, agent: false, signal: AbortSignal.timeout(patienceMs) },
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            'user-agent': 'maple-bridge',
            'x-maple-id': id,
            'x-maple-event': subject,
            'x-maple-signature': signatureOf(secret, text, clock()),
          },
        })
        request.on('response', (response) => {
          response.destroy()
          resolve(response.statusCode ?? 0)
        })
        request.on('error', (fault: NodeJS.ErrnoException) =>
          reject(
            new NotSent(
              fault.name === 'AbortError' || fault.name === 'TimeoutError'
                ? 'timeout'
                : (fault.code ?? 'HTTP'),
            ),
          ),
        )
        request.end(text)
      })
      if (status < 200 || status > 299) throw new NotSent(`HTTP ${status}`)
    },
  }
}
