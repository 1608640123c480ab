import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'
import { bookingToday, hallPaths, pageOf, purposesOf } from './hall.ts'

let bed: Bed
let [kiosk, television, desk, expert] = [] as unknown as [Page, Page, Page, Page]
let holder: Page
let number = ''

const words = '我妈上周在区医院做了髋关节手术，现在伤口化脓，医院说不是他们的责任，要求赔偿。'
const surgery = /髋关节手术/
const studio = '医疗纠纷调解工作室（三楼 302）'

const called = (page: Page, window: string) =>
  page.locator('.display-called li', { hasText: number }).filter({ hasText: window })

beforeAll(async () => {
  bed = await makeBed()
  ;[kiosk, television, desk, expert] = await Promise.all([
    bed.window('phone'),
    bed.window('desk'),
    bed.signedIn('suxiaowen'),
    bed.signedIn('baizhiyan'),
  ])
  const paths = await hallPaths(bed)
  await Promise.all([kiosk.goto(bed.base + paths.kiosk), television.goto(bed.base + paths.display)])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`03-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

describe('story 3: registered like at a hospital', () => {
  it('gives the visitor a number with nothing but a press', async () => {
    await kiosk.getByText(/人在等/).waitFor()
    await expectAccessible(kiosk, 'the kiosk')
    await kiosk.getByRole('button', { name: '取号' }).click()
    number = (await kiosk.locator('.kiosk-number').textContent()) ?? ''
    expect(number).toMatch(/^A\d{3}$/)
    await kiosk.getByText(/前面还有 \d+ 位/).waitFor()
    await expectAccessible(kiosk, 'the number of the visitor')
    await television.locator('.display-next li', { hasText: number }).waitFor()
    await expectAccessible(television, 'the display')
  })

  it('lets her follow the line on her own telephone, by the code on the slip', async () => {
    const address = await pageOf(bed, number)
    const own = await bed.window('phone')
    await own.goto(`${bed.base}/n/${address}`)
    await own.getByText(/前面还有/).waitFor()
    await own.getByText(number).waitFor()
    await expectAccessible(own, 'the place in line on a telephone')
    const english = await bed.window('phone', { language: 'en', dark: true })
    await english.goto(`${bed.base}/n/${address}`)
    await english.getByText(number).waitFor()
    await expectAccessible(english, 'the place in line, in English and in the dark')
    await bed.picture('03-own-phone')
    await english.goto(`${bed.base}/n/339901/019abc00-0000-7000-8000-00000000abcd`)
    await english.getByText('This number is not of today').waitFor()
    await english.close()
    holder = own
  })

  it('lets the desk see that she is old, and calls her first, on the display too', async () => {
    await desk.getByRole('link', { name: '叫号' }).click()
    await desk.getByLabel('今天坐哪个窗口？').selectOption({ label: '1 号窗口' })
    await desk.getByLabel(`${number} 的优先`).selectOption({ label: '优先：老人' })
    await desk.locator('.ticket').first().getByText(number).waitFor()
    await desk.getByRole('button', { name: '叫下一位' }).click()
    await desk.locator('.my-number', { hasText: number }).waitFor()
    await expectAccessible(desk, 'the queue with a number at the window')
    await called(television, '1 号窗口').waitFor()
    await holder.reload()
    await holder.getByText('叫到您了，请到').waitFor()
    await holder.getByText('1 号窗口').waitFor()
    await expectAccessible(holder, 'the telephone of who is called')
    expect(await television.locator('.display-next li', { hasText: number }).count()).toBe(0)
  })

  it('registers what she says for that number, from the keyboard', async () => {
    await desk.keyboard.press('s')
    await desk.locator('.my-window').getByRole('link', { name: '登记诉求' }).click()
    await desk.getByText(`正在为 ${number} 号登记。`).waitFor()
    await desk.getByLabel('群众说了什么').fill(words)
    const place = desk.getByRole('combobox', { name: '所在地' })
    await place.fill('望溪社区')
    await desk
      .getByRole('option', { name: /^望溪社区/ })
      .first()
      .waitFor()
    await place.press('ArrowDown')
    await place.press('Enter')
    await desk.getByRole('textbox', { name: '姓名' }).fill('余桂芳')
    await desk.keyboard.press('Control+Enter')
    await desk.getByText(`已与 ${number} 号关联。`).waitFor()
    await expectAccessible(desk, 'the slip beside its number')
  })

  it('sends her to the medical-dispute mediator on the third floor, whose screen rings without a reload', async () => {
    await expert.addInitScript(`
      const Made = window.AudioContext
      window.tones = 0
      window.AudioContext = class extends Made { createOscillator() { window.tones++; return super.createOscillator() } }
    `)
    await expert.goto(`${bed.base}/console/matters/mine`)
    await expert.getByRole('button', { name: '显示' }).click()
    await expert.getByLabel('有新事项时响一声').check()
    await expert.keyboard.press('Escape')
    await expert.getByRole('heading', { name: '我的待办' }).waitFor()
    expect(await rowIn(expert, surgery).count()).toBe(0)

    await desk.getByRole('link', { name: '去受理、派单' }).click()
    await act(desk, '受理', nothing)
    await inState(desk, '待派单')
    await desk.getByRole('button', { name: '采纳建议' }).click()
    await desk.getByRole('heading', { name: '研判建议' }).waitFor({ state: 'detached' })
    await act(desk, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('医疗纠纷')
      await form.getByRole('radio', { name: /医疗纠纷调解工作室/ }).check()
    })
    await expert.getByText(`前台转来：${number} 号在等你。`).waitFor()
    await rowIn(expert, surgery).waitFor()
    expect(await expert.evaluate('window.tones')).toBeGreaterThan(0)
    await expectAccessible(expert, 'a number sent from the desk')
    await called(television, '1 号窗口').waitFor({ state: 'detached' })
  })

  it('lets her be called from there, and the display shows the room', async () => {
    await expert.getByRole('button', { name: `叫这个号：${number}` }).click()
    await expert.locator('.my-number', { hasText: number }).waitFor()
    await called(television, studio).waitFor()
    await expert.getByText(`前台转来：${number} 号在等你。`).waitFor({ state: 'detached' })
    await desk.goto(`${bed.base}/console/queue`)
    await desk.locator('.ticket', { hasText: number }).getByText(studio).waitFor()
    await expert.keyboard.press('s')
    await expert.keyboard.press('f')
    await expert.locator('.my-number').waitFor({ state: 'detached' })
    await called(television, studio).waitFor({ state: 'detached' })
  })

  it('opens the number of somebody who booked by telephone, for a purpose, on record', async () => {
    await desk.goto(`${bed.base}/console/queue`)
    await desk.getByRole('button', { name: '电话预约' }).click()
    const form = desk.getByRole('region', { name: '取号' })
    await form.getByLabel('姓名').fill('余桂芳')
    await form.getByLabel('电话').fill('199 0000 7788')
    await form.getByRole('button', { name: '预约', exact: true }).click()
    await desk.getByText(/^B\d{3} 号，/).waitFor()
    const id = await bookingToday(bed)
    await desk.reload()
    const shown = desk.locator('.ticket', { hasText: '199****7788' })
    await shown.getByRole('button', { name: /^查看完整号码/ }).click()
    const dialog = desk.getByRole('dialog')
    await expectAccessible(desk, 'the purpose of opening a number')
    await bed.picture('03-reveal')
    await dialog.getByRole('button', { name: '查看' }).click()
    await dialog.getByRole('link', { name: '19900007788' }).waitFor()
    expect(await purposesOf(bed, id)).toHaveLength(1)
    await desk.keyboard.press('Escape')
  })

  it('says honestly when the display has lost the connection, and goes on by itself', async () => {
    await television.context().setOffline(true)
    await television.getByText(/^连接断了/).waitFor()
    await expectAccessible(television, 'the display without a connection')
    await television.context().setOffline(false)
    await television.getByText(/^连接断了/).waitFor({ state: 'detached' })
  })
})
