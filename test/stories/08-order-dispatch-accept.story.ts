import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { bringIn, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [community, centre, lead, mediator, beside, leader, admin] = [] as unknown as [
  ...[Page, Page, Page, Page, Page, Page, Page],
]
let [matterId, number, id, teamId] = ['', '', '', '']
const words = '五号楼外墙保温层一块块往下掉，居民想改造，又怕花钱。'
const teamName = '五号楼改造临时党支部'
const waterName = '枫溪区水务局'
let [housingName, committeeName] = ['', '']

beforeAll(async () => {
  bed = await makeBed()
  const [atHousing, atWater, first] = await Promise.all([
    loginAt(bed, 'departmentOfficer', 'D02/'),
    loginAt(bed, 'departmentOfficer', 'D08/'),
    loginAt(bed, 'leader', '001/'),
  ])
  const nameOf = async (path: string) => {
    const [row] = await query<{ name: string }>('select name from unit where path = $1', [path])
    return row?.name ?? ''
  }
  housingName = await nameOf('/339901/D02/')
  committeeName = await nameOf('/339901/001/001/TW/')
  community = await bed.signedIn('meichunsheng')
  centre = await bed.signedIn('fangzhiyuan')
  lead = await bed.signedIn(atHousing, 'phone')
  mediator = await bed.signedIn('qinyulan')
  beside = await bed.signedIn(atWater)
  leader = await bed.signedIn(first)
  admin = await bed.signedIn('songmingzhu')
  const made = await bringIn(community, await unitAt(bed, '001/001/01/'), { channel: 'desk', words })
  ;({ id: matterId, number } = made)
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`08-${task.name.slice(0, 50).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const query = async <T extends object>(text: string, values: unknown[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<T>(text, values)
  await client.end()
  return rows
}

const here = (page: Page) => page.goto(`${bed.base}/console/aids/${id}`)
const card = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 3 }) })

/** Presses what may be done with the order (or with one who was asked), fills its form, confirms, and waits until it is gone. */
async function step(where: Page | Locator, verb: string, fill?: (form: Locator) => Promise<void>) {
  await where.getByRole('button', { name: verb, exact: true }).click()
  const form = where.getByRole('form', { name: verb, exact: true })
  await fill?.(form)
  await form.getByRole('button', { name: `确认${verb}` }).click()
  await form.waitFor({ state: 'detached' })
}
const turn = (page: Page, name: string, text: string) =>
  card(page, name).locator('.whistle-turn', { hasText: text }).waitFor()
const onDay = (page: Page, days: number) =>
  page.evaluate((n) => new Date(Date.now() + (8 + 24 * n) * 3_600_000).toISOString().slice(0, 10), days)

/** Finds a unit by typing and chooses a person of it. */
async function pick(form: Locator, label: string, unit: string, nth = 1) {
  await form.getByRole('combobox', { name: label }).fill(unit)
  await form.getByRole('option', { name: unit }).first().click()
  await form.getByLabel(`${unit}的谁`).selectOption({ index: nth })
}

describe('story 8: a community orders help, the centre dispatches, a project team accepts', () => {
  it('begins with a temporary branch of several units; what is missing is said where it is mended', async () => {
    await centre.goto(`${bed.base}/console/teams`)
    await centre.getByRole('link', { name: '设一个专班' }).click()
    const form = centre.getByRole('form', { name: '设一个专班' })
    await form.getByRole('button', { name: '设立' }).click()
    await form.locator('.field-error').first().waitFor()
    expect(await form.locator('.field-error').count()).toBe(4)
    await expectAccessible(centre, 'a team that lacks something')
    await form.getByRole('radio', { name: '临时党支部' }).check()
    await form.getByRole('textbox', { name: '名称' }).fill(teamName)
    await form.getByRole('textbox', { name: '做什么' }).fill('五号楼外墙和管线一次改完')
    await form.getByLabel('哪天结束').fill(await onDay(centre, 500))
    await pick(form, '负责人', housingName)
    await pick(form, '其他成员', committeeName)
    await form.getByRole('button', { name: '设立' }).click()
    await form.getByText('期限最多到 366 天以后', { exact: false }).waitFor()
    await form.getByLabel('哪天结束').fill(await onDay(centre, 60))
    await bed.picture('08-a-team-to-set-up')
    await form.getByRole('button', { name: '设立' }).click()
    await centre.waitForURL(/teams\/[0-9a-f-]{36}$/)
    teamId = centre.url().split('/').at(-1) ?? ''
    await centre.getByRole('region', { name: '成员' }).getByText(committeeName).waitFor()
    await expectAccessible(centre, 'a team that was just set up')
    await mediator.goto(`${bed.base}/console/notices`)
    await mediator.getByText('专班有了新成员').first().waitFor()
  })

  it('is ordered from the page of the matter, and stands at once on the screen of the centre', async () => {
    await community.goto(`${bed.base}/console/matters/all/${matterId}`)
    await community.getByRole('region', { name: '点单' }).getByRole('link', { name: '我要点单' }).click()
    const form = community.getByRole('form', { name: '我要点单' })
    expect(await form.getByLabel('关联事项的编号').inputValue()).toBe(number)
    await form.getByRole('button', { name: '点单', exact: true }).click()
    await form.locator('.field-error').first().waitFor()
    await expectAccessible(community, 'an order that lacks its kind')
    await form.getByRole('radio', { name: '老旧楼栋改造' }).check()
    await form.getByLabel('需要什么帮助').fill('外墙要改造，想请懂的人来。')
    await form.getByLabel('要几个人').fill('3')
    await form.getByLabel('最迟哪天要').fill(await onDay(community, 9))
    await centre.goto(`${bed.base}/console/aids`)
    await centre.getByRole('heading', { name: '点单派单' }).waitFor()
    await form.getByRole('button', { name: '点单', exact: true }).click()
    await community.waitForURL(/aids\/[0-9a-f-]{36}$/)
    id = community.url().split('/').at(-1) ?? ''
    await expectAccessible(community, 'an order that was just posted')
    await centre.getByRole('link', { name: /外墙要改造/ }).waitFor()
    await expectAccessible(centre, 'the orders that wait for the centre')
  })

  it('is sent back for more, posted again, and dispatched to the team and to a department', async () => {
    await centre.getByRole('link', { name: /外墙要改造/ }).click()
    const now = centre.getByRole('region', { name: '现在可以做' })
    await step(now, '退回补充', (form) => form.getByLabel('理由').fill('哪几面墙，多少户？'))
    const mine = community.getByRole('region', { name: '现在可以做' })
    await step(mine, '补充再点', async (form) => {
      expect(await form.getByLabel('要几个人').inputValue()).toBe('3')
      await form.getByLabel('需要什么帮助').fill('五号楼东西两面外墙，二十四户，想请懂改造的人来看。')
    })
    await now.getByRole('button', { name: '派单', exact: true }).click()
    const form = now.getByRole('form', { name: '派单' })
    const team = await form.getByRole('option', { name: new RegExp(teamName) }).getAttribute('value')
    await form.getByLabel('派给', { exact: true }).selectOption(team)
    await form.getByRole('button', { name: '再派一个' }).click()
    await form.getByLabel('派给（2）').selectOption(team)
    await form.getByRole('button', { name: '确认派单' }).click()
    await form.getByText(`“${teamName}”手上已经有这一单`, { exact: false }).waitFor()
    await expectAccessible(centre, 'a dispatch that asks the same twice')
    await form.getByLabel('派给（2）').selectOption({ label: waterName })
    await form.getByRole('button', { name: '确认派单' }).click()
    await turn(community, teamName, '待接单')
    await expectAccessible(centre, 'an order that was dispatched')
  })

  it('is accepted by the team, and refused by the department, whose turn it was', async () => {
    await lead.goto(`${bed.base}/console/notices`)
    await lead.getByText('有点单派给你们，请接单').first().waitFor()
    await here(lead)
    await step(card(lead, teamName), '接单')
    await turn(community, teamName, '待安排')
    await expectAccessible(lead, 'an order on the phone')
    await here(beside)
    expect(await card(beside, teamName).getByRole('button').count()).toBe(0)
    await step(card(beside, waterName), '不接', (form) => form.getByLabel('理由').fill('外墙不归水务'))
    await turn(centre, waterName, '未接单')
  })

  it('is worked by any member of the team; open work keeps it from being dissolved', async () => {
    await here(mediator)
    await step(card(mediator, teamName), '作安排', async (form) => {
      await form.getByLabel('谁来').fill('住建工程师、调解员')
      await form.getByLabel('准备怎么办').fill('看两面墙，晚上开居民会')
      await form.getByRole('button', { name: '确认作安排' }).click()
      await form.locator('.field-error').waitFor()
      await form.getByLabel('哪天来办').fill(await onDay(mediator, 1))
    })
    await turn(lead, teamName, '办理中')
    await lead.goto(`${bed.base}/console/teams/${teamId}`)
    await lead.getByRole('region', { name: '专班的点单' }).getByText('二十四户', { exact: false }).waitFor()
    await lead.getByRole('button', { name: '记一笔' }).click()
    await lead.getByLabel('写什么').fill('材料商约在周四')
    await lead.getByRole('button', { name: '确认记一笔' }).click()
    await lead.getByText('材料商约在周四').waitFor()
    // instead of the button it is said what stands in the way
    await lead.getByText('还有 1 单在办', { exact: false }).waitFor()
    expect(await lead.getByRole('button', { name: '提前结束' }).count()).toBe(0)
    await expectAccessible(lead, 'a team on the phone')
    await here(lead)
    await step(card(lead, teamName), '报办完', (form) => form.getByLabel('办了什么').fill('看了东面墙'))
  })

  it('goes back once where it was not done, and ends with the rating of who ordered', async () => {
    await here(community)
    await step(card(community, teamName), '没有办成', (form) => form.getByLabel('理由').fill('西面墙还没看'))
    await turn(mediator, teamName, '待安排')
    await step(card(mediator, teamName), '作安排', async (form) => {
      await form.getByLabel('谁来').fill('住建工程师')
      await form.getByLabel('准备怎么办').fill('看西面墙')
      await form.getByLabel('哪天来办').fill(await onDay(mediator, 1))
    })
    await step(card(mediator, teamName), '报办完', (form) =>
      form.getByLabel('办了什么').fill('西面墙也看了，出了方案'),
    )
    await turn(community, teamName, '待点单方确认')
    await step(card(community, teamName), '确认并评价', async (form) => {
      const fields = form.getByRole('group')
      await fields.filter({ hasText: '来得快慢' }).getByRole('radio', { name: '不满意', exact: true }).check()
      await fields.filter({ hasText: '办得怎样' }).getByRole('radio', { name: '满意', exact: true }).check()
      await form.getByRole('button', { name: '确认确认并评价' }).click()
      await form.locator('.field-error').waitFor()
      await expectAccessible(community, 'a rating that lacks its reason')
      await form.getByLabel('哪里不满意').fill('第一次只看了一面墙')
    })
    await community.locator('.whistle-title', { hasText: '已办结' }).waitFor()
    await turn(lead, teamName, '已确认')
    await expectAccessible(community, 'an order that is over')
  })

  it('stands in the figures of both sides, on the page of the matter; late ones on the board of supervision', async () => {
    await leader.goto(`${bed.base}/console/aids/figures`)
    const asked = leader.getByRole('region', { name: '接单的一方' }).last()
    await asked.getByRole('row').filter({ hasText: teamName }).getByText('不满意 1').waitFor()
    await expectAccessible(leader, 'the figures of both sides')
    await community.goto(`${bed.base}/console/matters/all/${matterId}`)
    await community.getByRole('region', { name: '点单' }).getByText('已确认').first().waitFor()
    await leader.goto(`${bed.base}/console/supervision`)
    const late = leader.getByRole('region', { name: '点单迟了' })
    await late.getByRole('listitem').first().waitFor()
    await expectAccessible(leader, 'the board of supervision with a late order')
    await late.scrollIntoViewIfNeeded()
    await bed.picture('08-on-the-board')
  })

  it('can be dissolved once nothing is open, with a summary', async () => {
    await lead.goto(`${bed.base}/console/teams/${teamId}`)
    await lead.getByRole('button', { name: '提前结束' }).click()
    await lead.getByLabel('总结').fill('两面墙的方案已交社区')
    await lead.getByRole('button', { name: '确认提前结束' }).click()
    await lead.locator('.whistle-title', { hasText: '提前结束' }).waitFor()
    await centre.goto(`${bed.base}/console/teams?of=ended`)
    await centre.getByRole('link', { name: new RegExp(teamName) }).waitFor()
    await expectAccessible(centre, 'teams that have ended')
  })

  it('is chosen from a catalogue that the district keeps itself', async () => {
    await admin.goto(`${bed.base}/console/aids/kinds`)
    await admin.getByRole('button', { name: '加一项' }).click()
    const form = admin.getByRole('form', { name: '加一项' })
    await form.getByLabel('代码').fill('garden')
    await form.getByLabel('中文名称').fill('绿化修剪')
    await form.getByRole('button', { name: '保存' }).click()
    await form.locator('.field-error').waitFor()
    await form.getByLabel('英文名称').fill('Pruning')
    await expectAccessible(admin, 'a kind of help that is added')
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'detached' })
    await community.goto(`${bed.base}/console/aids/new`)
    await community.getByRole('radio', { name: '绿化修剪' }).waitFor()
  })

  it('reads well in English, in the dark and on a phone', async () => {
    const looks = [
      ['desk', { language: 'en', dark: true }],
      ['phone', { dark: true }],
      ['phone', { language: 'en' }],
      ['desk', {}],
    ] as const
    for (const [device, look] of looks) {
      const page = await bed.signedIn('fangzhiyuan', device, look)
      const addresses = [
        ...[`aids/${id}`, 'aids', 'aids?of=area', 'aids/new', 'aids/figures'],
        ...['teams', `teams/${teamId}`, 'teams/new'],
      ]
      for (const address of addresses) {
        await page.goto(`${bed.base}/console/${address}`)
        await page.locator('.panel, .whistle-card').first().waitFor()
        await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
        await expectAccessible(page, `${address} on a ${device}`)
        const folder = process.env['STORY_PICTURES']
        const name = `08-look-${device}-${'language' in look ? 'en' : 'zh'}-${address.replaceAll(/\W/g, '-').slice(0, 16)}`
        if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
      }
      await page.context().close()
    }
  })
})
