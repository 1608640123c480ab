import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { freshBytes } from './random.ts'

/** The keys of one installation; they live outside the database. Made ready once: from raw bytes each use takes five times as long. */
export type Keys = { field: KeyObject; index: KeyObject }

let keys: Keys | undefined

/** Sets the keys once per process. In: two base64 texts of 32 bytes. */
export function useKeys(field: string, index: string): void {
  const read = (text: string, name: string) => {
    const key = Buffer.from(text, 'base64')
    if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64`)
    return createSecretKey(key)
  }
  keys = { field: read(field, 'MAPLE_FIELD_KEY'), index: read(index, 'MAPLE_INDEX_KEY') }
}

function theKeys(): Keys {
  if (!keys) throw new Error('no keys: set MAPLE_FIELD_KEY and MAPLE_INDEX_KEY')
  return keys
}

/** Seals a text with AES-256-GCM; `bound` names the record and column, so a sealed value cannot be moved to another. */
export function seal(text: string, bound: string): Buffer {
  const nonce = freshBytes(12)
  const cipher = createCipheriv('aes-256-gcm', theKeys().field, nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made; throws when it was changed or moved. */
export function unseal(sealed: Buffer, bound: string): string {
  if (sealed[0] !== 1) throw new Error('unknown seal')
  const decipher = createDecipheriv('aes-256-gcm', theKeys().field, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return decipher.update(sealed.subarray(29), undefined, 'utf8') + decipher.final('utf8')
}

type Purpose =
  | ('phone' | 'query' | 'code' | 'name' | 'pinyin' | 'party')
  | ('login' | 'source' | 'recovery' | 'challenge' | 'text')

/** A keyed look-up of a secret or personal value; without the key it cannot be enumerated. */
export function blindIndex(value: string, purpose: Purpose): Buffer {
  return createHmac('sha256', theKeys().index).update(`${purpose}:${value}`).digest().subarray(0, 16)
}
