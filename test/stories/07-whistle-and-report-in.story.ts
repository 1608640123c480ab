import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, bringIn, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [street, enforcement, roads, water, district, leader, deputy] = [] as unknown as [
  ...[Page, Page, Page, Page, Page, Page, Page],
]
let [matterId, number, id] = ['', '', '']
const words = '学校门口路面塌了一块，护栏也倒了，孩子们上学要绕到马路中间。'
const [enforcementName, roadsName, waterName] = ['枫溪区城市管理局', '枫溪区交通运输局', '枫溪区水务局']

beforeAll(async () => {
  bed = await makeBed()
  const logins = await Promise.all([
    ...[loginAt(bed, 'departmentOfficer', 'D13/'), loginAt(bed, 'departmentOfficer', 'D08/')],
    ...[loginAt(bed, 'dispatcher', 'ZX/'), loginAt(bed, 'leader', '001/')],
  ])
  const [atRoads = '', atWater = '', atDistrict = '', first = ''] = logins
  const other = first === 'shikaiping' ? await anotherLeader(first) : 'shikaiping'
  street = await bed.signedIn('fangzhiyuan')
  enforcement = await bed.signedIn('chengxiangqian')
  roads = await bed.signedIn(atRoads)
  water = await bed.signedIn(atWater, 'phone')
  district = await bed.signedIn(atDistrict)
  leader = await bed.signedIn(first)
  deputy = await bed.signedIn(other)
  const made = await bringIn(street, await unitAt(bed, '001/001/01/'), { channel: 'desk', words })
  ;({ id: matterId, number } = made)
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`07-${task.name.slice(0, 50).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const query = async <T extends object>(text: string, values: unknown[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<T>(text, values)
  await client.end()
  return rows
}
const anotherLeader = async (than: string) => {
  const [row] = await query<{ login: string }>(
    `select a.login from account a join post o on o.person_id = a.person_id join unit u on u.id = o.unit_id
      where o.role = 'leader' and u.path = '/339901/001/' and a.login <> $1`,
    [than],
  )
  return row?.login ?? ''
}

const here = (page: Page) => page.goto(`${bed.base}/console/whistles/${id}`)
const card = (page: Page, unit: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: unit, level: 3 }) })

/** Presses what may be done with a department, fills its form, confirms, and waits for what becomes of it. */
async function step(
  page: Page,
  unit: string,
  verb: string,
  then: string,
  fill?: (form: Locator) => Promise<void>,
): Promise<void> {
  await card(page, unit).getByRole('button', { name: verb, exact: true }).click()
  if (fill) {
    const form = page.getByRole('form', { name: verb, exact: true })
    await fill(form)
    await form.getByRole('button', { name: `确认${verb}` }).click()
    await form.waitFor({ state: 'detached' })
  }
  await card(page, unit).locator('.whistle-turn', { hasText: then }).waitFor()
}

/** What a department does once it has signed, until the street has to confirm. */
async function work(page: Page, unit: string): Promise<void> {
  await step(page, unit, '记联系', '待到场', (form) => form.getByLabel('和街道的谁联系的').fill('方知远'))
  await step(page, unit, '记到场', '待作计划', async (form) => {
    await form.getByLabel('谁到了现场').fill('维修科三人')
    await form.getByLabel('现场看到什么').fill('塌陷两平方米，下面是空的')
  })
  await step(page, unit, '定计划', '办理中', async (form) => {
    await form.getByLabel('准备怎么办').fill('回填夯实，重新铺砖')
    await form.getByLabel('哪天办完').fill(await tomorrow(page))
  })
  await step(page, unit, '报办结', '待街道确认', async (form) => {
    await form.getByRole('radio', { name: '已解决', exact: true }).check()
    await form.getByLabel('办理结果').fill('已回填铺砖，可以通行')
  })
}
const tomorrow = (page: Page) =>
  page.evaluate(() => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10))

describe('story 7: the street blows a whistle, and the departments report in', () => {
  it('is blown from the page of the matter; what is wrong is said where it is mended', async () => {
    await street.goto(`${bed.base}/console/matters/all/${matterId}`)
    await street.getByRole('region', { name: '吹哨' }).getByRole('link', { name: '吹哨' }).click()
    const form = street.getByRole('form', { name: '吹哨' })
    await form.getByRole('button', { name: '吹哨', exact: true }).click()
    await form.locator('.field-error').first().waitFor()
    expect(await form.locator('.field-error').count()).toBe(2)
    await expectAccessible(street, 'a whistle that lacks something')
    expect(await form.getByLabel('关联事项的编号').inputValue()).toBe(number)
    await form.getByLabel('什么问题').fill(words)
    await form.getByLabel('自己做过什么').fill('已围挡，安排志愿者护学；物业没有施工资质。')
    await form.getByLabel('牵头部门').selectOption({ label: enforcementName })
    for (const [i, name] of [enforcementName, waterName].entries()) {
      await form.getByRole('button', { name: '再加一个部门' }).click()
      await form.getByLabel(`配合部门 ${i + 1}`).selectOption({ label: name })
    }
    await form.getByRole('button', { name: '吹哨', exact: true }).click()
    await form.getByText(`“${enforcementName}”已经在被吹哨的单位里`, { exact: false }).waitFor()
    await form.getByLabel('配合部门 1').selectOption({ label: roadsName })
    await enforcement.goto(`${bed.base}/console/whistles`)
    await enforcement.getByRole('heading', { name: '吹哨报到' }).waitFor()
    await form.getByRole('button', { name: '吹哨', exact: true }).click()
    await street.waitForURL(/whistles\/[0-9a-f-]{36}$/)
    id = street.url().split('/').at(-1) ?? ''
    await expectAccessible(street, 'a whistle that has just sounded')
    // at once on the screen of the department
    await enforcement.getByRole('link', { name: /学校门口路面塌了一块/ }).waitFor()
    await expectAccessible(enforcement, 'the whistles that wait')
  })

  it('is told to whom it calls, and each signs; of the matter they see what the street wrote, not the matter', async () => {
    await enforcement.getByRole('link', { name: /学校门口路面塌了一块/ }).click()
    await enforcement.getByText('已围挡，安排志愿者护学').waitFor()
    expect(await enforcement.getByText(number).count()).toBe(0)
    await step(enforcement, enforcementName, '签收', '待联系')
    // the street sees it by itself
    await card(street, enforcementName).locator('.whistle-turn', { hasText: '待联系' }).waitFor()
    await here(water)
    await step(water, waterName, '签收', '待联系')
    await expectAccessible(water, 'a whistle on the phone')
    expect(await card(water, enforcementName).getByRole('button').count()).toBe(0)
  })

  it('is objected to by one, whose clock stands still until the centre of the district rules', async () => {
    await roads.goto(`${bed.base}/console/notices`)
    await roads.getByText('有街道或社区对你们吹哨，请签收').first().waitFor()
    await here(roads)
    await step(roads, roadsName, '提异议', '有异议，待裁定', (form) =>
      form.getByLabel('理由').fill('这一段是城市道路，不归公路管养'),
    )
    await district.goto(`${bed.base}/console/whistles`)
    await district.getByRole('link', { name: /学校门口路面塌了一块/ }).click()
    await card(district, roadsName).getByRole('button', { name: '裁定' }).click()
    await expectAccessible(district, 'an objection to rule on')
    await card(district, roadsName).getByRole('button', { name: '取消' }).click()
    await step(district, roadsName, '裁定', '待签收', async (form) => {
      await form.getByRole('radio', { name: '异议不成立，继续办' }).check()
      await form.getByLabel('理由').fill('移交协议写明由交通运输局管护')
    })
    await card(roads, roadsName).locator('.whistle-turn', { hasText: '待签收' }).waitFor()
    expect(await card(roads, roadsName).getByRole('button', { name: '提异议' }).count()).toBe(0)
  })

  it('shows who is late: yellow once the time has passed, red once twice the time has', async () => {
    const back = async (minutes: number) => {
      await query(
        `update whistle_line l set called_at = now() - $2 * interval '1 minute', due_at = now() - ($2 - 60) * interval '1 minute',
            warn_at = now() - ($2 - 42) * interval '1 minute', over_at = now() - ($2 - 120) * interval '1 minute', next_at = now()
          from unit u where u.id = l.unit_id and u.name = $3 and l.whistle_id = $1`,
        [id, minutes, roadsName],
      )
      await query(`update whistle set due_at = now() - ($2 - 60) * interval '1 minute' where id = $1`, [
        id,
        minutes,
      ])
    }
    await street.goto(`${bed.base}/console/whistles?of=blown`)
    const row = street.getByRole('listitem').filter({ hasText: '学校门口路面塌了一块' })
    await row.waitFor()
    await back(90)
    await row.locator('[data-tone=near]', { hasText: '已超时' }).waitFor({ timeout: 30_000 })
    await bed.picture('07-yellow')
    await back(150)
    await row.locator('[data-tone=act]', { hasText: '超过两倍时限' }).waitFor({ timeout: 30_000 })
    await roads.goto(`${bed.base}/console/whistles`)
    await roads.locator('[data-tone=act]', { hasText: '超过两倍时限' }).first().waitFor()
    await expectAccessible(street, 'a list with a late department')
    await street.goto(`${bed.base}/console/supervision`)
    const late = street.getByRole('region', { name: '吹哨报到迟了' })
    const stuck = late.getByRole('listitem').filter({ hasText: '学校门口路面塌了一块' })
    await stuck.locator('[data-tone=act]', { hasText: '超过两倍时限' }).waitFor()
    await late.scrollIntoViewIfNeeded()
    await expectAccessible(street, 'the board of supervision with a late whistle')
    await bed.picture('07-on-the-board')
    await roads.goto(`${bed.base}/console/notices`)
    await roads.getByText('吹哨办理已超过两倍时限（红），请马上办理').first().waitFor()
  })

  it('is worked on by all three, and the street confirms, sends back once, and rates each', async () => {
    await here(roads)
    await step(roads, roadsName, '签收', '待联系')
    await Promise.all([work(enforcement, enforcementName), work(roads, roadsName), work(water, waterName)])
    await here(street)
    await step(street, waterName, '退回重办', '待作计划', (form) =>
      form.getByLabel('理由').fill('排水口还堵着'),
    )
    await step(water, waterName, '定计划', '办理中', async (form) => {
      await form.getByLabel('准备怎么办').fill('疏通排水口')
      await form.getByLabel('哪天办完').fill(await tomorrow(water))
    })
    await step(water, waterName, '报办结', '待街道确认', async (form) => {
      await form.getByRole('radio', { name: '已解决', exact: true }).check()
      await form.getByLabel('办理结果').fill('已疏通')
    })
    for (const name of [enforcementName, roadsName, waterName]) {
      await step(street, name, '确认办结', '已确认办结', async () => {})
      await step(street, name, '评价部门', '已确认办结', async (form) => {
        const isBad = name === roadsName
        const fields = form.getByRole('group')
        await fields
          .filter({ hasText: '响应快慢' })
          .getByRole('radio', { name: isBad ? '不满意' : '满意', exact: true })
          .check()
        await fields.filter({ hasText: '配合帮忙' }).getByRole('radio', { name: '基本满意' }).check()
        await fields.filter({ hasText: '办理结果' }).getByRole('radio', { name: '满意', exact: true }).check()
        if (!isBad) return
        await form.getByRole('button', { name: '确认评价部门' }).click()
        await form.locator('.field-error').waitFor()
        await form.getByLabel('哪里不满意').fill('签收晚了一个多小时')
      })
    }
    await here(enforcement)
    await step(enforcement, enforcementName, '评价这个哨', '已确认办结', (form) =>
      form.getByRole('radio', { name: '吹得准', exact: true }).check(),
    )
    await expectAccessible(street, 'a whistle that is over')
  })

  it('stands in the indicators of both sides, and on the page of the matter', async () => {
    await leader.goto(`${bed.base}/console/whistles/figures`)
    const units = leader.getByRole('region', { name: '报到的一方' }).last()
    await units.getByRole('row').filter({ hasText: roadsName }).getByText('不满意 1').waitFor()
    await expectAccessible(leader, 'the figures of both sides')
    await district.goto(`${bed.base}/console/whistles/figures`)
    await district.getByRole('region', { name: '吹哨的一方' }).last().getByRole('row').nth(1).waitFor()
    await street.goto(`${bed.base}/console/matters/all/${matterId}`)
    await street.getByRole('region', { name: '吹哨' }).getByText('已确认办结').first().waitFor()
    await expectAccessible(street, 'a matter with its whistle')
  })

  it('reads well in English, in the dark and on a phone', async () => {
    const looks = [
      ['desk', { language: 'en', dark: true }],
      ['phone', { dark: true }],
      ['phone', { language: 'en' }],
    ] as const
    for (const [device, look] of looks) {
      const page = await bed.signedIn('chengxiangqian', device, look)
      for (const address of [`whistles/${id}`, 'whistles?of=area', 'whistles/figures']) {
        await page.goto(`${bed.base}/console/${address}`)
        await page.locator('.panel, .whistle-card').first().waitFor()
        await expectAccessible(page, `${address} on a ${device}`)
        const folder = process.env['STORY_PICTURES']
        const name = `07-look-${device}-${'language' in look ? 'en' : 'zh'}-${address.replace(/\W.*/, '')}-${address.length}`
        if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
      }
      await page.context().close()
    }
  })

  it('needs two leaders where it is a hard one', async () => {
    const lead = await unitAt(bed, 'D02/')
    const body = {
      commandId: await newIdIn(leader),
      id: await newIdIn(leader),
      unitId: await unitAt(bed, '001/'),
    }
    const hard = {
      ...body,
      kind: 'hard',
      leadId: lead,
      problem: '四栋楼的外墙保温层一起脱落',
      tried: '已封闭楼下通道',
    }
    await deputy.goto(`${bed.base}/console/whistles`)
    await ask(leader, 'POST', '/api/whistles', hard)
    await deputy.getByRole('link', { name: /外墙保温层一起脱落/ }).click()
    const now = deputy.getByRole('region', { name: '现在可以做' })
    await now.getByRole('button', { name: '同意吹哨' }).click()
    await expectAccessible(deputy, 'a hard whistle that waits')
    await now.getByRole('button', { name: '确认同意吹哨' }).click()
    await deputy.locator('.whistle-title', { hasText: '响应中' }).waitFor()
  })
})

const newIdIn = (page: Page) =>
  page.evaluate(() => {
    const hex = Date.now().toString(16).padStart(12, '0')
    const rest = crypto.randomUUID()
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.slice(15)}`
  })
