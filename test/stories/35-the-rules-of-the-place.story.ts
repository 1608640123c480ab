import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'

let bed: Bed
let [admin, resident, clerk, company] = [] as unknown as [Page, Page, Page, Page]
const lamp = /感应灯整夜不灭/

/** Somebody at the stairwell says it, and goes again. */
async function say(words: string): Promise<void> {
  await resident.goto(`${bed.base}${bed.publicPath}`)
  await resident.getByLabel('您想反映什么？').fill(words)
  await resident.getByRole('button', { name: '发送' }).click()
  await resident.getByText('已收到，谢谢您').waitFor()
}

/** The limit to accept, and the version, of the newest matter whose words begin so. */
async function acceptLimit(words: string) {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ amount: number; measure: string; version: number }>(
    `select c.amount, c.measure, m.profile_version version from matter m join clock c on c.matter_id = m.id
     where m.story like $1 || '%' and c.kind = 'accept' order by m.received_at desc limit 1`,
    [words],
  )
  await client.end()
  return rows[0]
}

beforeAll(async () => {
  bed = await makeBed()
  ;[admin, resident, clerk, company] = await Promise.all([
    bed.signedIn('songmingzhu'),
    bed.window('phone'),
    bed.signedIn('meichunsheng'),
    bed.signedIn('luoshouyi'),
  ])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`35-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

describe('story 35: the rules of the place', () => {
  it('the administrator tries a sentence and closes a category', async () => {
    await admin.getByRole('link', { name: '分类', exact: true }).click()
    await admin.getByLabel('诉求原话').fill('小区长椅坏了，老人没地方坐')
    await admin.getByRole('button', { name: '看看会建议什么' }).click()
    await admin.getByText(/会建议：S0105/).waitFor()
    await expectAccessible(admin, 'the categories')
    await admin.getByRole('link', { name: /S0105/ }).click()
    await admin.getByRole('button', { name: '停用' }).click()
    await admin.getByLabel('最后使用的一天').fill('2020-01-01')
    await expectAccessible(admin, 'a category about to be closed')
    await admin.getByRole('button', { name: '停用' }).click()
    await admin.getByText('已停用').first().waitFor()
    expect(await admin.getByRole('link', { name: /S0105/ }).count()).toBe(0)
  })

  it('writes a template; a field that nobody can fill is refused beside the text', async () => {
    await admin.getByRole('link', { name: '答复模板' }).click()
    await admin.getByRole('button', { name: '添加模板' }).click()
    const form = admin.getByRole('form', { name: '添加模板' })
    await form.getByLabel('名称').fill('灯已修好')
    await form.getByLabel('正文').fill('{{标提}}已修好。')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByText('没有“标提”这个字段').waitFor()
    await form.getByLabel('正文').fill('您反映的“{{标题}}”已由{{单位}}处理：{{?采取的措施}}。')
    await form.getByText('使用时还要填：采取的措施').waitFor()
    await expectAccessible(admin, 'a template')
    await form.getByRole('button', { name: '保存' }).click()
    await admin.getByRole('link', { name: /灯已修好/ }).waitFor()
  })

  it('changes a limit, sees what would change, and publishes with a reason', async () => {
    await say('三楼的感应灯整夜不灭，晃眼睛。')
    await admin.getByRole('link', { name: '时限与规则' }).click()
    await admin.getByRole('button', { name: '改：其他情况：受理 1 个工作日' }).click()
    await admin.getByLabel('多久', { exact: true }).fill('0')
    await admin.getByText(/数要是 1 到/).waitFor()
    await admin.getByLabel('多久', { exact: true }).fill('90')
    await admin.getByLabel('怎么算', { exact: true }).selectOption('workMinutes')
    await admin.getByRole('button', { name: '好了' }).click()
    await admin.getByText('其他情况：受理 90 分钟（工作时间）（原来 1 个工作日）').waitFor()
    await expectAccessible(admin, 'the profile while it is written')
    await admin.getByRole('button', { name: '存草稿' }).click()
    await admin.getByText(/有一份草稿/).waitFor()
    await admin.getByRole('button', { name: '算一算' }).click()
    await admin.getByText(/个会早到期/).waitFor()
    await expectAccessible(admin, 'the dry run')
    await admin.getByLabel('为什么改').fill('区里调度会定的：受理不过夜')
    await admin.getByRole('form', { name: '发布' }).getByRole('button', { name: '发布' }).click()
    await admin.getByText(/现行第 3 版/).waitFor()
    await admin.getByText(/宋明珠，理由：区里调度会定的/).waitFor()
    await expectAccessible(admin, 'the history of versions')
  })

  it('the closed category is no longer offered at triage', async () => {
    await clerk.goto(`${bed.base}/console/matters/pool?sort=new`)
    await rowIn(clerk, lamp).click()
    await act(clerk, '受理', nothing)
    await inState(clerk, '待派单')
    await clerk
      .getByRole('region', { name: '现在可以做' })
      .getByRole('button', { name: '研判', exact: true })
      .click()
    const form = clerk.getByRole('form', { name: '研判', exact: true })
    const category = form.getByRole('combobox', { name: '分类' })
    await category.fill('座椅')
    await form.getByText('没有符合的').first().waitFor()
    await category.fill('路灯')
    await form.getByRole('option', { name: /路灯照明/ }).click()
    await form.getByRole('button', { name: '确认研判' }).click()
    await form.waitFor({ state: 'detached' })
    await act(clerk, '派单', async (dispatch) => {
      await dispatch.getByRole('searchbox', { name: '搜索承办单位' }).fill('物业')
      await dispatch.getByRole('radio', { name: /物业/ }).first().check()
    })
  })

  it('whoever handles it fills the result from the template by the keyboard, and what was typed stays', async () => {
    await company.goto(`${bed.base}/console/matters/mine`)
    await rowIn(company, lamp).click()
    await act(company, '签收')
    await inState(company, '办理中')
    await act(company, '提交结果', async (form) => {
      await form.getByRole('radio').first().check()
      const result = form.getByLabel('办理结果')
      await result.fill('住户在场。')
      await form.getByRole('button', { name: '用模板' }).focus()
      await company.keyboard.press('Enter')
      await form.getByRole('button', { name: /^灯已修好/ }).focus()
      await company.keyboard.press('Enter')
      await form.getByText('还要填：采取的措施').waitFor()
      await expectAccessible(company, 'a template with a blank')
      await company.keyboard.type('把感应时间调短了')
      await company.keyboard.press('Enter')
      await form.getByText('已填进去，可以再改。').waitFor()
      const whole = await result.inputValue()
      expect(whole).toContain('住户在场。')
      expect(whole).toMatch(/已由.+处理：把感应时间调短了。/)
      expect(whole).not.toMatch(/[{}【]/)
    })
    await inState(company, '待核实')
  })

  it('the next new matter runs under the new limit, the one before keeps its own', async () => {
    await say('二楼的窗户关不上，刮风就响。')
    expect(await acceptLimit('二楼的窗户')).toEqual({ amount: 90, measure: 'workMinutes', version: 3 })
    expect(await acceptLimit('三楼的感应灯')).toEqual({ amount: 1, measure: 'workDays', version: 2 })
  })

  it('the rules fit a telephone', async () => {
    const phone = await bed.signedIn('songmingzhu', 'phone')
    for (const address of ['profile', 'categories?code=S0101', 'templates']) {
      await phone.goto(`${bed.base}/console/${address}`)
      await phone.locator('.panel:visible, .person-row:visible').first().waitFor()
      await expectAccessible(phone, `${address} on a telephone`)
      await bed.picture(`35-phone-${address.replace(/\W+/g, '-')}`)
    }
  })
})
