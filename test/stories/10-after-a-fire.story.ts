import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, loginAt } from './console-api.ts'
import { disputeWith, draw, form, move, rowOf } from './mediation.ts'

let bed: Bed
let [clerk, mediator] = [] as unknown as [Page, Page]
let fire: Awaited<ReturnType<typeof disputeWith>>
let mediationId = ''

const households = ['林小满', '马小玲', '钱多多', '孙有为', '赵一鸣', '何美丽', '尤其安']
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

type View = {
  participants: { partyId: string; no: number; side: string; standing: string }[]
  agreements: { id: string; version: number; effectiveOn: string | null; shares: { fen: number }[] }[]
}
const view = () => ask(mediator, 'GET', `/api/matters/${fire.id}/mediations/${mediationId}`) as Promise<View>
const step = (name: string, input: object) =>
  move(mediator, fire.id, 'mediate', { mediationId, step: name, input })

/** The picture of a signature on paper, as the phone of the mediator takes it. */
async function picture(): Promise<string> {
  const id = newId(Date.now())
  await mediator.evaluate(async (where) => {
    const canvas = new OffscreenCanvas(40, 20)
    const pen = canvas.getContext('2d')
    pen?.fillRect(5, 5, 20, 4)
    const body = await canvas.convertToBlob({ type: 'image/png' })
    const headers = { 'x-maple': '1', 'content-type': 'image/png' }
    const response = await fetch(where, { method: 'PUT', headers, body })
    if (!response.ok) throw new Error(await response.text())
  }, `/api/files/${id}?name=sign.png`)
  return id
}

beforeAll(async () => {
  bed = await makeBed()
  clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
  mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
  fire = await disputeWith(bed, clerk, '门店招牌短路烧了七户', households, ['望溪餐饮店'])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`10-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

describe('story 10: three bodies mediate after a fire, seven households against one shop', () => {
  it('a joint mediation is opened with several mediators, one of whom leads', async () => {
    await clerk.goto(`${bed.base}/console/matters/all/${fire.id}`)
    await panel(clerk, '调解').getByRole('button', { name: '受理调解' }).click()
    const fields = form(clerk, '受理调解')
    await fields.getByRole('radio', { name: '联合调解', exact: true }).check()
    const people = fields.getByRole('group', { name: '谁来调解' })
    await people.getByRole('checkbox', { name: /秦玉兰/ }).check()
    for (const other of [/工作室/, /项目部/])
      await people.getByRole('checkbox', { name: other }).first().check()
    await fields.getByRole('group', { name: '谁主持' }).getByRole('radio', { name: '秦玉兰' }).check()
    await bed.picture('10-open')
    await fields.getByRole('button', { name: '受理调解' }).click()
    await clerk.waitForURL(/\/mediations\//)
    mediationId = clerk.url().split('/').at(-1) ?? ''
    await mediator.goto(clerk.url())
    await mediator.getByText('还有 8 位当事人没有告知权利义务').waitFor()
  })

  it('six households and the shop agree; one refuses, is told its other routes, and the rest goes on', async () => {
    const { participants } = await view()
    for (const one of participants.filter(({ no }) => no !== 7)) {
      const how = { partyId: one.partyId, byId: one.partyId, way: 'oral', witness: '居委会小刘' }
      await step('tell', how)
      await step('consent', { ...how, topic: 'mediate', answer: true })
    }
    await mediator.reload()
    await rowOf(mediator, '7 号').getByRole('button', { name: /^告知/ }).click()
    const told = form(mediator, /^告知权利义务/)
    await draw(told.locator('.pad-paper'))
    await told.getByRole('button', { name: '已告知' }).click()
    const asked = form(mediator, /^登记意见/)
    await asked.getByRole('radio', { name: '不同意', exact: true }).check()
    await draw(asked.locator('.pad-paper'))
    await asked.getByRole('button', { name: '登记', exact: true }).click()
    await asked.waitFor({ state: 'detached' })
    await rowOf(mediator, '7 号').getByText('不同意').waitFor()
    await expectAccessible(mediator, 'eight parties, one of whom refused')
    await panel(mediator, '接下来').getByRole('button', { name: '开始调解' }).click()
    await form(mediator, '开始调解').getByRole('button', { name: '开始调解' }).click()
    await mediator.getByText('接下来安排第一场').waitFor()
  })

  it('one agreement with a share for each of the six, each paid in two instalments', async () => {
    const taking = (await view()).participants.filter(({ standing }) => standing === 'in')
    const partyIds = taking.map(({ partyId }) => partyId)
    const meeting = { id: newId(Date.now()), kind: 'joint', way: 'centre', minutes: 120, partyIds }
    const startsAt = new Date(Date.now() + 3_600_000).toISOString()
    await step('schedule', { ...meeting, startsAt, place: '综治中心二楼' })
    await step('hold', {
      ...{
        sessionId: meeting.id,
        heldAt: new Date().toISOString(),
        present: partyIds,
        methods: ['perspective'],
      },
      ...{ subject: '火灾赔偿', record: '看了消防的认定书，逐户核了清单。', readBack: true },
    })
    await mediator.reload()
    await panel(mediator, '接下来').getByRole('button', { name: '拟定协议' }).click()
    const draft = form(mediator, '拟定协议')
    await draft.getByLabel('争议事项').fill('招牌短路起火，六户的损失怎么赔')
    await draft.getByRole('checkbox', { name: '这笔钱要在各户之间分' }).check()
    await draft.locator('.share-whole').getByLabel('总额（元）').fill('63,000')
    await draft.getByRole('button', { name: '平均分' }).click()
    await draft.getByRole('combobox', { name: '加入常用条款' }).selectOption({ label: '分期付款' })
    await draft
      .getByLabel('第 1 条', { exact: true })
      .fill('乙方赔偿甲方六户共六万三千元，每户一万零五百元，分两期付清。')
    await draft.locator('summary').click()
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const helper = draft.locator('details')
    const receivers = helper.locator('select').nth(1)
    for (let no = 1; no <= 6; no++) {
      const option = receivers.locator('option', { hasText: `${no} 号` })
      await receivers.selectOption((await option.first().getAttribute('value')) ?? '')
      await helper.getByLabel('总额（元）').fill('10500')
      await helper.getByLabel('第一期', { exact: true }).fill(soon)
      await helper.getByRole('button', { name: '分好' }).click()
    }
    expect(await draft.locator('fieldset.obligation-row').count()).toBe(12)
    await expectAccessible(mediator, 'an agreement with six shares')
    await bed.picture('10-draft')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
    const { agreements } = await view()
    expect(agreements).toHaveLength(1)
    expect(agreements[0]?.shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(6_300_000)
  })

  it('it binds only once all seven and the mediator have signed and the seal is there', async () => {
    const { participants, agreements } = await view()
    const [draft] = agreements
    if (!draft) throw new Error('no draft')
    const agreement = { agreementId: draft.id, version: draft.version }
    const signers = participants.filter(({ standing }) => standing === 'in')
    expect(signers).toHaveLength(7)
    for (const { partyId } of signers)
      await step('sign', { ...agreement, partyId, byId: partyId, way: 'paper', fileId: await picture() })
    await step('signAsMediator', agreement)
    await mediator.reload()
    await mediator.getByText('当事人 7 / 7 已签').waitFor()
    expect((await view()).agreements[0]?.effectiveOn).toBeNull()
    await mediator.locator('.agreement').getByRole('button', { name: '加盖印章' }).click()
    const seal = form(mediator, '加盖印章')
    await seal.getByRole('button', { name: '加盖印章' }).click()
    await seal.waitFor({ state: 'detached' })
    await mediator.getByText(/可共同申请司法确认/).waitFor()
    await panel(mediator, '接下来').getByRole('button', { name: '确认达成协议' }).click()
    await form(mediator, '确认达成协议').getByRole('button', { name: '确认达成协议' }).click()
    await mediator.getByText('还有 12 项没有履行完').waitFor()
    await expectAccessible(mediator, 'twelve instalments')
    const small = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'), 'phone')
    await small.goto(mediator.url())
    await small.getByText('还有 12 项没有履行完').waitFor()
    await bed.picture('10-phone')
    await expectAccessible(small, 'twelve instalments on a phone')
  })
})
