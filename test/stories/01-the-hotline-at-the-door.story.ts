import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readHead } from '#server/excel/read.ts'
import { writeWorkbook } from '#server/excel/write.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'

let bed: Bed
let folder: string
let [desk, centre, mediator] = [] as unknown as [Page, Page, Page]

const headers = [
  '工单编号',
  '工单类型',
  '诉求内容',
  '来电人',
  '联系电话',
  '来电时间',
  '所属社区',
  '地址',
  '紧急程度',
  '是否保密',
]
const leak = '楼上卫生间漏水，把我家天花板泡坏了，楼上住户说不是他家的问题，一直不肯修，请帮忙调解赔偿。'
const ladder = /卫生间漏水/
const row = (no: string, words: string, more: Partial<Record<string, string>> = {}) =>
  headers.map(
    (h) =>
      ({
        工单编号: no,
        工单类型: '投诉',
        诉求内容: words,
        来电人: '汪先生',
        联系电话: '199 0000 2233',
        来电时间: '2026-11-20 08:15:00',
        所属社区: '望溪社区',
        地址: '枫和苑 2 号楼',
        紧急程度: '一般',
        是否保密: '否',
        ...more,
      })[h] ?? '',
  )

const good = [
  row('GD20261120001', leak),
  row('GD20261120002', '小区北门的路灯有三盏不亮，夜里骑车看不清。', {
    联系电话: '19900002234',
    来电人: '田女士',
  }),
  row('GD20261120003', '菜场门口的下水道返水，味道很重。', {
    联系电话: '１９９００００２２３５',
    来电人: '谷先生',
  }),
  row('GD20261120004', '想问老年公交卡在哪里办。', {
    工单类型: '咨询',
    联系电话: '19900002236',
    来电人: '范奶奶',
  }),
]
const repeated = [
  row('GD20261120002', '小区北门的路灯有三盏不亮，夜里骑车看不清。', {
    联系电话: '19900002234',
    来电人: '田女士',
  }),
  row('GD20261120003', '菜场门口的下水道返水，昨天又漫到人行道上了，请快一点。', {
    联系电话: '19900002235',
    来电人: '谷先生',
  }),
]
const bad = [
  row('', '没有编号的一行'),
  row('GD20261120008', ''),
  row('GD20261120009', '电话写成了文字', { 联系电话: '没有' }),
]

async function workbook(name: string, rows: string[][]): Promise<string> {
  const path = join(folder, name)
  await writeWorkbook(path, {
    sheetName: '工单',
    columns: headers.map((header) => ({ header, width: 18, kind: 'text' })),
    rows,
  })
  return path
}

/** Presses a download and reads the workbook that comes. */
async function downloaded(page: Page, name: string): Promise<string[][]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  const path = join(folder, `${Date.now()}.xlsx`)
  await file.saveAs(path)
  const head = await readHead(path, 50)
  if ('refused' in head) throw new Error(head.refused)
  return head.rows
}

const tally = (page: Page, key: string) => page.locator(`[data-key=${key}] dd`).textContent()

beforeAll(async () => {
  bed = await makeBed()
  folder = await mkdtemp(join(tmpdir(), 'maple-orders-'))
  ;[desk, centre, mediator] = await Promise.all([
    bed.signedIn('suxiaowen'),
    bed.signedIn('fangzhiyuan'),
    bed.signedIn('qinyulan'),
  ])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`01-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await bed?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('story 1: the hotline at the door (import)', () => {
  it('refuses what is no workbook in words that say how to mend it', async () => {
    await desk.getByRole('link', { name: '导入工单' }).click()
    await desk.getByRole('heading', { name: '导入工单' }).waitFor()
    await expectAccessible(desk, 'the import page')
    const input = desk.locator('input[type=file]')
    await input.setInputFiles({
      name: '工单.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('工单编号,诉求内容\n1,路灯\n'),
    })
    await desk.getByText(/不是 Excel 工作簿/).waitFor()
  })

  it('recognises the columns, shows the first rows as they will be read, and hands the bad ones back', async () => {
    await centre.goto(`${bed.base}/console/matters/pool?sort=new`)
    await desk
      .locator('input[type=file]')
      .setInputFiles(await workbook('今日工单.xlsx', [...good, ...repeated, ...bad]))
    await desk.getByRole('button', { name: '开始导入' }).waitFor()
    await desk.getByText(/行会被退回/).waitFor()
    await expectAccessible(desk, 'the check of the columns')
    await desk.getByRole('button', { name: '开始导入' }).click()
    await desk.getByRole('link', { name: '下载退回的行' }).waitFor()
    expect(await tally(desk, 'rowsNew')).toBe('4')
    expect(await tally(desk, 'rowsJoined')).toBe('1')
    expect(await tally(desk, 'rowsKnown')).toBe('1')
    expect(await tally(desk, 'rowsBad')).toBe('3')
    await expectAccessible(desk, 'the result of the import')
    const [first, ...back] = await downloaded(desk, '下载退回的行')
    expect(first?.slice(0, headers.length)).toEqual(headers)
    expect(back.map((cells) => cells[0])).toEqual(['', 'GD20261120008', 'GD20261120009'])
    for (const cells of back) expect(cells.at(-1)?.length ?? 0).toBeGreaterThan(6)
  })

  it('doubles nothing when the same file comes again, and remembers its columns', async () => {
    await desk.goto(`${bed.base}/console/imports`)
    await desk.locator('input[type=file]').setInputFiles(await workbook('再来一次.xlsx', good))
    await desk.getByText(/以前导入过/).waitFor()
    await desk.getByRole('button', { name: '开始导入' }).click()
    await desk.getByText('全部读通，没有退回的行。').waitFor()
    expect(await tally(desk, 'rowsNew')).toBe('0')
  })

  it('shows the orders in the centre’s pool without a reload and recognises the leak as a dispute', async () => {
    await rowIn(centre, ladder).waitFor()
    await rowIn(centre, ladder).click()
    await act(centre, '受理', nothing)
    await inState(centre, '待派单')
    await centre
      .getByText(/矛盾纠纷/)
      .first()
      .waitFor()
    await centre.getByRole('heading', { name: '研判建议' }).waitFor()
    await centre.getByText('漏水').first().waitFor()
    await centre.getByRole('button', { name: '采纳建议' }).click()
    await centre.getByRole('heading', { name: '研判建议' }).waitFor({ state: 'detached' })
  })

  it('sends it to the community’s mediation point, whose screen shows it at once', async () => {
    await mediator.goto(`${bed.base}/console/matters/mine`)
    await mediator.getByRole('heading', { name: '我的待办' }).waitFor()
    expect(await rowIn(mediator, ladder).count()).toBe(0)
    await act(centre, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('望溪社区人民调解')
      await form.getByRole('radio', { name: /望溪社区人民调解委员会/ }).check()
      await form.getByLabel('办理要求').fill('先听双方说，再一起上楼看现场')
    })
    await rowIn(mediator, ladder).waitFor({ timeout: 5_000 })
  })

  it('is mediated, checked, revisited by somebody else and closed as agreed', async () => {
    await rowIn(mediator, ladder).click()
    await act(mediator, '签收')
    await inState(mediator, '办理中')
    await act(mediator, '已联系群众', async (form) => {
      await form.getByRole('radio', { name: '上门' }).check()
      await form.getByLabel('联系情况').fill('双方都在，约好明天上午一起看管道')
    })
    await act(mediator, '提交结果', async (form) => {
      await form.getByRole('radio').first().check()
      await form
        .getByLabel('办理结果')
        .fill('查明是楼上排水管接口老化，楼上已更换，并赔付天花板修补费 800 元，双方签字。')
    })
    await inState(centre, '待核实')
    await act(centre, '核实通过', nothing)
    await inState(centre, '待回访')
    await act(centre, '回访', async (form) => {
      // what is asked must be answered, and nothing typed is lost
      await form.getByLabel('群众怎么说').fill('说天花板已经补好了')
      await form.getByRole('button', { name: '确认回访' }).click()
      await form.locator('.field-error').first().waitFor()
      await form.getByRole('radio', { name: '联系上了', exact: true }).check()
      await form.getByRole('radio', { name: '电话' }).check()
      await form.getByRole('radio', { name: '已解决' }).check()
      await form.getByRole('radio', { name: '满意', exact: true }).check()
      expect(await form.getByLabel('群众怎么说').inputValue()).toBe('说天花板已经补好了')
    })
    await act(centre, '结案', async (form) => {
      await form.getByRole('radio', { name: /达成协议/ }).check()
      await form.getByLabel('结案说明').fill('双方达成协议并当场履行，漏水已修好。')
    })
    await inState(centre, '已结案')
    await expectAccessible(centre, 'the closed matter')
  })

  it('goes back out as the hotline’s reply file', async () => {
    await desk.goto(`${bed.base}/console/imports`)
    await desk
      .getByRole('link', { name: /今日工单/ })
      .first()
      .click()
    const [first = [], ...rows] = await downloaded(desk, '下载回复文件')
    const of = (no: string) =>
      Object.fromEntries(first.map((name, i) => [name, rows.find((r) => r[0] === no)?.[i] ?? '']))
    const answered = of('GD20261120001')
    expect(answered['办理结果']).toContain('排水管接口老化')
    expect(answered['结案类型']).toBe('达成协议')
    expect(answered['承办单位']).toContain('人民调解委员会')
    expect(answered['是否解决']).toMatch(/是|已解决/)
    expect(of('GD20261120002')['办理状态']).toBe('待受理')
  })
})
