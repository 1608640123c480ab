import pg from 'pg'
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

/** A matter of the demo with a photograph of before and one of after. */
async function picturedMatter(): Promise<string> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select matter_id id from attachment where matter_id is not null group by 1 having count(*) > 1 order by 1 limit 1',
  )
  await client.end()
  return rows[0]?.id ?? ''
}

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
    // gone from the matter before the window is, so that the next step begins alone
    await leader.getByRole('link', { name: '首页' }).click()
    await desk.locator('.present li').waitFor({ state: 'detached' })
    await leader.context().close()
  })

  it('two who have it open see each other, and who writes in which form', async () => {
    const leader = await bed.signedIn('peiqingshan')
    await open(leader)
    await open(desk)
    await leader.locator('.present li', { hasText: '也打开着这件事' }).waitFor()
    await desk.locator('.present li', { hasText: '也打开着这件事' }).waitFor()
    await desk.getByRole('button', { name: '报进展' }).click()
    await leader.locator('.present li', { hasText: '正在填写“报进展”' }).waitFor()
    await bed.picture('two-at-once')
    await desk.getByRole('button', { name: '先不做' }).click()
    await leader.getByText('正在填写').waitFor({ state: 'detached' })
    await leader.getByRole('link', { name: '首页' }).click()
    await desk.locator('.present li').waitFor({ state: 'detached' })
    await leader.context().close()
  })

  it('all files stand in one place; photographs open large and turn by keyboard, and the focus comes back', async () => {
    const leader = await bed.signedIn('peiqingshan')
    await leader.goto(`${bed.base}/console/matters/all/${await picturedMatter()}`)
    const panel = leader.getByRole('region', { name: /^全部附件/ })
    const photo = panel.getByRole('button', { name: /^查看/ }).first()
    await photo.focus()
    await leader.keyboard.press('Enter')
    const box = leader.getByRole('dialog')
    const count = Number(/\/(\d+)）/.exec((await box.locator('.ant-modal-title').textContent()) ?? '')?.[1])
    expect(count).toBeGreaterThan(1)
    await leader.keyboard.press('ArrowRight')
    await box.getByText(`（2/${count}）`).waitFor()
    await leader.keyboard.press('r')
    await leader.keyboard.press('+')
    expect(await box.locator('img').getAttribute('style')).toContain('rotate(90deg)')
    await expectAccessible(leader, 'a photograph opened large')
    await bed.picture('a-photograph')
    await leader.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    expect(await photo.evaluate((element) => element === document.activeElement)).toBe(true)
    await leader.context().close()
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
