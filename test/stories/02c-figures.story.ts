import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, loginAt } from './console-api.ts'
import { disputeWith, form, move } from './mediation.ts'

let bed: Bed
let [clerk, mediator, supervisor] = [] as unknown as [Page, Page, Page]

type Opened = {
  id: string
  step: (who: Page, step: string, input: object) => Promise<void>
  parties: string[]
}

/** A mediation that the clerk opens and the committee's mediator leads, as the other story plays by hand. */
async function opened(title: string, source: string): Promise<Opened> {
  const { id } = await disputeWith(bed, clerk, title, ['林小满'], ['周大友'])
  const { mediators } = (await ask(clerk, 'GET', `/api/matters/${id}/mediations`)) as {
    mediators: { accountId: string; name: string }[]
  }
  const { rows } = (await ask(clerk, 'GET', `/api/matters/${id}/parties?limit=100`)) as {
    rows: { id: string }[]
  }
  const mediationId = newId(Date.now())
  const parties = rows.map((row) => row.id)
  const lead = mediators.find(({ name }) => name === '秦玉兰')?.accountId
  const step: Opened['step'] = (who, name, input) =>
    move(who, id, 'mediate', { mediationId, step: name, input })
  await step(clerk, 'open', {
    ...{ type: 'people', source, mediators: [{ accountId: lead, part: 'lead' }], partyIds: parties },
    ...{ story: title, requests: ['赔偿'] },
  })
  return { id, step, parties }
}

/** Mediated, agreed by word, revisited and filed. In: whether a session was held. */
async function filed(title: string, isHeld: boolean): Promise<void> {
  const { step, parties } = await opened(title, 'applied')
  for (const partyId of parties) {
    const how = { partyId, byId: partyId, way: 'oral', witness: '社区工作人员' }
    await step(mediator, 'tell', how)
    await step(mediator, 'consent', { ...how, topic: 'mediate', answer: true })
  }
  await step(mediator, 'begin', {})
  const at = new Date().toISOString()
  const sessionId = newId(Date.now())
  if (isHeld) {
    const plan = { id: sessionId, kind: 'joint', way: 'onSite', startsAt: at, minutes: 30 }
    await step(mediator, 'schedule', { ...plan, partyIds: parties, place: '楼下' })
    const held = { sessionId, heldAt: at, present: parties, methods: ['cooling'], subject: '赔偿' }
    await step(mediator, 'hold', { ...held, record: '双方说开了。', readBack: true })
  }
  const agreementId = newId(Date.now())
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await step(mediator, 'draft', {
    ...{ id: agreementId, kind: 'oral', partyIds: parties, facts: title, issues: '赔偿' },
    ...{ clauses: ['当场道歉，互谅互让。'], manner: '当场', whyOral: '当场清结', reachedOn: today },
  })
  await step(mediator, 'signAsMediator', { agreementId, version: 1 })
  await step(mediator, 'settle', {})
  await step(clerk, 'revisit', { performed: true, satisfied: true, text: '两家和好' })
  await step(clerk, 'file', {})
}

/** The page is ready: it has its head and nothing is being fetched. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
}

describe('mediation is counted and paid by the case', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    supervisor = await bed.signedIn(await loginAt(bed, 'leader', ''), 'phone')
    await filed('楼上漏水泡坏书柜', true)
    await filed('阳台滴水湿了被子', false)
    const ended = await opened('夜里麻将声太大', 'police')
    await ended.step(mediator, 'end', { reason: 'noAgreement', text: '谈不拢', routes: ['court'] })
    await opened('车位被占吵起来', 'proactive')
  })
  afterEach(({ task }) => bed.picture(`02c-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the clerk sees the numbers of the month, each with its whole, and opens what one counts', async () => {
    await clerk.getByRole('link', { name: '调解统计' }).click()
    await clerk.getByRole('heading', { name: '调解统计' }).waitFor()
    await clerk.getByRole('link', { name: '本月' }).click()
    await settled(clerk)
    const tile = (name: string) => clerk.locator('.count-tile', { hasText: name })
    await tile('调解成功')
      .getByText(/\d+ 件里 \d+ 件/)
      .first()
      .waitFor()
    await tile('没有达成协议')
      .getByText(/\d+ 件里 \d+ 件/)
      .first()
      .waitFor()
    await clerk.getByText('公安移交').waitFor()
    await expectAccessible(clerk, 'the figures of mediation')
    await bed.picture('02c-figures')
    await tile('没有达成协议').getByRole('link').click()
    await clerk.getByText('夜里麻将声太大').waitFor()
    await expectAccessible(clerk, 'the cases behind a figure')
    await bed.picture('02c-cases')
    await clerk.getByRole('link', { name: '返回统计' }).click()
    await settled(clerk)
    const arrives = clerk.waitForEvent('download')
    await clerk.getByRole('button', { name: '导出 Excel' }).click()
    expect((await arrives).suggestedFilename()).toMatch(/^调解统计.*xlsx$/)
  })

  it('another unit and days of which there is nothing say so, and no nought per cent stands there', async () => {
    await clerk.getByLabel('从', { exact: true }).fill('2019-01-01')
    await clerk.getByLabel('到', { exact: true }).fill('2019-01-31')
    await settled(clerk)
    await clerk.getByText('2019').first().waitFor()
    await clerk.locator('.count-tile', { hasText: '调解成功' }).getByText('没有案件').waitFor()
    expect(await clerk.locator('main').innerText()).not.toContain('0 %')
    await bed.picture('02c-nothing')
  })

  it('the clerk draws up what the month is paid with, sees why a case is not paid, and looks it through', async () => {
    await clerk.getByRole('link', { name: '以案定补' }).click()
    await clerk.getByRole('heading', { name: '以案定补' }).waitFor()
    await settled(clerk)
    const draw = form(clerk, '编一份清单')
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await draw.getByLabel('从').fill(today)
    await draw.getByLabel('到').fill(today)
    await bed.picture('02c-subsidies')
    await expectAccessible(clerk, 'the subsidy lists')
    await draw.getByRole('button', { name: '编一份清单' }).click()
    await clerk.waitForURL(/\/mediations\/subsidy\//)
    await settled(clerk)
    await clerk.getByText('没有达成协议').first().waitFor()
    await clerk
      .getByText(/卷宗缺材料/)
      .first()
      .waitFor()
    await clerk.getByText('3 件，发 1 件，共 30 元').waitFor()
    const paid = clerk.locator('.subsidy-table tr', { hasText: '30 元' })
    await paid.getByRole('button', { name: /^改：/ }).click()
    const edit = form(clerk, /^改：/)
    await edit.getByLabel('难易').selectOption({ label: '重大' })
    await bed.picture('02c-subsidy-edit')
    await expectAccessible(clerk, 'a subsidy list with a form')
    await edit.getByRole('button', { name: '保存' }).click()
    await clerk.getByText('3 件，发 1 件，共 150 元').waitFor()
    await clerk.getByRole('button', { name: '核对完了，送审批' }).click()
    await clerk.getByText('等别人审批。').waitFor()
  })

  it('somebody else approves it on a phone; it stays, and what comes later is listed beside it', async () => {
    await supervisor.goto(clerk.url())
    await settled(supervisor)
    await bed.picture('02c-subsidy-phone')
    await expectAccessible(supervisor, 'a subsidy list on a phone')
    await supervisor.getByRole('button', { name: '审批，发 150 元' }).click()
    await supervisor.getByText('已审批').first().waitFor()
    await filed('楼道鞋柜挡了路', false)
    await clerk.reload()
    await clerk.getByText('审批以后变了的（1 件）').waitFor()
    await clerk.getByText('3 件，发 1 件，共 150 元').waitFor()
    await expectAccessible(clerk, 'a frozen list with what changed')
    const arrives = clerk.waitForEvent('download')
    await clerk.getByRole('button', { name: '导出 Excel' }).click()
    expect((await arrives).suggestedFilename()).toMatch(/^以案定补.*xlsx$/)
  })

  it('on a phone, in English and in the dark, the pages read well', async () => {
    const own = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'), 'phone', {
      ...{ language: 'en', dark: true },
    })
    for (const [i, address] of [
      '/console/mediations/figures?period=thisMonth',
      '/console/mediations/subsidy',
      new URL(clerk.url()).pathname,
    ].entries()) {
      await own.goto(`${bed.base}${address}`)
      await settled(own)
      await expectAccessible(own, `${address} on a phone in English and the dark`)
      await bed.picture(`02c-own-phone-${i}`)
      const wide = await own.evaluate('document.documentElement.scrollWidth > window.innerWidth')
      expect(wide, `${address} fits the width`).toBe(false)
    }
  })
})
