import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { ask, bringIn, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [centre, city, police, mediator, minuter] = [] as unknown as [Page, Page, Page, Page, Page]
let matter = { id: '', number: '' }
let meeting = ''
const name = '巷口占道联合会商'
const said = '巷口被三家店的货物占满，消防车进不来，城管和派出所都来过。'

beforeAll(async () => {
  bed = await makeBed()
  const justice = await loginAt(bed, 'departmentOfficer', 'D03/')
  ;[centre, city, police, mediator, minuter] = await Promise.all([
    bed.signedIn('fangzhiyuan'),
    bed.signedIn('chengxiangqian'),
    bed.signedIn(justice),
    bed.signedIn('qinyulan', 'phone'),
    bed.signedIn('suxiaowen', 'desk', { dark: true }),
  ])
  matter = await bringIn(centre, await unitAt(bed, '001/001/'), { channel: 'desk', words: said })
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`09-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const here = (page: Page) => page.goto(`${bed.base}/console/meetings/${meeting}`)
const local = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

async function pick(form: Locator, label: string, typed: string): Promise<void> {
  const field = form.getByRole('combobox', { name: label })
  await field.fill(typed)
  await form
    .getByRole('option', { name: new RegExp(typed) })
    .first()
    .click()
}

/** Time passes for the meeting alone: it began an hour ago. */
async function begin(id: string): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  await client.query(`update meeting set starts_at = now() - interval '1 hour' where id = $1`, [id])
  await client.end()
}

describe('story 9: joint study of a hard matter', () => {
  it('is called from the page of the matter, with units, people, papers and an agenda that names who may see what', async () => {
    await centre.goto(`${bed.base}/console/matters/all/${matter.id}`)
    await centre.getByRole('region', { name: '会商研判' }).getByRole('button', { name: '召集会商' }).click()
    const form = centre.getByRole('form', { name: '召集会商' })
    await form.getByRole('button', { name: '发出通知' }).click()
    // nothing is sent that is not whole: the form says what to mend
    await form.locator('.field-error, .notice[data-tone="act"]').first().waitFor()
    await form.getByLabel('会议名称').fill(name)
    await form.getByLabel('什么时候开').fill(local(Date.now() + 86_400_000))
    await form.getByLabel('地点').fill('二楼会商室')
    await pick(form, '请哪些单位', '城市管理局')
    await pick(form, '请哪些单位', '公安分局')
    await pick(form, '请哪些单位', '望溪社区人民调解委员会')
    await form.getByLabel('主持人').selectOption({ label: '方知远 · 听泉街道综治中心（矛调中心）' })
    await form.getByLabel('记录人').selectOption({ label: '苏晓雯 · 听泉街道综治中心（矛调中心）' })
    const item = form.getByRole('region', { name: '议题 1' })
    await item.getByLabel('要研究什么').fill('谁先动手清，谁来谈。')
    await item.getByRole('checkbox', { name: /城市管理局/ }).check()
    await item.getByRole('checkbox', { name: /公安分局/ }).check()
    await form.getByRole('button', { name: '加一个议题' }).click()
    await form
      .getByRole('region', { name: '议题 2' })
      .getByRole('textbox', { name: '议题', exact: true })
      .fill('巷口夜间停车')
    await expectAccessible(centre, 'the form of a meeting')
    await form.getByRole('button', { name: '发出通知' }).click()
    await centre.waitForURL(/meetings\/[0-9a-f-]{36}/)
    meeting = centre.url().split('/').at(-1) ?? ''
    await centre.getByRole('heading', { name: new RegExp(name) }).waitFor()
    await centre.getByText('3 个受邀单位至少来 2 个').waitFor()
  })

  it('is told to every called unit, which answers; what does not name it stays hidden from it', async () => {
    await city.goto(`${bed.base}/console/notices`)
    await city.getByText('请你们单位参加会商，请回复能否到会').first().waitFor()
    await city
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click()
    await city.getByText('谁先动手清，谁来谈。').waitFor()
    await city.getByRole('radio', { name: '到会' }).check()
    await city.getByRole('button', { name: '回复' }).click()
    await city.getByText('已回复：到会。还可以改。').waitFor()
    await here(police)
    await police.getByRole('radio', { name: '另派人来' }).check()
    await police.getByRole('button', { name: '回复' }).click()
    await police.locator('.field-error').first().waitFor()
    await police.getByLabel('谁来（姓名、职务）').fill('石磊副所长')
    await police.getByRole('button', { name: '回复' }).click()
    await police.getByText('已回复：另派人来。还可以改。').waitFor()
    await here(mediator)
    await mediator.getByText('不在你的知情范围').waitFor()
    await mediator.getByText('巷口夜间停车').waitFor()
    expect(await mediator.locator('body').textContent()).not.toContain('谁先动手清')
    await expectAccessible(mediator, 'a meeting on a phone')
    await centre.reload()
    await centre.getByText('石磊副所长').first().waitFor()
  })

  it('concludes nothing while too few units are there', async () => {
    await begin(meeting)
    await here(minuter)
    await minuter.getByRole('button', { name: '做会议记录' }).click()
    const people = minuter.getByRole('group', { name: '到会情况' })
    for (const left of [1, 1]) await people.getByRole('button', { name: /去掉/ }).nth(left).click()
    await people.getByLabel('姓名').first().fill('程向前')
    const item = minuter.getByRole('region', { name: '议题 1' })
    await item.getByLabel('会议议定').fill('先清后谈')
    await minuter.getByText('按现在填的，到了 1 个受邀单位，要求 2 个。').waitFor()
    await minuter.getByRole('button', { name: '保存记录' }).click()
    await minuter.getByText('到会 1 个单位，不足 2 个：不能作结论，只能改期再开。').waitFor()
    await expectAccessible(minuter, 'minutes below quorum')
  })

  it('is minuted with tasks that have an owner and a day, and confirmed by the chair', async () => {
    const people = minuter.getByRole('group', { name: '到会情况' })
    await people.getByRole('button', { name: '加一个人' }).click()
    await people.getByLabel('单位').last().selectOption({ label: '枫溪区公安分局' })
    await people.getByLabel('姓名').last().fill('石磊')
    await people.getByLabel('到会').last().selectOption({ label: '迟到' })
    const item = minuter.getByRole('region', { name: '议题 1' })
    await item.getByLabel('讨论情况（内部）').fill('城管担心清了又堆；派出所说夜里没人管。')
    await item.getByRole('button', { name: '加一项任务' }).click()
    await item.getByLabel('做什么').fill('联合清理一次')
    await item.getByLabel('怎样算办完').fill('通道净宽不少于四米')
    await item.getByLabel('责任单位').selectOption({ label: '枫溪区城市管理局' })
    await item.getByRole('button', { name: '5 个工作日' }).click()
    const second = minuter.getByRole('region', { name: '议题 2' })
    await second.getByRole('button', { name: '加一项任务' }).click()
    await second.getByLabel('做什么').fill('巷口补装禁停标志')
    await second.getByLabel('怎样算办完').fill('装好并抄告社区')
    await second.getByLabel('责任单位').selectOption({ label: '枫溪区公安分局' })
    await second.getByLabel('完成期限').fill(addDays(dayOf(Date.now()), 20))
    await minuter.getByRole('button', { name: '保存记录' }).click()
    await minuter.getByText('记录已保存，等主持人 方知远 确认。').waitFor()
    // a draft is not read by those at the table
    await here(city)
    expect(await city.locator('body').textContent()).not.toContain('先清后谈')
    await here(centre)
    await centre.getByRole('button', { name: '确认纪要' }).click()
    await centre.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await centre.getByText('纪要已确认').first().waitFor()
    await centre.getByText('纪要校验码').waitFor()
    await expectAccessible(centre, 'a meeting whose minutes are confirmed')
    expect(await centre.getByRole('button', { name: '做会议记录' }).count()).toBe(0)
    const waiting = centre.waitForEvent('download')
    await centre.getByRole('button', { name: '会议纪要 PDF' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^会商研判会议纪要 .*\.pdf$/)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('gives the department its task, which asks for another day; the centre decides', async () => {
    await city.goto(`${bed.base}/console/meetings?box=mine`)
    const task = city.getByRole('listitem').filter({ hasText: '联合清理一次' }).last()
    await task.getByRole('button', { name: '申请改期' }).click()
    const form = city.getByRole('form', { name: '申请改期' })
    await form.getByLabel('改到哪一天').fill(addDays(dayOf(Date.now()), 30))
    await form.getByLabel('为什么要改期').fill('要先等街道腾出堆放点')
    await form.getByRole('button', { name: '确定' }).click()
    await city
      .getByText(/申请改到 .*，等答复/)
      .first()
      .waitFor()
    await centre.goto(`${bed.base}/console/matters/all/${matter.id}`)
    const panel = centre.getByRole('region', { name: '会商研判' })
    await panel.getByRole('button', { name: '同意改期', exact: true }).click()
    const answer = centre.getByRole('form', { name: '同意改期', exact: true })
    await answer.getByLabel('答复的话').fill('同意，堆放点我们来催')
    await answer.getByRole('button', { name: '确定' }).click()
    await panel.getByText('同意，堆放点我们来催').waitFor()
    await expectAccessible(centre, 'a matter with a meeting and an open task')
  })

  it('brings what is unfinished back onto the agenda of the next meeting by itself', async () => {
    await ask(police, 'GET', '/api/meeting-tasks')
    await centre.getByRole('region', { name: '会商研判' }).getByRole('button', { name: '召集会商' }).click()
    const form = centre.getByRole('form', { name: '召集会商' })
    await form.getByLabel('会议名称').fill('巷口占道第二次会商')
    await form.getByLabel('什么时候开').fill(local(Date.now() + 3 * 86_400_000))
    await pick(form, '请哪些单位', '城市管理局')
    await form.getByLabel('主持人').selectOption({ label: '方知远 · 听泉街道综治中心（矛调中心）' })
    await form.getByLabel('记录人').selectOption({ label: '苏晓雯 · 听泉街道综治中心（矛调中心）' })
    await form.getByRole('button', { name: '发出通知' }).click()
    await centre.getByText('前次会议没有办完的').waitFor()
    await centre.getByText('第 1 次带回议程').waitFor()
    await centre.getByText('没办完的 1 项任务自己回到议程').waitFor()
    await city.goto(`${bed.base}/console/meetings?box=mine`)
    const task = city.getByRole('listitem').filter({ hasText: '联合清理一次' }).last()
    await task.getByRole('button', { name: '办完了' }).click()
    const done = city.getByRole('form', { name: '办完了' })
    await done.getByLabel('做了什么，结果怎样').fill('周三清走两车，净宽四米二')
    await done.getByRole('button', { name: '确定' }).click()
    await city.getByText('联合清理一次').first().waitFor({ state: 'detached' })
    await centre.reload()
    await centre.getByText('周三清走两车，净宽四米二').waitFor()
  })

  it('lists by itself what a weekly meeting should talk about, each with its reasons', async () => {
    await centre.goto(`${bed.base}/console/meetings/new`)
    const form = centre.getByRole('form', { name: '召集会商' })
    await form.getByRole('radio', { name: '每周研判' }).check()
    const offers = centre.getByRole('region', { name: '本辖区值得研究的事项' })
    await offers
      .getByText(/超期 \d+ 天/)
      .first()
      .waitFor()
    await offers
      .getByRole('button', { name: /列入议程/ })
      .first()
      .click()
    await form.getByRole('region', { name: '议题 1' }).waitFor()
    await expectAccessible(centre, 'suggestions for a weekly meeting')
    // what was typed is still there after the page was left
    await centre.goto(`${bed.base}/console/meetings`)
    await centre.goto(`${bed.base}/console/meetings/new`)
    await centre.getByText('已恢复上次没有发出的内容。').waitFor()
    await centre.getByRole('region', { name: '议题 1' }).waitFor()
  })
})
