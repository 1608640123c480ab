import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'
import { ask, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [grid, clerk, street, district, office, leader] = [] as unknown as [Page, Page, Page, Page, Page, Page]
let id = ''
const title = /外墙瓷砖脱落/

type Numbers = { facts: Record<string, number> }
let before: Numbers
const numbers = async () => (await ask(leader, 'GET', '/api/insight/start')) as Numbers

beforeAll(async () => {
  bed = await makeBed()
  const top = await loginAt(bed, 'dispatcher', 'ZX/')
  ;[grid, clerk, street, district, office, leader] = await Promise.all([
    bed.signedIn('yexiaoman', 'phone'),
    bed.signedIn('meichunsheng'),
    bed.signedIn('fangzhiyuan'),
    bed.signedIn(top),
    bed.signedIn('chengxiangqian'),
    bed.signedIn('peiqingshan'),
  ])
  before = await numbers()
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`06-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const here = (page: Page) => page.goto(`${bed.base}/console/matters/all/${id}`)

describe('story 6: outpost, main battle, backstop', () => {
  it('begins in the grid, and the community tries it first', async () => {
    const ids = { id: newId(Date.now()), appealId: newId(Date.now()), commandId: newId(Date.now()) }
    id = ids.id
    const input = {
      ...{ channel: 'grid', kind: 'hazard', placeUnitId: await unitAt(bed, '001/001/01/') },
      words: '六栋外墙瓷砖脱落，楼下是孩子们放学的路，请尽快处理。',
    }
    await ask(grid, 'POST', '/api/matters', { ...ids, input })
    await here(clerk)
    await act(clerk, '受理', nothing)
    await act(clerk, '研判', async (form) => {
      await form.getByLabel('标题').fill('六栋外墙瓷砖脱落')
      await form.getByRole('combobox').first().fill('物业')
      await form.getByRole('option').first().click()
    })
    await act(clerk, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('网格')
      await form.getByRole('radio').first().check()
    })
    await inState(clerk, '待签收')
  })

  it('comes back from the grid with a reason, and the community passes it up with what was tried', async () => {
    const holder = await ask(clerk, 'GET', `/api/matters/${id}`)
    expect(JSON.stringify(holder)).toContain('网格')
    await here(grid)
    // a stairwell: the first move is still on its way when the next one is written
    await grid.route(
      '**/moves',
      async (route) => {
        await grid.waitForTimeout(1500)
        await route.continue()
      },
      { times: 1 },
    )
    await act(grid, '签收')
    await grid.getByRole('button', { name: '更多操作' }).click()
    await grid.getByRole('button', { name: '退单' }).click()
    const form = grid.getByRole('form', { name: '退单' })
    await form.getByLabel('理由').fill('网格没有维修力量，已拉警戒线')
    await form.getByRole('button', { name: '确认退单' }).click()
    await inState(clerk, '已退回')
    await street.goto(`${bed.base}/console/matters/pool?sort=new`)
    await act(clerk, '上报', async (sheet) => {
      await sheet.getByRole('button', { name: '确认上报' }).click()
      await sheet.locator('.field-error').first().waitFor()
      await sheet.getByLabel('已经做过什么').fill('拉了警戒线，找物业报过价，维修资金不够')
      await sheet.getByLabel('为什么本级解决不了').fill('要动用专项维修资金')
    })
    // at once on the screen of the street
    await rowIn(street, title).waitFor()
    await expectAccessible(clerk, 'a matter that was passed up')
  })

  it('does not go back down: neither the street nor the district is offered the community again', async () => {
    await rowIn(street, title).click()
    await street.getByText('拉了警戒线，找物业报过价，维修资金不够').first().waitFor()
    await street.getByRole('button', { name: '派单', exact: true }).click()
    const form = street.getByRole('form', { name: '派单' })
    await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('望溪社区')
    await form.getByText('没有符合的单位').waitFor()
    await expectAccessible(street, 'a dispatch that may not go down')
    await street.keyboard.press('Escape')
    await act(street, '上报', async (sheet) => {
      await sheet.getByLabel('已经做过什么').fill('开过一次协调会，产权单位在外区')
      await sheet.getByLabel('为什么本级解决不了').fill('要区里协调产权单位')
    })
    await here(district)
    await district.getByRole('button', { name: '派单', exact: true }).waitFor()
    expect(await district.getByRole('button', { name: '上报', exact: true }).count()).toBe(0)
  })

  it('is settled by the district, which asks another office to assist and grants more time', async () => {
    await act(district, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('枫溪区')
      await form
        .getByRole('radio', { name: await nameOf(office) })
        .first()
        .check()
    })
    await here(office)
    await act(office, '签收')
    await office.getByRole('button', { name: '申请延期' }).click()
    const form = office.getByRole('form', { name: '申请延期' })
    await form.getByLabel('延长多少').fill('５')
    await form.getByLabel('理由').fill('脚手架要报批')
    await form.getByRole('button', { name: '确认申请延期' }).click()
    await office.getByText('正在等审批，时限照走。').waitFor()
    await expectAccessible(office, 'a request that waits')
    await district.goto(`${bed.base}/console/matters/request`)
    await rowIn(district, title).click()
    await district.getByText('等你决定：看过理由后同意或不同意。').waitFor()
    await expectAccessible(district, 'a request to decide')
    await act(district, '同意延期', nothing)
    await office.getByText('正在等审批，时限照走。').waitFor({ state: 'detached' })
  })

  it('keeps the lateness of each level, and the containment numbers tell the truth', async () => {
    const page = (await ask(leader, 'GET', `/api/matters/${id}`)) as {
      clocks: { kind: string; unitName: string; outcome: string | null }[]
      centreLevel: string
    }
    expect(page.centreLevel).toBe('district')
    const dispatching = page.clocks.filter((clock) => clock.kind === 'dispatch')
    expect(new Set(dispatching.map((clock) => clock.unitName)).size).toBe(3)
    for (const clock of dispatching) expect(clock.outcome).toBe('met')
    const after = await numbers()
    expect((after.facts['received'] ?? 0) - (before.facts['received'] ?? 0)).toBe(1)
    expect((after.facts['stayed'] ?? 0) - (before.facts['stayed'] ?? 0)).toBe(0)
    await leader.goto(`${bed.base}/console/start`)
    await leader.getByRole('heading', { name: '没有上交' }).waitFor()
    await expectAccessible(leader, 'the containment numbers')
  })
})

/** The unit of whoever is signed in, as the list of targets names it. */
async function nameOf(page: Page): Promise<RegExp> {
  const me = (await ask(page, 'GET', '/api/session')) as { seats: { unitName: string }[] }
  return new RegExp(me.seats[0]?.unitName ?? 'nobody')
}
