import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '#domain/calendar/days.ts'
import { monthBefore, monthOf } from '#domain/evaluation/month.ts'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask } from './console-api.ts'

let bed: Bed
let [leader, officer, voter, centre] = [] as unknown as [Page, Page, Page, Page]
let owner: pg.Client
let matter = { id: '', number: '', unit: '', unit_id: '' }
let voters: { login: string }[] = []
const thisMonth = monthOf(dayOf(Date.now()))
const last = monthBefore(thisMonth)
const evidence = '两次到现场测过，压力正常，有记录。'

const open = async (page: Page, path: string) => {
  await page.goto(`${bed.base}/console/${path}`)
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
}
const one = async <T extends object>(text: string, values: unknown[] = []): Promise<T> => {
  const { rows } = await owner.query(text, values)
  if (!rows[0]) throw new Error(`the demo has nothing for ${text}`)
  return rows[0] as T
}
const login = (role: string, unitId: string) =>
  one<{ login: string }>(
    `select a.login from post o join account a on a.district_id = o.district_id and a.person_id = o.person_id
      where o.role = $1 and o.unit_id = $2 order by 1 limit 1`,
    [role, unitId],
  )

beforeAll(async () => {
  bed = await makeBed()
  owner = new pg.Client({ connectionString: bed.url })
  await owner.connect()
  // a matter in the hands of a department that nobody asked about, and that is late since a moment ago
  matter = await one(
    `select m.id, m.number, u.name unit, u.id unit_id from matter m join unit u on u.district_id = m.district_id and u.id = m.handling_id
      where m.state = 'handling' and not m.sensitive and u.kind = 'department'
        and exists (select from clock c where c.matter_id = m.id and c.kind = 'handle' and c.stopped_at is null and c.due_at > now())
        and not exists (select from exclusion e where e.matter_id = m.id)
        and not u.id = any ((select unit_ids from evaluation_panel order by version desc limit 1)::uuid[]) order by m.id limit 1`,
  )
  await owner.query(
    `update clock set due_at = now() - interval '1 second', warn_at = now() - interval '1 hour' where matter_id = $1
      and kind = 'handle' and stopped_at is null`,
    [matter.id],
  )
  const panel = await owner.query<{ login: string; unit_id: string }>(
    `select distinct on (u.path) a.login, o.unit_id from evaluation_panel p join post o on o.unit_id = any (p.unit_ids)
      join unit u on u.district_id = o.district_id and u.id = o.unit_id
      join account a on a.district_id = o.district_id and a.person_id = o.person_id
      where o.role in ('departmentOfficer', 'dispatcher', 'communityClerk') order by u.path, o.role desc, a.login`,
  )
  voters = panel.rows
  const root = await one<{ id: string }>(`select id from unit where kind = 'district'`)
  const top = await one<{ id: string }>(
    `select id from unit where kind = 'centre' and parent_id = $1 order by path limit 1`,
    [root.id],
  )
  ;[leader, officer, voter, centre] = await Promise.all([
    bed.signedIn((await login('leader', root.id)).login, 'desk', { language: 'en', dark: true }),
    bed.signedIn((await login('departmentOfficer', matter.unit_id)).login),
    bed.signedIn(voters[0]?.login ?? '', 'phone'),
    bed.signedIn((await login('dispatcher', top.id)).login),
  ])
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`42-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await owner?.end()
  await bed?.close()
})

describe('the figures of a month', () => {
  it('are frozen, each with its numerator, its denominator and its list', async () => {
    await open(leader, 'evaluation')
    await leader.getByRole('heading', { name: `Evaluation of ${last}` }).waitFor()
    await leader.getByText(/it does not change/).waitFor()
    await expectAccessible(leader, 'a frozen month, dark')
    const tile = leader
      .getByRole('listitem')
      .filter({ has: leader.getByRole('heading', { name: /^Solution/ }) })
    const solved = tile.getByRole('link', { name: /^Solved \d+, Solution: open the list/ })
    const count = Number(await solved.locator('b').innerText())
    expect(count).toBeGreaterThan(5)
    await solved.click()
    await leader.getByRole('heading', { name: /Solution: Solved/ }).waitFor()
    await leader.locator('.evaluation-list > li').first().waitFor()
    expect(await leader.locator('.evaluation-list > li').count()).toBe(Math.min(count, 50))
    await expectAccessible(leader, 'the list behind a number')
    await leader.getByRole('link', { name: 'Back to the month' }).click()
    const table = leader.getByRole('table')
    await table.getByRole('rowheader', { name: 'Together' }).waitFor()
    const names = await table.getByRole('rowheader').allInnerTexts()
    expect(new Set(names).size).toBe(names.length)
    await leader.getByRole('link', { name: 'See what came after' }).click()
    await leader.getByRole('cell', { name: 'excluded since' }).first().waitFor()
    await expectAccessible(leader, 'what came after a month was frozen')
  })

  it('of a unit are its own, and open an asking with one of eight reasons and evidence', async () => {
    await open(officer, `evaluation?month=${thisMonth}`)
    const rows = officer.getByRole('table').getByRole('rowheader')
    expect(await rows.allInnerTexts()).toEqual([matter.unit, '合计'])
    await officer
      .getByRole('link', { name: /^超时未办 \d+，按时办结率，打开名单/ })
      .first()
      .click()
    await officer.getByRole('link', { name: `申请剔除 ${matter.number}` }).waitFor()
    // or from the page of the matter itself, where it lies open
    await open(officer, `matters/all/${matter.id}`)
    await officer.getByRole('link', { name: '申请剔除', exact: true }).click()
    const form = officer.getByRole('form', { name: '申请剔除' })
    await form.getByLabel('反映不实').check()
    await form.getByLabel('响应率').uncheck()
    await form.getByLabel('解决率').uncheck()
    await form.getByRole('button', { name: '交评议组' }).click()
    await form.getByRole('alert').waitFor()
    await expectAccessible(officer, 'an asking without evidence')
    await form.getByRole('textbox', { name: '证据' }).fill(evidence)
    const files = form.locator('input[type=file]').first()
    await files.setInputFiles({
      name: '测压记录.png',
      mimeType: 'text/plain',
      buffer: Buffer.from('不是图片'),
    })
    await form
      .getByText(/测压记录/)
      .first()
      .waitFor()
    await expectAccessible(officer, 'a paper that is no picture')
    await files.setInputFiles({
      name: '测压表.png',
      mimeType: 'image/png',
      buffer: await officer.screenshot(),
    })
    await form.getByText('已上传').first().waitFor()
    await form.getByRole('button', { name: '交评议组' }).click()
    await officer.getByRole('heading', { name: `${matter.number} 的剔除申请` }).waitFor()
    await officer.getByText('评议中').first().waitFor()
    await officer.getByRole('button', { name: /测压表/ }).waitFor()
    expect(await officer.getByRole('button', { name: '投票' }).count()).toBe(0)
    await expectAccessible(officer, 'an exclusion that was asked for')
  })

  it('lose what a majority of other units leaves out; the panel sees evidence and not the matter', async () => {
    await open(voter, 'evaluation/exclusions')
    await voter.getByRole('link', { name: new RegExp(matter.number) }).click()
    await voter.getByText(evidence).waitFor()
    await voter.getByRole('button', { name: /测压表/ }).click()
    await voter.getByRole('dialog').waitFor()
    await bed.picture('42-paper-open')
    await voter.keyboard.press('Escape')
    await voter.getByRole('dialog').waitFor({ state: 'detached' })
    await voter.getByRole('button', { name: '投票' }).click()
    const form = voter.getByRole('form', { name: '投票' })
    await form.getByLabel('看了证据，为什么这样投').fill('测压记录清楚，同意。')
    await form.getByRole('button', { name: '投票' }).click()
    await form.getByRole('alert').waitFor()
    await expectAccessible(voter, 'a vote that says nothing, on a phone')
    await form.getByLabel('同意剔除').check()
    await form.getByRole('button', { name: '投票' }).click()
    await voter.getByText('同意 1，照常计入 0').waitFor()
    expect(await voter.getByRole('button', { name: '投票' }).count()).toBe(0)
    const { pathname } = new URL(voter.url())
    const id = pathname.split('/').at(-1)
    for (const { login: name } of voters.slice(1, 3)) {
      const other = await bed.signedIn(name)
      const body = { commandId: newId(Date.now()), step: 'vote', vote: 'exclude', text: '同意。' }
      await ask(other, 'POST', `/api/exclusions/${id}/steps`, body)
      await other.close()
    }
    // whoever asked hears of it without touching the page
    await officer.getByText('已剔除').first().waitFor()
    await open(officer, `evaluation?month=${thisMonth}`)
    await officer
      .getByRole('link', { name: /件里剔除 1 件/ })
      .first()
      .waitFor()
    await expectAccessible(officer, 'a month of a unit with an exclusion')
  })

  it('are frozen by hand once, and the panel is named by the centre of the district', async () => {
    const earlier = monthBefore(monthBefore(last))
    await open(centre, `evaluation?month=${earlier}`)
    await centre.getByRole('button', { name: '现在冻结' }).click()
    await centre.getByRole('tooltip').getByRole('button', { name: '现在冻结' }).click()
    await centre.getByText(/用第 \d+ 版规则，不再变/).waitFor()
    expect(await centre.getByRole('button', { name: '现在冻结' }).count()).toBe(0)
    await open(centre, 'evaluation/months')
    await centre.getByText('人工冻结').first().waitFor()
    await expectAccessible(centre, 'the frozen months')
    await open(centre, 'evaluation/panel')
    await expectAccessible(centre, 'the panel')
    await centre.getByRole('button', { name: '设为评议组' }).click()
    await centre.getByText('已设定').waitFor()
    await open(voter, 'evaluation')
    await expectAccessible(voter, 'a month on a phone')
  })
})
