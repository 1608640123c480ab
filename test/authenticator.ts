import { totpCode } from '#server/org/totp.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator that holds the secret (base32) shows at an instant. */
export function codeAt(secret: string, at: number): string {
  let bits = ''
  for (const sign of secret) bits += alphabet.indexOf(sign).toString(2).padStart(5, '0')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return totpCode(Buffer.from(bytes), Math.floor(at / 30_000))
}
