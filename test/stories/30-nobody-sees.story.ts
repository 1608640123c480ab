import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '#server/ids.ts'
import { type MailGateway, startMailGateway } from '#test/receivers.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState } from './console.ts'
import { ask, loginAt, unitAt } from './console-api.ts'
import { answered, exported, findsNothing, seen } from './looking.ts'

let bed: Bed
let gateway: MailGateway
let [clerk, sibling, manager, leader] = [] as unknown as [Page, Page, Page, Page]
let [admin, auditor, dismissed] = [] as unknown as [Page, Page, Page]
/** Who is about to be dismissed, and what he signs in with. */
const [leaving, leavingPassword] = ['jixiaohe', '溪边柳树三棵石桥两座']
/** One against the manager of the houses, one that his company is to handle. */
let [complaint, lamp] = [
  { id: '', number: '' },
  { id: '', number: '' },
]
const [name, phone] = ['苗可见', '19900005678']
const said = '物业经理把公共收益和门厅的青瓷花瓶都搬回了家。'
const lampSaid = '三楼的灯坏了，门口的琉璃瓦也掉了一块。'
/** What gives away who spoke, and what of. */
const whoSpoke = [name, phone, '199 0000 5678']

async function register(words: string): Promise<{ id: string; number: string }> {
  const now = Date.now()
  const input = {
    ...{ channel: 'phone', words, name, phone, isConfidential: true },
    placeUnitId: await unitAt(bed, '001/001/01/001/'),
  }
  const ids = { id: newId(now), appealId: newId(now), commandId: newId(now) }
  return (await ask(clerk, 'POST', '/api/matters', { ...ids, input })) as { id: string; number: string }
}

async function step(id: string, verb: string, input: object): Promise<void> {
  const { version } = (await ask(clerk, 'GET', `/api/matters/${id}`)) as { version: number }
  await ask(clerk, 'POST', `/api/matters/${id}/moves`, { commandId: newId(Date.now()), version, verb, input })
}

/** A second clerk comes to the community, and signs in. */
async function employ(): Promise<void> {
  const [now, unitId] = [Date.now(), await unitAt(bed, '001/001/')]
  const ids = { commandId: newId(now), id: newId(now), accountId: newId(now) }
  const post = { postId: newId(now), unitId, role: 'communityClerk', fromOn: '2026-01-01' }
  const person = { ...ids, name: '纪小禾', login: leaving, post }
  const { password } = (await ask(admin, 'POST', '/api/org/people', person)) as { password: string }
  await dismissed.goto(`${bed.base}/console/sign-in`)
  await dismissed.getByLabel('用户名').fill(leaving)
  await dismissed.getByLabel('密码', { exact: true }).fill(password)
  await dismissed.getByRole('button', { name: '登录' }).click()
  await dismissed.getByLabel('一次性密码').fill(password)
  await dismissed.getByLabel('新密码').fill(leavingPassword)
  await dismissed.getByRole('button', { name: '修改密码' }).click()
  await dismissed.getByRole('heading', { name: '先换成自己的密码' }).waitFor({ state: 'detached' })
}

beforeAll(async () => {
  gateway = await startMailGateway()
  bed = await makeBed({
    ...{ MAPLE_SMTP_HOST: '127.0.0.1', MAPLE_SMTP_PORT: String(gateway.port), MAPLE_SMTP_TLS: 'none' },
    MAPLE_SMTP_FROM: 'maple@maple.test',
  })
  const next = await loginAt(bed, 'communityClerk', '001/002/')
  ;[clerk, sibling, manager, leader] = await Promise.all([
    bed.signedIn('meichunsheng'),
    bed.signedIn(next),
    bed.signedIn('luoshouyi'),
    bed.signedIn('peiqingshan'),
  ])
  ;[admin, auditor, dismissed] = await Promise.all([
    bed.signedIn('songmingzhu'),
    bed.signedIn('guminzhi'),
    bed.window('desk'),
  ])
  await employ()
  complaint = await register(said)
  lamp = await register(lampSaid)
  for (const { id } of [complaint, lamp]) await step(id, 'accept', {})
  await step(complaint.id, 'triage', {
    ...{ title: '反映物业占用公共收益', kind: 'complaint', categoryCode: '0203', urgency: 'normal' },
  })
  await step(complaint.id, 'addParty', {
    ...{ side: 'b', kind: 'person', role: 'respondent', name: '罗守义', phone: '19900007788' },
  })
  await step(lamp.id, 'triage', {
    ...{ title: '楼道灯和瓦', kind: 'request', categoryCode: '0203', urgency: 'normal' },
  })
}, 300_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`30-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await bed?.close()
  await gateway?.close()
})

describe('story 30: nobody sees what is not theirs', () => {
  it('the community next door finds nothing by searching, by suggestions, by a link, or in a file', async () => {
    await sibling.goto(`${bed.base}/console/matters/area`)
    await findsNothing(sibling, bed.base, complaint, ['青瓷花瓶', name, phone])
    const { text } = await exported(sibling, `${bed.base}/console/matters/area`, '邻社区核对')
    for (const told of [...whoSpoke, '青瓷花瓶', '琉璃瓦', complaint.number, lamp.number])
      expect(text, told).not.toContain(told)
  })

  it('he who is complained about, and manages the houses, does not learn that there is a complaint', async () => {
    await manager.goto(`${bed.base}/console/matters/area`)
    await findsNothing(manager, bed.base, complaint, ['青瓷花瓶', name, phone])
    await manager.goto(`${bed.base}/console/notices`)
    await manager.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await seen(manager)).not.toContain('公共收益')
  })

  it('what his company is to handle reaches him without who asked for it, by e-mail without a word of it', async () => {
    await manager.goto(`${bed.base}/console/account/notices`)
    await manager.getByRole('textbox', { name: '邮箱' }).fill('luo@example.org')
    await manager.getByRole('button', { name: '发验证码' }).click()
    await vi.waitFor(() => expect(gateway.letters).toHaveLength(1), { timeout: 30_000, interval: 200 })
    await manager
      .getByRole('textbox', { name: '验证码' })
      .fill(/\d{6}/.exec(gateway.letters[0]?.text ?? '')?.[0] ?? '')
    await manager.getByRole('button', { name: '确认邮箱' }).click()
    await manager.getByText('通知发到 l***@example.org').waitFor()
    await manager.getByLabel('随时发').check()
    await manager.getByLabel('从', { exact: true }).fill('00:00')
    await manager.getByLabel('到', { exact: true }).fill('00:00')
    await manager.getByLabel(/休息日和节假日/).uncheck()
    await manager.getByRole('button', { name: '保存' }).click()
    await manager.getByText('已保存').waitFor()
    gateway.letters.length = 0
    await clerk.goto(`${bed.base}/console/matters/all/${lamp.id}`)
    await act(clerk, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('物业')
      await form.getByRole('radio', { name: /物业/ }).first().check()
    })
    await inState(clerk, '待签收')
    await vi.waitFor(() => expect(gateway.letters.length).toBeGreaterThan(0), {
      timeout: 30_000,
      interval: 200,
    })
    const letters = gateway.letters.map(({ subject, text }) => subject + text).join()
    expect(letters).toContain(lamp.number)
    for (const told of [...whoSpoke, '琉璃瓦', '楼道灯']) expect(letters, told).not.toContain(told)

    await manager.goto(`${bed.base}/console/matters/all/${lamp.id}`)
    await act(manager, '签收')
    await inState(manager, '办理中')
    await manager.getByText('琉璃瓦').first().waitFor()
    await manager.getByText('要求保密').first().waitFor()
    await expectAccessible(manager, 'a matter of somebody who asked for secrecy')
    for (const told of whoSpoke) expect(await seen(manager), told).not.toContain(told)
    expect(await manager.getByRole('button', { name: '查看联系方式' }).count()).toBe(0)
    const { appealId } = await voiceOf(lamp.id)
    const reveal = { commandId: newId(Date.now()), appealId, purpose: '回访' }
    const refused = await answered(manager, `/api/matters/${lamp.id}/reveal`, reveal)
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('secretFromYou')])
  })

  it('a curious leader reads what his post shows, masked, and nothing of what only some need to know', async () => {
    await leader.goto(`${bed.base}/console/matters/all/${complaint.id}`)
    await leader.getByText('青瓷花瓶').first().waitFor()
    await leader.locator('.party', { hasText: '被申请人' }).waitFor()
    for (const told of [...whoSpoke, '罗守义', '19900007788'])
      expect(await seen(leader), told).not.toContain(told)
    expect(await leader.getByRole('button', { name: '查看联系方式' }).count()).toBe(0)
    // what concerns somebody's safety is for those who need to know
    await inDatabase('update matter set sensitive = true, need_to_know = array[$1::uuid] where id = $2', [
      (await inDatabase<{ id: string }>(`select id from account where login = 'meichunsheng'`))[0]?.id,
      lamp.id,
    ])
    await leader.goto(`${bed.base}/console/matters/area`)
    await findsNothing(leader, bed.base, lamp, ['琉璃瓦'])
  })

  it('whose work it is sees who spoke for a minute, and takes out a file in which nobody can be recognised', async () => {
    await clerk.goto(`${bed.base}/console/matters/all/${complaint.id}`)
    await clerk.getByRole('button', { name: '查看联系方式' }).click()
    await clerk.getByRole('dialog').locator('button[type=submit]').click()
    await clerk.getByText(phone).first().waitFor()
    await bed.picture('30-revealed')
    await clerk.keyboard.press('Escape')
    await clerk.getByRole('dialog').waitFor({ state: 'detached' })
    const { text, file } = await exported(clerk, `${bed.base}/console/matters/area`, '周例会核对')
    expect(file).toMatch(/^枫桥事项-\d{8}\.xlsx$/)
    expect(text).toContain(complaint.number)
    expect(text).toContain('梅春生')
    expect(text).toContain('周例会核对')
    for (const told of [...whoSpoke, '罗守义', '19900007788']) expect(text, told).not.toContain(told)
  })

  it('a clerk who is dismissed is out at once, and does not come in again', async () => {
    await dismissed.goto(`${bed.base}/console/matters/all/${complaint.id}`)
    await dismissed.getByText('青瓷花瓶').first().waitFor()
    await admin.getByRole('link', { name: '人员与岗位' }).click()
    await admin.getByLabel('姓名、拼音、用户名或单位').fill(leaving)
    await admin.locator('.person-row', { hasText: leaving }).first().click()
    await admin.getByRole('button', { name: '停用账号' }).click()
    await admin.getByRole('button', { name: '停用账号' }).click()
    await admin.getByRole('button', { name: '恢复账号' }).waitFor()
    expect((await answered(dismissed, `/api/matters/${complaint.id}`)).status).toBe(401)
    await dismissed.goto(`${bed.base}/console/matters/all/${complaint.id}`)
    await dismissed.waitForURL(/sign-in/)
    expect(await seen(dismissed)).not.toContain('青瓷花瓶')
    await dismissed.getByLabel('用户名').fill(leaving)
    await dismissed.getByLabel('密码', { exact: true }).fill(leavingPassword)
    await dismissed.getByRole('button', { name: '登录' }).click()
    await dismissed.getByText('用户名或密码不对，请再试一次。').waitFor()
    await expectAccessible(dismissed, 'the door for somebody dismissed')
  })

  it('what was looked at is on record, and the auditor reads it without reading a matter', async () => {
    await auditor.goto(`${bed.base}/console/audit`)
    const kind = (label: string) => auditor.getByLabel('看哪一类').selectOption({ label })
    const row = (what: RegExp) => auditor.getByRole('row', { name: what }).first().waitFor()
    await kind('查看个人信息')
    await row(new RegExp(`梅春生.*查看了姓名电话.*${complaint.number}`))
    await kind('导出')
    await row(/梅春生.*导出.*周例会核对/)
    await row(/导出.*邻社区核对/)
    await kind('打开事项')
    await row(new RegExp(`裴青山.*打开了事项.*${complaint.number}`))
    await row(new RegExp(`罗守义.*打开了事项.*${lamp.number}`))
    await expectAccessible(auditor, 'what was opened')
    await bed.picture('30-opened')
    // a try that found nothing opened nothing
    expect(await auditor.getByRole('row', { name: new RegExp(`罗守义.*${complaint.number}`) }).count()).toBe(
      0,
    )
    await kind('没登录成')
    await row(new RegExp(`${leaving}.*账号已停用`))
    for (const told of [...whoSpoke, '青瓷花瓶', '琉璃瓦'])
      expect(await seen(auditor), told).not.toContain(told)
    expect((await answered(auditor, `/api/matters/${complaint.id}`)).status).toBe(403)
  })

  it('a resident who signs in by telephone stands there as a mark, in English and on a telephone too', async () => {
    const resident = await bed.window('phone')
    const [, , district = ''] = bed.publicPath.split('/')
    await resident.goto(`${bed.base}/`)
    const id = newId(Date.now())
    const asked = await answered(resident, `/api/public/${district}/my/codes`, { id, phone })
    const { shownCode } = JSON.parse(asked.text) as { shownCode: string }
    await answered(resident, `/api/public/${district}/my/session`, { id, phone, code: shownCode })
    await auditor.getByLabel('看哪一类').selectOption({ label: '群众登录和退出' })
    await auditor.getByRole('row', { name: /群众.*登录.*手机号（记号 [0-9a-f]{8}）/ }).waitFor()
    await auditor.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(auditor, 'residents in the record, on a telephone')
    await bed.picture('30-residents')
    await auditor.setViewportSize({ width: 1366, height: 768 })
    await auditor.getByRole('button', { name: 'English' }).click()
    await auditor
      .getByRole('row', { name: /A resident.*signed in.*Telephone number \(mark [0-9a-f]{8}\)/ })
      .waitFor()
    expect(await seen(auditor)).not.toContain(phone)
  })
})

async function inDatabase<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  try {
    const { rows } = await client.query<R>(text, values)
    return rows
  } finally {
    await client.end()
  }
}

async function voiceOf(matterId: string): Promise<{ appealId: string }> {
  const [voice] = await inDatabase<{ appealId: string }>(
    'select id "appealId" from appeal where matter_id = $1',
    [matterId],
  )
  if (!voice) throw new Error('no voice')
  return voice
}
