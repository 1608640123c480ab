import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let desk: Page
let number = ''
let code = ''

const words = '望溪花园 6 幢电梯停了三天没人修，我婆婆八十多岁，下不了楼看病。'

beforeAll(async () => {
  bed = await makeBed()
  desk = await bed.signedIn('suxiaowen')
  await desk.goto(`${bed.base}/console/register`)
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`32-${task.name.slice(0, 40).replaceAll(' ', '-')}`)
})
afterAll(() => bed?.close())

const keys = async (...pressed: string[]) => {
  for (const key of pressed) await desk.keyboard.press(key)
}
const write = (text: string) => desk.keyboard.insertText(text)

/** Picks the first place that a few letters of pinyin find, without waiting for them; the cursor stands in its field. */
async function pickPlace(letters: string): Promise<void> {
  await desk.keyboard.type(letters)
  await keys('Enter')
  await expect.poll(() => desk.getByLabel('所在地').inputValue(), { timeout: 10_000 }).toMatch(/^望溪/)
}

async function slipShown(): Promise<void> {
  await desk.getByRole('heading', { name: '已登记' }).waitFor()
  number = (await desk.locator('.slip .number').first().textContent()) ?? ''
  code = (await desk.locator('.slip-code').textContent()) ?? ''
  expect(number).toMatch(/^\d{6}-\d{5}-\d$/)
  expect(code).toMatch(/^\d{4} \d{4} \d{4}$/)
}

/** The form stands there, empty, with the cursor where the words go. */
async function formReady(): Promise<void> {
  const field = desk.getByLabel('群众说了什么')
  await field.waitFor()
  expect(await field.inputValue()).toBe('')
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true)
}

describe('story 32: the desk registers', () => {
  it('a visitor is registered with the keyboard alone, in the order people speak', async () => {
    await formReady()
    await expectAccessible(desk, 'the empty form')
    await write(words)
    await keys('Tab')
    await pickPlace('wangxi')
    await keys('Enter')
    await write('6 幢 2 单元')
    await keys('Enter')
    await write('何婶')
    await keys('Enter')
    await write('手机：１９９ ００００ 7788')
    await desk.getByText(/按内容建议/).waitFor()
    await bed.picture('32-form')
    await expectAccessible(desk, 'the form filled')
    await keys('Control+Enter')
    await slipShown()
    await expectAccessible(desk, 'the slip')
  })

  it('the next one starts clean; what is similar shows while typing, and the voice joins it', async () => {
    const first = { number, code }
    await keys('Control+Enter')
    await formReady()
    await write('6 幢的电梯停了好几天，没人来修，我家老人下不了楼')
    await keys('Tab', 'ArrowDown', 'Enter')
    expect(await desk.getByLabel('所在地').inputValue()).toMatch(/望溪/)
    await keys('Enter', 'Enter', 'Enter')
    await write('199 0000 7788')
    await desk.getByText('此号码曾反映 1 件：').waitFor()
    const row = desk.locator('.matter-links li', { hasText: first.number }).first()
    await row.getByText(/都提到/).waitFor()
    await bed.picture('32-similar')
    await expectAccessible(desk, 'the form beside what is similar')
    await keys('Alt+1')
    await desk.getByText(`将并入 ${first.number}`).waitFor()
    await keys('Control+Enter')
    await slipShown()
    expect(number).toBe(first.number)
    expect(code).not.toBe(first.code)
    await desk.getByText(/已有人反映，正在一并办理/).waitFor()
  })

  it('another is registered and dispatched in one go', async () => {
    await keys('Control+Enter')
    await formReady()
    await write('楼下水果店每天早上五点卸货，吵得没法睡')
    await keys('Tab')
    await pickPlace('wangxi')
    const go = desk.getByRole('button', { name: /^登记并派给/ })
    await go.waitFor()
    const unit = ((await go.textContent()) ?? '').replace('登记并派给', '')
    await keys('Control+Shift+Enter')
    await slipShown()
    await desk.locator('.slip', { hasText: unit }).waitFor()
    await desk.getByText(/会有人与您联系|答复办理结果/).waitFor()
  })

  it('the slip prints on A4 and on a roll, and nothing else with it', async () => {
    const look = async (name: string) => {
      await desk.emulateMedia({ media: 'print' })
      expect(await desk.locator('.header').isVisible()).toBe(false)
      expect(await desk.locator('.slip-code').isVisible()).toBe(true)
      expect(await desk.locator('.slip-qr svg').isVisible()).toBe(true)
      const box = await desk.locator('.slip').boundingBox()
      await bed.picture(`32-print-${name}`)
      const paper = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(paper.match(/\/Type ?\/Page\b/g)).toHaveLength(1)
      await desk.emulateMedia({ media: 'screen' })
      return box?.width ?? 0
    }
    expect(await look('a4')).toBeGreaterThan(400)
    await desk.getByText('80 毫米小票').click()
    const millimetre = 96 / 25.4
    expect(await look('roll')).toBeLessThan(80 * millimetre)
    await desk.getByText('A4 纸').click()
  })

  it('a paper of the police brings its number, and the number that is here offers its matter', async () => {
    for (const time of ['first', 'again'] as const) {
      await keys('Control+Enter')
      await formReady()
      await write(`两家为晒衣架吵到派出所，已经劝开（${time}）`)
      await keys('Tab')
      await pickPlace('wangxi')
      await desk.getByLabel('渠道').selectOption('police')
      await desk.getByLabel('对方文号').fill('ＪＱ 2026-0117')
      await desk.getByLabel('移交单位').fill('听泉派出所')
      await desk.getByLabel('来文日期').fill('2026-11-20')
      if (time === 'again') break
      await keys('Control+Enter')
      await slipShown()
    }
    await desk.getByText('这个文号已经登记过：').waitFor()
    await keys('Control+Enter')
    await desk.getByText(/已经登记过，就是/).waitFor()
    await bed.picture('32-paper')
    await expectAccessible(desk, 'a paper that is here already')
  })

  it('too much text and too many files are told with how much is too much, and nothing is lost', async () => {
    await desk.reload()
    await desk.getByRole('button', { name: '清空重写' }).click()
    const long = '长'.repeat(100_000)
    await desk.getByLabel('群众说了什么').fill(long)
    await desk.getByText(/已有 100000 字，最多 5000 字，多出 95000 字/).waitFor()
    await keys('Control+Enter')
    expect((await desk.getByLabel('群众说了什么').inputValue()).length).toBe(100_000)
    const dot = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#333' } })
      .png()
      .toBuffer()
    const files = Array.from({ length: 300 }, (_, i) => ({
      name: `照片${i + 1}.png`,
      mimeType: 'image/png',
      buffer: dot,
    }))
    await desk.locator('input[type=file]').first().setInputFiles(files)
    await desk.getByText(/这 291 个没有收下：照片10\.png、/).waitFor()
    await expect.poll(() => desk.locator('.file-item').count(), { timeout: 20_000 }).toBe(9)
    await bed.picture('32-too-much')
  })

  it('a lost connection keeps everything and a second press sends it once', async () => {
    await desk.reload()
    await desk.getByRole('button', { name: '清空重写' }).click()
    await desk.getByLabel('群众说了什么').fill('晚上广场舞音响太大')
    await desk.getByLabel('所在地').focus()
    await pickPlace('wangxi')
    await desk.context().setOffline(true)
    await keys('Control+Enter')
    await desk.getByText(/网络断开了，没有送出去/).waitFor()
    expect(await desk.getByLabel('群众说了什么').inputValue()).toBe('晚上广场舞音响太大')
    await desk.context().setOffline(false)
    const button = desk.getByRole('button', { name: '确认登记' })
    await button.dblclick()
    await slipShown()
  })

  it('the page of the matter names what may be the same thing, and prints the slip again for who wrote it down', async () => {
    await desk.getByRole('link', { name: '打开这件事' }).click()
    await desk.locator('.turn-state').waitFor()
    await desk.getByText(/苏晓雯（.*代录/).waitFor()
    await desk.getByRole('button', { name: '补打回执' }).click()
    const dialog = desk.getByRole('dialog', { name: '补打回执' })
    await dialog.locator('.slip-code').waitFor()
    await expectAccessible(desk, 'the slip again')
    await desk.emulateMedia({ media: 'print' })
    expect(await desk.locator('.matter-head').isVisible()).toBe(false)
    expect(await dialog.locator('.slip-code').isVisible()).toBe(true)
    await bed.picture('32-print-again')
    await desk.emulateMedia({ media: 'screen' })
  })

  it('fits a telephone', async () => {
    const phone = await bed.signedIn('suxiaowen', 'phone')
    await phone.goto(`${bed.base}/console/register`)
    await phone.getByLabel('群众说了什么').fill(words)
    await phone.getByText(/按内容建议/).waitFor()
    await expectAccessible(phone, 'the form on a telephone')
    await bed.picture('32-phone')
  })
})
