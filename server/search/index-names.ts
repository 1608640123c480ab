import { sql } from 'kysely'
import { inScope, scopeOf } from '../db/scope.ts'
import type { AppealRow } from '../db/tables.gen.ts'
import type { Platform } from '../http/bind.ts'
import { openSealed } from '../matter/views.ts'
import { listDistricts } from '../org/queries.ts'
import { nameIndexes } from './person-names.ts'

/** Voices in one transaction; opening a name costs little, but nobody has to wait for it. */
const atOnce = 500

type Voice = Pick<AppealRow, 'district_id' | 'id' | 'name_sealed'>

/** Gives the names that were registered before there was an index their keys; only this process can open them. Out: how many. */
export async function indexNames({ db }: Pick<Platform, 'db'>): Promise<number> {
  let count = 0
  for (const district of await listDistricts(db))
    count += await inScope(db, scopeOf({ kind: 'system', districtId: district }), async (tx) => {
      const { rows } =
        await sql<Voice>`select district_id, id, name_sealed from appeal where district_id = ${district}
        and name_sealed is not null and name_index is null order by id limit ${atOnce} for update skip locked`.execute(
          tx,
        )
      const keys = rows.map((row) => {
        const { name, pinyin } = nameIndexes(openSealed(row, 'name'))
        // a name of signs alone gets a key that nobody can type, so that it is not opened again and again
        return {
          id: row.id,
          name: (name ?? Buffer.alloc(16)).toString('hex'),
          pinyin: pinyin?.toString('hex') ?? null,
        }
      })
      await sql`update appeal a set name_index = decode(x.name, 'hex'), pinyin_index = decode(x.pinyin, 'hex')
        from json_to_recordset(${JSON.stringify(keys)}::json) x(id uuid, name text, pinyin text)
        where a.district_id = ${district} and a.id = x.id`.execute(tx)
      return rows.length
    })
  return count
}
