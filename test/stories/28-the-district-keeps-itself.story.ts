import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let [desk, phone] = [] as unknown as [Page, Page]
let once = ''

/** An administrator reads no matters, so the way in is a page of his own. */
async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${bed.base}/console/sign-in`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

async function inDatabase<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<R>(text, values)
  await client.end()
  return rows
}

type Busy = { login: string; name: string; role: string }

/** Somebody of the demo who handles open matters of one unit and signed for no other, with the unit and the post there. */
async function busyWith(): Promise<Busy> {
  const [busy] = await inDatabase<Busy>(
    `select a.login, u.name, o.role from account a
      join post o on o.district_id = a.district_id and o.person_id = a.person_id
      join unit u on u.id = o.unit_id and u.kind = 'department'
      where exists (select from matter m where m.handler_id = a.id and m.state = 'handling' and m.holder_id = u.id)
      order by 1 limit 1`,
  )
  if (!busy) throw new Error('nobody of the demo handles anything')
  return busy
}

async function handlingOf(login: string): Promise<number> {
  const rows = await inDatabase(
    `select from matter m join account a on a.id = m.handler_id where a.login = $1 and m.state = 'handling'`,
    [login],
  )
  return rows.length
}

describe('the district keeps itself', () => {
  beforeAll(async () => {
    bed = await makeBed()
    desk = await bed.signedIn('songmingzhu')
    phone = await bed.window('phone')
  })
  afterEach(({ task }) => bed.picture(task.name.replaceAll(' ', '-')))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the administrator adds a colleague with a post and notes the password', async () => {
    await desk.getByRole('link', { name: '人员与岗位' }).click()
    await desk.getByRole('button', { name: '添加人员' }).click()
    const form = desk.getByRole('region', { name: '添加人员' })
    await form.getByLabel('姓名').fill('纪小禾')
    await form.getByLabel('用户名').fill('songmingzhu')
    await form.getByRole('combobox', { name: '单位' }).fill('望溪社区')
    await form
      .getByRole('option', { name: /^望溪社区/ })
      .first()
      .click()
    await form.getByLabel('岗位', { exact: true }).selectOption('communityClerk')
    await bed.picture('the-form')
    await expectAccessible(desk, 'the form of a new person')
    await form.getByRole('button', { name: '添加人员' }).click()
    await form.getByText('用户名“songmingzhu”已经有人用了').waitFor()
    expect(await form.getByLabel('姓名').inputValue()).toBe('纪小禾')
    await form.getByLabel('用户名').fill('ji.xiaohe')
    await form.getByRole('button', { name: '添加人员' }).click()
    once = (await desk.locator('.once-password').textContent()) ?? ''
    expect(once).toMatch(/^[a-z2-9]{16}$/)
    await desk.getByText('望溪社区 · 社区工作者').first().waitFor()
    await expectAccessible(desk, 'the page of a person')
  })

  it('the colleague replaces it before anything else is shown', async () => {
    await signIn(phone, 'ji.xiaohe', once)
    await phone.getByRole('heading', { name: '先换成自己的密码' }).waitFor()
    await expectAccessible(phone, 'the first password')
    await bed.picture('first-password')
    await phone.getByLabel('一次性密码').fill(once)
    await phone.getByLabel('新密码').fill('溪边柳树三棵石桥两座')
    await phone.getByRole('button', { name: '修改密码' }).click()
    await phone.getByRole('heading', { name: '先换成自己的密码' }).waitFor({ state: 'detached' })
    await phone.locator('h1').first().waitFor()
  })

  it('when the account is disabled the telephone is signed out, with nothing touched', async () => {
    await desk.getByRole('button', { name: '已经记下' }).click()
    await desk.getByRole('button', { name: '停用账号' }).click()
    await desk.getByRole('button', { name: '停用账号' }).click()
    await desk.getByRole('button', { name: '恢复账号' }).waitFor()
    await phone.reload()
    await phone.waitForURL(/sign-in/)
  })

  it('a person with open matters stays, and the page says which ones', async () => {
    const { login } = await busyWith()
    await desk.getByLabel('姓名、拼音、用户名或单位').fill(login)
    // not whoever stood first before the list was narrowed
    await desk.locator('.person-row', { hasText: login }).first().click()
    await desk.getByRole('heading', { name: /手上没有办结的事/ }).waitFor()
    await desk.getByRole('button', { name: '停用账号' }).click()
    await desk.getByRole('button', { name: '停用账号' }).click()
    await desk.getByRole('button', { name: '看是哪些事' }).click()
    await expectAccessible(desk, 'a refusal beside its matters')
  })

  it('sends the list of exactly these to the unit, where a colleague hands all over at once', async () => {
    await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await desk.getByRole('button', { name: '复制清单地址，发给承办单位' }).click()
    await desk.getByText('已复制。承办单位的同事打开后就能批量移交。').waitFor()
    await bed.picture('open-work')
    const address = String(await desk.evaluate('navigator.clipboard.readText()'))
    const { login, name, role } = await busyWith()
    await desk.getByRole('button', { name: '添加人员' }).click()
    const form = desk.getByRole('region', { name: '添加人员' })
    await form.getByLabel('姓名').fill('柏清和')
    await form.getByLabel('用户名').fill('bai.qinghe')
    await form.getByRole('combobox', { name: '单位' }).fill(name)
    await form.getByRole('option', { name }).first().click()
    await form.getByLabel('岗位', { exact: true }).selectOption(role)
    await form.getByRole('button', { name: '添加人员' }).click()
    await desk.getByText('柏清和').first().waitFor()
    const fresh = (await desk.locator('.once-password').textContent()) ?? ''

    const colleague = await bed.window('desk')
    await signIn(colleague, 'bai.qinghe', fresh)
    await colleague.getByLabel('一次性密码').fill(fresh)
    await colleague.getByLabel('新密码').fill('山前白鹭七只小船一条')
    await colleague.getByRole('button', { name: '修改密码' }).click()
    await colleague.getByRole('heading', { name: '先换成自己的密码' }).waitFor({ state: 'detached' })
    await colleague.goto(address)
    await colleague.locator('.row').first().waitFor()
    await colleague.getByRole('button', { name: '多选' }).click()
    await colleague.getByRole('button', { name: '选中已列出的' }).click()
    await colleague.getByRole('button', { name: '批量办理' }).click()
    const sheet = colleague.getByRole('dialog', { name: /批量办理/ })
    await sheet.getByLabel('做什么').selectOption('handOver')
    await sheet.getByRole('radio', { name: /柏清和/ }).check()
    await sheet.getByLabel('理由').fill('同事离岗，全部接过来')
    await expectAccessible(colleague, 'handing many over')
    await bed.picture('hand-over')
    await sheet.getByRole('button', { name: /对 \d+ 件移交同事/ }).click()
    await sheet.getByText(/已完成：[1-9]\d* 件办好/).waitFor()
    expect(await handlingOf(login)).toBe(0)
  })

  it('the list and a person fit a telephone', async () => {
    const demo = await bed.signedIn('songmingzhu', 'phone')
    await demo.goto(`${bed.base}/console/people`)
    await demo.locator('.person-row').first().waitFor()
    await expectAccessible(demo, 'the list of people on a telephone')
    await bed.picture('phone-list')
    await demo.locator('.person-row').first().click()
    await demo.getByRole('link', { name: '回到名单' }).waitFor()
    await expectAccessible(demo, 'a person on a telephone')
  })
})
