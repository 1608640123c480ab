import { createHash } from 'node:crypto'
import { Kysely, type LogEvent, PostgresDialect } from 'kysely'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { blankScope, inScope } from '#server/db/scope.ts'
import type { Tables } from '#server/db/tables.gen.ts'
import { newId } from '#server/ids.ts'
import { sendAppeal } from '#server/public/commands.ts'
import type { Bed } from './bed.ts'
import { sentence } from './words.ts'

export type Statement = { name: string; text: string; values: unknown[] }

/**
 * What the product sends to the database for each of `count` appeals: its own command runs, its statements are written
 * down, and its transaction is rolled back, so that the same statements can be run again raw.
 */
export async function recordAppeals(bed: Bed, count: number, round: number): Promise<Statement[][]> {
  const pool = openPool(bed.url, 2)
  const db = openDatabase(openPool(bed.url, 2))
  let current: Statement[] = []
  const note = ({ query: { sql, parameters } }: LogEvent): void => {
    current.push({
      name: createHash('sha1').update(sql).digest('base64url'),
      text: sql,
      values: [...parameters],
    })
  }
  const recorder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: note })
  const platform = { db } as never
  const all: Statement[][] = []
  for (let i = 0; i < count; i++) {
    current = []
    const now = Date.now()
    const body = {
      id: newId(now),
      matterId: newId(now),
      commandId: newId(now),
      placeCode: bed.places[i % bed.places.length] ?? '',
      words: sentence(round * count + i),
      phone: '19900001234',
      isConfidential: false,
      files: [],
    }
    await inScope(recorder, blankScope(bed.district), async (tx) => {
      await sendAppeal({ tx, params: { district: bed.district }, body, now, platform } as never)
      throw new Undone()
    }).catch((fault: unknown) => {
      if (!(fault instanceof Undone)) throw fault
    })
    all.push(current.map((s) => (s.text === 'rollback' ? { ...s, text: 'commit' } : s)))
  }
  await recorder.destroy()
  await db.destroy()
  return all
}

class Undone extends Error {}
