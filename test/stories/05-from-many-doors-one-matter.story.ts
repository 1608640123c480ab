import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing } from './console.ts'
import { ask, bringIn, unitAt } from './console-api.ts'

let bed: Bed
let [dispatcher, desk, grid, company, first, second] = [] as unknown as Page[] as [
  Page,
  Page,
  Page,
  Page,
  Page,
  Page,
]

type Voice = Awaited<ReturnType<typeof bringIn>>
const said = [
  ['desk', '菜场后门的下水道堵了，污水漫到路上，走路都要踮脚。'],
  ['board', '望溪菜场后门下水道堵塞，污水横流，气味很大。'],
  ['neighbourhood', '菜场后面的下水道又堵了，谁来管管？'],
  ['phone', '电话反映：菜场后门污水井往外冒水。'],
  ['grid', '巡查发现菜场后门下水道堵塞，污水外溢。'],
] as const
let voices: Voice[] = []
let before = { matters: 0, voices: 0 }

const open = (page: Page, { id }: Voice) => page.goto(`${bed.base}/console/matters/all/${id}`)
const numbers = async () => {
  const told = (await ask(dispatcher, 'GET', '/api/insight/start')) as {
    facts: { received: number }
    receivedVoices: number
  }
  return { matters: told.facts.received, voices: told.receivedVoices }
}

/** The tracking page of a voice, on a phone of its own. */
async function follow(page: Page, { queryCode }: Voice): Promise<void> {
  await page.goto(`${bed.base}/`)
  const field = page.getByRole('textbox').first()
  await field.fill(queryCode)
  await field.press('Enter')
}

beforeAll(async () => {
  bed = await makeBed()
  ;[dispatcher, desk, grid, company, first, second] = await Promise.all([
    bed.signedIn('fangzhiyuan'),
    bed.signedIn('suxiaowen'),
    bed.signedIn('yexiaoman', 'phone'),
    bed.signedIn('luoshouyi'),
    bed.window('phone'),
    bed.window('phone'),
  ])
  before = await numbers()
  voices = []
  for (const [channel, words] of said) {
    const isGrid = channel === 'grid'
    const place = await unitAt(bed, isGrid ? '001/001/01/' : '001/001/')
    voices.push(await bringIn(isGrid ? grid : desk, place, { channel, words }))
  }
}, 240_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`05-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(() => bed?.close())

const voice = (index: number): Voice => {
  const one = voices[index]
  if (!one) throw new Error(`no voice ${index}`)
  return one
}

describe('story 5: from many doors one matter', () => {
  it('joins four of the five into the first, each by what the form finds, while the desk looks on', async () => {
    await open(desk, voice(0))
    await desk.locator('.turn-state').waitFor()
    for (const other of voices.slice(1)) {
      await open(dispatcher, other)
      await act(dispatcher, '并案', async (form) => {
        // nothing chosen yet: refused beside the field
        if (other === voice(1)) {
          await form.getByRole('button', { name: '确认并案' }).click()
          await form.locator('.field-error').first().waitFor()
          await expectAccessible(dispatcher, 'the form that joins matters')
        }
        await form.getByRole('searchbox', { name: '输入编号或文字查找' }).fill(voice(0).number)
        await form.getByRole('radio', { name: new RegExp(voice(0).number) }).check()
        await form.getByLabel('理由').fill('同一处下水道')
      })
      await dispatcher.locator('.turn', { hasText: '并入其他事项' }).waitFor()
    }
    await expectAccessible(dispatcher, 'a matter that was joined')
    // without a reload, on the other screen
    await desk.getByText('并入了 4 件：').waitFor()
    await desk.getByText('群众的声音（5）').waitFor()
    await expectAccessible(desk, 'a matter with five voices')
  })

  it('leads from the joined one to the one that is handled', async () => {
    await dispatcher.getByText('这件事已并入：').waitFor()
    await dispatcher
      .locator('.notice')
      .getByRole('link', { name: new RegExp(voice(0).number) })
      .click()
    await dispatcher.getByText('群众的声音（5）').waitFor()
  })

  it('counts one matter and five appeals', async () => {
    const after = await numbers()
    expect({ matters: after.matters - before.matters, voices: after.voices - before.voices }).toEqual({
      ...{ matters: 1, voices: 5 },
    })
  })

  it('shows each person their own words and the progress of the one matter', async () => {
    await follow(first, voice(1))
    await first.getByText(voice(1).words).waitFor()
    await first.getByText(voice(0).number).first().waitFor()
    await first.getByText('您反映的和已有的一件事相同，已并在一起办理。').waitFor()
    expect(await first.getByText(voice(2).words).count()).toBe(0)
    await expectAccessible(first, 'the tracking of a joined voice')
    await act(dispatcher, '受理', nothing)
    await act(dispatcher, '研判', async (form) => {
      await form.getByRole('combobox').first().fill('排水')
      await form.getByRole('option').first().click()
    })
    await act(dispatcher, '派单', async (form) => {
      await form.getByRole('searchbox', { name: '搜索承办单位' }).fill('物业')
      await form.getByRole('radio', { name: /望溪/ }).first().check()
    })
    await open(company, voice(0))
    await act(company, '签收')
    await act(company, '已联系群众', async (form) => {
      await form.getByLabel('联系情况').fill('五位都通了电话，今天疏通')
    })
    await act(company, '提交结果', async (form) => {
      await form.getByRole('radio').first().check()
      await form.getByLabel('办理结果').fill('下水道已疏通，井盖已换新。')
    })
    await inState(dispatcher, '待核实')
    await act(dispatcher, '核实通过', nothing)
    await first.getByText('下水道已疏通，井盖已换新。').first().waitFor({ timeout: 30_000 })
  })

  it('asks each for their own rating: one says solved, another not, and the second keeps it open', async () => {
    await first.getByLabel('解决了', { exact: true }).check()
    await first.getByLabel('满意', { exact: true }).check()
    await first.getByRole('button', { name: '提交评价' }).click()
    await first.getByText('您作了评价，谢谢。').waitFor()
    await follow(second, voice(4))
    await second.getByLabel('没解决', { exact: true }).check()
    await second.getByLabel('不满意', { exact: true }).check()
    await second.getByRole('button', { name: '提交评价' }).click()
    await second.getByText('您作了评价，谢谢。').waitFor()
    await dispatcher.reload()
    await inState(dispatcher, '待回访')
    await dispatcher.getByRole('button', { name: '退回重办' }).waitFor()
  })

  it('splits off a voice that turns out to speak of another place, with its own code and nothing lost', async () => {
    await act(dispatcher, '分案', async (form) => {
      await form.getByRole('checkbox', { name: new RegExp(voice(3).words.slice(0, 10)) }).check()
      await form.getByLabel('新事项的标题').fill('菜场后门污水井冒水')
      await form.getByLabel('理由').fill('是另一口井')
    })
    await dispatcher.getByText('群众的声音（4）').waitFor()
    await follow(second, voice(3))
    await second.getByText(voice(3).words).waitFor()
    expect(await second.getByText(voice(0).number).count()).toBe(0)
  })
})
