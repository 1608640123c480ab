import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeEmptyDatabase, type TestDatabase } from '#test/database.ts'
import { freshId } from '#test/factory.ts'
import { typed } from '#test/logs.ts'
import { sealRound } from '../audit/jobs.ts'
import { beginning, chained } from '../matter/history.ts'
import { insertRows } from './insert-rows.ts'
import { listMigrations, migrate } from './migrate.ts'
import { openDatabase, openPool } from './pool.ts'

// An installation of an early version, filled with the columns of that time and brought up to today step by step.

const district = 330_199
const first = '0007_insight.sql'
const at = Date.UTC(2026, 4, 6, 1)
const instant = new Date(at).toISOString()
const ids = { unit: freshId(), person: freshId(), account: freshId() }

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await makeEmptyDatabase()
  await migrate(database.url, (name) => name <= first)
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await fill(owner)
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const many = 40

/** What an early installation may hold: people, matters with two actions each, voices, clocks and what was read. */
async function fill(client: pg.Client): Promise<void> {
  const of = { district_id: district }
  await insertRows(client, 'district', [
    { id: district, name: '试装区', city: '临川江市', is_demo: false, created_at: instant },
  ])
  const path = `/${district}/`
  await insertRows(client, 'unit', [
    {
      ...of,
      id: ids.unit,
      kind: 'district',
      code: '330199',
      name: '试装区',
      pinyin: 'szq',
      path,
      valid_from: '2026-01-01',
      version: 1,
    },
  ])
  await insertRows(client, 'person', [
    { ...of, id: ids.person, name: '纪明', pinyin: 'jiming', created_at: instant },
  ])
  await insertRows(client, 'account', [
    {
      ...{
        ...of,
        id: ids.account,
        person_id: ids.person,
        login: 'first.admin',
        password_hash: 'x',
        failed: 0,
      },
      ...{ password_changed_at: instant, must_change_password: false },
    },
  ])
  await insertRows(client, 'profile', [{ ...of, version: 1, data: {}, from_at: instant }])
  await insertRows(client, 'category', [
    { ...of, code: 'S01', name_zh: '市容', name_en: 'Streets', mediable: false, words: '{}' },
  ])
  for (let n = 1; n <= many; n++) await fillMatter(client, n)
  const read = { ...of, at: instant, account_id: ids.account, what: 'reveal', purpose: '回访' }
  await insertRows(
    client,
    'read_log',
    Array.from({ length: many }, () => ({ ...read, id: freshId(), subject: freshId() })),
  )
  const deed = { ...of, at: instant, account_id: ids.account, verb: 'addUnit', payload: {} }
  await insertRows(client, 'org_action', [{ ...deed, id: freshId(), subject: ids.unit }])
}

async function fillMatter(client: pg.Client, n: number): Promise<void> {
  const of = { district_id: district, matter_id: freshId() }
  const line = (seq: number, verb: string, state: string, payload: object) => ({
    ...{ ...of, seq, id: freshId(), verb, at: at + seq * 60_000, actor_kind: 'staff', actor_id: ids.account },
    ...{ post_id: null, unit_id: ids.unit, appeal_id: null, state, payload },
  })
  const received = chained(
    line(1, 'receive', 'received', { level: 'district', title: `第 ${n} 件` }),
    beginning,
  )
  const accepted = chained(line(2, 'accept', 'accepted', {}), received.hash)
  const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
  await insertRows(client, 'matter', [
    {
      ...{
        district_id: district,
        id: of.matter_id,
        number: `260506-${String(n).padStart(5, '0')}-0`,
        state: 'accepted',
      },
      ...{
        kind: 'request',
        level: 'district',
        urgency: 'normal',
        channel: 'desk',
        title: `第 ${n} 件`,
        story: '楼道灯不亮',
      },
      ...{
        place_text: '',
        place_unit_id: ids.unit,
        place_path: `/${district}/`,
        centre_id: ids.unit,
        centre_path: `/${district}/`,
      },
      ...{
        holder_id: ids.unit,
        holder_path: `/${district}/`,
        involved: `{${ids.unit}}`,
        sensitive: false,
        need_to_know: '{}',
      },
      ...{
        returned_by: '{}',
        question_open: false,
        reopen_asked: false,
        reopenings: 0,
        appeals: 1,
        has_contact: false,
      },
      ...{
        revisit_tries: 0,
        received_at: instant,
        profile_version: 1,
        version: 2,
        last_seq: 2,
        last_hash: hex(accepted.hash),
      },
    },
  ])
  await insertRows(
    client,
    'matter_action',
    [received, accepted].map((action) => ({
      ...{ ...action, at: new Date(action.at).toISOString(), payload_digest: hex(action.payload_digest) },
      ...{ previous: hex(action.previous), hash: hex(action.hash) },
    })),
  )
  await insertRows(client, 'appeal', [
    {
      ...{
        district_id: district,
        id: freshId(),
        matter_id: of.matter_id,
        channel: 'desk',
        words: '楼道灯不亮',
      },
      ...{
        is_anonymous: true,
        is_confidential: false,
        query_index: `\\x${String(n).padStart(32, '0')}`,
        query_sealed: '\\x00',
      },
      ...{ submitted_at: instant, received_at: instant, repeats: 0 },
    },
  ])
  await insertRows(client, 'clock', [
    {
      ...{
        district_id: district,
        id: freshId(),
        matter_id: of.matter_id,
        kind: 'dispatch',
        unit_id: ids.unit,
        started_at: instant,
      },
      ...{ amount: 240, measure: 'workMinutes', pauses: [], extensions: [], calendar_version: 1, told: 0 },
    },
  ])
}

const filled = [
  'district',
  'unit',
  'person',
  'account',
  'matter',
  'matter_action',
  'appeal',
  'clock',
  'read_log',
  'org_action',
]
const count = async () => {
  const counts: Record<string, number> = {}
  for (const table of filled) {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int n from ${table}`)
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}

describe('an installation of an early version', async () => {
  const later = (await listMigrations()).map(({ name }) => name).filter((name) => name > first)

  test.each(later)('keeps what it has through %s', async (name) => {
    const before = await count()
    expect(before['matter_action']).toBe(2 * many)
    expect(await migrate(database.url, (each) => each <= name)).toEqual([name])
    expect(await count()).toEqual(before)
  })

  test('is then as new: its old rows are sealed and proved like new ones, and it has the limits of today', async () => {
    expect(await migrate(database.url)).toEqual([])
    const pool = openPool(database.url, 2)
    expect(await sealRound({ db: openDatabase(pool), clock: () => at })).toBe(3 * many + 1)
    await pool.end()
    const { code, out } = await typed({ DATABASE_URL: database.url }, 'verify')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining(`${3 * many + 1} rows under 3 seals, ${many} matters`),
    })
    const { rows } = await owner.query('select distinct centre_level, parts, extensions from matter')
    expect(rows).toEqual([{ centre_level: 'district', parts: [], extensions: 0 }])
    await expect(owner.query('delete from matter_action')).rejects.toThrow(/append-only/)
  })
})

test('a backup of an early version is restored into a newer one and brought up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maple-upgrade-'))
  const [old, target] = await Promise.all([makeEmptyDatabase(), makeEmptyDatabase()])
  try {
    await migrate(old.url, (name) => name <= first)
    const client = new pg.Client({ connectionString: old.url })
    await client.connect()
    await fill(client)
    await client.end()
    const env = { MAPLE_BACKUP_KEY: Buffer.alloc(32, 9).toString('base64'), MAPLE_HOME: folder }
    const file = join(folder, 'early.maple')
    expect(await typed({ ...env, DATABASE_URL: old.url }, 'backup', '--to', file)).toMatchObject({ code: 0 })
    const { code, out } = await typed(env, 'restore', '--from', file, '--into', target.url)
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/schema 0007, .* 0 chains/) })
    expect(await migrate(target.url)).toEqual([])
    expect(await typed({ DATABASE_URL: target.url }, 'verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${3 * many + 1} rows wait for their seal`),
    })
  } finally {
    await old.close()
    await target.close()
    await rm(folder, { recursive: true, force: true })
  }
})
