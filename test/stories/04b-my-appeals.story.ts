import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, nothing, rowIn } from './console.ts'

let bed: Bed
let database: pg.Client
let [oldMan, clerk] = [] as unknown as [Page, Page]
const phone = '19900006121'
const words = '单元门的闭门器坏了，半夜门响个不停，老人睡不着。'
const secret = '这件事请不要让家里人知道，我想咨询分居的手续。'
const closer = /闭门器坏了/

beforeAll(async () => {
  bed = await makeBed()
  database = new pg.Client({ connectionString: bed.url })
  await database.connect()
  ;[oldMan, clerk] = await Promise.all([bed.window('phone'), bed.signedIn('meichunsheng')])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`04b-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await database?.end()
  await bed?.close()
})

/** Sends one sentence from the stairwell with the number. */
async function send(page: Page, said: string, isSecret = false): Promise<void> {
  await page.goto(`${bed.base}${bed.publicPath}`)
  await page.getByLabel('您想反映什么？').fill(said)
  await page.getByText('留下联系方式').click()
  await page.getByRole('textbox', { name: '电话' }).fill(phone)
  if (isSecret) await page.getByRole('checkbox', { name: /请为我保密/ }).check()
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('已收到，谢谢您').waitFor()
}

/** What was asked for lies further back, so that the next may be asked for at once. */
const letMinutesPass = () =>
  database.query(`update resident_ask set at = at - interval '2 minutes' where ended_at is not null`)

const codeOn = async (page: Page) =>
  (await page.getByText(/验证码是 \d{6}|The code is \d{6}/).textContent())?.match(/\d{6}/)?.[0] ?? ''

async function signIn(page: Page): Promise<void> {
  await page.goto(`${bed.base}/my/339901`)
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const field = page.getByLabel('验证码', { exact: true })
  await field.waitFor()
  await field.fill(await codeOn(page))
  await field.press('Enter')
  await page.getByText(/已用 199\*{4}6121 登录/).waitFor()
}

describe('story 4b: an old man has lost the code', () => {
  it('finds the way from the start page, and is told how to mend a wrong number', async () => {
    const sender = await bed.window('phone')
    await send(sender, words)
    await send(sender, secret, true)
    await sender.context().close()
    await oldMan.goto(`${bed.base}/`)
    await oldMan.getByRole('link', { name: '用手机号查我的诉求' }).waitFor()
    await expectAccessible(oldMan, 'the start page')
    await bed.picture('04b-start')
    await oldMan.getByRole('link', { name: '用手机号查我的诉求' }).click()
    await oldMan.getByRole('heading', { name: '我的诉求' }).waitFor()
    expect(await oldMan.title()).toBe('我的诉求 · 枫桥')
    await expectAccessible(oldMan, 'the door')
    const ask = oldMan.getByRole('button', { name: '获取验证码' })
    const field = oldMan.getByLabel('手机号')
    await ask.click()
    await oldMan.getByText('请输入手机号。').waitFor()
    await field.fill('0799-5550101')
    await ask.click()
    await oldMan.getByText(/座机收不了短信/).waitFor()
    await field.fill('199 0000 61')
    await ask.click()
    await oldMan.getByText('手机号是 11 位数字，还差 2 位。').waitFor()
    await expectAccessible(oldMan, 'the door with a wrong number')
    await bed.picture('04b-wrong-number')
    // an old phone throws the page away while its owner looks for glasses
    await oldMan.reload()
    expect(await field.inputValue()).toBe('199 0000 61')
  })

  it('gets a code, shown here because it is a demonstration, and is told how many tries are left', async () => {
    await oldMan.getByLabel('手机号').fill('１９９－0000 6121')
    await oldMan.getByRole('button', { name: '获取验证码' }).click()
    const field = oldMan.getByLabel('验证码', { exact: true })
    await field.waitFor()
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
    expect(await field.getAttribute('inputmode')).toBe('numeric')
    await oldMan.getByText('这是演示系统，不会真的发短信').waitFor()
    const code = await codeOn(oldMan)
    expect(code).toMatch(/^\d{6}$/)
    expect(await oldMan.getByRole('button', { name: /秒后可重新获取/ }).isDisabled()).toBe(true)
    await oldMan.getByRole('button', { name: '查看我的诉求' }).click()
    await oldMan.getByText('请输入短信里的 6 位数字。').waitFor()
    await field.fill('12')
    await field.press('Enter')
    await oldMan.getByText('验证码是 6 位数字，还差 4 位。').waitFor()
    await field.fill(code === '111111' ? '222222' : '111111')
    await field.press('Enter')
    await oldMan.getByText(/还可以试 4 次/).waitFor()
    await expectAccessible(oldMan, 'the code')
    await bed.picture('04b-code')
    // whoever comes back from reading the message finds everything as it was
    await oldMan.reload()
    await field.fill(code)
    await field.press('Enter')
    await oldMan.getByRole('link', { name: closer }).waitFor()
    expect(oldMan.url()).toBe(`${bed.base}/my/339901`)
  })

  it('sees what the number gave, but nothing that was said in confidence', async () => {
    await oldMan.getByText('已用 199****6121 登录').waitFor()
    expect(await oldMan.locator('.own').count()).toBe(1)
    expect(await oldMan.getByText('分居').count()).toBe(0)
    await oldMan.getByText(/请求保密的.*请用查询码/).waitFor()
    await expectAccessible(oldMan, 'the list')
  })

  it('is asked something, and answers it without ever typing a query code', async () => {
    await clerk.goto(`${bed.base}/console/matters/pool?sort=new`)
    await rowIn(clerk, closer).click()
    await act(clerk, '受理', nothing)
    await act(clerk, '问群众', async (form) => {
      await form.getByRole('textbox').first().fill('是哪个单元的门？')
    })
    await oldMan.reload()
    const row = oldMan.getByRole('link', { name: closer })
    await row.getByText('等您回答').waitFor()
    await bed.picture('04b-asked')
    await row.click()
    await oldMan.getByText('是哪个单元的门？').first().waitFor()
    expect(await oldMan.title()).toBe('我的诉求 · 枫桥')
    await oldMan.getByLabel('您的回答').fill('一单元，楼下那扇。')
    await oldMan.getByRole('button', { name: '发送回答' }).click()
    await oldMan.getByText('已提交。').waitFor()
    await clerk.getByText('一单元，楼下那扇。').first().waitFor()
    await expectAccessible(oldMan, 'one of mine')
    await bed.picture('04b-one-of-mine')
    await oldMan.getByRole('link', { name: '我的诉求' }).first().click()
    await oldMan.getByRole('link', { name: closer }).getByText('进行中').waitFor()
  })

  it('keeps what is on the screen while the network is away, and says so', async () => {
    await oldMan.context().setOffline(true)
    await oldMan.getByText('网络不通').first().waitFor()
    await oldMan.getByRole('button', { name: '退出登录' }).click()
    await oldMan.getByText('网络不通，请检查手机网络。').waitFor()
    expect(await oldMan.getByRole('link', { name: closer }).count()).toBe(1)
    await oldMan.getByRole('link', { name: closer }).click()
    await oldMan.getByRole('heading', { name: '暂时查不到进度' }).waitFor()
    await expectAccessible(oldMan, 'offline')
    await bed.picture('04b-offline')
    await oldMan.context().setOffline(false)
    await oldMan.getByText('一单元，楼下那扇。').first().waitFor({ timeout: 30_000 })
  })

  it('reads it in large type and in English', async () => {
    await oldMan.goto(`${bed.base}/my/339901`)
    await oldMan.getByRole('button', { name: '大字' }).click()
    await expectAccessible(oldMan, 'the list in large type')
    await bed.picture('04b-large')
    await oldMan.getByRole('button', { name: 'English' }).click()
    await oldMan.getByRole('heading', { name: 'My appeals' }).waitFor()
    await expectAccessible(oldMan, 'the list in large type and English')
    await bed.picture('04b-large-english')
    await oldMan.getByRole('button', { name: '中文' }).click()
    await oldMan.getByRole('button', { name: '大字' }).click()
  })

  it('signs every device out, whereupon another one shows nothing any more', async () => {
    await letMinutesPass()
    const other = await bed.window('phone')
    await signIn(other)
    await other.getByRole('link', { name: closer }).click()
    await other.getByText('一单元，楼下那扇。').first().waitFor()
    await oldMan.getByRole('button', { name: '所有设备都退出' }).click()
    await oldMan.getByText(/诉求的办理不受影响/).waitFor()
    await expectAccessible(oldMan, 'asked before signing out everywhere')
    await bed.picture('04b-everywhere')
    await oldMan.getByRole('button', { name: '所有设备都退出' }).click()
    await oldMan.getByText('所有设备都已退出登录。').waitFor()
    expect(await oldMan.getByText('闭门器').count()).toBe(0)
    await other.reload()
    await other.getByLabel('手机号').waitFor()
    expect(await other.getByText('闭门器').count()).toBe(0)
    const left = await oldMan.evaluate('JSON.stringify([localStorage, sessionStorage])')
    expect(left).not.toContain(phone)
    await other.context().close()
  })

  it('makes a code void after five wrong tries, and offers another', async () => {
    await letMinutesPass()
    await oldMan.getByLabel('手机号').fill(phone)
    await oldMan.getByRole('button', { name: '获取验证码' }).click()
    const field = oldMan.getByLabel('验证码', { exact: true })
    await field.waitFor()
    const code = await codeOn(oldMan)
    for (const left of [4, 3, 2, 1]) {
      await field.fill(code === '111111' ? '222222' : '111111')
      await field.press('Enter')
      await oldMan.getByText(new RegExp(`还可以试 ${left} 次`)).waitFor()
    }
    await field.press('Enter')
    await oldMan.getByText(/这个验证码作废了/).waitFor()
    await field.fill(code)
    await field.press('Enter')
    await oldMan.getByText(/这个验证码作废了/).waitFor()
    await expectAccessible(oldMan, 'a dead code')
    await bed.picture('04b-dead-code')
    await oldMan.getByRole('button', { name: '换一个号码' }).click()
    expect(await oldMan.getByLabel('手机号').inputValue()).toBe(phone)
    // the same number again within the minute
    await oldMan.getByRole('button', { name: '获取验证码' }).click()
    await oldMan.getByText(/请等 \d+ 秒再要/).waitFor()
  })
})
