import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { fillLogs, pastTriggers, typed } from '#test/logs.ts'
import { report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import type { MatterActionRow } from '../db/tables.gen.ts'
import { chained } from '../matter/history.ts'
import { readWitnesses } from './anchors.ts'
import type { Finding } from './findings.ts'
import { anchorRound, sealRound } from './jobs.ts'
import { chainTables, logNames } from './logs.ts'
import { hashOfAnchor, hashOfSeal } from './seal.ts'
import { verifyLogs } from './verify.ts'

const tables = [...logNames, ...chainTables, 'log_pending', 'matter']
let server: TestServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maple-verify-'))
  server = await startServer()
  for (let round = 0; round < 2; round++) {
    await fillLogs(server)
    await sealRound(server.platform)
    await anchorRound(server.platform)
    server.pass(day)
  }
  await report(server)
  await server.owner.query('create schema kept')
  for (const table of tables) await server.owner.query(`create table kept.${table} as table ${table}`)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const asOwner = (statements: string) => pastTriggers(server, statements)

async function look(wanted: Parameters<typeof verifyLogs>[1] = {}): Promise<Finding[]> {
  const found: Finding[] = []
  await verifyLogs(server.url, wanted, (finding) => found.push(finding))
  return found
}

/** What is found after some tampering; afterwards everything is as it was. */
async function foundAfter(
  tampering: string,
  wanted: Parameters<typeof verifyLogs>[1] = {},
): Promise<Finding[]> {
  await asOwner(tampering)
  const found = await look(wanted)
  const back = tables.filter((table) => table !== 'matter' && tampering.includes(table))
  await asOwner(
    `${back.map((table) => `delete from ${table}; insert into ${table} select * from kept.${table};`).join(' ')}
      update matter m set last_seq = k.last_seq, last_hash = k.last_hash from kept.matter k where k.id = m.id`,
  )
  return found
}

const one = async <T extends object>(statement: string) =>
  (await server.owner.query<T>(statement)).rows[0] as T
const third = async (log: string) =>
  (await one<{ id: string }>(`select ids[3] id from log_seal where log = '${log}' order by no limit 1`)).id

test('what nobody touched is found in order, also while rows wait for their seal', async () => {
  const found: Finding[] = []
  const sum = await verifyLogs(server.url, {}, (finding) => found.push(finding))
  expect(found).toEqual([])
  expect(sum).toMatchObject({ districts: 1, anchors: 2, waiting: 1, matters: 5 })
  expect(await look({ from: '2026-11-24' })).toEqual([])
})

describe.each(logNames)('in %s is found', (log) => {
  test('a row that was changed', async () => {
    const id = await third(log)
    const found = await foundAfter(`update ${log} set at = at + interval '1 hour' where id = '${id}'`)
    if (log === 'matter_action') expect(found).toMatchObject([{ log, kind: 'changed' }])
    else expect(found).toMatchObject([{ district, log, kind: 'changed', what: id }])
  })

  test('a row that was removed', async () => {
    const id = await third(log)
    const found = await foundAfter(`delete from ${log} where id = '${id}'`)
    expect(found).toContainEqual(expect.objectContaining({ district, log, kind: 'missing', what: id }))
  })

  test('a row that was slipped in', async () => {
    const id = freshId()
    const extra = log === 'matter_action' ? ', seq = seq + 900' : ''
    const found = await foundAfter(
      `create temp table copied on commit drop as select * from ${log} where id = '${await third(log)}';
        update copied set id = '${id}'${extra}; insert into ${log} select * from copied`,
    )
    expect(found).toContainEqual(expect.objectContaining({ district, log, kind: 'inserted', what: id }))
  })

  test('two rows that changed places', async () => {
    const { a, b } = await one<{ a: string; b: string }>(
      `select ids[2] a, ids[3] b from log_seal where log = '${log}' order by no limit 1`,
    )
    const spare = freshId()
    const found = await foundAfter(
      `update ${log} set id = '${spare}' where id = '${a}'; update ${log} set id = '${a}' where id = '${b}';
        update ${log} set id = '${b}' where id = '${spare}'`,
    )
    for (const what of [a, b])
      expect(found).toContainEqual(expect.objectContaining({ log, kind: 'changed', what }))
  })

  test('the end of its chain that was cut off, with its rows', async () => {
    const { no, ids } = await one<{ no: number; ids: string[] }>(
      `select no, ids from log_seal where log = '${log}' order by no desc limit 1`,
    )
    const found = await foundAfter(
      `delete from log_seal where log = '${log}' and no = ${no}; delete from ${log} where id in ('${ids.join("','")}')`,
    )
    expect(found).toContainEqual(expect.objectContaining({ log, kind: 'missing', what: `seal ${no}` }))
  })
})

describe('in the history of a matter is found', () => {
  const matter = `(select matter_id from matter_action group by 1 order by max(seq) desc limit 1)`
  const where = (seq: number) => `matter_id = ${matter} and seq = ${seq}`

  test.each([
    [
      'a payload that was changed',
      `update matter_action set payload = '{"note":"forged"}' where ${where(2)}`,
      'changed',
      2,
    ],
    [
      'an actor that was changed',
      `update matter_action set actor_id = gen_random_uuid() where ${where(3)}`,
      'changed',
      3,
    ],
    ['an action that was removed', `delete from matter_action where ${where(2)}`, 'missing', 2],
    ['an end that was cut off', `delete from matter_action where ${where(9)}`, 'missing', 9],
  ] as const)('%s', async (_, tampering, kind, action) => {
    const found = await foundAfter(tampering)
    const what = expect.stringMatching(new RegExp(`^matter \\d{6}-\\d{5}-\\d action ${action}$`))
    expect(found).toContainEqual(expect.objectContaining({ log: 'matter_action', kind, what }))
  })

  test('an end that was cut off with the matter made to fit', async () => {
    const found = await foundAfter(
      `update matter m set (last_seq, last_hash) = (select seq, hash from matter_action a where a.${where(8)})
        where id = ${matter}; delete from matter_action where ${where(9)}`,
    )
    expect(found).toMatchObject([{ log: 'matter_action', kind: 'missing' }])
  })

  test('one that was removed whole, and one whose actions are all gone', async () => {
    const found = await foundAfter(`delete from matter_action where matter_id = ${matter}`)
    expect(found.filter(({ kind }) => kind === 'missing')).toHaveLength(10)
    expect(found.at(-1)).toMatchObject({ what: expect.stringMatching(/^matter [\d-]+$/) })
  })

  test('one that was rewritten from its second action on with fitting hashes', async () => {
    const { rows } = await server.owner.query<Omit<MatterActionRow, 'at'> & { at: Date }>(
      `select * from matter_action where matter_id = ${matter} order by seq`,
    )
    let last = { ...rows[0], at: 0 } as MatterActionRow
    const updates = rows.slice(1).map((row, i) => {
      const payload = i === 0 ? { forged: true } : row.payload
      last = chained({ ...row, at: row.at.getTime(), payload }, last.hash)
      const hex = (bytes: Buffer) => `decode('${bytes.toString('hex')}', 'hex')`
      return `update matter_action set payload = '${JSON.stringify(payload)}', payload_digest = ${hex(last.payload_digest)},
        previous = ${hex(last.previous)}, hash = ${hex(last.hash)} where id = '${row.id}'; update matter set
        last_hash = ${hex(last.hash)} where id = '${row.matter_id}'`
    })
    const found = await foundAfter(updates.join('; '))
    expect(new Set(found.map(({ what }) => what))).toEqual(new Set(rows.slice(1).map(({ id }) => id)))
    expect(found.every(({ kind }) => kind === 'changed')).toBe(true)
  })
})

describe('in the chains themselves is found', () => {
  test('a seal that was removed', async () => {
    const found = await foundAfter(`delete from log_seal where log = 'read_log' and no = 1`)
    expect(found).toContainEqual(
      expect.objectContaining({ log: 'read_log', kind: 'missing', what: 'seal 1' }),
    )
    expect(found.filter(({ kind }) => kind === 'inserted')).toHaveLength(4)
  })

  test('a seal whose digests were made to fit a changed row', async () => {
    const found = await foundAfter(
      `update log_seal set digests = sha256('x') || substr(digests, 33) where log = 'read_log' and no = 2`,
    )
    expect(found).toContainEqual(expect.objectContaining({ log: 'read_log', kind: 'broken', what: 'seal 2' }))
  })

  test('a last seal that was made anew with fitting hashes, by the anchor', async () => {
    const row = await one<Record<string, never>>(`select * from log_seal where log = 'read_log' and no = 2`)
    const forged = { ...(row as object), district, at: 0, digests: Buffer.alloc(32 * 4), upto: 8 } as never
    const hash = hashOfSeal(forged).toString('hex')
    const found = await foundAfter(
      `update log_seal set at = to_timestamp(0), digests = decode('${'00'.repeat(128)}', 'hex'), hash = decode('${hash}', 'hex')
        where log = 'read_log' and no = 2`,
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        log: 'read_log',
        kind: 'changed',
        what: 'seal 2',
        says: expect.stringContaining('anchor 2'),
      }),
    )
    expect(found.some(({ kind }) => kind === 'broken')).toBe(false)
  })

  test('a row that stands under two seals, and one that vanished before its seal', async () => {
    const doubled = await third('read_log')
    const vanished = freshId()
    const found = await foundAfter(
      `insert into log_pending values (${district}, 'read_log', '${doubled}'), (${district}, 'org_action', '${vanished}')`,
    )
    expect(found).toMatchObject([
      { log: 'org_action', kind: 'missing', what: vanished },
      { log: 'read_log', kind: 'doubled', what: doubled },
    ])
  })

  test('an anchor that was changed or removed', async () => {
    expect(await foundAfter(`update log_anchor set day = day - 30 where no = 1`)).toMatchObject([
      { log: 'log_anchor', kind: 'changed', what: 'anchor 1 of 2026-10-23' },
    ])
    expect(await foundAfter('delete from log_anchor where no = 1')).toMatchObject([
      { log: 'log_anchor', kind: 'missing', what: 'anchor 1' },
    ])
  })

  test('by a copy kept elsewhere: everything rewritten from an anchor on, and an anchor cut off', async () => {
    const file = join(folder, 'anchors.txt')
    expect(await typed({ DATABASE_URL: server.url }, 'anchors', '--to', file)).toMatchObject({ code: 0 })
    const args = ['verify', '--anchors', file]
    expect(await typed({ DATABASE_URL: server.url }, ...args)).toMatchObject({ code: 0 })
    const row = await one<{ no: number; day: Date; heads: [] }>('select * from log_anchor where no = 2')
    const last = await one<{ hash: Buffer }>('select hash from log_anchor where no = 1')
    const forged = { district, no: 2, day: '2026-11-23', at: 0, heads: row.heads, previous: last.hash }
    const tampering = `update log_anchor set at = to_timestamp(0), hash = decode('${hashOfAnchor(forged).toString('hex')}', 'hex') where no = 2`
    expect(await foundAfter(tampering)).toEqual([])
    const witnesses = readWitnesses(await readFile(file, 'utf8'))
    expect(await foundAfter(tampering, { witnesses })).toMatchObject([{ log: 'log_anchor', kind: 'changed' }])
    expect(await foundAfter('delete from log_anchor where no = 2', { witnesses })).toMatchObject([
      { log: 'log_anchor', kind: 'missing', what: 'anchor 2 of 2026-11-23' },
    ])
  })

  test('a lock that was taken off', async () => {
    await server.owner.query(`grant update on read_log to maple_app; drop trigger awaits_seal on org_action;
      alter table rules_action disable trigger append_only`)
    expect(await look()).toMatchObject([
      { log: 'org_action', kind: 'unlocked', what: 'awaits_seal' },
      { log: 'read_log', kind: 'unlocked', what: 'rights' },
      { log: 'rules_action', kind: 'unlocked', what: 'append_only' },
    ])
    await server.owner.query(`revoke update on read_log from maple_app;
      create trigger awaits_seal after insert on org_action for each row execute function await_seal('org_action');
      alter table rules_action enable always trigger append_only`)
    expect(await look()).toEqual([])
  })
})
