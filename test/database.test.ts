import pg from 'pg'
import { expect, test } from 'vitest'
import { makeDatabase } from './database.ts'

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return work(client)
}

test('two test databases share nothing, are migrated, and know Chinese letters', async () => {
  const [one, two] = await Promise.all([makeDatabase(), makeDatabase()])
  try {
    await withClient(one.url, async (client) => {
      await client.query('create table only_here (n int)')
      expect((await client.query(`select '信' ~ '\\w' as letter`)).rows).toEqual([{ letter: true }])
      expect((await client.query(`select to_regclass('migration') is not null as migrated`)).rows).toEqual([
        { migrated: true },
      ])
    })
    await withClient(two.url, async (client) => {
      expect((await client.query(`select to_regclass('only_here') as found`)).rows).toEqual([{ found: null }])
    })
  } finally {
    await Promise.all([one.close(), two.close()])
  }
  await expect(withClient(one.url, () => Promise.resolve())).rejects.toThrow('does not exist')
})
