import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district, freshId } from '#test/factory.ts'
import { fillLogs, typed } from '#test/logs.ts'
import { report } from '#test/matters.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import { anchorRound, sealRound, startSealing } from './jobs.ts'
import { chainTables, logNames } from './logs.ts'
import { sealRows } from './store.ts'
import { verifyLogs } from './verify.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await fillLogs(server)
})
afterAll(() => server.close())

const system = scopeOf({ kind: 'system', districtId: district })
const asProduct = <T>(work: (tx: Tx) => Promise<T>) => inScope(server.platform.db, system, work)
const count = async (statement: string, values: unknown[] = []) =>
  Number((await server.owner.query<{ n: string }>(statement, values)).rows[0]?.n)
const findings = async () => {
  const found: unknown[] = []
  const sum = await verifyLogs(server.url, {}, (finding) => found.push(finding))
  return { found, sum }
}
const deed = () => ({
  ...{ district_id: district, id: freshId(), at: new Date(server.now), verb: 'addUnit', subject: freshId() },
  ...{ account_id: server.town.staff.admin.accountId, payload: {} },
})

describe('the logs', () => {
  test('are those that the code names: no table that looks like one is missing', async () => {
    const { rows } = await server.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and (relname ~ '_(action|log)$' or exists (select from pg_trigger t where t.tgrelid = pg_class.oid
          and t.tgname = 'awaits_seal')) order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(logNames.toSorted())
  })

  test.each([...logNames, ...chainTables])(
    '%s: nobody changes or removes a row, not even by mistake',
    async (log) => {
      const attempts = [`update ${log} set district_id = 0`, `delete from ${log}`, `truncate ${log} cascade`]
      for (const attempt of attempts) {
        await expect(asProduct((tx) => sql.raw(attempt).execute(tx))).rejects.toMatchObject({ code: '42501' })
        await expect(server.owner.query(attempt)).rejects.toThrow(/append-only/)
        const replica = `set local session_replication_role = replica; ${attempt}`
        await expect(server.owner.query(replica)).rejects.toThrow(/append-only/)
      }
      expect(await count(`select count(*) n from ${log}`)).toBeGreaterThan(log.startsWith('log_') ? -1 : 3)
    },
  )

  test('cannot be kept from being sealed by writing past the list of what waits', async () => {
    const forged = { district_id: district, log: 'org_action', id: freshId() }
    const write = sql`insert into log_pending values (${forged.district_id}, ${forged.log}, ${forged.id})`
    await expect(asProduct((tx) => write.execute(tx))).rejects.toMatchObject({ code: '42501' })
    await expect(asProduct((tx) => sql`update log_pending set log = 'x'`.execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('the seals', () => {
  test('cover every row of every log, once, and then nothing is left to do', async () => {
    const waiting = await count('select count(*) n from log_pending')
    expect(waiting).toBeGreaterThan(30)
    expect(await sealRound(server.platform)).toBe(waiting)
    expect(await sealRound(server.platform)).toBe(0)
    for (const log of logNames) {
      const sealed = await count('select sum(cardinality(ids)) n from log_seal where log = $1', [log])
      expect(sealed, log).toBe(await count(`select count(*) n from ${log}`))
    }
    expect(await findings()).toMatchObject({ found: [], sum: { rows: waiting, waiting: 0, matters: 2 } })
  })

  test('make no writer wait, and take up later what was committed late', async () => {
    const slow = await server.owner.connect()
    await slow.query('begin')
    const late = deed()
    await insertRows(slow, 'org_action', [late])
    await report(server)
    expect(await sealRound(server.platform)).toBe(1)
    // a sealing that is under way holds nothing that a writer needs
    await asProduct(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('seal'), ${district})`.execute(tx)
      await insertRows(server.owner, 'org_action', [deed()])
      await report(server)
      expect(await sealRound(server.platform)).toBe(0)
    })
    await slow.query('commit')
    slow.release()
    expect(await sealRound(server.platform)).toBe(3)
    expect(await findings()).toMatchObject({ found: [], sum: { waiting: 0 } })
  })

  test('are made once by many workers at once, in chains of at most a thousand rows a link', async () => {
    const many = 2 * sealRows + 10
    await insertRows(server.owner, 'org_action', Array.from({ length: many }, deed))
    const sealed = await Promise.all([1, 2, 3, 4].map(() => sealRound(server.platform)))
    expect(sealed.reduce((sum, n) => sum + n, 0) + (await sealRound(server.platform))).toBe(many)
    const { found, sum } = await findings()
    expect(found).toEqual([])
    expect(sum.rows).toBe(await count('select sum(cardinality(ids)) n from log_seal'))
  })

  test('hold when a log gets another column later', async () => {
    await server.owner.query(`alter table org_action add column later text not null default 'x'`)
    await insertRows(server.owner, 'org_action', [{ ...deed(), later: 'y' }])
    await sealRound(server.platform)
    expect((await findings()).found).toEqual([])
    await server.owner.query('alter table org_action disable trigger append_only')
    await server.owner.query(`update org_action set later = 'z' where later = 'y'`)
    await server.owner.query('alter table org_action enable always trigger append_only')
    expect((await findings()).found).toMatchObject([{ log: 'org_action', kind: 'changed' }])
    await server.owner.query('alter table org_action disable trigger append_only')
    await server.owner.query(`update org_action set later = 'y' where later = 'z'`)
    await server.owner.query('alter table org_action enable always trigger append_only')
  })
})

describe('the anchors', () => {
  test('are written once a day by the worker, with the heads of all chains, each after the one before', async () => {
    expect(await anchorRound(server.platform)).toBe(1)
    expect(await anchorRound(server.platform)).toBe(0)
    server.pass(day)
    await report(server)
    const sealing = startSealing(server.platform, (fault) => expect.unreachable(String(fault)))
    await expect.poll(() => count('select count(*) n from log_anchor')).toBe(2)
    await sealing.stop()
    const { rows } = await server.owner.query<{ day: string; logs: string[] }>(
      `select day::text, array(select h->>'log' from jsonb_array_elements(heads) h order by 1) logs from log_anchor order by no`,
    )
    expect(rows).toEqual(
      ['2026-11-22', '2026-11-23'].map((each) => ({ day: each, logs: logNames.toSorted() })),
    )
    expect(await findings()).toMatchObject({ found: [], sum: { anchors: 2 } })
  })

  test('are printed as a short text', async () => {
    const { code, out } = await typed({ DATABASE_URL: server.url }, 'anchors', '--from', '2026-11-23')
    expect(code).toBe(0)
    const [head, ...lines] = out.trimEnd().split('\n')
    expect(head).toMatch(/^maple-anchor 339901 2 2026-11-23 [0-9a-f]{64}$/)
    const named = lines.map((line) => /^ {2}(\w+) seal \d+, \d+ rows, [0-9a-f]{64}$/.exec(line)?.[1] ?? line)
    expect(named.toSorted()).toEqual(logNames.toSorted())
  })
})

test('whoever audits reads the logs and proves them, and sees and does nothing else', async () => {
  const login = `auditor_${randomUUID().slice(0, 8)}`
  await server.owner.query(`create role ${login} login password 'auditor' in role maple_audit`)
  const url = new URL(server.url)
  url.username = login
  url.password = 'auditor'
  const auditor = new pg.Client({ connectionString: url.href })
  try {
    await auditor.connect()
    for (const log of [...logNames, ...chainTables])
      expect((await auditor.query(`select 1 from ${log} limit 1`)).rowCount, log).toBe(1)
    for (const table of ['appeal', 'account', 'person', 'matter_text', 'session', 'attachment'])
      await expect(auditor.query(`select from ${table}`), table).rejects.toMatchObject({ code: '42501' })
    await expect(auditor.query('select title from matter')).rejects.toMatchObject({ code: '42501' })
    for (const attempt of ['insert into read_log select * from read_log', 'delete from log_pending'])
      await expect(auditor.query(attempt)).rejects.toMatchObject({ code: '42501' })
    const { code, out } = await typed({ DATABASE_URL: url.href }, 'verify')
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Nothing was changed: \d{4} rows/),
    })
  } finally {
    await auditor.end()
    await server.owner.query(`drop role ${login}`)
  }
})
