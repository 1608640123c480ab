import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { blindIndex, fieldKeyIds } from '../secrets.ts'

/** The keys at hand are not those of the database; the message says what to do. */
export class KeysDoNotFit extends Error {}

export const indexMark = () => blindIndex('maple', 'mark')

const remedy =
  'Restore secrets.json (or the environment) that belongs to this database; docs/operations.md says how keys are changed'

/** Why the keys at hand do not fit what is noted; undefined: they do. In: the marks of a database. */
export function whyNotTheseKeys(marks: readonly { kind: string; mark: Buffer }[]): string | undefined {
  const given = fieldKeyIds()
  for (const { kind, mark } of marks) {
    if (kind === 'field' && !given.some((id) => id.equals(mark)))
      return `The database holds values sealed by the key ${mark.toString('hex')}, which is neither MAPLE_FIELD_KEY nor among MAPLE_OLD_FIELD_KEYS. ${remedy}.`
    if (kind === 'index' && !mark.equals(indexMark()))
      return `The look-ups of the database were made by another MAPLE_INDEX_KEY or MAPLE_CIPHER: nobody would be found by number or name. ${remedy}.`
  }
  return undefined
}

/** Notes the keys in use at the first start, and refuses to go on with keys that do not fit the database. Throws with the remedy. */
export async function insistOnKeys(db: Database, now: number): Promise<void> {
  const [field] = fieldKeyIds()
  const { rows } = await db.transaction().execute(async (tx) => {
    await sql`insert into key_mark (kind, mark, since) values ('index', ${indexMark()}, ${new Date(now)})
      on conflict do nothing`.execute(tx)
    const known = await sql<{
      kind: string
      mark: Buffer
    }>`select kind, mark from key_mark order by kind`.execute(tx)
    if (whyNotTheseKeys(known.rows) === undefined)
      await sql`insert into key_mark (kind, mark, since) values ('field', ${field}, ${new Date(now)})
        on conflict do nothing`.execute(tx)
    return known
  })
  const why = whyNotTheseKeys(rows)
  if (why !== undefined) throw new KeysDoNotFit(why)
}
