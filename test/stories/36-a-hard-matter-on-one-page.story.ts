import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act } from './console.ts'
import { type LongMatter, lengthen } from './long-matter.ts'

let bed: Bed
let long: LongMatter
let [desk, phone] = [] as unknown as [Page, Page]

const open = async (page: Page) => {
  await page.goto(`${bed.base}/console/matters/all/${long.id}`)
  await page.locator('.entry').first().waitFor()
}
/** Whether an element stands on the screen as it is, without scrolling. */
const inSight = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      return width > 0 && top >= 0 && bottom <= window.innerHeight
    })

describe('a hard matter on one page', () => {
  beforeAll(async () => {
    bed = await makeBed()
    long = await lengthen(bed.url)
    desk = await bed.signedIn(long.login)
    phone = await bed.signedIn(long.login, 'phone')
  })
  afterEach(({ task }) => bed.picture(task.name.replaceAll(' ', '-')))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('whose turn, until when and what I can do are in sight, also deep in a story of 230 steps and 80 voices', async () => {
    for (const page of [desk, phone]) {
      await open(page)
      for (const what of ['.turn', '.turn-state', '.actions [data-verb]'])
        expect(await inSight(page, what), what).toBe(true)
      await page.locator('.entry').nth(15).scrollIntoViewIfNeeded()
      for (const what of ['.turn', '.actions [data-verb]']) expect(await inSight(page, what), what).toBe(true)
      await expectAccessible(page, 'a long matter')
    }
  })

  it('the story opens folded, shows its middle on request, and is narrowed to what the person sees', async () => {
    expect(await desk.locator('.entry').count()).toBeLessThan(30)
    await desk.getByRole('button', { name: /^展开中间/ }).click()
    expect(await desk.locator('.entry').count()).toBeGreaterThan(140)
    await desk.getByRole('button', { name: /^群众能看到的/ }).click()
    expect(await desk.locator('.entry-internal').count()).toBe(0)
    await desk.getByRole('button', { name: /^内部 \d/ }).click()
    expect(await desk.locator('.entry[data-kind="told"]').count()).toBe(0)
  })

  it('a note names a colleague, is marked as internal, and is marked as new for who had looked before', async () => {
    const leader = await bed.signedIn('peiqingshan')
    await open(leader)
    await act(desk, '内部备注', async (form) => {
      await form.getByLabel('备注内容').fill('请中心帮忙约一次三方见面')
      const who = form.getByRole('combobox', { name: /提到同事/ })
      await who.fill('@')
      await form.getByRole('option').first().click()
      await expectAccessible(desk, 'the form of a note')
    })
    await desk.getByRole('button', { name: /^内部 \d/ }).click()
    const entry = desk.locator('.entry', { hasText: '请中心帮忙约一次三方见面' })
    await entry.getByText('仅内部').waitFor()
    await entry.getByText(/^提到 @/).waitFor()
    await leader.getByText('你上次看过之后有 1 条新情况').waitFor()
  })

  it('the usual papers are printed from the record: masked until a print with the name is on record', async () => {
    const page = await bed.signedIn(long.login)
    // a headless browser has no printer; what it would print is looked at instead
    await page.addInitScript('window.print = () => {}')
    await open(page)
    await page.getByRole('button', { name: '打印' }).click()
    await page.getByRole('menuitem', { name: '交办单' }).click()
    const sheet = page.getByRole('article', { name: '交办单预览' })
    await sheet.getByRole('heading', { name: '群众诉求交办单' }).waitFor()
    await sheet.getByText(long.number).first().waitFor()
    await expectAccessible(page, 'a paper before it is printed')
    await page.emulateMedia({ media: 'print' })
    expect(await sheet.isVisible()).toBe(false)
    await page.getByText('请用页面上的“打印”按钮打印').waitFor()
    await page.emulateMedia({ media: 'screen' })
    await page.getByLabel('打印用途').selectOption('file')
    await page.getByRole('button', { name: '打印' }).click()
    await page.getByText('已记录').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await sheet.isVisible()).toBe(true)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })
  })
})
