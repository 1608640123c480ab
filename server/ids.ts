import { uuidv7 } from '#domain/id.ts'
import { freshBytes } from './random.ts'

/** A fresh id for rows that the server makes by itself. */
export function newId(now: number): string {
  return uuidv7(now, freshBytes(10))
}
