import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'

/** `aes`: AES-256-GCM and SHA-256; `sm4`: SM4 and SM3, where the national algorithms are demanded (GB/T 32907, GB/T 32905). */
export const ciphers = ['aes', 'sm4'] as const
export type Cipher = (typeof ciphers)[number]

/** One key of 32 bytes, ready for both suites: made once, since from raw bytes each use takes five times as long. */
export type FieldKey = { id: Buffer; aes: KeyObject; sm4: KeyObject; sm3: KeyObject }

/** What stands in a sealed value before its body. */
type Locked = { tag: Buffer; body: Buffer }

type Suite = {
  code: number
  nonceBytes: number
  tagBytes: number
  lock(key: FieldKey, nonce: Buffer, bound: Buffer, text: string): Locked
  /** Throws when anything was changed. */
  open(key: FieldKey, nonce: Buffer, bound: Buffer, locked: Locked): string
}

export function fieldKeyOf(raw: Buffer): FieldKey {
  const derive = (purpose: string, hash: string) => createHmac(hash, raw).update(purpose).digest()
  return {
    id: derive('maple key id', 'sha256').subarray(0, 4),
    aes: createSecretKey(raw),
    sm4: createSecretKey(derive('maple sm4', 'sm3').subarray(0, 16)),
    sm3: createSecretKey(derive('maple sm3', 'sm3')),
  }
}

const aes: Suite = {
  code: 1,
  nonceBytes: 12,
  tagBytes: 16,
  lock(key, nonce, bound, text) {
    const cipher = createCipheriv('aes-256-gcm', key.aes, nonce)
    cipher.setAAD(bound)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { tag: cipher.getAuthTag(), body }
  },
  open(key, nonce, bound, { tag, body }) {
    const decipher = createDecipheriv('aes-256-gcm', key.aes, nonce, { authTagLength: 16 })
    decipher.setAAD(bound)
    decipher.setAuthTag(tag)
    return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
  },
}

/** Encrypted first, then signed over everything: OpenSSL offers no SM4-GCM to us. */
function signed(key: FieldKey, nonce: Buffer, bound: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bound.length)
  return createHmac('sm3', key.sm3).update(length).update(bound).update(nonce).update(body).digest()
}

const sm4: Suite = {
  code: 2,
  nonceBytes: 16,
  tagBytes: 32,
  lock(key, nonce, bound, text) {
    const cipher = createCipheriv('sm4-ctr', key.sm4, nonce)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return { tag: signed(key, nonce, bound, body), body }
  },
  open(key, nonce, bound, { tag, body }) {
    if (!timingSafeEqual(tag, signed(key, nonce, bound, body))) throw new Error('the seal is broken')
    const decipher = createDecipheriv('sm4-ctr', key.sm4, nonce)
    return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
  },
}

export const suites: Record<Cipher, Suite> = { aes, sm4 }
export const suiteOf = (code: number | undefined): Suite | undefined =>
  Object.values(suites).find((suite) => suite.code === code)
