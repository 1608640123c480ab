import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeDatabase } from '#test/database.ts'
import { openDatabase, openPool } from './pool.ts'

test('what stands behind a setting that failed is refused, leaves nothing, and spoils no later transaction', async () => {
  const database = await makeDatabase()
  const pool = openPool(database.url, 1)
  const db = openDatabase(pool)
  const beat = (name: string) => sql`insert into heartbeat (process, at, facts) values (${name}, now(), '{}')`
  const spoiled = db.transaction().execute(async (tx) => {
    await beat('before').execute(tx)
    await sql.raw(`set local app.district = '1'; set local no_such_setting = 'x'`).execute(tx)
    await beat('behind').execute(tx)
  })
  await expect(spoiled).rejects.toMatchObject({ code: '25P02' })
  await db.transaction().execute((tx) => beat('later').execute(tx))
  const { rows } = await sql<{
    process: string
  }>`select process from heartbeat where process = any (${['before', 'behind', 'later']})`.execute(db)
  expect(rows).toEqual([{ process: 'later' }])
  await pool.end()
  await database.close()
})
