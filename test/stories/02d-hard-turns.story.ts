import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, loginAt } from './console-api.ts'
import { disputeWith, draw, form, move, rowOf } from './mediation.ts'

let bed: Bed
let [clerk, mediator] = [] as unknown as [Page, Page]
let leak: { id: string; mediationId: string }

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const partiesOf = async (id: string) =>
  ((await ask(clerk, 'GET', `/api/matters/${id}/parties?limit=50`)) as { rows: { id: string; no: number }[] })
    .rows
const partyNo = async (id: string, no: number) => (await partiesOf(id)).find((one) => one.no === no)?.id ?? ''

/** A child with its mother, and a neighbour who lets his brother act for him. */
async function parties(id: string): Promise<void> {
  const [child, neighbour] = [await partyNo(id, 1), await partyNo(id, 2)]
  const acting = (side: string, role: string, name: string, actsFor: string[]) =>
    move(clerk, id, 'addParty', { side, role, name, actsFor, kind: 'person', phone: '19900007788' })
  await move(clerk, id, 'editParty', { partyId: child, capacity: 'minor' })
  await acting('a', 'guardian', '许青禾', [child])
  await acting('b', 'agent', '周小友', [neighbour])
}

async function openMediation(id: string): Promise<string> {
  const { mediators } = (await ask(clerk, 'GET', `/api/matters/${id}/mediations`)) as {
    mediators: { accountId: string; name: string }[]
  }
  const accountId = mediators.find((one) => one.name === '秦玉兰')?.accountId ?? ''
  const mediationId = newId(Date.now())
  const input = {
    ...{ type: 'people', source: 'applied', mediators: [{ accountId, part: 'lead' }] },
    ...{
      partyIds: [await partyNo(id, 1), await partyNo(id, 2)],
      story: '孩子在楼道里被撞倒。',
      requests: ['赔偿'],
    },
  }
  await move(clerk, id, 'mediate', { mediationId, step: 'open', input })
  return mediationId
}

/** As if an instalment had been due the other day: nobody waits for it here. */
async function daysPass(mediationId: string, from: string, to: string): Promise<void> {
  const database = new pg.Client({ connectionString: bed.url })
  await database.connect()
  await database.query(`update mediation set facts = replace(facts::text, $2, $3)::jsonb where id = $1`, [
    mediationId,
    `"dueOn": "${from}"`,
    `"dueOn": "${to}"`,
  ])
  await database.end()
}

const next = (verb: string) => panel(mediator, '接下来').getByRole('button', { name: verb })
const more = (verb: string) => panel(mediator, '调解员和期限').getByRole('button', { name: verb })

/** Enters by word before a witness what a party says to one question. */
async function says(no: string, topic: string, answer = '同意'): Promise<void> {
  await rowOf(mediator, no)
    .getByRole('button', { name: /^登记意见/ })
    .click()
  const asked = form(mediator, /^登记意见/)
  await asked.getByRole('radio', { name: topic }).check()
  await asked.getByRole('radio', { name: answer, exact: true }).check()
  await asked.getByRole('radio', { name: /口头/ }).check()
  await asked.getByRole('textbox', { name: '见证人' }).fill('楼长在场')
  await asked.getByRole('button', { name: '登记', exact: true }).click()
  await asked.waitFor({ state: 'detached' })
}

describe('a mediation takes hard turns', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    const { id } = await disputeWith(bed, clerk, '孩子在楼道里被电动车撞倒', ['林小满'], ['周大友'])
    await parties(id)
    leak = { id, mediationId: await openMediation(id) }
    await mediator.goto(`${bed.base}/console/matters/${id}/mediations/${leak.mediationId}`)
    await mediator.locator('.mediation').waitFor()
  }, 240_000)
  afterEach(({ task }) => bed.picture(`02d-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('a mandate is entered with its powers and its term; one that is over before it begins is refused', async () => {
    await more('登记委托书').click()
    const mandate = form(mediator, '登记委托书')
    await mandate.getByLabel('受托人').selectOption({ index: 1 })
    await mandate.getByRole('checkbox', { name: /2 号/ }).check()
    for (const power of ['申请、终止调解', '选择调解员', '签署协议和文书', '接收文书', '和解'])
      await mandate.getByRole('checkbox', { name: power, exact: true }).check()
    await mandate.getByLabel('从哪天起').fill(inDays(0))
    await mandate.getByLabel('到哪天止').fill(inDays(-2))
    await mandate
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '委托书.png', mimeType: 'image/png' },
        buffer: await mediator.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }),
      })
    await mandate.getByText('委托书.png').first().waitFor()
    await mandate.getByRole('button', { name: '登记委托书' }).click()
    await mandate.locator('.field-error').first().waitFor()
    await expectAccessible(mediator, 'the form of a mandate that is refused')
    await bed.picture('02d-mandate-refused')
    await mandate.getByLabel('到哪天止').fill(inDays(60))
    await mandate.getByRole('button', { name: '登记委托书' }).click()
    await mandate.waitFor({ state: 'detached' })
    await panel(mediator, '基本情况')
      .getByText(/4 号 周\*\* 替 2 号 周\*\* 办理/)
      .waitFor()
  })

  it('the child answers through its mother, the neighbour through his brother', async () => {
    for (const [no, who] of [
      ['1 号', '监护人'],
      ['2 号', '代理人'],
    ] as const) {
      await rowOf(mediator, no).getByRole('button', { name: /^告知/ }).click()
      const told = form(mediator, /^告知权利义务/)
      if (who === '代理人') await told.getByRole('radio', { name: /代理人/ }).check()
      await told.getByRole('radio', { name: /口头/ }).check()
      await told.getByRole('textbox', { name: '见证人' }).fill('楼长在场')
      await bed.picture(`02d-told-by-${who === '监护人' ? 'guardian' : 'agent'}`)
      await told.getByRole('button', { name: '已告知' }).click()
      const asked = form(mediator, /^登记意见/)
      await asked.getByRole('radio', { name: '同意', exact: true }).check()
      if (who === '代理人') await asked.getByRole('radio', { name: /代理人/ }).check()
      await draw(asked.locator('.pad-paper'))
      await asked.getByRole('button', { name: '登记', exact: true }).click()
      await asked.waitFor({ state: 'detached' })
      await rowOf(mediator, no).getByText('同意调解').waitFor()
    }
    await more('披露利害关系').click()
    const told = form(mediator, '披露利害关系')
    await told.getByRole('radio', { name: '没有' }).check()
    await told.getByRole('button', { name: '登记' }).click()
    await told.waitFor({ state: 'detached' })
    await next('开始调解').click()
    await form(mediator, '开始调解').getByRole('button', { name: '开始调解' }).click()
    await mediator.getByText('接下来安排第一场').waitFor()
  })

  it('the limit stands still for an appraisal, runs on, and is extended once both agree', async () => {
    await more('期限中止').click()
    const pause = form(mediator, '期限中止')
    await pause.getByRole('radio', { name: '等鉴定' }).check()
    await pause.getByLabel('说明').fill('送伤情鉴定。')
    await pause.getByRole('button', { name: '中止期限' }).click()
    await pause.waitFor({ state: 'detached' })
    await panel(mediator, '基本情况')
      .getByText(/等鉴定/)
      .waitFor()
    await bed.picture('02d-paused')
    await expectAccessible(mediator, 'a mediation whose limit stands still')
    await more('恢复计时').click()
    const resume = form(mediator, '恢复计时')
    await resume.getByRole('button', { name: '恢复计时' }).click()
    await resume.waitFor({ state: 'detached' })
    await more('征求延期').click()
    const asking = form(mediator, '征求延期')
    await asking.getByLabel('延长几天').fill('45')
    await asking.getByRole('button', { name: '征求各方意见' }).click()
    await asking.locator('.field-error').first().waitFor()
    await asking.getByLabel('延长几天').fill('15')
    await asking.getByRole('button', { name: '征求各方意见' }).click()
    await asking.waitFor({ state: 'detached' })
    await more('延长期限').click()
    const extend = form(mediator, '延长期限')
    await extend.getByLabel('延长几天').fill('15')
    await extend.getByRole('button', { name: '延长', exact: true }).click()
    await extend.getByText(/延长期限要参加调解的各方都同意/).waitFor()
    await extend.getByRole('button', { name: '先不做' }).click()
    for (const no of ['1 号', '2 号']) await says(no, '同意延长期限')
    await more('延长期限').click()
    await extend.getByLabel('延长几天').fill('15')
    await extend.getByRole('button', { name: '延长', exact: true }).click()
    await extend.waitFor({ state: 'detached' })
    await panel(mediator, '基本情况').getByText(/15/).first().waitFor()
  })

  it('a session names its interpreter; a policeman is there once both have agreed to outsiders', async () => {
    await next('安排场次').click()
    const plan = form(mediator, '安排场次')
    await plan.getByRole('radio', { name: '现场' }).check()
    await plan.getByLabel('其他地点或会议号').fill('3 幢楼下')
    await plan.getByRole('button', { name: '安排这一场' }).click()
    await plan.waitFor({ state: 'detached' })
    await mediator.locator('.session').getByRole('button', { name: '写记录' }).click()
    const record = form(mediator, '写调解记录')
    await record.getByLabel('请来参加的人').fill('赵民警，派出所')
    await record.getByLabel('翻译').fill('钱某，手语')
    await record.getByLabel('记录', { exact: true }).fill('双方说了当天的情形，愿意商量赔偿。')
    await record.getByRole('checkbox', { name: /已读给在场的人听/ }).check()
    await record.getByRole('button', { name: '保存记录' }).click()
    await record
      .getByText(/请外人参加要各方都同意/)
      .first()
      .waitFor()
    await expectAccessible(mediator, 'a record with an outsider nobody agreed to')
    await bed.picture('02d-outsider-refused')
    await record.getByRole('button', { name: '先不做' }).click()
    for (const no of ['1 号', '2 号']) await says(no, '同意请外人参加')
    await mediator.locator('.session').getByRole('button', { name: '写记录' }).click()
    // what was typed is still there
    expect(await record.getByLabel('翻译').inputValue()).toBe('钱某，手语')
    await record.getByRole('button', { name: '保存记录' }).click()
    await record.waitFor({ state: 'detached' })
    const session = mediator.locator('.session')
    await session.getByText('赵民警，派出所').waitFor()
    await session.getByText('钱某，手语').waitFor()
  })

  it('the agreement is signed by the mother and the brother, and what he did is seen', async () => {
    await next('拟定协议').click()
    const draft = form(mediator, '拟定协议')
    await draft.getByLabel('争议事项').fill('医药费怎么赔')
    await draft.getByRole('combobox', { name: '加入常用条款' }).selectOption({ label: '分期付款' })
    await draft.locator('summary').click()
    await draft.getByLabel('总额（元）').fill('2,000')
    await draft.getByLabel('第一期', { exact: true }).fill(inDays(1))
    await draft.getByRole('button', { name: '分好' }).click()
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
    for (const no of ['1 号', '2 号']) {
      await mediator.getByRole('button', { name: new RegExp(`^${no}.*签字$`) }).click()
      const sign = form(mediator, /^当事人签调解协议/)
      if (no === '2 号') await sign.getByRole('radio', { name: /代理人/ }).check()
      await draw(sign.locator('.pad-paper'))
      await sign.getByRole('button', { name: '签字', exact: true }).click()
      await sign.waitFor({ state: 'detached' })
    }
    for (const verb of ['调解员签字', '加盖印章']) {
      await mediator.locator('.agreement').getByRole('button', { name: verb }).click()
      const fields = form(mediator, verb)
      await fields.getByRole('button', { name: verb }).click()
      await fields.waitFor({ state: 'detached' })
    }
    await next('确认达成协议').click()
    await form(mediator, '确认达成协议').getByRole('button', { name: '确认达成协议' }).click()
    await mediator.getByText('还有 2 项没有履行完').waitFor()
    await expectAccessible(mediator, 'an agreement signed by who acts for the parties')
  })

  it('the court is asked once, and confirms', async () => {
    const enter = async (state: string) => {
      await mediator.locator('.agreement').getByRole('button', { name: '登记司法确认' }).click()
      const confirm = form(mediator, /司法确认/)
      await confirm.getByRole('radio', { name: state }).check()
      await confirm.getByRole('button', { name: '登记', exact: true }).click()
      await confirm.waitFor({ state: 'detached' })
    }
    await enter('已共同申请')
    await mediator.getByText(/司法确认：已共同申请/).waitFor()
    await mediator.locator('.agreement').getByRole('button', { name: '登记司法确认' }).click()
    const again = form(mediator, /司法确认/)
    expect(await again.getByRole('radio', { name: '已共同申请' }).count()).toBe(0)
    await again.getByRole('button', { name: '先不做' }).click()
    await enter('法院已受理')
    await enter('裁定确认有效')
    await mediator.getByText(/司法确认：裁定确认有效/).waitFor()
    expect(await mediator.locator('.agreement').getByRole('button', { name: '登记司法确认' }).count()).toBe(0)
  })

  it('what is not paid is entered as a default, with what the other side may do now', async () => {
    // before its day nothing is missed
    expect(await mediator.getByRole('button', { name: '登记未履行' }).count()).toBe(0)
    await daysPass(leak.mediationId, inDays(1), inDays(-1))
    await mediator.reload()
    await mediator.locator('.obligation').getByText('已超期').first().waitFor()
    await mediator.locator('.obligation').getByRole('button', { name: '登记未履行' }).first().click()
    const miss = form(mediator, /未履行/)
    await miss.getByRole('button', { name: '登记未履行' }).click()
    await miss.locator('.field-error').first().waitFor()
    await miss.getByLabel('情况').fill('催过两次，说手头紧。')
    await miss.getByRole('button', { name: '登记未履行' }).click()
    await miss.waitFor({ state: 'detached' })
    await mediator.getByText('没有履行，另一方可以：').waitFor()
    await mediator.getByText('已经司法确认的，直接申请强制执行。').waitFor()
    await expectAccessible(mediator, 'a default with its remedies')
    await bed.picture('02d-default')
  })

  it('the mandate is revoked, and nobody acts by it any more', async () => {
    await panel(mediator, '基本情况').getByRole('button', { name: /撤回/ }).click()
    const revoke = form(mediator, '撤回委托')
    await revoke.getByRole('button', { name: '登记撤回' }).click()
    await revoke.waitFor({ state: 'detached' })
    await panel(mediator, '基本情况')
      .getByText(/已撤回/)
      .waitFor()
  })

  it('an oral agreement is entered with why nothing was written, and binds from its day', async () => {
    const { id } = await disputeWith(bed, clerk, '楼道里堆纸箱', ['马小玲'], ['钱多多'])
    const mediationId = await openMediation(id)
    for (const no of [1, 2]) {
      const partyId = await partyNo(id, no)
      const how = { partyId, byId: partyId, way: 'oral', witness: '楼长在场' }
      await move(mediator, id, 'mediate', { mediationId, step: 'tell', input: how })
      const agrees = { ...how, topic: 'mediate', answer: true }
      await move(mediator, id, 'mediate', { mediationId, step: 'consent', input: agrees })
    }
    await move(mediator, id, 'mediate', { mediationId, step: 'begin', input: {} })
    await mediator.goto(`${bed.base}/console/matters/${id}/mediations/${mediationId}`)
    await panel(mediator, '协议').getByRole('button', { name: '拟定协议' }).first().click()
    const draft = form(mediator, '拟定协议')
    await draft.getByRole('radio', { name: '口头协议' }).check()
    await draft.getByLabel('争议事项').fill('纸箱什么时候搬走')
    await draft.getByLabel('第 1 条', { exact: true }).fill('钱多多当天把纸箱搬走。')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.locator('.field-error').first().waitFor()
    await bed.picture('02d-oral-form')
    await draft.getByLabel('为什么不用书面').fill('当场就搬走，双方都说不用写。')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
    await mediator.locator('.agreement').getByRole('button', { name: '调解员签字' }).click()
    const sign = form(mediator, '调解员签字')
    await sign.getByText('口头协议由你记录内容并签字').waitFor()
    await sign.getByRole('button', { name: '调解员签字' }).click()
    await sign.waitFor({ state: 'detached' })
    await mediator.locator('.agreement').getByText('已生效').waitFor()
    await expectAccessible(mediator, 'an oral agreement in force')
  })
})
