import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'
import { bringIn, unitAt } from './console-api.ts'

let bed: Bed
let [clerk, company, street, phone] = [] as unknown as [Page, Page, Page, Page]
let id = ''
const title = /单元门禁失灵/
const here = (page: Page) => page.goto(`${bed.base}/console/matters/all/${id}`)
const actions = (page: Page) => page.getByRole('region', { name: /现在可以做|What can be done now/ })

describe('more time that is denied', () => {
  beforeAll(async () => {
    bed = await makeBed()
    ;[clerk, company, street, phone] = await Promise.all([
      bed.signedIn('meichunsheng'),
      bed.signedIn('luoshouyi'),
      bed.signedIn('fangzhiyuan'),
      bed.signedIn('luoshouyi', 'phone', { language: 'en', dark: true }),
    ])
    const said = { channel: 'phone', words: '二号楼单元门禁失灵，外人随便进。' }
    ;({ id } = await bringIn(clerk, await unitAt(bed, '001/001/'), said))
    await here(clerk)
    await act(clerk, '受理', nothing)
    await act(clerk, '研判', async (form) => {
      await form.getByLabel('标题').fill('单元门禁失灵')
      await form.getByRole('combobox').first().fill('物业')
      await form.getByRole('option').first().click()
    })
    await act(clerk, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('物业')
      await form.getByRole('radio').first().check()
    })
    await here(company)
    await act(company, '签收')
    await inState(company, '办理中')
  }, 240_000)
  afterEach(({ task }) => bed.picture(`44-${task.name.replace(/\W+/g, '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('is told with its reason, and what can still be done', async () => {
    await company.getByRole('button', { name: '申请延期' }).click()
    const form = company.getByRole('form', { name: '申请延期' })
    await form.getByLabel('延长多少').fill('3')
    await form.getByLabel('理由').fill('主板要从外地发')
    await form.getByRole('button', { name: '确认申请延期' }).click()
    await company.getByText('正在等审批，时限照走。').waitFor()
    await clerk.goto(`${bed.base}/console/matters/request`)
    await rowIn(clerk, title).click()
    await act(clerk, '不同意', async (asked) => asked.getByLabel('理由').fill('先找备件'))
    await company
      .getByText(/没有同意申请/)
      .first()
      .waitFor()
    await company.getByRole('button', { name: '申请复审' }).waitFor()
  })

  it('is looked at once more by the street, while who denied it cannot decide again', async () => {
    await act(company, '申请复审', async (form) => {
      await expectAccessible(company, 'asking for a second look')
      await form.getByLabel('理由').fill('备件已问遍本地三家，都没有')
    })
    await company
      .getByText(/提出复审，由.+综治中心.*决定/)
      .first()
      .waitFor()
    await here(clerk)
    await clerk.getByText('正在等审批，时限照走。').waitFor()
    expect(await actions(clerk).getByRole('button', { name: '同意延期' }).count()).toBe(0)
    await clerk.goto(`${bed.base}/console/matters/request`)
    await clerk.getByRole('heading', { level: 1 }).first().waitFor()
    await clerk.waitForLoadState('networkidle')
    expect(await rowIn(clerk, title).count()).toBe(0)
    await street.goto(`${bed.base}/console/matters/request`)
    await rowIn(street, title).click()
    await street.getByText('等你决定：看过理由后同意或不同意。').waitFor()
    await street.getByText('先找备件').first().waitFor()
    await expectAccessible(street, 'a second look to decide')
  })

  it('is granted from above, and the time grows; on a phone, in English, in the dark', async () => {
    await act(street, '同意延期', nothing)
    await company.getByText('正在等审批，时限照走。').waitFor({ state: 'detached' })
    await here(phone)
    await phone
      .getByText(/asked for a second look at the denial/)
      .first()
      .waitFor()
    await expectAccessible(phone, 'a story with a second look on a phone')
    await phone
      .getByText(/asked for a second look at the denial/)
      .first()
      .scrollIntoViewIfNeeded()
  })
})
