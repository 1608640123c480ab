/** Time-based codes (RFC 6238) without the secret: which steps of thirty seconds may count. */
export const totpStepMs = 30_000
export const totpDigits = 6

/**
 * The steps whose code is taken at an instant: the present one and one on either side, for clocks that differ, and none that
 * has been used already or lies before one that was. One used further ahead than that was used while a clock was wrong and
 * shuts nobody out: its own code is of no use before its time.
 */
export function openSteps(now: number, lastStep: number): number[] {
  const step = Math.floor(now / totpStepMs)
  const last = lastStep > step + 1 ? 0 : lastStep
  return [step - 1, step, step + 1].filter((one) => one > last)
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as base32 (RFC 4648) without padding, as every authenticator reads it. */
export function toBase32(bytes: Uint8Array): string {
  let [bits, value, text] = [0, 0, '']
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += base32[(value >>> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + base32[(value << (5 - bits)) & 31] : text
}

/** The address that an authenticator scans: which product, whose account, which secret. */
export function totpAddress(secret: string, { issuer, login }: { issuer: string; login: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${totpDigits}&period=30`
}
