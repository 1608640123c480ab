import pg from 'pg'
import { expect, test } from 'vitest'
import { makeDatabase } from '#test/database.ts'
import { openDatabase, openPool } from './pool.ts'
import { sayAfter, sayAtCommit } from './say.ts'
import { blankScope, inScope } from './scope.ts'

test('what a transaction says is heard when it is committed, and nothing of one that failed', async () => {
  const database = await makeDatabase()
  const ear = new pg.Client({ connectionString: database.url })
  await ear.connect()
  await ear.query('listen maple')
  const heard: (string | undefined)[] = []
  ear.on('notification', ({ payload }) => heard.push(payload))
  const pool = openPool(database.url, 1)
  const say = (word: string, fails: boolean) =>
    inScope(openDatabase(pool), blankScope(1), async (tx) => {
      await sayAfter(tx, `${word} behind`)
      await sayAtCommit(tx, `${word} with it`)
      await ear.query('select 1')
      expect(heard.filter((text) => text?.startsWith(word))).toEqual([])
      if (fails) throw new Error('no')
    })
  await say('done', false)
  await expect(say('failed', true)).rejects.toThrow('no')
  await say('again', false)
  await ear.query('select 1')
  expect(heard).toEqual(['done with it', 'done behind', 'again with it', 'again behind'])
  await ear.end()
  await pool.end()
  await database.close()
})
