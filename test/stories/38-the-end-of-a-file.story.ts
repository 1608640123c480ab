import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'

let bed: Bed
let [keeper, leader] = [] as unknown as [Page, Page]
let gone: { id: string; number: string; title: string } | undefined

/** Two matters of the demo that were archived long ago. */
async function ageSome(): Promise<void> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ id: string; number: string; title: string }>(
    `update matter m set archived_at = '2012-03-05T02:00:00Z', retention = 'short' where id in
      (select id from matter where state = 'closed' and not sensitive and joined_into is null order by number limit 2)
      returning id, number, title`,
  )
  await client.end()
  gone = rows[0]
}

describe('the end of a file', () => {
  beforeAll(async () => {
    bed = await makeBed()
    await ageSome()
    keeper = await bed.signedIn('songmingzhu')
    leader = await bed.signedIn('peiqingshan')
  })
  afterEach(({ task }) => bed.picture(`38-${task.name.replaceAll(' ', '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the administrator puts what is over its period into a register and keeps one file back', async () => {
    await keeper.getByRole('link', { name: '档案销毁' }).click()
    await keeper.getByText('有 2 件档案已过保管期限').waitFor()
    await expectAccessible(keeper, 'files over their period')
    await bed.picture('38-over-their-period')
    await keeper.getByLabel('编制依据').fill('2012 年度短期档案到期鉴定')
    await keeper.getByRole('button', { name: '编制销毁清册' }).click()
    await keeper.getByRole('row', { name: new RegExp(gone?.number ?? '') }).waitFor()
    const other = keeper
      .getByRole('row')
      .filter({ hasNotText: gone?.number ?? '' })
      .nth(1)
    await other.getByRole('button', { name: /^留存/ }).click()
    await keeper.getByLabel('留存理由').fill('涉诉，延长保管')
    await keeper.getByRole('button', { name: '留存', exact: true }).click()
    await keeper.getByText('留存：涉诉，延长保管').waitFor()
    await expectAccessible(keeper, 'a register')
    await keeper.getByText('等区领导审批').waitFor()
  })

  it('a leader of the district sends nothing back without a reason, and approves', async () => {
    await leader.getByRole('link', { name: '档案销毁' }).click()
    await leader.getByRole('link', { name: /2012 年度短期档案/ }).click()
    await leader.getByRole('button', { name: '退回' }).click()
    await leader
      .getByText(/审批意见|意见/)
      .first()
      .waitFor()
    await leader.locator('[aria-invalid="true"]').waitFor()
    await expectAccessible(leader, 'deciding on a register')
    await bed.picture('38-deciding')
    await leader.getByLabel('审批意见').fill('同意销毁')
    await leader.getByRole('button', { name: '同意销毁 1 件' }).click()
    await leader.getByText('已销毁', { exact: true }).first().waitFor({ timeout: 30_000 })
  })

  it('what is left is a stub that says so', async () => {
    await leader.goto(`${bed.base}/console/matters/all/${gone?.id}`)
    await leader.getByText('档案已到保管期限，经审批销毁').waitFor()
    await leader
      .getByRole('heading', { name: gone?.title ?? '' })
      .first()
      .waitFor()
    await expectAccessible(leader, 'the stub of a file')
  })

  it('the register fits a telephone', async () => {
    const phone = await bed.signedIn('guminzhi', 'phone')
    await phone.goto(`${bed.base}/console/registers`)
    await phone.getByRole('link', { name: /2012 年度短期档案/ }).waitFor()
    await expectAccessible(phone, 'the registers on a telephone')
    await bed.picture('38-registers-on-a-telephone')
    await phone.getByRole('link', { name: /2012 年度短期档案/ }).click()
    await phone.getByText('留存：涉诉，延长保管').waitFor()
    await expectAccessible(phone, 'a register on a telephone')
  })
})
