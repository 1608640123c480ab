import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafeSlow(8192)
let at = pool.length

/** Random bytes fit for secrets, at most 256. They are drawn by the pool: asking the system for each few costs ten times as much. */
export function freshBytes(length: number): Buffer {
  if (at + length > pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const bytes = Buffer.from(pool.subarray(at, at + length))
  pool.fill(0, at, at + length)
  at += length
  return bytes
}
