import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { petitionStepLabels } from '#contract/words/petition.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, bringIn, loginAt, unitAt } from './console-api.ts'
import { agreedByWord, disputeWith, draw, move } from './mediation.ts'

let bed: Bed
let [street, body, clerk, leader, person] = [] as unknown as [Page, Page, Page, Page, Page]
let [id, queryCode, secondId] = ['', '', '']
let clerkName = ''
const words = '房屋征收后三个季度的过渡费一直没有发，请区里核实并补发。'
const bodyName = '枫溪区城市管理局'
const today = () => dayOf(Date.now())

beforeAll(async () => {
  bed = await makeBed()
  const clerkLogin = await loginAt(bed, 'communityClerk', '001/001/')
  ;[street, body, clerk, leader, person] = await Promise.all([
    bed.signedIn('fangzhiyuan'),
    bed.signedIn('chengxiangqian'),
    bed.signedIn(clerkLogin, 'phone'),
    bed.signedIn('peiqingshan', 'desk', { language: 'en', dark: true }),
    bed.window('phone'),
  ])
  clerkName = ((await ask(clerk, 'GET', '/api/session')) as { name: string }).name
  ;({ id, queryCode } = await letter(words))
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`15-${task.name.slice(0, 50).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

/** A letter that the street takes in, and whose it is. */
async function letter(text: string) {
  const brought = await bringIn(street, await unitAt(bed, '001/001/01/'), { channel: 'letter', words: text })
  const { voices } = (await ask(street, 'GET', `/api/matters/${brought.id}`)) as { voices: { id: string }[] }
  await move(street, brought.id, 'addParty', {
    ...{ side: 'a', kind: 'person', role: 'applicant', name: '居民', phone: '19900004455' },
    ...{ address: '滨河新村 1 幢 101', appealId: voices[0]?.id },
  })
  return brought
}

const open = async (page: Page, path: string) => {
  await page.goto(`${bed.base}/console/${path}`)
}
const panel = (page: Page) => page.locator('.petition-panel')
const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click()
const dialog = (page: Page, name: string) => page.getByRole('form', { name, exact: true })
const send = async (form: Locator, name: string) => {
  await form.getByRole('button', { name, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}
const pickUnit = async (form: Locator, label: string, name: string) => {
  await form.getByLabel(label, { exact: true }).fill(name)
  await form
    .page()
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

describe('story 15: a petition handled lawfully', () => {
  it('is registered from the letter with its form, and the time to send it on is explained', async () => {
    await open(street, `matters/all/${id}`)
    await press(street, '登记信访事项')
    const form = dialog(street, '登记信访事项')
    await expectAccessible(street, 'the form to register a petition')
    await form.getByLabel('收到日期').fill(addDays(today(), 3))
    await form.getByLabel('信访请求').fill('请求补发三个季度的过渡安置费')
    await form.getByLabel('事实', { exact: true }).fill('去年底签了征收协议，今年一至三季度没有收到过渡费。')
    await form.getByRole('button', { name: '登记信访事项' }).click()
    await form.getByText('日期不能晚于今天').waitFor()
    await bed.picture('15-wrong-day')
    await form.getByLabel('收到日期').fill(today())
    await send(form, '登记信访事项')
    await panel(street).getByText('《信访工作条例》第二十二条').waitFor()
    await panel(street)
      .getByText(/现在轮到/)
      .waitFor()
    await expectAccessible(street, 'a registered petition')
  })

  it('goes to the competent body, which finds it in its list and accepts it', async () => {
    await press(street, '转送')
    const form = dialog(street, '转送')
    await pickUnit(form, '承办单位', bodyName)
    await send(form, '转送')
    await open(body, 'petitions')
    await body.getByRole('heading', { name: '信访', exact: true }).waitFor()
    await expectAccessible(body, 'the petitions whose turn is ours')
    await body.getByRole('link', { name: new RegExp('过渡费') }).click()
    await panel(body).getByText('《信访工作条例》第二十三条').waitFor()
    await panel(body)
      .getByText(/前提出异议/)
      .waitFor()
    await press(body, '受理')
    await send(dialog(body, '受理'), '受理')
    // the street hears of it without being touched
    await panel(street).getByText('《信访工作条例》第三十四条').waitFor()
  })

  it('is extended once by a leader, who reads it in English and in the dark', async () => {
    await open(leader, `matters/all/${id}`)
    await panel(leader)
      .getByText(/Regulation on Petition Work art\. 34/)
      .waitFor()
    await press(leader, 'Approve an extension')
    const form = dialog(leader, 'Approve an extension')
    await form.getByLabel('Days to add', { exact: false }).fill('31')
    await form.getByLabel('Reason', { exact: true }).fill('The accounts of three years have to be compared.')
    await form.getByRole('button', { name: 'Approve an extension' }).click()
    await form.getByText('An extension adds at most 30 days').waitFor()
    await form.getByLabel('Days to add', { exact: false }).fill('20')
    await send(form, 'Approve an extension')
    await panel(leader)
      .getByText(/extended by 20 days with approval/)
      .waitFor()
    expect(await panel(leader).getByRole('button', { name: 'Approve an extension' }).count()).toBe(0)
    await expectAccessible(leader, 'an extended petition, in English and dark')
  })

  it('a community worker acts for the person by a mandate signed on the screen', async () => {
    await press(street, '登记诉求代理')
    const form = dialog(street, '登记诉求代理')
    await form.getByLabel('代理人', { exact: true }).fill(clerkName)
    await street
      .getByRole('option', { name: new RegExp(clerkName) })
      .first()
      .click()
    await form.getByLabel('代理事项').fill('补发过渡安置费一事，信访人腿脚不便')
    await form.getByLabel('代为申请复查、复核').check()
    await form.getByRole('button', { name: '登记诉求代理' }).click()
    await form.locator('.field-error').waitFor()
    await draw(form.locator('.pad-paper'))
    await expectAccessible(street, 'the form of a mandate')
    await send(form, '登记诉求代理')
    await open(clerk, `matters/all/${id}`)
    await panel(clerk).getByText('我是代理人').waitFor()
    expect(await panel(clerk).getByRole('button', { name: '登记送达' }).count()).toBe(0)
    await press(clerk, '记录代理行为')
    const did = dialog(clerk, '记录代理行为')
    await did.getByLabel('代为查询进展').check()
    await did.getByLabel('具体做了什么').fill('到城管局窗口问了进展，告知已在核对台账。')
    await send(did, '记录代理行为')
    await panel(clerk).getByText('到城管局窗口问了进展').waitFor()
    await expectAccessible(clerk, 'a petition on the phone of its agent')
  })

  it('gets a written opinion whose receipt opens the time for a review, and the agent asks for one', async () => {
    await press(body, '出具处理意见')
    const form = dialog(body, '出具处理意见')
    await form.getByRole('radio', { name: '不予支持' }).check()
    await form.getByLabel('查明的事实和理由').fill('台账显示前两个季度已经发放，第三季度因账号有误被退回。')
    await form.getByLabel('处理意见').fill('请核对账号后补发第三季度，前两个季度不再重复发放。')
    await form.getByLabel('法律、法规、政策依据').fill('《国有土地上房屋征收与补偿条例》第二十二条')
    await send(form, '出具处理意见')
    await panel(street).getByText('还没有送达').first().waitFor()
    const opinion = panel(street).getByRole('listitem').filter({ hasText: '信访事项处理意见书' })
    await opinion.getByRole('button', { name: '登记送达' }).click()
    await send(dialog(street, '登记送达'), '登记送达')
    const [file] = await Promise.all([
      street.waitForEvent('download'),
      opinion.getByRole('button', { name: /PDF/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^信访事项处理意见书.*\.pdf$/)
    await panel(clerk).getByText('《信访工作条例》第三十五条').waitFor()
    await press(clerk, '申请复查')
    const asking = dialog(clerk, '申请复查')
    await asking.getByLabel('申请的理由').fill('前两个季度也没有收到，请核对银行流水。')
    await bed.picture('15-asking-for-a-review')
    await send(asking, '申请复查')
    await panel(street).getByText('复查中').waitFor()
    await expectAccessible(street, 'a petition under review')
  })

  it('the person sees where it stands in plain words, and everything the agent did', async () => {
    await person.goto(`${bed.base}/t/339901`)
    await person.getByRole('textbox', { name: '查询码' }).fill(queryCode)
    await person.keyboard.press('Enter')
    await person.getByText(/正在复查/).waitFor()
    await person.getByText('到城管局窗口问了进展').waitFor()
    await person.getByText('期限怎么算的').click()
    await person.getByText('《信访工作条例》第三十五条').waitFor()
    await expectAccessible(person, 'the tracking page of a petition')
  })

  it('nobody accepts the same thing twice: the other petition is found and a person decides', async () => {
    ;({ id: secondId } = await letter('又写一封信：过渡费还是没有发，请别的部门也管一管。'))
    await open(street, `matters/all/${secondId}`)
    await press(street, '登记信访事项')
    const form = dialog(street, '登记信访事项')
    await form.getByLabel('信访请求').fill('请求补发过渡安置费')
    await form.getByLabel('事实', { exact: true }).fill('一至三季度没有收到过渡费。')
    await send(form, '登记信访事项')
    await panel(street).getByText('同一人的其他信访事项').waitFor()
    await press(street, '转送')
    const sending = dialog(street, '转送')
    await pickUnit(sending, '承办单位', '枫溪区水务局')
    await sending.getByRole('button', { name: '转送', exact: true }).click()
    await sending.getByText('没有比对').waitFor()
    await bed.picture('15-similar-first')
    await sending.getByRole('button', { name: '先不做' }).click()
    const other = panel(street).getByRole('listitem').filter({ hasText: '电话相同' }).first()
    await other.getByRole('button', { name: '同一事实', exact: true }).click()
    await other.locator('.flag', { hasText: /^同一事实$/ }).waitFor()
    await press(street, '不重复受理')
    const refusing = dialog(street, '不重复受理')
    await refusing.getByLabel('在哪里办、还能做什么').fill('区中心正在复查，请等待复查意见。')
    await bed.picture('15-refusing')
    await send(refusing, '不重复受理')
    await panel(street).getByText('已了结：不重复受理').waitFor()
    await expectAccessible(street, 'a petition that is not accepted twice')
  })

  it('what both sides settled by a mediation of the same matter names it, and leads to it', async () => {
    const mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    const dispute = await disputeWith(bed, clerk, '外机挡光', ['林小满'], ['周大友'])
    const mediationId = await agreedByWord(clerk, mediator, dispute.id)
    await open(street, `matters/all/${dispute.id}`)
    await press(street, '登记信访事项')
    const form = dialog(street, '登记信访事项')
    await form.getByLabel('信访请求').fill('请求移开外机')
    await form.getByLabel('事实', { exact: true }).fill('外机影响采光。')
    await send(form, '登记信访事项')
    await press(street, '转送')
    const sending = dialog(street, '转送')
    await pickUnit(sending, '承办单位', bodyName)
    await send(sending, '转送')
    await open(body, `matters/all/${dispute.id}`)
    await press(body, '受理')
    await send(dialog(body, '受理'), '受理')
    await press(body, petitionStepLabels.reconcile.zh)
    const settling = dialog(body, petitionStepLabels.reconcile.zh)
    await settling.getByRole('radio', { name: /调/ }).first().waitFor()
    await settling.getByLabel('双方达成了什么').fill('外机已移开，双方当场清结。')
    await expectAccessible(body, 'the form of a settlement')
    await bed.picture('15-settling-by-mediation')
    await send(settling, petitionStepLabels.reconcile.zh)
    const link = panel(street).locator(`a[href*="${mediationId}"]`)
    await link.waitFor()
    await open(leader, `matters/all/${dispute.id}`)
    await panel(leader).getByText('Settled by mediation:').waitFor()
    await bed.picture('15-settled-by-mediation')
    await link.click()
    await street.locator('.mediation').waitFor()
    await open(clerk, `matters/all/${dispute.id}`)
    await panel(clerk).getByText('经调解达成一致').scrollIntoViewIfNeeded()
    await bed.picture('15-settled-on-a-phone')
  })

  it('the right route is named where it is none; the list and the figures tell the truth', async () => {
    const { id: third } = await letter('请求判令邻居拆除外机并赔偿。')
    await open(street, `matters/all/${third}`)
    await press(street, '登记信访事项')
    const form = dialog(street, '登记信访事项')
    await form.getByLabel('信访请求').fill('请求判令邻居拆除外机并赔偿')
    await form.getByLabel('事实', { exact: true }).fill('外机影响采光。')
    await send(form, '登记信访事项')
    await press(street, '告知法定途径')
    const telling = dialog(street, '告知法定途径')
    await telling.getByLabel(/诉讼、法律监督/).check()
    await telling.getByLabel('到哪里、怎样提出').fill('区人民法院诉讼服务中心，可以先申请调解。')
    await expectAccessible(street, 'the statutory routes')
    await send(telling, '告知法定途径')
    await panel(street).getByText('已了结：告知法定途径').waitFor()
    await open(street, 'petitions?of=going')
    await street.getByText('超期').first().waitFor()
    await expectAccessible(street, 'the petitions that go on')
    await open(street, 'petitions/figures')
    await street.getByRole('cell', { name: /按期/ }).first().waitFor()
    await expectAccessible(street, 'the figures of petitions')
  })
})
