import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readHead, readRows } from '#server/excel/read.ts'
import { workbookOf } from '#test/orders.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act } from './console.ts'

let bed: Bed
let desk: Page
const files: string[] = []
const headers = ['类型', '上级编码路径', '编码', '名称', '电话', '经度', '纬度', '开始日期']

/** Nine good rows and three that are not. */
const rows = [
  ['街道', '', '008', '新桥街道', '0799-5550800'],
  ['综治中心', '008', 'ZX', '新桥街道综治中心'],
  ['社区', '008', '001', '桥头社区', '0799-5550801', '114.62', '29.88'],
  ['社区', '008', '002', '桥尾社区'],
  ['网格', '008/001', '01', '桥头第一网格'],
  ['网格', '008/001', '02', '桥头第二网格'],
  ['楼栋', '008/001/01', '001', '桥头新村 1 号楼'],
  ['楼栋', '008/001/01', '002', '桥头新村 2 号楼'],
  ['楼栋', '008/001/02', '001', '桥头花园 1 号楼'],
  ['楼栋', '008/001', '003', '没有网格的楼'],
  ['网格', '008/003', '01', '没有社区的网格'],
  ['飞船', '008/001', '09', '不是单位'],
]

async function uploadUnits(file: string): Promise<void> {
  await desk.goto(`${bed.base}/console/rosters`)
  const card = desk.getByRole('region', { name: '单位', exact: true })
  await card.locator('input[type=file]').setInputFiles(file)
  await desk.getByRole('heading', { name: '导入后会怎样' }).waitFor()
}

/** An officer with something to sign, and its number. */
async function officerWithWork(): Promise<{ number: string; away: string; awayLogin: string }> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows: found } = await client.query<{ number: string; away: string; awayLogin: string }>(
    `select m.number, p.name away, a.login "awayLogin" from matter m
      join post o on o.unit_id = m.holder_id and o.role = 'departmentOfficer' and o.to_on is null
      join person p on p.id = o.person_id join account a on a.person_id = p.id
      where m.state = 'dispatched' order by m.number desc, p.pinyin limit 1`,
  )
  await client.end()
  const [one] = found
  if (!one) throw new Error('nobody has anything to sign')
  return one
}

/** The login of the person behind a name, at a unit that stands above. */
async function loginOf(name: string): Promise<string> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows: found } = await client.query<{ login: string }>(
    `select a.login from account a join person p on p.id = a.person_id
      join absence b on b.substitute_id = p.id where p.name = $1`,
    [name],
  )
  await client.end()
  return found[0]?.login ?? ''
}

describe('the district imports itself, and somebody goes on leave', () => {
  beforeAll(async () => {
    bed = await makeBed()
    desk = await bed.signedIn('songmingzhu')
  })
  afterEach(({ task }) => bed.picture(task.name.replaceAll(' ', '-')))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
    for (const file of files) await rm(file, { force: true })
  })

  it('a small tree comes in from Excel, and three bad rows come back with the reason', async () => {
    const file = join(tmpdir(), `units-${process.pid}.xlsx`)
    files.push(file)
    await writeFile(file, await workbookOf(headers, rows))
    await uploadUnits(file)
    await desk.getByText('新增 9，更新 0，没有变化 0，退回 3').waitFor()
    await desk.getByText(/不认识，请写街道/).waitFor()
    await expectAccessible(desk, 'the preview of a roster')
    await desk.getByRole('button', { name: '开始导入' }).click()
    await desk.getByText('已处理 12 / 12 行').waitFor()
    const [back] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: '下载退回的行' }).click(),
    ])
    await expectAccessible(desk, 'the result of a roster')
    const path = await back.path()
    const mended = join(tmpdir(), `mended-${process.pid}.xlsx`)
    files.push(mended)
    await writeFile(mended, await readFile(path))
    const head = await readHead(mended, 1)
    if ('refused' in head) throw new Error(head.refused)
    const bad: string[][] = []
    for await (const { cells } of readRows(mended, 2)) bad.push(cells)
    expect(bad.map((cells) => cells[3])).toEqual(['没有网格的楼', '没有社区的网格', '不是单位'])
    const good = [
      ['楼栋', '008/001/02', '003', '没有网格的楼'],
      ['网格', '008/002', '01', '没有社区的网格'],
      ['服务企业', '008/001', 'Q09', '桥头物业'],
    ]
    await writeFile(mended, await workbookOf(head.rows[0] ?? [], good))
    await uploadUnits(mended)
    await desk.getByText('新增 3，更新 0，没有变化 0，退回 0').waitFor()
    await desk.getByRole('button', { name: '开始导入' }).click()
    await desk.getByText('全部行都已导入。').waitFor()
  })

  it('a unit is added by hand, found in the tree by the keyboard, with a code to scan', async () => {
    await desk.goto(`${bed.base}/console/units?find=桥尾社区`)
    await desk.locator('.person-row').first().click()
    await desk.getByRole('button', { name: '添加下级单位' }).click()
    const form = desk.getByRole('form', { name: '在“桥尾社区”下添加单位' })
    await form.getByLabel('编码').fill('01')
    await form.getByLabel('名称').fill('桥尾第一网格')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByText('编码“01”在同一上级下已经给了').waitFor()
    await expectAccessible(desk, 'the form of a unit with an error')
    await form.getByLabel('编码').fill('02')
    await form.getByRole('button', { name: '保存' }).click()
    await desk.getByRole('heading', { name: '桥尾第一网格' }).waitFor()
    await desk.getByRole('button', { name: '添加楼道码' }).click()
    await desk.getByLabel('贴在哪里').fill('桥尾活动室门口')
    await desk.getByRole('button', { name: '保存' }).click()
    await desk.locator('#unit-places', { hasText: '楼道码（1）' }).waitFor()
    await desk.getByLabel('名称、拼音或编码').fill('')
    const root = desk.getByRole('treeitem').first()
    await root.focus()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('ArrowRight')
    await desk.locator('[role=treeitem][aria-level="3"]').first().waitFor()
    await expectAccessible(desk, 'the tree of units')
  })

  it('a unit with open work stays, and the page says which', async () => {
    await desk.goto(`${bed.base}/console/units?find=望溪社区`)
    await desk.locator('.person-row').first().click()
    await desk.getByRole('button', { name: '停用' }).click()
    await desk.getByRole('form', { name: '停用：望溪社区' }).getByRole('button', { name: '停用' }).click()
    await desk.getByText(/件事没有办结（由它承办、办理或分流）/).waitFor()
    await desk.getByRole('button', { name: '看是哪些事' }).click()
    await desk.locator('#open-work:focus').waitFor()
    await expectAccessible(desk, 'a unit that cannot be closed')
  })

  it('somebody goes on leave, and the substitute signs in their stead', async () => {
    const { number, away, awayLogin } = await officerWithWork()
    await desk.goto(`${bed.base}/console/people?find=${awayLogin}`)
    await desk.locator('.person-row').first().click()
    await desk.getByRole('button', { name: '登记请假' }).click()
    const form = desk.getByRole('form', { name: '登记请假' })
    await form.getByRole('combobox', { name: '代班人' }).click()
    const option = form.getByRole('option').first()
    await option.waitFor()
    await expectAccessible(desk, 'the form of an absence')
    await option.click()
    const name = await form.getByRole('combobox', { name: '代班人' }).inputValue()
    await form.getByRole('button', { name: '登记' }).click()
    await desk.getByText(`由${name}代班`).waitFor()
    const officer = await bed.signedIn(await loginOf(name))
    await officer.getByText(`代 ${away}`).first().waitFor()
    await officer.goto(`${bed.base}/console/matters/mine?q=${number}`)
    await officer.locator('[id^="row-"]').first().click()
    await act(officer, '签收')
    await officer.locator('.turn-state', { hasText: '办理中' }).waitFor()
    await officer.getByText(`（代${away}）`).first().waitFor()
    await officer.goto(`${bed.base}/console/account`)
    await officer.getByText(`替${away}代班`).waitFor()
    await expectAccessible(officer, 'the account of a substitute')
  })
})
