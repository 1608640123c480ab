import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'

let bed: Bed
let [admin, desk] = [] as unknown as [Page, Page]
let key = ''

const no = 'LC20261125000001'
const words = '望溪桥头的路灯杆被撞歪了，电线垂到人行道上。'

/** What the other system sends and is answered: no browser, no cookie, only its key. */
async function ask(method: string, path: string, body?: object) {
  const response = await fetch(`${bed.base}/api/door/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('another system at the door', () => {
  beforeAll(async () => {
    bed = await makeBed()
    admin = await bed.signedIn('songmingzhu')
  })
  afterEach(({ task }) => bed.picture(`33-${task.name.replaceAll(' ', '-')}`))
  afterAll(async () => {
    expect(bed.faults).toEqual([])
    await bed.close()
  })

  it('the administrator enters the hotline and notes its key', async () => {
    await admin.getByRole('link', { name: '对接系统' }).click()
    await admin.getByRole('button', { name: '添加系统' }).click()
    const form = admin.getByRole('region', { name: '添加系统' })
    await form.getByLabel('系统名称').fill('市热线受理平台')
    await form.getByRole('combobox', { name: '辖区' }).fill('听泉街道')
    await form
      .getByRole('option', { name: /^听泉街道/ })
      .first()
      .click()
    await expectAccessible(admin, 'the form of another system')
    await bed.picture('33-the-form')
    await form.getByRole('button', { name: '添加系统' }).click()
    const panel = admin.getByRole('region', { name: '市热线受理平台' })
    await panel.getByRole('button', { name: '生成密钥' }).click()
    key = (await panel.locator('.once-key').textContent()) ?? ''
    expect(key).toMatch(/^maple\.\d+\.[\w-]{43}$/)
    await expectAccessible(admin, 'a new key')
  })

  it('an order brought with the key stands on the screen of the dispatcher without a reload', async () => {
    desk = await bed.signedIn('fangzhiyuan')
    await desk.goto(`${bed.base}/console/matters/pool?sort=new`)
    await desk.locator('[id^="row-"]').first().waitFor()
    const order = { words, name: '林小满', phone: '199 0000 1234', submittedAt: '2026-11-20T10:11:12+08:00' }
    const first = await ask('PUT', `orders/${no}`, order)
    expect(first).toMatchObject({ status: 200, body: { orderNo: no, outcome: 'new' } })
    expect(await ask('PUT', `orders/${no}`, order)).toEqual(first)
    await rowIn(desk, /路灯杆被撞歪/).waitFor()
    await rowIn(desk, /路灯杆被撞歪/).click()
    await desk.getByText('市热线受理平台送来了这件诉求').waitFor()
  })

  it('what happens to it can be read back by its number', async () => {
    await act(desk, '受理', nothing)
    await inState(desk, '待派单')
    expect(await ask('GET', `orders/${no}`)).toMatchObject({
      status: 200,
      body: { state: { code: 'accepted', words: '待派单' }, result: null },
    })
    await act(desk, '不予受理', async (form) => {
      await form.locator('select').selectOption('market')
      await form.locator('textarea').first().fill('灯杆属于供电公司，已电话告知，今天到场处理。')
    })
    await inState(desk, '已结案')
    const { body } = await ask('GET', `orders/${no}`)
    expect(body).toMatchObject({
      state: { code: 'closed' },
      closure: { code: 'notAccepted', words: '不予受理' },
    })
    expect(JSON.stringify(body)).toContain('今天到场处理')
    expect(JSON.stringify(body)).not.toMatch(/方致远|林小满|1990000/)
    const changed = await ask('GET', 'orders?changedSince=0')
    expect(changed.body).toMatchObject({ rows: [{ orderNo: no, state: { code: 'closed' } }], hasMore: false })
  })

  it('what was refused is counted for the administrator, and a revoked key opens nothing', async () => {
    expect((await ask('PUT', `orders/${no}-2`, { words, street: '听泉街道' })).body).toMatchObject({
      ...{ refused: 'badInput', field: 'street' },
    })
    await admin.reload()
    const panel = admin.getByRole('region', { name: '市热线受理平台' })
    await panel.getByRole('row', { name: /内容有误\s*1/ }).waitFor()
    await panel.getByRole('button', { name: /^停用密钥/ }).click()
    await expectAccessible(admin, 'before a key is revoked')
    await panel
      .getByRole('group')
      .getByRole('button', { name: /^停用密钥/ })
      .click()
    await panel.getByText('已停用', { exact: true }).waitFor()
    expect(await ask('GET', `orders/${no}`)).toMatchObject({ status: 401, body: { refused: 'badKey' } })
  })

  it('the page fits a telephone', async () => {
    const phone = await bed.signedIn('songmingzhu', 'phone')
    await phone.goto(`${bed.base}/console/partners`)
    await phone.getByRole('region', { name: '市热线受理平台' }).waitFor()
    await expectAccessible(phone, 'the page of other systems on a telephone')
  })
})
