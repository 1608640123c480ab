import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, bringIn, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [clerk, handler] = [] as unknown as [Page, Page]
type Brought = Awaited<ReturnType<typeof bringIn>>
let [leak, mould] = [] as unknown as [Brought, Brought]

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const form = (page: Page, name: string | RegExp) => page.getByRole('form', { name })
const open = async (page: Page, id: string) => {
  await page.goto(`${bed.base}/console/matters/all/${id}`)
  await panel(page, '关联的事').waitFor()
}
const party = (page: Page, name: string): Locator =>
  panel(page, '当事人').locator('.party', { hasText: name })
const move = async (page: Page, id: string, verb: string, input: object) => {
  const { version } = (await ask(page, 'GET', `/api/matters/${id}`)) as { version: number }
  await ask(page, 'POST', `/api/matters/${id}/moves`, { commandId: newId(Date.now()), version, verb, input })
}
/** Chooses in a group by the words of the choice. */
const choose = (where: Locator, group: string, choice: string) =>
  where
    .getByRole('group', { name: group })
    .getByRole('radio', { name: new RegExp(`^${choice}`) })
    .check()

describe('parties, what hangs together, and what lies near', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    const house = await unitAt(bed, '001/001/01/001/')
    leak = await bringIn(clerk, house, {
      channel: 'phone',
      words: '楼上卫生间漏水，我家天花板泡了，协商赔偿谈不拢。',
    })
    mould = await bringIn(clerk, house, {
      channel: 'phone',
      words: '墙角发霉，怀疑是楼上水管渗的，请来看看。',
    })
    for (const { id } of [leak, mould]) {
      await move(clerk, id, 'accept', {})
      await move(clerk, id, 'triage', {
        ...{ title: id === leak.id ? '楼上漏水泡坏天花板' : '墙角发霉', kind: 'dispute' },
        ...{ categoryCode: '0203', urgency: 'normal' },
      })
    }
  })
  afterEach(({ task }) => bed.picture(`37-${task.name.replaceAll(' ', '-').slice(0, 60)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the caller becomes a party with one press, masked, and the number is known from another open matter', async () => {
    await open(clerk, leak.id)
    const parties = panel(clerk, '当事人')
    await parties.getByText('诉求人还没有登记为当事人').waitFor()
    await parties.getByRole('button', { name: '登记为当事人' }).click()
    await party(clerk, '居*').getByText('申请人').waitFor()
    await parties.getByText('诉求人还没有登记为当事人').waitFor({ state: 'detached' })
    await parties.getByText(/^这个号码还在 \d+ 件事里$/).click()
    await party(clerk, '居*').getByRole('link', { name: '墙角发霉' }).waitFor()
    await clerk.locator('.entry', { hasText: '登记了 1 号当事人：申请人' }).waitFor()
    expect(await clerk.locator('body').textContent()).not.toContain('19900004455')
  })

  it('the other side is registered by hand; what is wrong is said beside its field and nothing typed is lost', async () => {
    await panel(clerk, '当事人').getByRole('button', { name: '登记当事人' }).click()
    const fields = form(clerk, '登记当事人')
    await fields.getByLabel('电话').fill('12')
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await fields.getByText('还缺少“姓名”').waitFor()
    expect(await fields.getByRole('alert').allTextContents()).toHaveLength(2)
    await fields.getByLabel('姓名').fill('周大友')
    await fields.getByLabel('电话').fill('199 0000 5566')
    await fields.getByLabel('住址').fill('本幢 402 室')
    await choose(fields, '身份', '代理人')
    await fields.getByText('这一方还没有可以代理的当事人').waitFor()
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await fields.getByRole('alert').getByText('请写明替谁出面').waitFor()
    await expectAccessible(clerk, 'the form of a party with an error')
    await bed.picture('37-form-with-an-error')
    await choose(fields, '身份', '被申请人')
    await choose(fields, '行为能力', '未成年人')
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await fields.waitFor({ state: 'detached' })
    await party(clerk, '周**').getByText('199****5566').waitFor()
    await party(clerk, '周**').getByText('已登记住址').waitFor()
  })

  it('a minor asks for a guardian, who is offered nobody else', async () => {
    await party(clerk, '周**')
      .getByRole('button', { name: /^登记监护人/ })
      .click()
    const fields = form(clerk, '登记当事人')
    const acting = fields.getByRole('group', { name: '替谁出面' })
    expect(await acting.getByRole('checkbox').count()).toBe(1)
    expect(await acting.getByRole('checkbox').isChecked()).toBe(true)
    await fields.getByLabel('姓名').fill('周卫东')
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await fields.waitFor({ state: 'detached' })
    await party(clerk, '监护人').getByText('替 周** 出面').waitFor()
    await clerk.getByText('还没有登记监护人').waitFor({ state: 'detached' })
    await party(clerk, '被申请人').getByRole('button', { name: /^移除/ }).click()
    const away = form(clerk, /^移除当事人/)
    await away.getByRole('button', { name: '确认移除' }).click()
    await away.getByRole('alert').waitFor()
    await away.getByLabel('为什么移除').fill('登记错了')
    await away.getByRole('button', { name: '确认移除' }).click()
    await away.getByText('还有 1 位代理人或监护人替这位当事人出面').waitFor()
    await away.getByRole('button', { name: '先不做' }).click()
  })

  it('five represent a side, and a sixth is refused beside the box', async () => {
    for (let i = 1; i <= 5; i++)
      await move(clerk, leak.id, 'addParty', {
        ...{ side: 'b', kind: 'organisation', role: 'respondent', name: `枫林物业第 ${i} 项目部` },
        ...{ isRepresentative: true, contactName: '马如意' },
      })
    await open(clerk, leak.id)
    await panel(clerk, '当事人').getByText('代表人 5').waitFor()
    await panel(clerk, '当事人').getByRole('button', { name: '登记当事人' }).click()
    const fields = form(clerk, '登记当事人')
    await choose(fields, '个人还是单位', '单位')
    await fields.getByLabel('单位名称').fill('枫林物业第 6 项目部')
    await fields.getByLabel(/推选的代表人/).check()
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await fields.getByRole('alert').getByText('一方最多推选 5 名代表人').waitFor()
    await fields.getByLabel(/推选的代表人/).uncheck()
    await fields.getByRole('button', { name: '登记', exact: true }).click()
    await party(clerk, '枫林物业第 6 项目部').waitFor()
  })

  it('who it is is opened for a purpose; a correction keeps what stood there; a removal keeps its reason', async () => {
    const guardian = party(clerk, '监护人')
    await guardian.getByRole('button', { name: /^更正/ }).click()
    const fields = form(clerk, /^更正当事人/)
    await fields.getByRole('button', { name: '保存更正' }).click()
    await fields.getByText('没有任何改动').waitFor()
    await fields.getByLabel('电话').fill('１９９-0000-5577')
    await fields.getByRole('button', { name: '保存更正' }).click()
    await fields.waitFor({ state: 'detached' })
    await guardian.getByText('199****5577').waitFor()
    await clerk.locator('.entry', { hasText: '号当事人（监护人）：电话' }).waitFor()
    await guardian.getByRole('button', { name: /^查看姓名和联系方式/ }).click()
    const dialog = clerk.getByRole('dialog')
    await dialog.getByRole('button', { name: '确认查看' }).click()
    await dialog.getByText('周卫东').first().waitFor()
    await dialog.getByText('19900005577').waitFor()
    await dialog.getByText('更正前').click()
    await expectAccessible(clerk, 'a party revealed')
    await bed.picture('37-revealed')
    await clerk.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await guardian.getByRole('button', { name: /^移除/ }).click()
    const away = form(clerk, /^移除当事人/)
    await away.getByLabel('为什么移除').fill('监护人改由母亲担任')
    await away.getByRole('button', { name: '确认移除' }).click()
    await away.waitFor({ state: 'detached' })
    await panel(clerk, '当事人').getByText('已移除 1 位').click()
    await clerk.locator('.entry', { hasText: '监护人改由母亲担任' }).waitFor()
  })

  it('two matters are related by number, both pages and both stories say so, and it can be taken away', async () => {
    await panel(clerk, '关联的事').getByRole('button', { name: '关联事项' }).click()
    const fields = form(clerk, '关联事项')
    await fields.getByRole('button', { name: '确认关联事项' }).click()
    await fields.getByRole('alert').waitFor()
    await fields.getByRole('searchbox').fill(mould.number)
    await fields.getByRole('radio', { name: /墙角发霉/ }).check()
    await choose(fields, '什么关系', '同一起因')
    await expectAccessible(clerk, 'the form of a relation')
    await bed.picture('37-relate')
    await fields.getByRole('button', { name: '确认关联事项' }).click()
    await fields.waitFor({ state: 'detached' })
    const links = panel(clerk, '关联的事')
    await links.getByText('同一起因').waitFor()
    await links.getByRole('button', { name: '关联事项' }).click()
    await fields.getByRole('searchbox').fill(mould.number)
    await fields.getByRole('radio', { name: /墙角发霉/ }).check()
    await fields.getByRole('button', { name: '确认关联事项' }).click()
    await fields.getByRole('alert').getByText('这两件事已经建立过关联').waitFor()
    await fields.getByRole('button', { name: '先不做' }).click()
    await links.getByRole('link', { name: '墙角发霉' }).click()
    await panel(clerk, '关联的事').getByRole('link', { name: '楼上漏水泡坏天花板' }).waitFor()
    await clerk.locator('.entry', { hasText: `关联了 ${leak.number}` }).waitFor()
    await panel(clerk, '关联的事')
      .getByRole('button', { name: `解除与 ${leak.number} 的关联` })
      .click()
    const away = form(clerk, /^解除与/)
    await away.getByLabel('为什么解除').fill('查明不是同一根管')
    await away.getByRole('button', { name: '确认解除' }).click()
    await panel(clerk, '关联的事').getByText('还没有关联别的事').waitFor()
    await clerk.locator('.entry', { hasText: '查明不是同一根管' }).waitFor()
  })

  it('what is open nearby stands on a plan and in a list, the nearest first, and opens from either', async () => {
    await open(clerk, leak.id)
    const nearby = panel(clerk, '附近在办的事')
    const line = nearby.getByRole('listitem').filter({ hasText: mould.number })
    await line.getByText('同一地点').waitFor()
    await line.getByText('同一分类').waitFor()
    const few = await nearby.getByRole('listitem').count()
    await nearby.getByRole('button', { name: '1 公里' }).click()
    await expect.poll(() => nearby.getByRole('listitem').count()).toBeGreaterThanOrEqual(few)
    await nearby.scrollIntoViewIfNeeded()
    await expectAccessible(clerk, 'the matters nearby')
    await bed.picture('37-nearby')
    await nearby.locator('.nearby-point', { hasText: mould.number }).click()
    await clerk.getByRole('heading', { name: '墙角发霉' }).waitFor()
  })

  it('who handles it sees the parties but not one kept secret; a leader sees nobody; the phone and the English page work', async () => {
    const committee = await unitAt(bed, '001/001/TW/')
    await move(clerk, leak.id, 'addParty', {
      ...{ side: 'third', kind: 'person', role: 'witness', name: '马小玲', isConfidential: true },
    })
    await move(clerk, leak.id, 'dispatch', { unitId: committee })
    handler = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'), 'phone')
    await open(handler, leak.id)
    await party(handler, '身份对你保密').getByText('见证人').waitFor()
    await party(handler, '居*').waitFor()
    expect(await party(handler, '身份对你保密').getByRole('button').count()).toBe(0)
    await panel(handler, '当事人').scrollIntoViewIfNeeded()
    await expectAccessible(handler, 'the parties on a phone')
    await bed.picture('37-phone-parties')
    await panel(handler, '附近在办的事').scrollIntoViewIfNeeded()
    await bed.picture('37-phone-nearby')
    await panel(handler, '当事人').getByRole('button', { name: '登记当事人' }).click()
    await form(handler, '登记当事人').waitFor()
    await expectAccessible(handler, 'the form of a party on a phone')
    await bed.picture('37-phone-form')
    await handler.keyboard.press('Escape')
    const leader = await bed.signedIn('peiqingshan', 'desk', { language: 'en', dark: true })
    await leader.goto(`${bed.base}/console/matters/all/${leak.id}`)
    await panel(leader, 'Parties').getByText('Kept from you').first().waitFor()
    expect(await panel(leader, 'Parties').getByText('周**').count()).toBe(0)
    await panel(leader, 'Open matters nearby').scrollIntoViewIfNeeded()
    await expectAccessible(leader, 'the page in English and dark')
  })
})
