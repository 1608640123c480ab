import { sql } from 'kysely'
import type { Database } from './pool.ts'
import type { Tx } from './scope.ts'

/** What a transaction has to say once it is committed. */
const kept = new WeakMap<Tx, string[]>()

/** Lets a transaction keep what it says until `tell`. */
export function keepSayings(tx: Tx): string[] {
  const texts: string[] = []
  kept.set(tx, texts)
  return texts
}

/** Says something to every listening process, with the commit itself: what must never be missed. */
export async function sayAtCommit(tx: Tx, text: string): Promise<void> {
  await sql`select pg_notify('maple', ${text})`.execute(tx)
}

/**
 * Says something to every listening process right after the commit, before it is answered for. PostgreSQL lets the transactions
 * that notify commit one at a time, each waiting for the disk alone; what only asks a page to look again is not worth that.
 */
export async function sayAfter(tx: Tx, text: string): Promise<void> {
  const texts = kept.get(tx)
  if (texts) texts.push(text)
  else await sayAtCommit(tx, text)
}

type Saying = { waiting: string[]; now: Promise<void>; next?: Promise<void> | undefined }
const sayings = new WeakMap<Database, Saying>()

/**
 * Says what a transaction has kept, once it is committed; what comes while something is being said goes together with the next. Where
 * this fails nobody is told, as when a process ends just here.
 */
export function tell(db: Database, texts: readonly string[]): Promise<void> {
  const saying = sayings.get(db) ?? { waiting: [], now: Promise.resolve() }
  sayings.set(db, saying)
  if (texts.length === 0) return Promise.resolve()
  saying.waiting.push(...texts)
  saying.next ??= saying.now.then(() => {
    const said = saying.waiting
    saying.waiting = []
    saying.next = undefined
    saying.now = speak(db, said)
    return saying.now
  })
  return saying.next
}

/** It asks pages to look again and outlives nothing, so that it does not wait for the disk. */
async function speak(db: Database, texts: readonly string[]): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true), pg_notify('maple', x) from unnest(${texts}::text[]) x`
    .execute(db)
    .catch((fault: unknown) => console.error('live', fault))
}
