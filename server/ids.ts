import { randomBytes } from 'node:crypto'
import { uuidv7 } from '#domain/id.ts'

/** A fresh id for rows that the server makes by itself. */
export function newId(now: number): string {
  return uuidv7(now, randomBytes(10))
}
