import { spawnSync } from 'node:child_process'
import { appendFile, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshId } from '#test/factory.ts'
import { typed } from '#test/logs.ts'
import { makeDistrict } from '../admin.ts'
import { sealRound } from '../audit/jobs.ts'
import { insertRows } from '../db/insert-rows.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase, openPool } from '../db/pool.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/postgres.ts'

// What docs/operations.md says of going back to a moment, played on a real server: a copy of its folder taken while it works,
// and the archive of everything written since.

const district = 330_199
let home: string
let server: EmbeddedServer
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'maple-moment-'))
  await (await startEmbedded(home)).stop()
  const archive = join(home, 'postgres', 'archive')
  await mkdir(archive)
  const { uid, gid } = await stat(dataOf(home))
  await chown(archive, uid, gid)
  await appendFile(
    join(dataOf(home), 'postgresql.conf'),
    // never half a segment under its name: whoever restores would take it
    `\nwal_level = replica\narchive_mode = on\narchive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f'\n`,
  )
  server = await startEmbedded(home)
})
afterAll(async () => {
  await server.stop()
  await rm(home, { recursive: true, force: true })
})

const dataOf = (folder: string) => join(folder, 'postgres', 'data')

async function query<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<T>(statement)
  await client.end()
  return rows
}

/** Copies the folder of the server while it works, as a base backup is made. */
async function copyWhileItWorks(url: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`select pg_backup_start('copy', true)`)
  await mkdir(join(to, 'postgres'), { recursive: true })
  // files come and go meanwhile, which is no harm: the archive tells what became of them
  spawnSync('cp', ['-a', dataOf(home), dataOf(to)])
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(true)')
  await client.end()
  await rm(join(dataOf(to), 'postmaster.pid'), { force: true })
  for (const segment of await readdir(join(dataOf(to), 'pg_wal')))
    await rm(join(dataOf(to), 'pg_wal', segment), { recursive: true })
  await writeFile(join(dataOf(to), 'backup_label'), rows[0]?.labelfile ?? '')
  spawnSync('cp', ['-a', join(home, 'secrets.json'), join(to, 'secrets.json')])
}

test('the server goes back to a moment, and nothing that was acknowledged before it is lost', async () => {
  await migrate(server.url)
  const wanted = { id: district, name: '试装区', city: '临川江市', login: 'first.admin', person: '纪明' }
  await makeDistrict(server.url, wanted, Date.now())
  const [account] = await query<{ id: string }>(server.url, 'select id from account')
  const pool = openPool(server.url, 4)
  const sealer = { db: openDatabase(pool), clock: () => Date.now() }

  /** Four who write, one row a transaction, until enough is done. Out: the ids that were acknowledged. */
  const write = (isDone: (own: number) => boolean) =>
    Promise.all(
      [1, 2, 3, 4].map(async () => {
        const client = new pg.Client({ connectionString: server.url })
        await client.connect()
        const ids: string[] = []
        while (!isDone(ids.length)) {
          const row = { district_id: district, id: freshId(), at: new Date(), account_id: account?.id }
          await insertRows(client, 'org_action', [
            { ...row, verb: 'addUnit', subject: freshId(), payload: {} },
          ])
          ids.push(row.id)
        }
        await client.end()
        return ids
      }),
    ).then((lists) => lists.flat())

  let isCopied = false
  const during = write(() => isCopied)
  const second = join(home, 'second')
  await copyWhileItWorks(server.url, second)
  isCopied = true
  const before = await during
  await sealRound(sealer)
  before.push(...(await write((own) => own >= 30)))
  const [moment] = await query<{ at: string }>(server.url, 'select clock_timestamp()::text at')
  const after = await write((own) => own >= 30)
  await sealRound(sealer)
  await pool.end()
  const [segment] = await query<{ name: string }>(server.url, 'select pg_walfile_name(pg_switch_wal()) name')
  const archive = join(home, 'postgres', 'archive')
  await expect.poll(() => readdir(archive), { timeout: 20_000 }).toContain(segment?.name)
  // the machine is gone: what is left is the copy and the archive
  process.kill(server.pid, 'SIGQUIT')

  await appendFile(
    join(dataOf(second), 'postgresql.conf'),
    `\narchive_mode = off\nrestore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment?.at}'
recovery_target_action = promote\n`,
  )
  await writeFile(join(dataOf(second), 'recovery.signal'), '')
  const back = await startEmbedded(second)
  try {
    const isBack = async () =>
      (await query<{ still: boolean }>(back.url, 'select pg_is_in_recovery() still'))[0]?.still === false
    await expect.poll(isBack, { timeout: 20_000 }).toBe(true)
    const there = new Set(
      (await query<{ id: string }>(back.url, 'select id from org_action')).map(({ id }) => id),
    )
    expect(before.filter((id) => !there.has(id))).toEqual([])
    expect(after.filter((id) => there.has(id))).toEqual([])
    // without DATABASE_URL a command finds the embedded server, and leaves it as it was
    const { code, out } = await typed({ MAPLE_HOME: second }, 'verify')
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Nothing was changed: \d+ rows/),
    })
    expect(await query(back.url, `update district set city = city returning 1`)).toHaveLength(1)
  } finally {
    await back.stop()
  }
  expect(await typed({ MAPLE_HOME: second }, 'verify')).toMatchObject({ code: 0 })
}, 120_000)
