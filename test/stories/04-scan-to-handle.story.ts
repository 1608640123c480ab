import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'

let bed: Bed
let [resident, grid, clerk, company] = [] as unknown as [Page, Page, Page, Page]
const words = '三楼到四楼的楼道灯坏了三天，晚上老人下楼看不清，请帮忙换一只。'
let queryCode = ''
let number = ''

const photo = async (dark: string) => ({
  name: 'lamp.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1800, height: 1200, channels: 3, background: dark } })
    .jpeg()
    .toBuffer(),
})

const lamp = /楼道灯坏了三天/

beforeAll(async () => {
  bed = await makeBed()
  ;[resident, grid, clerk, company] = await Promise.all([
    bed.window('phone'),
    bed.signedIn('yexiaoman', 'phone'),
    bed.signedIn('meichunsheng'),
    bed.signedIn('luoshouyi'),
  ])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`04-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

describe('story 4: a broken lamp, scanned and handled', () => {
  it('lets a resident send one sentence and a photo from the stairwell without an account', async () => {
    await grid.goto(`${bed.base}/console/matters/pool?sort=new`)
    await resident.goto(`${bed.base}${bed.publicPath}`)
    await resident.getByLabel('您想反映什么？').waitFor()
    await expectAccessible(resident, 'the stairwell page')

    // an empty one is refused beside the field, and nothing is lost
    await resident.getByRole('button', { name: '发送' }).click()
    await resident.getByText('请先写一句话').waitFor()
    await resident.getByLabel('您想反映什么？').fill(words)
    await resident
      .locator('input[type=file]')
      .last()
      .setInputFiles(await photo('#222222'))
    await resident.getByText('留下联系方式').click()
    await resident.getByRole('textbox', { name: '电话' }).fill('１９９ 0000 4321')
    await resident.getByRole('button', { name: '发送' }).click()
    await resident.getByText('已收到，谢谢您').waitFor()
    queryCode =
      (
        await resident
          .getByText(/^\d{4}\s?\d{4}\s?\d{4}$/)
          .first()
          .textContent()
      )?.replace(/\D/g, '') ?? ''
    expect(queryCode).toMatch(/^\d{12}$/)
    number =
      (
        await resident
          .getByText(/\d{6}-\d{5}-\d/)
          .first()
          .textContent()
      )?.match(/\d{6}-\d{5}-\d/)?.[0] ?? ''
    await expectAccessible(resident, 'the receipt')
  })

  it('shows it to the grid worker at once, without a reload', async () => {
    await rowIn(grid, lamp).waitFor({ timeout: 5_000 })
    await rowIn(grid, lamp).click()
    await act(grid, '受理', nothing)
    await inState(grid, '待派单')
    await expectAccessible(grid, 'the matter on a phone')
  })

  it('proposes what it is with its reasons, and a person decides', async () => {
    await clerk.goto(`${bed.base}/console/matters/pool?sort=new`)
    await rowIn(clerk, lamp).click()
    await clerk.getByRole('heading', { name: '研判建议' }).waitFor()
    await clerk.getByRole('button', { name: '采纳建议' }).click()
    await clerk.getByRole('heading', { name: '研判建议' }).waitFor({ state: 'detached' })
    await expectAccessible(clerk, 'the matter at the desk')
  })

  it('shows the dispatch on the receiver’s screen without a reload', async () => {
    await company.goto(`${bed.base}/console/matters/mine`)
    await company.getByRole('navigation').first().waitFor()
    expect(await rowIn(company, lamp).count()).toBe(0)
    await act(clerk, '派单', async (form) => {
      // nothing chosen yet: refused beside the field
      await form.getByRole('button', { name: '确认派单' }).click()
      await form.locator('.field-error').first().waitFor()
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('物业')
      await form.getByRole('radio', { name: /物业/ }).first().check()
      await form.getByLabel('办理要求').fill('请先上门看现场，换好后拍照回传')
    })
    await rowIn(company, lamp).waitFor({ timeout: 5_000 })
  })

  it('lets the company sign, speak to the person, repair, and prove it with a photo', async () => {
    await rowIn(company, lamp).click()
    await act(company, '签收')
    await inState(company, '办理中')
    await act(company, '已联系群众', async (form) => {
      await form.getByRole('radio', { name: '电话' }).check()
      await form.getByLabel('联系情况').fill('电话约好今天下午上门，住户说晚上七点后都在家')
    })
    await act(company, '提交结果', async (form) => {
      await form.getByRole('radio').first().check()
      await form.getByLabel('办理结果').fill('三楼、四楼两只灯都换成了声控灯，试过能亮。')
      await form
        .locator('input[type=file]')
        .first()
        .setInputFiles(await photo('#f3e9b0'))
      await form
        .getByRole('button', { name: /lamp|删除|移除/ })
        .first()
        .waitFor()
    })
    await inState(company, '待核实')
  })

  it('has somebody else check the result', async () => {
    await inState(clerk, '待核实')
    await act(clerk, '核实通过', nothing)
    await inState(clerk, '待回访')
  })

  it('lets the resident follow it like a parcel and rate it, whereupon it closes as solved', async () => {
    await resident.getByRole('link', { name: '看办理进度' }).click()
    await resident.getByText('三楼、四楼两只灯都换成了声控灯，试过能亮。').first().waitFor()
    await expectAccessible(resident, 'the tracking page')
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByText('请先回答上面两个问题。').waitFor()
    await resident.getByLabel('解决了', { exact: true }).check()
    await resident.getByLabel('满意', { exact: true }).check()
    await resident.getByLabel('还想说的话').fill('换得真快，谢谢师傅')
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByText('换得真快，谢谢师傅').first().waitFor()
    await resident.getByText('已办结').first().waitFor()
    await clerk.locator('.turn', { hasText: '已结案：实质化解' }).waitFor()
    await clerk.getByText('换得真快，谢谢师傅').first().waitFor()
  })

  it('finds the appeal again by its code on another device, and refuses a wrong one kindly', async () => {
    const other = await bed.window('phone', { language: 'en' })
    await other.goto(`${bed.base}/`)
    await expectAccessible(other, 'the start page')
    const field = other.getByRole('textbox').first()
    await field.fill(`${queryCode.slice(0, 11)}${(Number(queryCode[11]) + 1) % 10}`)
    await field.press('Enter')
    await other.getByRole('alert').first().waitFor()
    await field.fill(`${queryCode.slice(0, 4)} ${queryCode.slice(4, 8)}－${queryCode.slice(8)}`)
    await field.press('Enter')
    await other.getByText(number).first().waitFor()
  })

  it('shows the number to a colleague who searches for it, and nothing to another community', async () => {
    await clerk.goto(`${bed.base}/console/matters/closed?q=${encodeURIComponent(number)}`)
    await rowIn(clerk, lamp).waitFor()
    await company.goto(`${bed.base}/console/matters/closed?q=${encodeURIComponent('楼道灯坏了三天')}`)
    await rowIn(company, lamp).waitFor()
  })
})
