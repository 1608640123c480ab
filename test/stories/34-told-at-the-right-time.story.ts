import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MailGateway, startMailGateway } from '#test/receivers.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing } from './console.ts'
import { bringIn, unitAt } from './console-api.ts'

let bed: Bed
let gateway: MailGateway
let sorter: Page
let officer: Page
let title = ''

const bell = (page: Page) => page.locator('.alarm-button')
const told = (page: Page) => page.getByRole('region', { name: '通知', exact: true })
const arrives = (count: number) =>
  vi.waitFor(() => expect(gateway.letters.length).toBeGreaterThanOrEqual(count), {
    timeout: 30_000,
    interval: 200,
  })
const freshOf = async (page: Page) => Number((await bell(page).getAttribute('aria-label'))?.match(/\d+/)?.[0])

/** Brings one matter in, accepts it and dispatches it to the unit of the officer. Out: its title. */
async function dispatchOne(): Promise<string> {
  const said = { channel: 'phone', words: '听泉街道市集收摊以后，路面满是积水和菜叶，没人清扫。' }
  const { id } = await bringIn(sorter, await unitAt(bed, '001/001/'), said)
  await sorter.goto(`${bed.base}/console/matters/all/${id}`)
  await act(sorter, '受理', nothing)
  await act(sorter, '研判', async (form) => {
    await form.getByRole('combobox').first().fill('环境卫生')
    await form.getByRole('option').first().click()
  })
  await inState(sorter, '待派单')
  await act(sorter, '派单', async (form) => {
    await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('枫溪区城市管理局')
    await form.getByRole('radio', { name: /枫溪区城市管理局/ }).check()
  })
  await inState(sorter, '待签收')
  return (await sorter.locator('#matter-title').textContent()) ?? ''
}

describe('told at the right time', () => {
  beforeAll(async () => {
    gateway = await startMailGateway()
    Object.assign(process.env, {
      ...{ MAPLE_SMTP_HOST: '127.0.0.1', MAPLE_SMTP_PORT: String(gateway.port), MAPLE_SMTP_TLS: 'none' },
      MAPLE_SMTP_FROM: 'maple@maple.test',
    })
    bed = await makeBed()
    officer = await bed.signedIn('chengxiangqian')
    sorter = await bed.signedIn('fangzhiyuan')
  })
  afterEach(({ task }) => bed.picture(task.name.replaceAll(' ', '-')))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
    await gateway.close()
  })

  it('the officer gives an address, and it counts once its code has come back', async () => {
    await officer.goto(`${bed.base}/console/account/notices`)
    await officer.getByRole('textbox', { name: '邮箱' }).fill('cheng@example.org')
    await officer.getByRole('button', { name: '发验证码' }).click()
    await officer.getByText('验证码已发到').waitFor()
    await arrives(1)
    const code = /\d{6}/.exec(gateway.letters[0]?.text ?? '')?.[0] ?? ''
    await officer.getByRole('textbox', { name: '验证码' }).fill(code)
    await officer.getByRole('button', { name: '确认邮箱' }).click()
    await officer.getByText('通知发到 c***@example.org').waitFor()
    await officer.getByLabel('随时发').check()
    await officer.getByLabel('从', { exact: true }).fill('00:00')
    await officer.getByLabel('到', { exact: true }).fill('00:00')
    await officer.getByLabel(/休息日和节假日/).uncheck()
    await officer.getByRole('button', { name: '保存' }).click()
    await officer.getByText('已保存').waitFor()
    await expectAccessible(officer, 'the settings of notices')
    gateway.letters.length = 0
  })

  it('a dispatch rings at the receiver without anything touched, and opens the matter', async () => {
    const before = await freshOf(officer)
    title = await dispatchOne()
    await vi.waitFor(async () => expect(await freshOf(officer)).toBe(before + 1), { timeout: 10_000 })
    await bell(officer).click()
    await told(officer).getByText('派给你们单位了，请签收').first().waitFor()
    await bed.picture('the-bell')
    await expectAccessible(officer, 'the bell')
    await told(officer).getByRole('link', { name: title }).click()
    await inState(officer, '待签收')
    await vi.waitFor(async () => expect(await freshOf(officer)).toBe(before), { timeout: 10_000 })
  })

  it('an e-mail says the number and what is to be done, and no word of the matter', async () => {
    await arrives(1)
    const [letter] = gateway.letters
    expect(letter?.to).toEqual(['cheng@example.org'])
    expect(letter?.subject).toMatch(/^\[枫桥\] \d{6}-\d{5}-\d：派给你们单位了，请签收$/)
    expect(`${letter?.subject}${letter?.text}`).not.toContain(title)
  })

  it('everything told stands on one page, on a telephone too', async () => {
    const phone = await bed.signedIn('chengxiangqian', 'phone')
    await phone.goto(`${bed.base}/console/notices?topic=turn`)
    await phone.getByRole('link', { name: title }).waitFor()
    await expectAccessible(phone, 'the notices on a telephone')
    await phone.getByLabel('只看没看过的').check()
    await phone.waitForURL(/unseen=true/)
  })
})
