import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#server/ids.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState } from './console.ts'
import { ask, loginAt, unitAt } from './console-api.ts'

let bed: Bed
let [keeper, dispatcher, phone] = [] as unknown as [Page, Page, Page]
let community = ''

beforeAll(async () => {
  bed = await makeBed()
  ;[keeper, dispatcher, phone] = await Promise.all([
    bed.signedIn('songmingzhu'),
    bed.signedIn('fangzhiyuan'),
    bed.signedIn('songmingzhu', 'phone', { language: 'en', dark: true }),
  ])
  community = await unitAt(bed, '001/001/')
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`41-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

/** A matter of a category at the first community, registered and sorted by the street; and the dispatcher looks at it. */
async function sorted(categoryCode: string, title: string): Promise<string> {
  const ids = { id: newId(Date.now()), appealId: newId(Date.now()), commandId: newId(Date.now()) }
  const input = { channel: 'phone', placeUnitId: community, words: `${title}，请尽快处理。` }
  await ask(dispatcher, 'POST', '/api/matters', { ...ids, input })
  const steps = [
    ['accept', {}],
    ['triage', { title, kind: 'complaint', categoryCode, urgency: 'normal' }],
  ] as const
  for (const [verb, given] of steps) await step(dispatcher, ids.id, verb, given)
  await dispatcher.goto(`${bed.base}/console/matters/all/${ids.id}`)
  await inState(dispatcher, '待派单')
  return ids.id
}
async function step(page: Page, id: string, verb: string, input: object): Promise<void> {
  const { version } = (await ask(page, 'GET', `/api/matters/${id}`)) as { version: number }
  await ask(page, 'POST', `/api/matters/${id}/moves`, { commandId: newId(Date.now()), version, verb, input })
}

const pick = async (page: Page, field: string, typed: string) => {
  await page.getByRole('combobox', { name: field, exact: true }).fill(typed)
  await page
    .getByRole('option', { name: new RegExp(typed) })
    .first()
    .click()
}

describe('story 41: who does what', () => {
  it('who keeps the rules writes a line, is told what is missing, and sees what it would change', async () => {
    await keeper.getByRole('link', { name: '职责清单', exact: true }).click()
    await keeper
      .getByRole('row', { name: /违法建设|违建/ })
      .first()
      .waitFor()
    await expectAccessible(keeper, 'the responsibility list')
    await bed.picture('41a-list')
    await keeper.getByLabel('按条号、分类、单位或依据查找').fill('水务')
    await keeper.getByRole('row', { name: /违法建设/ }).waitFor({ state: 'detached' })
    await keeper.getByRole('row', { name: /供水/ }).waitFor()
    await keeper.getByRole('button', { name: '添加一条' }).click()
    await keeper.getByRole('button', { name: '保存' }).click()
    await keeper.locator('.field-error, .notice[data-tone="act"]').first().waitFor()
    await keeper.getByRole('combobox', { name: '分类', exact: true }).selectOption('S0701')
    await keeper.getByRole('button', { name: '看看会改变什么' }).click()
    await keeper.getByText('请写明主办：选一个单位').waitFor()
    await pick(keeper, '主办单位', '枫溪区公安分局')
    await keeper.getByRole('checkbox', { name: '属地社区' }).check()
    await keeper.getByRole('textbox', { name: '依据' }).fill('《枫溪区街道、社区和部门职责清单》第 41 项')
    await keeper.getByRole('textbox', { name: '为什么' }).fill('区停车治理专班会议议定')
    await keeper.getByRole('button', { name: '看看会改变什么' }).click()
    await keeper.getByText(/没有列入 → 枫溪区公安分局，属地社区协办/).waitFor()
    await expectAccessible(keeper, 'a line while it is written')
    await bed.picture('41b-form')
    await keeper.getByRole('button', { name: '保存' }).click()
    await keeper.getByRole('heading', { name: /第 \d+ 条 · 机动车乱停/ }).waitFor()
    await keeper.getByText('理由：区停车治理专班会议议定').waitFor()
    await expectAccessible(keeper, 'a line with its history')
  })

  it('the dispatcher takes what the list proposes with one press, and the assistants are asked along', async () => {
    await sorted('S0701', '小区门口整排乱停车')
    const hint = dispatcher.getByRole('region', { name: '职责清单' })
    await hint.getByText('由枫溪区公安分局主办，望溪社区协办').waitFor()
    await hint.getByText(/第 41 项/).waitFor()
    await hint.getByText(/写明了这个分类、适用全区/).waitFor()
    await expectAccessible(dispatcher, 'a matter with what the list says of it')
    await bed.picture('41c-hint')
    await hint.getByRole('button', { name: '按清单派给枫溪区公安分局' }).click()
    await inState(dispatcher, '待签收')
    await dispatcher
      .getByText(/按职责清单第 \d+ 条派给了枫溪区公安分局/)
      .first()
      .waitFor()
    await dispatcher
      .getByText(/请望溪社区协办/)
      .first()
      .waitFor()
  })

  it('may choose otherwise, and is asked why', async () => {
    await sorted('S0701', '消防队门前停满了车')
    await dispatcher
      .getByRole('region', { name: '现在可以做' })
      .getByRole('button', { name: '派单', exact: true })
      .click()
    const form = dispatcher.getByRole('form', { name: '派单', exact: true })
    expect(await form.getByLabel('不按清单派的理由').count()).toBe(0)
    await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('消防')
    await form.getByRole('radio', { name: /消防救援大队/ }).check()
    await form.getByLabel('不按清单派的理由').waitFor()
    await form.getByRole('button', { name: '确认派单' }).click()
    await form.getByText(/写明由别的单位主办。要派给这个单位，请写明理由/).waitFor()
    await expectAccessible(dispatcher, 'a dispatch other than the list says')
    await bed.picture('41d-other')
    await form.getByLabel('不按清单派的理由').fill('堵的是消防车出口，先由消防清场')
    await form.getByRole('button', { name: '确认派单' }).click()
    await inState(dispatcher, '待签收')
    await dispatcher
      .getByText(/没有按职责清单第 \d+ 条，派给了枫溪区消防救援大队。理由：堵的是消防车出口/)
      .first()
      .waitFor()
  })

  it('the list is put into force for communities, after a look at what it would have refused', async () => {
    await keeper.goto(`${bed.base}/console/duties?view=community`)
    await keeper.getByText(/社区清单从 .* 起生效，现在还不限制/).waitFor()
    await keeper.getByText(/派给社区主办的 \d+ 件里，有 \d+ 件不在清单内/).waitFor()
    await expectAccessible(keeper, 'the list of communities before it binds')
    await bed.picture('41e-community')
    await keeper.getByRole('button', { name: '改生效日' }).click()
    const today = await keeper.evaluate(() =>
      new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
    )
    await keeper.getByLabel('生效日').fill(today)
    await keeper.getByRole('textbox', { name: '为什么' }).fill('公示期满')
    await keeper.getByRole('button', { name: '让社区清单生效' }).click()
    await keeper.getByRole('heading', { name: `社区清单自 ${today} 起生效` }).waitFor()
  })

  it('then a community is shown as barred, with the reason and the way out, and the server refuses too', async () => {
    const id = await sorted('S0702', '晚上回来没有车位')
    await dispatcher
      .getByRole('region', { name: '现在可以做' })
      .getByRole('button', { name: '派单', exact: true })
      .click()
    const form = dispatcher.getByRole('form', { name: '派单', exact: true })
    await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('望溪社区')
    const barred = form.getByRole('radio', { name: /^望溪社区(?!人民)/ }).first()
    await barred.waitFor()
    expect(await barred.isDisabled()).toBe(true)
    await form
      .getByText(/里面没有“车位不足”，不能派给社区主办/)
      .first()
      .waitFor()
    await expectAccessible(dispatcher, 'a dispatch where a community is barred')
    await bed.picture('41f-barred')
    await expect(step(dispatcher, id, 'dispatch', { unitId: community })).rejects.toThrow(
      /notOnCommunityList/,
    )
    await dispatcher.keyboard.press('Escape')
  })

  it('a ruling is proposed for the list and confirmed by who keeps it', async () => {
    const roads = await bed.signedIn(await loginAt(bed, 'departmentOfficer', 'D13/'))
    const id = await sorted('S0706', '路口红灯太短，过不去')
    await step(dispatcher, id, 'dispatch', { unitId: await unitAt(bed, 'D13/') })
    await step(roads, id, 'return', { reason: '信号灯归公安交管部门' })
    await dispatcher.reload()
    await inState(dispatcher, '已退回')
    await act(dispatcher, '裁定承办', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('公安')
      await form.getByRole('radio', { name: /公安分局/ }).check()
      await form.getByLabel(/裁定/).last().fill('信号灯由公安交管部门管护')
    })
    await dispatcher.getByRole('heading', { name: '把这次裁定写进职责清单' }).waitFor()
    await dispatcher.getByRole('button', { name: '提议', exact: true }).click()
    const form = dispatcher.getByRole('form', { name: '把这次裁定写进职责清单' })
    await form.getByRole('textbox', { name: '依据' }).fill('区交通秩序联席会议纪要')
    await form.getByRole('textbox', { name: '说明' }).fill('两个部门推了一周')
    await expectAccessible(dispatcher, 'a proposal for the list')
    await bed.picture('41g-propose')
    await form.getByRole('button', { name: '提议', exact: true }).click()
    await dispatcher.getByText('已提议写进职责清单，等确认').waitFor()

    await keeper.goto(`${bed.base}/console/duties?view=proposals`)
    const item = keeper.getByRole('listitem').filter({ hasText: '两个部门推了一周' })
    await item.waitFor()
    await expectAccessible(keeper, 'the proposals')
    await bed.picture('41h-proposals')
    await item.getByRole('link', { name: '写进清单' }).click()
    await keeper.getByText('来自裁定提议').waitFor()
    await keeper.getByRole('button', { name: '保存' }).click()
    await keeper.getByRole('heading', { name: /第 \d+ 条 · 信号灯和拥堵/ }).waitFor()
    // at once on the page of whoever proposed it
    await dispatcher.getByText(/提议已采纳，见职责清单第 \d+ 条/).waitFor()
  })

  it('a change from a day on keeps the old wording until then, and the gaps say what is still to mend', async () => {
    await keeper.getByRole('button', { name: '修改' }).click()
    const later = await keeper.evaluate(() =>
      new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
    )
    await keeper.getByLabel('从哪天起').fill(later)
    await keeper.getByRole('radio', { name: '属地街道' }).check()
    await keeper.getByRole('textbox', { name: '为什么' }).fill('下放街道')
    await keeper.getByRole('button', { name: '保存' }).click()
    await keeper.getByRole('heading', { name: '前后各版' }).waitFor()
    await keeper.getByText('理由：下放街道').waitFor()
    await bed.picture('41i-versions')
    await keeper.getByRole('link', { name: '回到职责清单' }).click()
    await keeper.getByRole('link', { name: '待补待改' }).click()
    await keeper.getByRole('radio', { name: /没有列入 \d+/ }).check()
    await keeper.getByText('派单时没有建议').waitFor()
    await expectAccessible(keeper, 'the gaps')
  })

  it('the limits of whistles stand in the same rules, and a step without a time is refused with its place', async () => {
    await keeper.goto(`${bed.base}/console/profile`)
    const amount = keeper.getByLabel('工作推进哨签收：多久')
    await amount.fill('0')
    await keeper
      .getByText(/工作推进哨的“签收”：数要是 1 到/)
      .first()
      .waitFor()
    await amount.fill('30')
    await keeper.getByText('工作推进哨的签收：30 分钟（工作时间）（原来 1 小时（工作时间））').waitFor()
    await amount.scrollIntoViewIfNeeded()
    await expectAccessible(keeper, 'the limits of whistles')
    await bed.picture('41k-whistle-limits')
    await keeper.getByRole('button', { name: '存草稿' }).click()
    await keeper.getByText(/有一份草稿/).waitFor()
    await keeper.getByLabel('为什么改').fill('响应提速')
    await keeper.getByRole('form', { name: '发布' }).getByRole('button', { name: '发布' }).click()
    await keeper.getByText(/现行第 3 版/).waitFor()
  })

  it('reads in English, dark, on a telephone', async () => {
    for (const [i, path] of [
      'duties',
      'duties?view=gaps',
      'duties?view=community',
      'duties?add=true',
      'profile',
    ].entries()) {
      await phone.goto(`${bed.base}/console/${path}`)
      await phone.getByRole('heading', { level: 1 }).waitFor()
      await phone.waitForLoadState('networkidle')
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await expectAccessible(phone, `${path} on a telephone`)
      await bed.picture(`41j-phone-${i}`)
    }
  })
})
