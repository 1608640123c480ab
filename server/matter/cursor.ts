import { isUuidv7 } from '#domain/id.ts'
import { refuse } from '#domain/refusal.ts'
import { Refused } from '../http/refused.ts'

/** Where a page goes on: the sort key, an instant or null for none, and the id of its last row. */
export type Cursor = { key: string | null; id: string }

export const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Reads a cursor of ours. Refusal: `badInput` of the field `cursor`. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    const { key, id } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor
    const isKey = key === null || new Date(key).toISOString() === key
    if (isKey && isUuidv7(id)) return { key, id }
  } catch {
    // not one of ours
  }
  throw new Refused(refuse('badInput', { field: 'cursor', hint: '' }, 'cursor'))
}
