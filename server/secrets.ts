import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { type Cipher, type FieldKey, fieldKeyOf, suiteOf, suites } from './keys/suites.ts'
import { freshBytes } from './random.ts'

type IndexKey = { key: KeyObject; hash: 'sha256' | 'sm3' }

/** The keys of one installation; they live outside the database. The first of each is used, the others only understand. */
type Ring = { cipher: Cipher; fields: readonly FieldKey[]; indexes: readonly IndexKey[]; head: Buffer }

/** Keys of before, and which algorithms are used from now on. */
export type KeyOptions = {
  cipher?: Cipher
  oldFields?: readonly string[]
  oldIndexes?: readonly string[]
}

let ring: Ring | undefined

function bytesOf(text: string, name: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64`)
  return key
}

/** Sets the keys once per process. In: base64 texts of 32 bytes. Throws with the name of the setting that is none. */
export function useKeys(
  field: string,
  index: string,
  { cipher = 'aes', oldFields = [], oldIndexes = [] }: KeyOptions = {},
): void {
  const fields = [
    bytesOf(field, 'MAPLE_FIELD_KEY'),
    ...oldFields.map((text) => bytesOf(text, 'MAPLE_OLD_FIELD_KEYS')),
  ].map(fieldKeyOf)
  const indexKeys = [
    bytesOf(index, 'MAPLE_INDEX_KEY'),
    ...oldIndexes.map((text) => bytesOf(text, 'MAPLE_OLD_INDEX_KEYS')),
  ]
  const hashes = cipher === 'sm4' ? (['sm3', 'sha256'] as const) : (['sha256', 'sm3'] as const)
  ring = {
    cipher,
    fields,
    head: headOf(cipher, firstOf(fields)),
    indexes: indexKeys.flatMap((key) => hashes.map((hash) => ({ key: createSecretKey(key), hash }))),
  }
}

function theKeys(): Ring {
  if (!ring) throw new Error('no keys: set MAPLE_FIELD_KEY and MAPLE_INDEX_KEY')
  return ring
}

const firstOf = <T>([first]: readonly T[]): T => first as T

/** How a sealed value begins: that it names its suite and its key. Values of before begin with 1 and name neither. */
const format = 2

const headOf = (cipher: Cipher, key: FieldKey): Buffer =>
  Buffer.concat([Buffer.from([format, suites[cipher].code]), key.id])

/** Seals a text; `bound` names the record and column, so a sealed value cannot be moved to another. */
export function seal(text: string, bound: string): Buffer {
  const { cipher, fields, head } = theKeys()
  const suite = suites[cipher]
  const nonce = freshBytes(suite.nonceBytes)
  const { tag, body } = suite.lock(firstOf(fields), nonce, Buffer.concat([head, Buffer.from(bound)]), text)
  return Buffer.concat([head, nonce, tag, body])
}

/** Opens what `seal` made, under whichever of our keys; throws when it was changed or moved, or when its key is not given. */
export function unseal(sealed: Buffer, bound: string): string {
  if (sealed[0] === 1) return unsealFirst(sealed, bound)
  const suite = suiteOf(sealed[1])
  if (sealed[0] !== format || !suite) throw new Error('unknown seal')
  const head = sealed.subarray(0, 6)
  const id = head.subarray(2)
  const key = theKeys().fields.find((one) => one.id.equals(id))
  if (!key)
    throw new Error(`no key ${id.toString('hex')}: add it to MAPLE_OLD_FIELD_KEYS (see docs/operations.md)`)
  const nonceEnd = 6 + suite.nonceBytes
  const tagEnd = nonceEnd + suite.tagBytes
  return suite.open(key, sealed.subarray(6, nonceEnd), Buffer.concat([head, Buffer.from(bound)]), {
    tag: sealed.subarray(nonceEnd, tagEnd),
    body: sealed.subarray(tagEnd),
  })
}

/** Values of before the keys had names: whichever key opens it was the one. */
function unsealFirst(sealed: Buffer, bound: string): string {
  const locked = { tag: sealed.subarray(13, 29), body: sealed.subarray(29) }
  let fault: unknown
  for (const key of theKeys().fields)
    try {
      return suites.aes.open(key, sealed.subarray(1, 13), Buffer.from(bound), locked)
    } catch (broken) {
      fault = broken
    }
  throw fault
}

/** Whether a value is sealed as it would be today. */
export const isSealedNow = (sealed: Buffer): boolean => sealed.subarray(0, 6).equals(theKeys().head)

/** The names of the keys that are given, the one in use first: eight hexadecimal digits each, from which no key can be found. */
export const fieldKeyIds = (): Buffer[] => theKeys().fields.map(({ id }) => id)

type Purpose =
  | ('phone' | 'query' | 'code' | 'name' | 'pinyin' | 'party')
  | ('login' | 'source' | 'recovery' | 'challenge' | 'mark' | 'text')
  | ('identity' | 'trip' | 'link')

const indexUnder = ({ key, hash }: IndexKey, value: string, purpose: Purpose): Buffer =>
  createHmac(hash, key).update(`${purpose}:${value}`).digest().subarray(0, 16)

/** A keyed look-up of a secret or personal value; without the key it cannot be enumerated. */
export const blindIndex = (value: string, purpose: Purpose): Buffer =>
  indexUnder(firstOf(theKeys().indexes), value, purpose)

/** The same under every key and hash that we know: for secrets of which only this was kept, so that nothing can be made anew. */
export const blindIndexes = (value: string, purpose: Purpose): Buffer[] =>
  theKeys().indexes.map((one) => indexUnder(one, value, purpose))
