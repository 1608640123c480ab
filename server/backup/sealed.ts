import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { Unusable } from '../admin/command.ts'
import { type Kind, kindOf, secretOf } from './key.ts'

// A backup is a readable line with how its key is made, a MAC over it, and pieces sealed with AES-256-GCM one after the other.
// The nonce of a piece is its number and whether it is the last, so none can be moved, left out or cut off (the STREAM
// construction, as in age). The key is fresh in every file: it comes from the secret and a random salt.

const magic = 'maple-backup 1 '
const pieceBytes = 65_536
const tagBytes = 16
const macBytes = 32

type Keys = { content: Buffer; mac: Buffer }
type Bytes = AsyncIterable<Buffer>

function keysOf(secret: Buffer, salt: Buffer): Keys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `maple backup ${purpose}`, 32))
  return { content: derive('content'), mac: derive('preamble') }
}

function nonceOf(piece: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(piece, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Cuts a stream into pieces of one size; only the last may be shorter, and there always is a last one. */
async function* pieces(source: Bytes, size: number): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let kept: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    kept.push(chunk)
    length += chunk.length
    if (length <= size) continue
    const all = Buffer.concat(kept)
    let at = 0
    for (; all.length - at > size; at += size) yield { piece: all.subarray(at, at + size), isLast: false }
    kept = [all.subarray(at)]
    length = all.length - at
  }
  yield { piece: Buffer.concat(kept), isLast: true }
}

/** Seals a stream with the key of this installation. */
export async function sealing(env: NodeJS.ProcessEnv): Promise<(source: Bytes) => AsyncGenerator<Buffer>> {
  const kind = kindOf(env)
  const salt = randomBytes(32)
  const keys = keysOf(await secretOf(env, kind, salt), salt)
  const preamble = Buffer.from(`${magic}${JSON.stringify({ ...kind, salt: salt.toString('base64') })}\n`)
  return async function* (source) {
    yield Buffer.concat([preamble, createHmac('sha256', keys.mac).update(preamble).digest()])
    let number = 0
    for await (const { piece, isLast } of pieces(source, pieceBytes)) {
      const cipher = createCipheriv('aes-256-gcm', keys.content, nonceOf(number++, isLast))
      yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    }
  }
}

/** Opens what `sealing` made, piece by piece; nothing is given out that was not authentic. Throws `Unusable` saying what is wrong. */
export function opening(env: NodeJS.ProcessEnv): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* (source) {
    const { keys, rest } = await readPreamble(env, source)
    let number = 0
    for await (const { piece, isLast } of pieces(rest, pieceBytes + tagBytes)) {
      const opened = open(keys.content, nonceOf(number, isLast), piece)
      if (!opened) {
        const isCutOff =
          isLast && (piece.length < tagBytes || open(keys.content, nonceOf(number, false), piece))
        throw new Unusable(
          isCutOff
            ? 'The backup is cut off: its end is missing'
            : `The backup was changed or is damaged near byte ${number * (pieceBytes + tagBytes)}`,
        )
      }
      number++
      yield opened
    }
  }
}

function open(key: Buffer, nonce: Buffer, piece: Buffer): Buffer | undefined {
  if (piece.length < tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(piece.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

async function readPreamble(env: NodeJS.ProcessEnv, source: Bytes): Promise<{ keys: Keys; rest: Bytes }> {
  const iterator = source[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  for (;;) {
    const { value, done } = (await iterator.next()) as IteratorResult<Buffer, undefined>
    if (value) head = Buffer.concat([head, value])
    const isOurs = head.subarray(0, magic.length).equals(Buffer.from(magic).subarray(0, head.length))
    const end = head.indexOf('\n')
    if (!isOurs || (end < 0 && head.length > 1000)) throw new Unusable('This is not a backup of ours')
    if (end >= 0 && head.length >= end + 1 + macBytes) break
    if (done)
      throw new Unusable(head.length === 0 ? 'The file is empty' : 'The backup is cut off in its first line')
  }
  const end = head.indexOf('\n') + 1
  const { kind, salt } = parse(head.subarray(magic.length, end).toString())
  const keys = keysOf(await secretOf(env, kind, salt), salt)
  const mac = createHmac('sha256', keys.mac).update(head.subarray(0, end)).digest()
  if (!timingSafeEqual(mac, head.subarray(end, end + macBytes))) {
    const name = kind.kdf === 'key' ? 'MAPLE_BACKUP_KEY' : 'MAPLE_BACKUP_PASSPHRASE'
    throw new Unusable(
      `${name} does not open this backup: it was sealed with another one, or its first line was changed`,
    )
  }
  const first = head.subarray(end + macBytes)
  const rest = (async function* () {
    yield first
    for (;;) {
      const { value, done } = (await iterator.next()) as IteratorResult<Buffer, undefined>
      if (done || !value) return
      yield value
    }
  })()
  return { keys, rest }
}

function parse(line: string): { kind: Kind; salt: Buffer } {
  try {
    const { kdf, cost, salt } = JSON.parse(line) as { kdf: unknown; cost: unknown; salt: unknown }
    const bytes = Buffer.from(String(salt), 'base64')
    if (bytes.length === 32 && kdf === 'key') return { kind: { kdf }, salt: bytes }
    if (bytes.length === 32 && kdf === 'scrypt') return { kind: { kdf, cost: Number(cost) }, salt: bytes }
  } catch {
    // told below
  }
  throw new Unusable('This is not a backup of ours')
}
