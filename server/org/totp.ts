import { createHmac, timingSafeEqual } from 'node:crypto'
import { openSteps, totpDigits } from '#domain/org/totp.ts'

/** The code of one step (RFC 4226 with the counter of RFC 6238, SHA-1 as every authenticator has it). */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 10 ** totpDigits).padStart(totpDigits, '0')
}

/** The step of which a code is, among those that may count now; undefined where it is of none. */
export function stepOf(secret: Buffer, given: string, now: number, lastStep: number): number | undefined {
  const bytes = Buffer.from(given)
  return openSteps(now, lastStep).find((step) => {
    const code = Buffer.from(totpCode(secret, step))
    return code.length === bytes.length && timingSafeEqual(code, bytes)
  })
}
