import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district } from '#test/factory.ts'
import { fillLogs, pastTriggers, typed } from '#test/logs.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { anchorRound, sealRound } from './jobs.ts'

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
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})
const one = async <T extends object>(statement: string) =>
  (await server.owner.query<T>(statement)).rows[0] as T

describe('node server/admin.ts verify', () => {
  const env = () => ({ DATABASE_URL: server.url })

  test('says what it looked at and ends with 0; with something found it names it and ends with 1', async () => {
    expect(await typed(env(), 'verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Nothing was changed: \d+ rows under \d+ seals, 4 matters, 2 anchors of 1 districts; 0 rows wait/,
      ),
    })
    const { id, purpose } = await one<{ id: string; purpose: string }>(
      `select id, purpose from read_log where id = (select ids[3] from log_seal where log = 'read_log' and no = 1)`,
    )
    await pastTriggers(server, `update read_log set purpose = '另一个' where id = '${id}'`)
    const { code, out } = await typed(env(), 'verify', '--district', String(district))
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(
        new RegExp(
          `^339901 read_log changed ${id}: it is not as it was under seal 1 of 2026-11-23T.*\n1 findings: `,
        ),
      ),
    })
    const json = await typed(env(), 'verify', '--json')
    const lines = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toMatchObject([
      { log: 'read_log', kind: 'changed', what: id },
      { found: 1, districts: 1 },
    ])
    // what lies before the day is not looked at
    expect(await typed(env(), 'verify', '--from', '2026-11-24')).toMatchObject({ code: 0 })
    await pastTriggers(server, `update read_log set purpose = '${purpose}' where id = '${id}'`)
  })

  test('looks only at what was sealed and written since a day', async () => {
    const late = (
      await one<{ id: string }>(`select ids[1] id from log_seal where log = 'org_action' and no = 2`)
    ).id
    await pastTriggers(server, `delete from org_action where id = '${late}'`)
    const { code, out } = await typed(env(), 'verify', '--from', '2026-11-24')
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(new RegExp(`^339901 org_action missing ${late}: .*\n1 findings: `)),
    })
  })

  test.each([
    [['verify', '--district', '12'], /six digits/],
    [['verify', '--district', '110101'], /there is no district 110101/],
    [['verify', '--from', '2026-02-30'], /--from needs a day/],
    [['verify', '--quick'], /--quick/],
    [['verify', 'extra'], /extra/],
    [['prove'], /there is no command prove/],
  ])('refuses %j readably', async (args, says) => {
    expect(await typed(env(), ...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(says) })
  })

  test('refuses a file that holds no anchors, and a database that does not answer', async () => {
    const file = join(folder, 'other.txt')
    await writeFile(file, 'maple-anchor 339901 x\n')
    expect(await typed(env(), 'verify', '--anchors', file)).toMatchObject({
      code: 2,
      err: 'not an anchor: maple-anchor 339901 x\n',
    })
    const nobody = { DATABASE_URL: 'postgres://maple@127.0.0.1:1/maple' }
    expect(await typed(nobody, 'verify')).toMatchObject({
      code: 2,
      err: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await typed({}, 'verify')).toMatchObject({
      code: 2,
      err: expect.stringContaining('DATABASE_URL is not set'),
    })
  })
})
