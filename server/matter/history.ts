import { createHash, hash } from 'node:crypto'
import type { MatterActionRow } from '../db/tables.gen.ts'

/** The hash before the first action of a matter. */
export const beginning = Buffer.alloc(32)

/** JSON with its keys in order, so that the same payload has the same digest wherever it was stored. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const part = (value as Record<string, unknown>)[key]
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(part)}`
  }
  return `{${text}}`
}

const sha256 = (text: string) => hash('sha256', text, 'buffer')

export function digestOf(payload: unknown): Buffer {
  return sha256(canonical(payload))
}

type Line = Omit<MatterActionRow, 'payload' | 'payload_digest' | 'previous' | 'hash'>

/** The hash of one action over the one before. It covers the digest of the payload, not the payload (see migration 0002). */
export function hashOf(line: Line, digest: Buffer, previous: Buffer): Buffer {
  const parts = [
    line.district_id,
    line.matter_id,
    line.seq,
    line.id,
    line.verb,
    line.at,
    line.actor_kind,
    line.actor_id,
    line.post_id,
    line.unit_id,
    line.appeal_id,
    line.state,
  ]
  return createHash('sha256').update(previous).update(canonical(parts)).update(digest).digest()
}

/** Adds digest and chained hash to an action. */
export function chained(line: Line & { payload: unknown }, previous: Buffer): MatterActionRow {
  const digest = digestOf(line.payload)
  return { ...line, payload_digest: digest, previous, hash: hashOf(line, digest, previous) }
}

/** The first action of a history whose chain does not hold, or undefined. In: the actions of one matter, by seq. */
export function findBreak(actions: readonly MatterActionRow[]): number | undefined {
  let previous: Buffer = beginning
  for (const [index, action] of actions.entries()) {
    const holds =
      action.seq === index + 1 &&
      action.previous.equals(previous) &&
      action.payload_digest.equals(digestOf(action.payload)) &&
      action.hash.equals(hashOf(action, action.payload_digest, previous))
    if (!holds) return index + 1
    previous = action.hash
  }
  return undefined
}
