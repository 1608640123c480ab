import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { loginAt } from './console-api.ts'
import { disputeWith, draw, enterByLink, form, rowOf, tellAndAgree } from './mediation.ts'

let bed: Bed
let [clerk, mediator, phone] = [] as unknown as [Page, Page, Page]
type Dispute = Awaited<ReturnType<typeof disputeWith>>
let [leak, noise] = [] as unknown as [Dispute, Dispute]
let mediationUrl = ''

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

/** Opens a mediation from the page of the dispute and names who mediates it. */
async function openMediation({ id }: Dispute): Promise<void> {
  await clerk.goto(`${bed.base}/console/matters/all/${id}`)
  await panel(clerk, '调解').getByRole('button', { name: '受理调解' }).click()
  const fields = form(clerk, '受理调解')
  await fields.getByRole('checkbox', { name: /秦玉兰/ }).check()
  await fields.getByRole('button', { name: '受理调解' }).click()
  await clerk.waitForURL(/\/mediations\//)
  await mediator.goto(clerk.url())
  await mediator.locator('.mediation').waitFor()
}

describe('a dispute is mediated', () => {
  beforeAll(async () => {
    bed = await makeBed()
    clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    phone = await bed.window('phone')
    leak = await disputeWith(bed, clerk, '楼上漏水泡坏天花板', ['林小满'], ['周大友'])
    noise = await disputeWith(bed, clerk, '深夜装修吵得睡不着', ['马小玲'], ['钱多多', '孙有为'])
  })
  afterEach(({ task }) => bed.picture(`02-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('what stands against it is said at once, and it is opened with a mediator', async () => {
    await clerk.goto(`${bed.base}/console/matters/all/${leak.id}`)
    await panel(clerk, '调解').getByRole('button', { name: '受理调解' }).click()
    const fields = form(clerk, '受理调解')
    await fields.getByRole('checkbox', { name: /可能构成违法犯罪/ }).check()
    await fields.getByText(/不能作“人民调解”.*公安机关/).waitFor()
    await fields.getByRole('button', { name: '受理调解' }).click()
    await fields.locator('.field-error').first().waitFor()
    await expectAccessible(clerk, 'the form that opens a mediation')
    await bed.picture('02-open-form')
    await fields.getByRole('button', { name: '先不做' }).click()
    await clerk.evaluate('localStorage.clear()')
    await openMediation(leak)
    await mediator.getByText('还有 2 位当事人没有告知权利义务').waitFor()
    await expectAccessible(mediator, 'the page of a mediation that asks')
  })

  it('one party signs at the desk, the other agrees by its link on a phone', async () => {
    await rowOf(mediator, '1 号').getByRole('button', { name: /^告知/ }).click()
    const told = form(mediator, /^告知权利义务/)
    await told.getByRole('button', { name: '已告知' }).click()
    await told.getByText(/签名或照片/).waitFor()
    await bed.picture('02-tell-form')
    await expectAccessible(mediator, 'the notice of rights with a pad')
    await told.getByRole('button', { name: '先不做' }).click()
    await tellAndAgree(mediator, '1 号')
    await enterByLink(bed, mediator, '2 号', phone)
    await expectAccessible(phone, 'the notice of rights on a phone')
    await bed.picture('02-phone-rights')
    await phone.getByRole('button', { name: '我看过了' }).click()
    await phone.getByRole('heading', { name: '您愿意调解吗？' }).waitFor()
    await bed.picture('02-phone-asked')
    await phone.getByRole('button', { name: '不同意', exact: true }).click()
    await phone.getByText('向人民法院起诉').first().waitFor()
    await bed.picture('02-phone-sure')
    await phone.getByRole('button', { name: '再想想' }).click()
    await phone.getByRole('button', { name: '同意', exact: true }).click()
    await phone.getByRole('heading', { name: '您接受这几位调解员吗？' }).waitFor()
    await phone.getByRole('button', { name: '同意', exact: true }).click()
    await phone.getByText('现在没有要您办的').waitFor()
    await rowOf(mediator, '2 号').getByText('同意调解').waitFor()
    await mediator.getByText('各方都已告知并同意，可以开始调解。').waitFor()
  })

  it('it begins, a session is scheduled, answered by the link, and recorded', async () => {
    await panel(mediator, '接下来').getByRole('button', { name: '开始调解' }).click()
    await form(mediator, '开始调解').getByRole('button', { name: '开始调解' }).click()
    await panel(mediator, '接下来').getByRole('button', { name: '安排场次' }).click()
    const plan = form(mediator, '安排场次')
    await bed.picture('02-schedule-form')
    await expectAccessible(mediator, 'the form of a session')
    await plan.getByRole('radio', { name: '现场' }).check()
    await plan.getByLabel('其他地点或会议号').fill('2 幢 401 室门口')
    await plan.getByRole('button', { name: '安排这一场' }).click()
    await plan.waitFor({ state: 'detached' })
    await phone.getByRole('button', { name: '看看有没有新情况' }).click()
    await phone.getByRole('heading', { name: '这一场您能来吗？' }).waitFor()
    await bed.picture('02-phone-invited')
    await phone.getByRole('button', { name: '能来', exact: true }).click()
    await phone.getByText('您说能来').waitFor()
    const session = mediator.locator('.session')
    await session.getByText('能来').first().waitFor()
    await session.getByRole('button', { name: '写记录' }).click()
    const record = form(mediator, '写调解记录')
    await record.getByRole('checkbox', { name: /换位思考/ }).check()
    await record.getByLabel('记录', { exact: true }).fill('双方看了渗水处，周某愿意赔三千元，分两次付。')
    await record.getByRole('button', { name: '保存记录' }).click()
    await record
      .getByText(/读给在场的人听/)
      .first()
      .waitFor()
    await record.getByRole('checkbox', { name: /已读给在场的人听/ }).check()
    await bed.picture('02-record-form')
    await record.getByRole('button', { name: '保存记录' }).click()
    await record.waitFor({ state: 'detached' })
    await session.getByText('已记录').waitFor()
  })

  it('an agreement with two instalments is drawn up and signed here and on the phone', async () => {
    await panel(mediator, '接下来').getByRole('button', { name: '拟定协议' }).click()
    const draft = form(mediator, '拟定协议')
    await draft.getByLabel('争议事项').fill('天花板修复和赔偿数额')
    await draft.getByRole('combobox', { name: '加入常用条款' }).selectOption({ label: '分期付款' })
    await draft.locator('summary').click()
    await draft.getByLabel('总额（元）').fill('3,000')
    await draft.getByRole('button', { name: '分好' }).click()
    await draft.getByText('请写对总额').waitFor()
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    await draft.getByLabel('第一期', { exact: true }).fill(soon)
    await draft.getByRole('button', { name: '分好' }).click()
    expect(await draft.locator('fieldset.obligation-row').count()).toBe(2)
    await expectAccessible(mediator, 'the draft of an agreement')
    await bed.picture('02-draft-form')
    await draft.getByRole('button', { name: '保存这一稿' }).click()
    await draft.waitFor({ state: 'detached' })
    await mediator.getByRole('button', { name: /^1 号.*签字$/ }).click()
    const sign = form(mediator, /^当事人签调解协议/)
    await draw(sign.locator('.pad-paper'))
    await bed.picture('02-sign-form')
    await sign.getByRole('button', { name: '签字', exact: true }).click()
    await sign.waitFor({ state: 'detached' })
    await phone.getByRole('button', { name: '看看有没有新情况' }).click()
    await phone.getByRole('heading', { name: '请看调解协议，同意就签字' }).waitFor()
    await phone.getByRole('button', { name: '签字', exact: true }).click()
    await phone.getByText('请先写上您的名字。').waitFor()
    await draw(phone.locator('.sign-pad'))
    await expectAccessible(phone, 'the agreement on a phone')
    await bed.picture('02-phone-sign')
    await phone.getByRole('button', { name: '签字', exact: true }).click()
    await phone.getByText('您已签字').waitFor()
  })

  it('the mediator signs, the committee seals, and what is paid is entered in parts', async () => {
    for (const verb of ['调解员签字', '加盖印章']) {
      await mediator.locator('.agreement').getByRole('button', { name: verb }).click()
      const fields = form(mediator, verb === '调解员签字' ? '调解员签字' : '加盖印章')
      await fields.getByRole('button', { name: verb }).click()
      await fields.waitFor({ state: 'detached' })
    }
    await mediator.getByText(/可共同申请司法确认/).waitFor()
    await panel(mediator, '接下来').getByRole('button', { name: '确认达成协议' }).click()
    const settle = form(mediator, '确认达成协议')
    await settle.getByLabel('防止民转刑（人）').fill('0')
    await settle.getByRole('button', { name: '确认达成协议' }).click()
    await settle.getByRole('alert').first().waitFor()
    await expectAccessible(mediator, 'a number of people that is none')
    await settle.getByLabel('防止民转刑（人）').fill('2')
    await bed.picture('02-settle')
    await settle.getByRole('button', { name: '确认达成协议' }).click()
    await panel(mediator, '基本情况').getByText('防止民转刑 2 人').waitFor()
    await mediator.getByText('还有 2 项没有履行完').waitFor()
    const pay = async (yuan: string) => {
      await mediator.locator('.obligation').getByRole('button', { name: '登记履行' }).first().click()
      const fields = form(mediator, '登记履行')
      await fields.getByLabel('付了多少元').fill(yuan)
      await fields.getByRole('button', { name: '登记履行' }).click()
      return fields
    }
    const tooMuch = await pay('9000')
    await tooMuch.getByText('不超过还没付的 1500 元').waitFor()
    await tooMuch.getByRole('button', { name: '先不做' }).click()
    await (await pay('500')).waitFor({ state: 'detached' })
    await mediator.getByText('已付 500 / 1,500 元').waitFor()
    await expectAccessible(mediator, 'the page of an agreement that is performed')
    await bed.picture('02-performed-in-part')
    await (await pay('1000')).waitFor({ state: 'detached' })
    await (await pay('1500')).waitFor({ state: 'detached' })
    await mediator.getByText('请没有参加调解的同事回访').waitFor()
    await phone.getByRole('button', { name: '看看有没有新情况' }).click()
    await phone.getByText(/双方可以一起向法院申请司法确认/).waitFor()
  })

  it('somebody who did not mediate revisits, the dossier is filed, and the story tells each step', async () => {
    await clerk.reload()
    await panel(clerk, '接下来').getByRole('button', { name: '回访' }).click()
    const visit = form(clerk, '回访')
    await visit.getByRole('group', { name: '协议履行了没有' }).getByRole('radio', { name: '是' }).check()
    await visit.getByRole('radio', { name: '满意', exact: true }).check()
    await visit.getByRole('group', { name: /激化/ }).getByRole('radio', { name: '没有' }).check()
    await visit.getByLabel('回访情况').fill('钱付清了，两家见面打招呼。')
    await bed.picture('02-revisit-form')
    await visit.getByRole('button', { name: '登记回访' }).click()
    await visit.waitFor({ state: 'detached' })
    await panel(clerk, '接下来').getByRole('button', { name: '卷宗归档' }).click()
    await form(clerk, '卷宗归档').getByRole('button', { name: '归档', exact: true }).click()
    await clerk.getByText('卷宗已归档').first().waitFor()
    mediationUrl = clerk.url()
    await bed.picture('02-papers')
    for (const [paper, ending] of [
      ['人民调解协议书，PDF', /人民调解协议书|调解协议书.*pdf$/],
      ['整本卷宗，Word', /卷宗.*docx$/],
    ] as const) {
      const arrives = clerk.waitForEvent('download')
      await panel(clerk, '文书').getByRole('button', { name: paper }).click()
      expect((await arrives).suggestedFilename()).toMatch(ending)
    }
    await clerk.goto(`${bed.base}/console/matters/all/${leak.id}`)
    await clerk.locator('.entry', { hasText: '把调解卷宗归档' }).waitFor()
    await panel(clerk, '调解').getByText('卷宗已归档').waitFor()
    await bed.picture('02-matter-panel')
    await mediator.goto(`${bed.base}/console/mediations?box=done`)
    await mediator
      .getByRole('link', { name: /楼上漏水泡坏天花板/ })
      .first()
      .waitFor()
    await expectAccessible(mediator, 'the mediations')
  })

  it('whoever holds the agreement learns from its code on a phone that it is genuine, and which file is the true one', async () => {
    await clerk.goto(mediationUrl)
    const arrives = clerk.waitForEvent('download')
    await panel(clerk, '文书').getByRole('button', { name: '人民调解协议书，PDF' }).click()
    const file = await (await arrives).path()
    const bytes = new Uint8Array(await readFile(file))
    const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
    const code = /核验码\s*((?:[0-9A-Z]\s*){12})/.exec(text)?.[1]?.replace(/\s/g, '') ?? ''
    await phone.goto(`${bed.base}/v/339901`)
    await phone.getByLabel('核验码').fill('12 34')
    await phone.getByRole('button', { name: '核验' }).click()
    await phone.getByText('核验码是 12 位数字和字母').waitFor()
    await phone.getByLabel('核验码').fill(code.toLowerCase())
    await phone.getByRole('button', { name: '核验' }).click()
    await phone.getByRole('heading', { name: '这个核验码是真的' }).waitFor()
    await phone.getByText('协议已生效').waitFor()
    await phone.getByText('3,000.00 元').waitFor()
    expect(await phone.getByText(/林小满|周大友/).count()).toBe(0)
    await expectAccessible(phone, 'a paper that proves itself')
    await phone
      .getByLabel('选择文件')
      .setInputFiles({ name: '协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
    await phone.getByText('一模一样，没有改动过。').waitFor()
    await bed.picture('02-proof')
    const forged = Buffer.from(bytes)
    forged[forged.length - 20] = (forged[forged.length - 20] ?? 0) ^ 1
    await phone
      .getByLabel('选择文件')
      .setInputFiles({ name: '协议.pdf', mimeType: 'application/pdf', buffer: forged })
    await phone.getByText('和出具的文件不一样').waitFor()
  })

  it('one of two respondents refuses and is told other routes; with the other it goes on', async () => {
    await openMediation(noise)
    for (const name of ['1 号', '2 号']) await tellAndAgree(mediator, name)
    const other = await bed.window('phone', { dark: true })
    await enterByLink(bed, mediator, '3 号', other)
    await other.getByRole('button', { name: '我看过了' }).click()
    await other.getByRole('button', { name: '不同意', exact: true }).click()
    await other.getByRole('button', { name: '确定不同意' }).click()
    await other.getByRole('heading', { name: '您没有参加这次调解' }).waitFor()
    await other.getByText('向人民法院起诉').waitFor()
    await expectAccessible(other, 'after a refusal, in the dark')
    await bed.picture('02-refused')
    await rowOf(mediator, '3 号').getByText('不同意').waitFor()
    await panel(mediator, '接下来').getByRole('button', { name: '开始调解' }).click()
    await form(mediator, '开始调解').getByRole('button', { name: '开始调解' }).click()
    await mediator.getByText('接下来安排第一场').waitFor()
    const own = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'), 'phone', {
      language: 'en',
      dark: true,
    })
    for (const address of [new URL(mediator.url()).pathname, '/console/mediations?box=open']) {
      await own.goto(`${bed.base}${address}`)
      await own.locator('h1').first().waitFor()
      await own.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
      await expectAccessible(own, `${address} on a phone in English and the dark`)
      await bed.picture(`02-own-phone-${address.length}`)
    }
  })
})
