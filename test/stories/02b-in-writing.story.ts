import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, loginAt } from './console-api.ts'
import { disputeWith, form, move, tellAndAgree } from './mediation.ts'

let bed: Bed
let [clerk, mediator, one, other] = [] as unknown as [Page, Page, Page, Page]
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** The mediation of the page, and who takes part in it. */
async function mediationOf(page: Page) {
  const [, id = '', mediationId = ''] = /matters\/([^/]+)\/mediations\/([^/?]+)/.exec(page.url()) ?? []
  const view = (await ask(page, 'GET', `/api/matters/${id}/mediations/${mediationId}`)) as {
    participants: { partyId: string; no: number }[]
    sessions: { id: string; kind: string }[]
  }
  return { ...view, id, mediationId }
}

/** Makes a link for a party and opens it on a phone, in the language of the phone. */
async function enter(phone: Page, no: number, labels: { code: string; open: string }): Promise<void> {
  const { id, mediationId, participants } = await mediationOf(mediator)
  const body = { commandId: newId(Date.now()), partyId: participants.find((each) => each.no === no)?.partyId }
  const made = (await ask(mediator, 'POST', `/api/matters/${id}/mediations/${mediationId}/links`, body)) as {
    url: string
    code: string
  }
  await phone.goto(`${bed.base}${new URL(made.url).pathname}`)
  await phone.getByLabel(labels.code).fill(made.code)
  await phone.getByRole('button', { name: labels.open, exact: true }).click()
}

/** Schedules a written exchange with those that are ticked, at an hour at which the demo's mediators are free. */
async function schedule(kind: '面对面' | '背靠背', hour: string, without?: RegExp): Promise<void> {
  await mediator.getByRole('button', { name: '安排场次' }).first().click()
  const plan = form(mediator, '安排场次')
  await plan.getByRole('radio', { name: kind }).check()
  await plan.getByRole('radio', { name: '书面往来' }).check()
  await plan.getByLabel('什么时间').fill(`${tomorrow}T${hour}`)
  if (without) await plan.getByRole('checkbox', { name: without }).uncheck()
  await plan.getByRole('button', { name: '安排这一场' }).click()
  await plan.waitFor({ state: 'detached' })
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('写给大家').fill(text)
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await page.locator('.room-talk').getByText(text).waitFor()
}

describe('parties in two cities settle in writing', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    one = await bed.window('phone')
    other = await bed.window('phone', { language: 'en', dark: true })
    const leak = await disputeWith(bed, clerk, '退租押金谈不拢', ['林小满'], ['周大友'])
    await clerk.goto(`${bed.base}/console/matters/all/${leak.id}`)
    await panel(clerk, '调解').getByRole('button', { name: '受理调解' }).click()
    const fields = form(clerk, '受理调解')
    await fields.getByRole('checkbox', { name: /秦玉兰/ }).check()
    await fields.getByRole('button', { name: '受理调解' }).click()
    await clerk.waitForURL(/\/mediations\//)
    await mediator.goto(clerk.url())
    await mediator.locator('.mediation').waitFor()
    for (const name of ['1 号', '2 号']) await tellAndAgree(mediator, name)
    await panel(mediator, '接下来').getByRole('button', { name: '开始调解' }).click()
    await form(mediator, '开始调解').getByRole('button', { name: '开始调解' }).click()
    await mediator.getByText('接下来安排第一场').waitFor()
  })
  afterEach(({ task }) => bed.picture(`02b-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the mediator opens a written room, and each party finds it behind its link', async () => {
    await schedule('面对面', '12:00')
    await schedule('背靠背', '17:30', /1 号/)
    await enter(one, 1, { code: '核对码', open: '打开' })
    await enter(other, 2, { code: 'Check code', open: 'Open' })
    await one.getByRole('button', { name: '同意', exact: true }).click()
    await other.getByRole('button', { name: 'Yes', exact: true }).click()
    await one.getByText('现在没有要您办的').waitFor()
    await other.getByText('Nothing is asked of you now').waitFor()
    expect(await one.getByRole('button', { name: '进入书面调解室' }).count()).toBe(1)
    expect(await other.getByRole('button', { name: 'Open the written room' }).count()).toBe(2)
    await one.getByRole('button', { name: '进入书面调解室' }).click()
    await one.getByText('还没有人写。').waitFor()
    await expectAccessible(one, 'an empty written room on a phone')
    await bed.picture('02b-phone-empty')
    await mediator.getByRole('link', { name: '进入书面调解室' }).first().click()
    await mediator.getByText('还没有人写。').waitFor()
    await expectAccessible(mediator, 'an empty written room at the desk')
    await bed.picture('02b-desk-empty')
  })

  it('they write to each other, with a photograph, and read it without asking', async () => {
    await write(mediator, '请双方先说说各自的想法。')
    await one.locator('.room-talk').getByText('请双方先说说各自的想法。').waitFor()
    const photo = Buffer.from(
      await one.evaluate(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 })
        const brush = canvas.getContext('2d') as CanvasRenderingContext2D
        brush.fillStyle = '#c2452d'
        brush.fillRect(0, 0, 320, 200)
        return canvas.toDataURL('image/jpeg').slice('data:image/jpeg;base64,'.length)
      }),
      'base64',
    )
    await one
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: '收据.jpg', mimeType: 'image/jpeg', buffer: photo })
    await one.getByText('已上传').first().waitFor()
    await write(one, '押金三千元，房子我打扫干净了，收据在这里。')
    await mediator.locator('.room-message').getByText('押金三千元').waitFor()
    await mediator.locator('.room-message img').waitFor()
    await other.getByRole('button', { name: 'Open the written room' }).first().click()
    await other.locator('.room-talk').getByText('押金三千元').waitFor()
    await other.getByLabel('Write to all here').fill('The floor was scratched.')
    await other.getByRole('button', { name: 'Send', exact: true }).click()
    await one.locator('.room-talk').getByText('The floor was scratched.').waitFor()
    await expectAccessible(one, 'a written room on a phone')
    await bed.picture('02b-phone-talk')
    await one.getByRole('button', { name: '大字' }).click()
    await expectAccessible(one, 'a written room in large type')
    await bed.picture('02b-phone-large')
    await one.getByRole('button', { name: '大字' }).click()
    await expectAccessible(mediator, 'a written room at the desk')
    await bed.picture('02b-desk-talk')
  })

  it('an offer is countered, accepted, and taken over into a draft; it binds nobody before', async () => {
    await one.getByRole('button', { name: '我要提方案' }).click()
    await one.getByRole('button', { name: '提出方案' }).click()
    await one.getByText('金额和条件至少写一样。').waitFor()
    await one.getByLabel('金额（元）').fill('三千')
    await one.getByRole('button', { name: '提出方案' }).click()
    await one.getByText('请写数字').waitFor()
    await one.getByLabel('金额（元）').fill('3,000')
    await one.getByLabel('条件').fill('一周内付清')
    await expectAccessible(one, 'the form of an offer on a phone')
    await bed.picture('02b-phone-offer-form')
    await one.getByRole('button', { name: '提出方案' }).click()
    await one.locator('.room-offer').getByText('等答复').waitFor()
    await other.locator('.room-offer').getByRole('button', { name: 'Make another offer' }).click()
    await other.getByLabel('Sum (yuan)').fill('2000')
    await other.getByLabel('my side').check()
    await bed.picture('02b-phone-counter')
    await other.getByRole('button', { name: 'Make this offer' }).click()
    await one.locator('.room-offer.countered').waitFor()
    await one.locator('.room-offer.open').getByRole('button', { name: '接受', exact: true }).click()
    await one.locator('.room-offer.open').getByText('接受方案不等于签协议').waitFor()
    await bed.picture('02b-phone-accept')
    await one.getByRole('button', { name: '确定接受' }).click()
    await one.locator('.room-offer.accepted').waitFor()
    await expectAccessible(other, 'offers in English and the dark')
    await mediator.locator('.room-offer').getByText('已接受').waitFor()
    await expectAccessible(mediator, 'offers at the desk')
    await bed.picture('02b-desk-offers')
    await mediator.getByRole('button', { name: '写进协议稿' }).click()
    const draft = form(mediator, '拟定协议')
    await draft.getByLabel('争议事项').fill('押金退多少')
    await draft.getByText('乙方付给甲方 2,000 元。').waitFor()
    await bed.picture('02b-desk-draft')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
  })

  it('a draft that is changed shows what was put in and what was taken out, here and on the phone', async () => {
    await mediator.getByRole('link', { name: /^回到调解/ }).click()
    await mediator.locator('.agreement').getByRole('button', { name: '改这一稿' }).click()
    const draft = form(mediator, '改这一稿')
    await draft
      .locator('textarea')
      .filter({ hasText: '乙方付给甲方' })
      .fill('乙方付给甲方 2,200 元，当天转账。')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
    await mediator.locator('.agreement').getByRole('button', { name: '对比各稿' }).click()
    await mediator.locator('.compare-body del').first().waitFor()
    expect(await mediator.locator('.compare-body ins').allTextContents()).toContain('2,200')
    await expectAccessible(mediator, 'two drafts beside each other')
    await bed.picture('02b-desk-compared')
    await one.getByRole('button', { name: '回到调解' }).click()
    await one.getByRole('heading', { name: '请看调解协议，同意就签字' }).waitFor()
    await one.getByRole('button', { name: '和上一稿比，改了什么' }).click()
    await one.locator('.changes ins').first().waitFor()
    await expectAccessible(one, 'what changed, on a phone')
    await bed.picture('02b-phone-changes')
  })

  it('what one side writes back to back is unseen by the other, and a closed room can only be read', async () => {
    await other.getByRole('button', { name: 'Back to the mediation' }).click()
    await other.getByRole('button', { name: 'Open the written room' }).last().click()
    await other.getByText('Only your side and the mediators are here').waitFor()
    await other.getByLabel('Write to all here').fill('底线是两千五')
    await other.getByRole('button', { name: 'Send', exact: true }).click()
    await other.locator('.room-talk').getByText('底线是两千五').waitFor()
    await bed.picture('02b-phone-caucus')
    await clerk.reload()
    await clerk.locator('.session').first().waitFor()
    expect(await clerk.getByRole('link', { name: '进入书面调解室' }).count()).toBe(1)
    const { id, mediationId, sessions } = await mediationOf(mediator)
    const joint = sessions.find(({ kind }) => kind === 'joint')
    const input = { sessionId: joint?.id, reason: '已经谈成' }
    await move(mediator, id, 'mediate', { mediationId, step: 'cancel', input })
    await mediator.reload()
    await mediator.getByRole('link', { name: '进入书面调解室' }).first().click()
    await mediator.getByText('这个调解室已经关闭，只能看。').waitFor()
    expect(await mediator.getByLabel('写给大家').count()).toBe(0)
    await bed.picture('02b-desk-closed')
  })

  it('without a network the phone says so and keeps what was written', async () => {
    await other.context().setOffline(true)
    await other.getByLabel('Write to all here').fill('Kept until later')
    await other.getByRole('button', { name: 'Send', exact: true }).click()
    await other.getByText('No connection').first().waitFor()
    await bed.picture('02b-phone-offline')
    await other.context().setOffline(false)
    await other.getByRole('button', { name: 'Send', exact: true }).click()
    await other.locator('.room-talk').getByText('Kept until later').waitFor()
    expect(await other.locator('.room-talk').getByText('Kept until later').count()).toBe(1)
    const own = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'), 'phone', {
      language: 'en',
      dark: true,
    })
    await own.goto(mediator.url())
    await own.locator('.room-message').first().waitFor()
    await expectAccessible(own, 'a written room on the mediator’s phone')
    await bed.picture('02b-own-phone')
    bed.faults.splice(
      0,
      bed.faults.length,
      ...bed.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(String(fault))),
    )
  })
})
