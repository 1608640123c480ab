import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafeSlow(8192)
let at = pool.length

/** A random number of so many decimal digits, at most nine, each as likely as any other. */
export function freshDigits(count: number): string {
  const most = 10 ** count
  for (;;) {
    const drawn = freshBytes(4).readUInt32BE()
    // what is left over above the last whole round would make small numbers likelier
    if (drawn < Math.floor(2 ** 32 / most) * most) return String(drawn % most).padStart(count, '0')
  }
}

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
