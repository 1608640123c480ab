import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [street, clerk, district, leader] = [] as unknown as [Page, Page, Page, Page]
let owner: pg.Client
let id = ''
const title = /井盖响/

beforeAll(async () => {
  bed = await makeBed()
  owner = new pg.Client({ connectionString: bed.url })
  await owner.connect()
  ;[street, clerk, district, leader] = await Promise.all([
    bed.signedIn('yetiesheng'),
    bed.signedIn('meichunsheng', 'phone'),
    bed.signedIn('yuansiyuan'),
    bed.signedIn('peiqingshan', 'desk', { language: 'en', dark: true }),
  ])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`06b-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await owner?.end()
  await bed?.close()
})

const open = (page: Page, path: string) => page.goto(`${bed.base}/console/${path}`)
const panel = (page: Page) => page.getByRole('region', { name: '督办', exact: true })
const fill = async (form: Locator, text: string) => {
  await form.getByRole('textbox').first().fill(text)
  await form.locator('button[type=submit]').click()
  await form.waitFor({ state: 'detached' })
}
/** What the calendar would take days for: the time to accept is over, an answer is overdue. */
const lateSince = (hours: number) =>
  owner.query(
    `update clock set warn_at = now() - $2 * interval '1 hour', due_at = now() - $2 * interval '1 hour', started_at = now() - interval '9 days'
      where matter_id = $1 and kind = 'accept'`,
    [id, hours],
  )
const unanswered = () =>
  owner.query(
    `update supervision set answer_on = current_date - 2 where matter_id = $1 and state = 'waiting'`,
    [id],
  )

describe('supervision', () => {
  it('shows what is stuck, and a person decides what is given', async () => {
    const ids = { id: newId(Date.now()), appealId: newId(Date.now()), commandId: newId(Date.now()) }
    id = ids.id
    const grid = await bed.signedIn(await loginAt(bed, 'gridWorker', '001/001/01/'), 'phone')
    const input = {
      ...{ channel: 'grid', kind: 'hazard', placeUnitId: await unitAt(bed, '001/001/01/') },
      words: '门口井盖响个不停，夜里睡不着，请来看看。',
    }
    await ask(grid, 'POST', '/api/matters', { ...ids, input })
    await grid.close()
    await lateSince(30)
    await open(street, 'supervision?column=sorting')
    await street.getByRole('heading', { name: '卡住的事' }).waitFor()
    const row = street.getByRole('link', { name: title })
    await row.getByText('下一步可以：催办提醒').waitFor()
    await expectAccessible(street, 'the board of what is stuck')
    await row.click()
    await panel(street).getByRole('button', { name: '发催办提醒' }).click()
    const form = street.getByRole('form', { name: '发催办提醒' })
    await form.getByLabel('请在哪天前答复').fill('2020-01-01')
    await form.getByLabel('要对方做什么').fill('请今天受理，并回复群众')
    await form.getByRole('button', { name: '发催办提醒' }).click()
    await form.getByText('答复截止日要选今天之后的一个工作日').waitFor()
    await expectAccessible(street, 'a reminder with a day that is gone')
    await form.getByLabel('请在哪天前答复').fill(await nextWorkday())
    await form.getByRole('button', { name: '发催办提醒' }).click()
    await form.waitFor({ state: 'detached' })
    await panel(street)
      .getByRole('link', { name: /催办提醒/ })
      .waitFor()
    expect(await panel(street).getByRole('button', { name: '发督办函' }).count()).toBe(0)
  })

  it('tells the unit at once, on the phone too', async () => {
    await open(clerk, 'supervision')
    await clerk.getByText('件督办等你们单位答复').waitFor()
    await clerk.getByRole('link', { name: '去答复' }).click()
    await clerk.getByRole('link', { name: title }).waitFor()
    await expectAccessible(clerk, 'instruments to answer, on a phone')
  })

  it('goes on with a letter when the reminder is not answered, and an objection is decided above', async () => {
    await unanswered()
    await street.reload()
    await panel(street).getByRole('button', { name: '发督办函' }).click()
    await fill(street.getByRole('form', { name: '发督办函' }), '请书面说明为什么没有受理，拿出办法')
    // the phone hears of it without being touched
    await clerk.getByRole('link', { name: /督办函.*井盖响/ }).click()
    await clerk.getByRole('button', { name: '提出异议' }).click()
    const form = clerk.getByRole('form', { name: '提出异议' })
    await fill(form, '井盖属于市政，不归社区受理')
    await clerk.getByText('有异议').waitFor()
    await expectAccessible(clerk, 'a letter that was objected to')
    await open(district, 'supervision/instruments?box=open')
    await district.getByRole('link', { name: /督办函.*井盖响/ }).click()
    await district.getByText('井盖属于市政，不归社区受理').waitFor()
    expect(await district.getByRole('button', { name: '撤销', exact: true }).count()).toBe(0)
    await expectAccessible(district, 'an objection to decide')
    await district.getByRole('button', { name: '异议不成立，继续督办' }).click()
    const ruling = district.getByRole('form', { name: '异议不成立，继续督办' })
    await ruling.getByLabel('请在哪天前答复').fill(await nextWorkday())
    await fill(ruling, '先受理，再派给市政，这是首接负责')
    // the giver's post can only take back; it did not decide
    await open(street, 'supervision/instruments?box=given')
    await street.getByRole('link', { name: /督办函.*井盖响/ }).click()
    await street.getByText('先受理，再派给市政，这是首接负责').waitFor()
  })

  it('is answered in one text and one day, accepted, and printed', async () => {
    await clerk.getByRole('button', { name: '答复', exact: true }).click()
    const form = clerk.getByRole('form', { name: '答复' })
    await form.getByLabel('哪天前办好').fill(await nextWorkday())
    await expectAccessible(clerk, 'the form of an answer')
    await fill(form, '今天受理，转市政养护所，明天现场看')
    await street.getByRole('button', { name: '接受答复' }).click()
    await fill(street.getByRole('form', { name: '接受答复' }), '按这个办')
    await street.getByText('答复已接受').waitFor()
    const [download] = await Promise.all([
      street.waitForEvent('download'),
      street.getByRole('button', { name: '打印 PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/督办函督〔\d{4}〕\d+号\.pdf/)
    await expectAccessible(street, 'an instrument with its story')
  })

  it('finds by rule what was not accepted in time, and a person says what it is', async () => {
    await open(district, `matters/all/${id}`)
    await panel(district).getByRole('button', { name: '查一查有没有问题' }).click()
    await panel(district).getByText('找到 1 条新线索。').waitFor()
    await panel(district).getByText('受理时限已过，仍未受理').waitFor()
    await panel(district).getByRole('button', { name: '确认', exact: true }).click()
    await fill(panel(district).getByRole('form', { name: '确认' }), '核对过记录，确实没有受理')
    await panel(district).getByText('已确认，待整改').waitFor()
    await expectAccessible(district, 'a finding on the page of a matter')
    await open(district, 'supervision/findings?finding=confirmed')
    await district.getByRole('link', { name: title }).waitFor()
    await expectAccessible(district, 'the findings')
  })

  it('asks about closed matters by lot, and proposes what was closed falsely to the centre', async () => {
    await open(district, 'supervision/samples')
    await district
      .getByRole('link', { name: /枫溪区/ })
      .first()
      .click()
    await district.getByText('抽签种子').waitFor()
    const check = district.getByRole('button', { name: /^核查 / }).first()
    const number = /核查 (\S+)/.exec((await check.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    await check.click()
    const form = district.getByRole('form', { name: `核查 ${number}` })
    await form.getByRole('radio', { name: '记录不实' }).check()
    await form.getByRole('checkbox', { name: '建议受理单位重办' }).check()
    await expectAccessible(district, 'a check of a closed matter')
    await fill(form, '现场看，没有修过')
    const line = district.getByRole('listitem').filter({ hasText: number })
    await line.getByText('建议重办，请受理单位决定').waitFor()
    await line.getByRole('link', { name: number }).click()
    await panel(district).getByText('现场看，没有修过').waitFor()
  })

  it('speaks English in the dark, and is nobody’s business who is not concerned', async () => {
    await open(leader, 'supervision')
    await leader.getByRole('heading', { name: 'What is stuck' }).waitFor()
    await leader.getByText('Next could be').first().waitFor()
    await expectAccessible(leader, 'the board in English and the dark')
    await open(leader, 'supervision/instruments?box=open')
    await leader
      .getByRole('link', { name: /red card/i })
      .first()
      .click()
    await leader.getByText('What happened').waitFor()
    await expectAccessible(leader, 'a red card in English and the dark')
    const other = await bed.signedIn(await loginAt(bed, 'communityClerk', '002/001/'))
    await open(other, 'supervision/instruments?box=open')
    await other.getByRole('heading', { name: '督办件' }).waitFor()
    expect(await other.getByRole('link', { name: title }).count()).toBe(0)
    await open(other, 'supervision/samples')
    await other
      .getByRole('link', { name: /枫溪区/ })
      .first()
      .click()
    await other.getByText('少于 5 件，不显示').first().waitFor()
  })
})

/** The next day on which the offices of the demo work. */
async function nextWorkday(): Promise<string> {
  const page = (await ask(street, 'GET', `/api/matters/${id}/supervision`)) as {
    answerOn: { letter: string }
  }
  return page.answerOn.letter
}
