import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RosterKind, rosterFields } from '#domain/roster/fields.ts'
import { rosterLabels } from '#domain/roster/problems.ts'
import { readHead, readRows } from '#server/excel/read.ts'
import { Client } from '#test/client.ts'
import { district, freshId, logins, nameOf } from '#test/factory.ts'
import { workbookOf, xlsxMime } from '#test/orders.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { rosterTask } from './jobs.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const bookOf = (kind: RosterKind, rows: readonly (readonly string[])[]) =>
  workbookOf(
    rosterFields[kind].map((field) => rosterLabels.zh[field]),
    rows,
  )
const upload = async (kind: RosterKind, file: Buffer, id = freshId()) =>
  admin().ok('uploadRoster', { params: { id }, query: { kind, name: '名册.xlsx' }, file, mime: xlsxMime })
const preview = (id: string) => admin().ok('previewRoster', { params: { id }, body: {} })
const work = (importId: string) => rosterTask(server.platform, { district, importId })

/** The whole way of a workbook. Out: the import when it is done. */
async function imported(kind: RosterKind, rows: readonly (readonly string[])[]) {
  const { id } = await upload(kind, await bookOf(kind, rows))
  const { mapping } = await preview(id)
  await admin().ok('startRoster', { params: { id }, body: { mapping } })
  await work(id)
  return admin().ok('getRoster', { params: { id } })
}

/** The first sheet of an answer, headings first. */
async function sheetOf(
  name: 'rosterBadRows' | 'takePasswords' | 'rosterExport' | 'rosterTemplate',
  params: object,
) {
  const response = await admin().send(name, { params, query: { lang: 'zh' } })
  expect(response.statusCode, response.body.slice(0, 200)).toBe(200)
  const path = join(tmpdir(), `roster-${freshId()}.xlsx`)
  await writeFile(path, response.rawPayload)
  try {
    const head = await readHead(path, 1)
    if ('refused' in head) throw new Error(head.refused)
    const rows = [head.rows[0] ?? []]
    for await (const { cells } of readRows(path, 2)) rows.push(cells)
    return { rows, file: response.rawPayload }
  } finally {
    await rm(path)
  }
}

const grid = (code: string, name = `${code} 网格`, more: readonly string[] = []) => [
  '网格',
  '001/002',
  code,
  name,
  ...more,
]

describe('units from a workbook', () => {
  test('come in whatever their order, bad ones are handed back with the reason, and mended they come in', async () => {
    const rows = [
      ['楼栋', '001/009/G1', '001', '新苑 1 幢', '', '114.61', '29.87'],
      ['网格', '001/009', 'G1', '新苑网格'],
      ['社区', '001', '009', '新苑社区', '0799-5550109', '114.6', '29.8', '2026-01-01'],
      ['网格', '001/999', 'G2', '没有上级的网格'],
      ['楼栋', '001/009', 'B9', '不在网格里的楼'],
      ['飞船', '001/009', 'F1', '飞船'],
    ]
    const { id } = await upload('units', await bookOf('units', rows))
    const seen = await preview(id)
    expect(seen.counts).toEqual({ new: 3, changed: 0, same: 0, bad: 3 })
    expect(
      seen.rows
        .filter(({ what }) => what === 'bad')
        .map(({ rowNumber, problems }) => [rowNumber, problems[0]?.code]),
    ).toEqual([
      [5, 'pathUnknown'],
      [6, 'kindNotHere'],
      [7, 'kindUnknown'],
    ])
    const started = { params: { id }, body: { mapping: seen.mapping } }
    await Promise.all([1, 2].map(() => admin().ok('startRoster', started)))
    await Promise.all([work(id), work(id)])
    expect(await admin().ok('getRoster', { params: { id } })).toMatchObject({
      ...{ state: 'done', rowsTotal: 6, rowsDone: 6, rowsNew: 3, rowsBad: 3, passwords: 0 },
    })
    const found = await admin().ok('listUnits', { query: { q: '新苑' } })
    expect(found.rows.map(({ name }) => name)).toEqual(['新苑社区', '新苑网格', '新苑 1 幢'])
    const page = await admin().ok('getUnit', { params: { id: found.rows[0]?.id } })
    expect(page).toMatchObject({
      path: '/339901/001/009/',
      phone: '0799-5550109',
      lng: 114.6,
      validFrom: '2026-01-01',
    })
    const back = await sheetOf('rosterBadRows', { id })
    expect(back.rows).toHaveLength(4)
    expect(back.rows[1]?.at(-1)).toContain('没有编码路径是')
    // Mended in the very file that came back, whose last column is not read.
    const mended = back.rows
      .slice(1)
      .map((cells, at) => [
        ...[
          '网格',
          at === 0 ? '001/009' : (cells[1] ?? ''),
          `M${at}`,
          cells[3] ?? '',
          '',
          '',
          '',
          '',
          cells.at(-1) ?? '',
        ],
      ])
    const file = await workbookOf(back.rows[0] ?? [], mended)
    const again = await upload('units', file)
    const checked = await preview(again.id)
    expect(checked.counts).toMatchObject({ new: 3, bad: 0 })
    await admin().ok('startRoster', { params: { id: again.id }, body: { mapping: checked.mapping } })
    await work(again.id)
    expect(await admin().ok('getRoster', { params: { id: again.id } })).toMatchObject({
      rowsNew: 3,
      rowsBad: 0,
    })
  })

  test('twice are there once; another name is told as a change; what is left empty stays', async () => {
    const first = await imported('units', [grid('H1', '原名网格', ['0799-5550111'])])
    expect(first).toMatchObject({ rowsNew: 1 })
    const rows = [grid('H1', '新名网格'), grid('H1', '又一个'), grid('G01', '梅园第一网格')]
    const { id } = await upload('units', await bookOf('units', rows))
    const { rows: shown, counts } = await preview(id)
    expect(counts).toEqual({ new: 0, changed: 1, same: 1, bad: 1 })
    expect(shown.find(({ what }) => what === 'changed')?.changes).toEqual([
      { field: 'name', before: '原名网格', after: '新名网格' },
    ])
    expect(shown.find(({ what }) => what === 'bad')?.problems).toMatchObject([
      { code: 'twice', facts: { row: 2 } },
    ])
    expect(await imported('units', rows)).toMatchObject({
      rowsNew: 0,
      rowsChanged: 1,
      rowsSame: 1,
      rowsBad: 1,
    })
    expect(await imported('units', rows)).toMatchObject({
      rowsNew: 0,
      rowsChanged: 0,
      rowsSame: 2,
      rowsBad: 1,
    })
    const found = await admin().ok('listUnits', { query: { q: '新名网格' } })
    const page = await admin().ok('getUnit', { params: { id: found.rows[0]?.id } })
    expect(page).toMatchObject({ phone: '0799-5550111', version: 2 })
    const { rows: record } = await server.owner.query(
      'select verb from org_action where subject = $1 order by at',
      [page.id],
    )
    expect(record.map(({ verb }) => verb)).toEqual(['addUnit', 'editUnit'])
  })

  test('by the thousand come in within seconds, with their codes', async () => {
    const streets = Array.from({ length: 4 }, (_, i) => ['街道', '', `9${i}`, `第 ${i} 大道街道`])
    const communities = Array.from({ length: 40 }, (_, i) => ['社区', `9${i % 4}`, `C${i}`, `大社区 ${i}`])
    const grids = Array.from({ length: 156 }, (_, i) => [
      '网格',
      `9${(i % 40) % 4}/C${i % 40}`,
      `G${i}`,
      `大网格 ${i}`,
    ])
    const pathOf = (i: number) => `9${((i % 156) % 40) % 4}/C${(i % 156) % 40}/G${i % 156}`
    const houses = Array.from({ length: 1800 }, (_, i) => ['楼栋', pathOf(i), `B${i}`, `大楼 ${i} 幢`])
    expect(await imported('units', [...houses, ...grids, ...communities, ...streets])).toMatchObject({
      ...{ state: 'done', rowsNew: 2000, rowsBad: 0 },
    })
    const places = houses.map((_, i) => [`${pathOf(i)}/B${i}`, `大楼 ${i} 幢 1 单元`])
    const more = houses.slice(0, 200).map((_, i) => [`${pathOf(i)}/B${i}`, `大楼 ${i} 幢 2 单元`])
    expect(await imported('places', [...places, ...more])).toMatchObject({ rowsNew: 2000, rowsBad: 0 })
  }, 120_000)
})

describe('people from a workbook', () => {
  const someone = (login: string, name = '林小满', more: readonly string[] = ['001/002', '社区工作者']) => [
    name,
    login,
    ...more,
  ]

  test('get accounts and posts, and their passwords are handed over once', async () => {
    const roster = await imported('people', [
      someone('p.one', '章一', ['001/002', '社区工作者', '2026-01-01', '', '199 0000 5678']),
      someone('p.one', '章一', ['001', '领导']),
      someone('p.two', '章二', []),
      someone('p.three', '章三', ['001/002', '审计员']),
      someone('p.two', '别人', []),
    ])
    expect(roster).toMatchObject({ rowsNew: 2, rowsChanged: 1, rowsBad: 2, passwords: 2 })
    const { rows } = await sheetOf('takePasswords', { id: roster.id })
    expect(rows.map(([name, login]) => [name, login])).toEqual([
      ['姓名', '用户名'],
      ['章一', 'p.one'],
      ['章二', 'p.two'],
    ])
    const client = new Client(
      { app: server.app, clock: () => 0, faults: server.faults },
      { login: 'p.one', password: rows[1]?.[2] ?? '' },
    )
    const me = await client.ok('getMe', {})
    expect(me).toMatchObject({ mustChangePassword: true })
    expect(me.seats.map(({ role }) => role).sort()).toEqual(['communityClerk', 'leader'])
    const gone = { params: { id: roster.id }, query: { lang: 'zh' } }
    expect(await admin().no('takePasswords', gone)).toMatchObject({ status: 404 })
    const found = await admin().ok('listPeople', { query: { q: 'p.one' } })
    const page = await admin().ok('getPerson', { params: { id: found.rows[0]?.id } })
    expect(page.phone).toBe('199****5678')
    const secrets = await server.owner.query(`select count(*)::int n from org_import_password`)
    expect(secrets.rows[0].n).toBe(0)
  })

  test('never hold two of the three duties', async () => {
    const roster = await imported('people', [
      someone('d.one', '杜一', ['339901', '审计员', '2026-01-01']),
      someone('d.one', '杜一', ['339901', '安全管理员', '2026-02-01']),
      someone('auditor', nameOf('auditor'), ['339901', '管理员', '2026-02-01']),
    ])
    expect(roster).toMatchObject({ rowsNew: 1, rowsBad: 2 })
    const { rows } = await sheetOf('rosterBadRows', { id: roster.id })
    for (const row of rows.slice(1)) expect(row.join()).toContain('此人已是「审计员」')
  })

  test('that are here get what is new about them, and are not made twice', async () => {
    await imported('people', [someone('q.one', '钱一')])
    const roster = await imported('people', [
      someone('q.one', '钱一'),
      someone('clerk', '文甲', ['001/002', '社区工作者']),
      someone('colleague', '文思'),
    ])
    expect(roster).toMatchObject({ rowsNew: 0, rowsSame: 1, rowsChanged: 2, passwords: 0 })
    const { rows } = await admin().ok('listPeople', { query: { q: '文思' } })
    expect(rows).toMatchObject([{ login: 'colleague' }])
  })
})

describe('codes from a workbook', () => {
  const path = '001/001/G01/B01'
  test('hang, are labelled anew, and stay where they are', async () => {
    const roster = await imported('places', [
      [path, '柳岸新村 3 幢 7 单元'],
      [path, '柳岸新村 3 幢 8 单元', '8ABCDE'],
      [path, '一单元改名', server.town.places.willow],
      [path, '别处的码', server.town.places.plum],
      ['D01', '住建局大门'],
    ])
    expect(roster).toMatchObject({ rowsNew: 2, rowsChanged: 1, rowsBad: 2 })
    const scan = { params: { district, code: '8ABCDE' } }
    expect(await server.visitor.ok('findPlace', scan)).toMatchObject({ label: '柳岸新村 3 幢 8 单元' })
    const again = await imported('places', [
      [path, '柳岸新村 3 幢 7 单元'],
      [path, '柳岸新村 3 幢 8 单元', '8ABCDE'],
    ])
    expect(again).toMatchObject({ rowsNew: 0, rowsSame: 2 })
  })
})

describe('what goes out', () => {
  test.each(['units', 'people', 'places'] as const)('of %s comes in again as it was', async (kind) => {
    const { rows, file } = await sheetOf('rosterExport', { kind })
    expect(rows.length).toBeGreaterThan(3)
    const { id } = await upload(kind, file)
    const seen = await preview(id)
    expect(seen.missing).toEqual([])
    expect(seen.counts).toEqual({ new: 0, changed: 0, same: rows.length - 1, bad: 0 })
    const record = await server.owner.query(`select purpose from read_log where subject = $1`, [
      `roster:${kind}`,
    ])
    expect(record.rows.length).toBeGreaterThan(0)
  })

  test.each(['units', 'people', 'places'] as const)(
    'the template of %s has an example in its own columns',
    async (kind) => {
      const { rows } = await sheetOf('rosterTemplate', { kind })
      expect(rows).toHaveLength(2)
      expect(rows[0]).toEqual(rosterFields[kind].map((field) => rosterLabels.zh[field]))
    },
  )
})

describe('an import', () => {
  test('is for administrators', async () => {
    const file = await bookOf('units', [grid('X1')])
    for (const login of logins.filter((one) => one !== 'admin')) {
      const given = {
        params: { id: freshId() },
        query: { kind: 'units', name: 'a.xlsx' },
        file,
        mime: xlsxMime,
      }
      expect((await server.as(login).send('uploadRoster', given)).statusCode, login).toBe(403)
    }
  })

  test('the same file under the same number answers as the first time, another is refused', async () => {
    const file = await bookOf('units', [grid('X2')])
    const first = await upload('units', file)
    expect(await upload('units', file, first.id)).toEqual(first)
    const given = {
      params: { id: first.id },
      query: { kind: 'people', name: 'a.xlsx' },
      file,
      mime: xlsxMime,
    }
    expect((await admin().send('uploadRoster', given)).statusCode).toBe(409)
  })

  test('what is no roster is told so; missing columns are named', async () => {
    const given = (file: Buffer) => ({
      params: { id: freshId() },
      query: { kind: 'units', name: 'a.xlsx' },
      file,
      mime: xlsxMime,
    })
    const strange = await workbookOf(['甲', '乙'], [['1', '2']])
    expect((await admin().send('uploadRoster', given(strange))).json()).toMatchObject({
      refused: 'noRosterHeader',
    })
    expect((await admin().send('uploadRoster', given(Buffer.from('a,b')))).json()).toMatchObject({
      refused: 'notExcel',
    })
    const { id } = await upload('units', await workbookOf(['类型', '名称'], [['网格', '甲']]))
    expect((await preview(id)).missing).toEqual(['code'])
    expect(
      await admin().no('startRoster', { params: { id }, body: { mapping: { kind: 0, name: 1 } } }),
    ).toMatchObject({
      ...{ status: 422, refused: 'missingField', field: 'code' },
    })
    expect(await admin().no('startRoster', { params: { id }, body: { mapping: { ship: 0 } } })).toMatchObject(
      { status: 400 },
    )
  })

  test('stands in the list, newest first, page by page', async () => {
    const first = await admin().ok('listRosters', { query: { limit: 2 } })
    const second = await admin().ok('listRosters', { query: { limit: 2, cursor: first.next ?? '' } })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(first.rows[0]?.createdAt ?? '').not.toBe('')
  })
})
