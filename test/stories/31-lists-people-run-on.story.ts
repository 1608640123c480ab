import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let desk: Page

async function inDatabase(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

describe('lists people run a hall with', () => {
  beforeAll(async () => {
    bed = await makeBed()
    desk = await bed.signedIn('fangzhiyuan')
  }, 240_000)
  afterEach(({ task }) => bed.picture(task.name.replaceAll(' ', '-')))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the officer narrows the list, and each condition goes by itself', async () => {
    await desk.goto(`${bed.base}/console/matters/area`)
    await desk.getByRole('button', { name: '筛选' }).click()
    const drawer = desk.getByRole('dialog', { name: '筛选' })
    await drawer.getByRole('combobox', { name: '分类' }).fill('环境卫生')
    await drawer.getByRole('option', { name: '环境卫生' }).first().click()
    await drawer.getByLabel('类别').selectOption('complaint')
    await expectAccessible(desk, 'the filters')
    await drawer.getByRole('button', { name: '看结果' }).click()
    await desk.getByRole('button', { name: '去掉“类别：投诉”' }).click()
    await desk.waitForURL((url) => !url.search.includes('kind=') && url.search.includes('category=S02'))
  })

  it('keeps it as a view for the whole street', async () => {
    await desk.getByRole('button', { name: '存为视图' }).click()
    const form = desk.getByRole('dialog', { name: '存为视图' })
    await form.getByLabel('视图名称').fill('街面环境')
    await form.getByLabel('谁能看到').selectOption({ index: 1 })
    await expectAccessible(desk, 'the form of a view')
    await form.getByRole('button', { name: '保存' }).click()
    await desk.getByText('视图：街面环境').waitFor()
    const colleague = await bed.signedIn('suxiaowen')
    await colleague.getByRole('link', { name: '街面环境' }).click()
    await colleague.getByText('视图：街面环境').waitFor()
    expect(await colleague.getByRole('button', { name: '改名与共享' }).count()).toBe(0)
  })

  it('a deleted category in the view is said plainly, and the owner mends the view', async () => {
    await inDatabase(`update category set valid_to = '2020-01-01' where code = 'S02'`)
    await desk.reload()
    await desk.getByText(/分类“环境卫生”已经删除/).waitFor()
    await expectAccessible(desk, 'a condition that no longer holds')
    await desk.getByRole('button', { name: '去掉这个条件' }).click()
    await desk.getByText('视图“街面环境”，条件已改动').waitFor()
    await desk.getByRole('button', { name: '筛选' }).click()
    const drawer = desk.getByRole('dialog', { name: '筛选' })
    await drawer.getByLabel('渠道').selectOption('qr')
    await drawer.getByRole('button', { name: '看结果' }).click()
    await desk.getByRole('button', { name: '更新视图' }).click()
    await desk.getByText('视图：街面环境').waitFor()
  })

  it('a note goes to many at once, and who may not be noted is told', async () => {
    await desk.goto(`${bed.base}/console/matters/pool`)
    await desk.locator('.row').first().waitFor()
    await desk.getByRole('button', { name: '多选' }).click()
    await desk.getByRole('button', { name: '选中已列出的' }).click()
    await expectAccessible(desk, 'a list with choices')
    await desk.getByRole('button', { name: '批量办理' }).click()
    const sheet = desk.getByRole('dialog', { name: /批量办理/ })
    await sheet.getByLabel('做什么').selectOption('dispatch')
    await sheet
      .getByText(/不可以|现在都不能/)
      .first()
      .waitFor()
    await expectAccessible(desk, 'the preview of a move of many')
    await bed.picture('bulk-preview')
    await sheet.getByLabel('做什么').selectOption('note')
    await sheet.getByText(/都可以内部备注/).waitFor()
    await sheet.getByLabel('备注内容').fill('周一例会统一研究')
    await sheet.getByRole('button', { name: /对 \d+ 件内部备注/ }).click()
    await sheet.getByText(/已完成：\d+ 件办好，0 件没有办成/).waitFor()
    await expectAccessible(desk, 'the result of a move of many')
    await sheet.getByRole('button', { name: '完成' }).click()
  })

  it('the list is exported in the background and fetched', async () => {
    await desk.goto(`${bed.base}/console/matters/area`)
    await desk.getByRole('button', { name: '导出' }).click()
    const form = desk.getByRole('dialog', { name: '导出这个列表' })
    await form.getByLabel('用途').fill('周例会通报')
    await expectAccessible(desk, 'the form of an export')
    await form.getByRole('button', { name: '开始导出' }).click()
    const download = desk.getByRole('link', { name: '下载：周例会通报' })
    await download.waitFor()
    await expectAccessible(desk, 'bulk and exports')
    const [file] = await Promise.all([desk.waitForEvent('download'), download.click()])
    expect(file.suggestedFilename()).toMatch(/^枫桥事项-\d{8}\.xlsx$/)
  })

  it('suggestions come while somebody types, and the keyboard goes through them', async () => {
    const box = desk.getByRole('combobox', { name: '搜索编号、文字、姓名或电话' })
    await box.fill('wangxi')
    await desk
      .getByRole('option', { name: /^望溪社区/ })
      .first()
      .waitFor()
    await expectAccessible(desk, 'suggestions')
    await bed.picture('suggestions')
    await box.press('Escape')
    expect(await box.inputValue()).toBe('wangxi')
    await box.fill('垃圾')
    await desk
      .getByRole('option', { name: /\d{6}-\d{5}/ })
      .first()
      .waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await desk.locator('.turn-state').waitFor()
    await box.fill('10000000000')
    await desk.getByText(/没有找到/).waitFor()
    await box.press('Enter')
    expect(desk.url()).not.toContain('10000000000')
    await box.fill('')
    await desk.getByRole('option', { name: '垃圾', exact: true }).waitFor()
  })

  it('a followed matter tells that it changed, and what was opened is found again', async () => {
    await desk.goto(`${bed.base}/console/matters/pool`)
    await desk.locator('.row').first().click()
    await desk.getByRole('button', { name: /关注$/ }).click()
    await desk.getByRole('button', { name: '已关注' }).waitFor()
    const [id = ''] = /[0-9a-f-]{36}/.exec(desk.url()) ?? []
    await desk.getByRole('link', { name: '最近打开' }).click()
    await desk.locator(`#row-${id}`).waitFor()
    await inDatabase(`update matter set version = version + 1 where id = '${id}'`)
    await desk.goto(`${bed.base}/console/matters/followed`)
    await desk.locator(`#row-${id}`).getByText('有更新').waitFor()
    await expectAccessible(desk, 'what I follow')
    await bed.picture('followed')
  })

  it('choosing fits a telephone', async () => {
    const phone = await bed.signedIn('fangzhiyuan', 'phone')
    await phone.goto(`${bed.base}/console/matters/area`)
    await phone.locator('.row').first().waitFor()
    await phone.getByRole('button', { name: '多选' }).click()
    await phone.getByRole('checkbox', { name: /^选中/ }).first().click()
    await phone.getByText('已选 1 件').waitFor()
    await expectAccessible(phone, 'choosing on a telephone')
    await phone.getByRole('button', { name: '批量办理' }).click()
    await phone.getByLabel('做什么').selectOption('note')
    await phone.getByLabel('备注内容').waitFor()
    await expectAccessible(phone, 'a move of many on a telephone')
  })
})
