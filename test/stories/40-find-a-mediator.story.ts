import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { loginAt } from './console-api.ts'
import { disputeWith, form } from './mediation.ts'

let bed: Bed
let [mediator, clerk, uncle] = [] as unknown as [Page, Page, Page]

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

beforeAll(async () => {
  bed = await makeBed()
  mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
  clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
  uncle = await bed.window('phone')
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`40-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

describe('story 40: finding a mediator', () => {
  it('the mediator says what she is good at, and is told what is wrong beside the field', async () => {
    await mediator.goto(`${bed.base}/console/account`)
    const about = panel(mediator, '作为调解员')
    await about.getByRole('button', { name: '修改' }).click()
    await about.getByRole('checkbox', { name: '手语' }).check()
    await about.getByLabel('哪一年开始做调解').fill('2099')
    await about.getByRole('button', { name: '保存' }).click()
    await about.locator('.field-error').waitFor()
    await expectAccessible(mediator, 'the profile of a mediator')
    await bed.picture('40-profile')
    await about.getByLabel('哪一年开始做调解').fill('2011')
    await about.getByRole('textbox', { name: /简介/ }).fill('听得懂手语，慢慢说不着急。')
    const isPublic = about.getByRole('checkbox', { name: /公示/ })
    if (!(await isPublic.isChecked())) await isPublic.check()
    await about.getByRole('button', { name: '保存' }).click()
    await about.getByText('听得懂手语，慢慢说不着急。').waitFor()
  })

  it('a resident finds her on a phone, with nobody ranked', async () => {
    await uncle.goto(`${bed.base}${bed.publicPath}`)
    await uncle.goto(`${bed.base}/mediators/339901`)
    await uncle.getByRole('heading', { name: '找调解员' }).waitFor()
    await uncle.getByText('听得懂手语，慢慢说不着急。').waitFor()
    await uncle.getByText('2011 年起做调解').first().waitFor()
    await uncle.getByText('调解成功不到 5 件').first().waitFor()
    await expectAccessible(uncle, 'the mediators of a district')
    await bed.picture('40-mediators')
    const shown = await uncle.locator('section.sheet').count()
    await uncle.getByRole('button', { name: '再看一些' }).click()
    await expect.poll(() => uncle.locator('section.sheet').count()).toBeGreaterThan(shown)
  })

  it('who opens a mediation is proposed somebody who speaks the language, with the reasons', async () => {
    const { id } = await disputeWith(bed, clerk, '楼道里的鞋柜挡了路', ['林小满'], ['周大友'])
    await clerk.goto(`${bed.base}/console/matters/all/${id}`)
    await panel(clerk, '调解').getByRole('button', { name: '受理调解' }).click()
    const fields = form(clerk, '受理调解')
    await fields
      .getByText(/承办单位的人|就在附近/)
      .first()
      .waitFor()
    await fields.getByLabel('当事人说什么语言').selectOption({ label: '手语' })
    await fields
      .getByText(/会说当事人的语言/)
      .first()
      .waitFor()
    await fields.getByRole('group', { name: '谁来调解' }).scrollIntoViewIfNeeded()
    await bed.picture('40-proposal')
    await expectAccessible(clerk, 'the proposal of mediators')
    await clerk.evaluate('localStorage.clear()')
  })
})
