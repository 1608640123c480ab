import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayOf, yearOf } from '#domain/calendar/days.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let [keeper, leader, phone] = [] as unknown as [Page, Page, Page]
let matterId = ''
let day = ''
const calendar = () => `${bed.base}/console/calendar/${yearOf(day)}`
const name = '台风停工'

/** Of the matters in hand with a limit by working days the one that has most time left; and the day on which it is due. */
async function findMatter(): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ matter_id: string; due_at: Date }>(
    `select c.matter_id, c.due_at from clock c join matter m on m.id = c.matter_id where c.stopped_at is null
      and c.measure = 'workDays' and c.kind = 'handle' and c.due_at > now() + interval '1 day' and not m.sensitive
      order by c.due_at desc limit 1`,
  )
  await client.end()
  matterId = rows[0]?.matter_id ?? ''
  day = dayOf(rows[0]?.due_at.getTime() ?? 0)
}

describe('a day off that is entered late', () => {
  beforeAll(async () => {
    bed = await makeBed()
    await findMatter()
    ;[keeper, leader, phone] = await Promise.all([
      bed.signedIn('songmingzhu'),
      bed.signedIn('peiqingshan'),
      bed.signedIn('peiqingshan', 'phone', { language: 'en', dark: true }),
    ])
  })
  afterEach(({ task }) => bed.picture(`43-${task.name.replaceAll(' ', '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('is not saved without what it rests on', async () => {
    await leader.goto(`${bed.base}/console/matters/all/${matterId}`)
    await leader
      .getByText(/个工作日/)
      .first()
      .waitFor()
    await keeper.goto(calendar())
    await keeper.getByText('还没有人修改过日历。').waitFor()
    const range = keeper.getByRole('group', { name: '添加一段假期' })
    await range.getByLabel('名称').fill(name)
    await range.getByLabel('从').fill(day)
    await range.getByRole('button', { name: '添加日期' }).click()
    await keeper.getByRole('row', { name: new RegExp(day) }).waitFor()
    await keeper.getByLabel('依据').fill('')
    expect(await keeper.getByRole('button', { name: '保存日历' }).isDisabled()).toBe(true)
    await keeper.getByLabel('依据').fill('区防汛指挥部通知')
    await expectAccessible(keeper, 'a calendar with a day that is not saved yet')
  })

  it('tells what it did to the clocks that run, and who entered it', async () => {
    await keeper.getByRole('button', { name: '保存日历' }).click()
    await keeper.getByText(/已保存，重新计算了 \d+ 个在走的时限。/).waitFor()
    const changes = keeper.getByRole('region', { name: '日历修改记录' })
    await changes
      .getByText(/在走的时限：0 个提前，[1-9]\d* 个推后，\d+ 个不变。/)
      .waitFor({ timeout: 20_000 })
    await changes.getByText('依据：区防汛指挥部通知').waitFor()
    await expectAccessible(keeper, 'a calendar with what its change did')
  })

  it('stands on the matter that is open elsewhere, with the time before it', async () => {
    await leader
      .getByText(/工作日历有调整，到期由 .+ 改为 .+。/)
      .first()
      .waitFor()
    await expectAccessible(leader, 'a clock that the calendar moved')
  })

  it('is taken back, and that stands there too; on a phone, in English, in the dark', async () => {
    await keeper
      .getByRole('row', { name: new RegExp(day) })
      .getByRole('button', { name: `删除 ${day}` })
      .click()
    await keeper.getByRole('button', { name: '保存日历' }).click()
    await keeper.getByText(/在走的时限：[1-9]\d* 个提前，0 个推后，\d+ 个不变。/).waitFor({ timeout: 20_000 })
    await phone.goto(calendar())
    await phone.getByText(/Running clocks: [1-9]\d* due earlier, 0 later/).waitFor()
    await expectAccessible(phone, 'the changes of a calendar on a phone')
    await phone.getByText(/Running clocks: [1-9]\d* due earlier, 0 later/).scrollIntoViewIfNeeded()
    await bed.picture('43-changes-on-a-phone')
    await phone.goto(`${bed.base}/console/matters/all/${matterId}`)
    await phone
      .getByText(/The working calendar changed/)
      .first()
      .scrollIntoViewIfNeeded()
  })
})
