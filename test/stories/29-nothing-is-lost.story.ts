import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoDistrict } from '#server/demo/units.ts'
import { newId } from '#server/ids.ts'
import { listWrongClocks } from '#test/clocks.ts'
import { makeEmptyDatabase } from '#test/database.ts'
import { typed } from '#test/logs.ts'
import { type HookReceiver, startHookReceiver } from '#test/receivers.ts'
import { expectAccessible } from './accessible.ts'
import { type Bed, makeBed } from './bed.ts'
import { act, inState, nothing, rowIn } from './console.ts'
import { ask } from './console-api.ts'
import { type Crowd, gather } from './crowd.ts'
import { bareMachine, type Machine } from './machine.ts'

let bed: Bed
let machine: Machine
let receiver: HookReceiver
let crowd: Crowd
let [aunt, uncle, clerk, admin] = [] as unknown as [Page, Page, Page, Page]
let [code, number, matterId, due] = ['', '', '', '']
let folder = ''
const key = { MAPLE_BACKUP_KEY: Buffer.alloc(32, 9).toString('base64') }
const heard = ['receive', 'accept']

async function inDatabase<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: machine.url })
  await client.connect()
  try {
    const { rows } = await client.query<R>(text, values)
    return rows
  } finally {
    await client.end()
  }
}

/** Says one thing at the stairwell, up to the press that sends it. */
async function speak(page: Page, words: string): Promise<void> {
  await page.goto(`${bed.base}${bed.publicPath}`)
  await page.getByLabel('您想反映什么？').fill(words)
}

const triage = () => clerk.getByRole('form', { name: '研判', exact: true })

const dueOf = async () =>
  (
    await inDatabase<{ due: string }>(
      'select due_at::text due from clock where matter_id = $1 and stopped_at is null',
      [matterId],
    )
  )
    .map((clock) => clock.due)
    .join()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maple-29-'))
  receiver = await startHookReceiver()
  machine = await bareMachine()
  bed = await makeBed({ MAPLE_RATE_LIMITS: 'off' }, async () => machine)
  ;[aunt, uncle, clerk, admin] = await Promise.all([
    bed.window('phone'),
    bed.window('phone'),
    bed.signedIn('meichunsheng'),
    bed.signedIn('songmingzhu'),
  ])
}, 300_000)
afterEach(async ({ task }) => {
  expect(bed.faults).toEqual([])
  await bed.picture(`29-${task.name.slice(0, 40).replace(/\W+/g, '-')}`)
})
afterAll(async () => {
  await crowd?.stop()
  await bed?.close()
  await receiver?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('story 29: nothing is lost', () => {
  it('on a busy morning people speak at their stairwells, and another system is told of every move', async () => {
    const outlet = { commandId: newId(Date.now()), id: newId(Date.now()), name: '区级平台' }
    await ask(admin, 'POST', '/api/outlets', { ...outlet, url: receiver.url, verbs: heard })
    await speak(aunt, '枫桥下的石阶松动了两级，老人家走着晃。')
    await aunt.getByRole('button', { name: '发送' }).click()
    await aunt.getByText('已收到，谢谢您').waitFor()
    const slip = (await aunt.locator('main').textContent()) ?? ''
    number = /\d{6}-\d{5}-\d/.exec(slip)?.[0] ?? ''
    code = /\d{4}\s?\d{4}\s?\d{4}/.exec(slip.replace(number, ''))?.[0]?.replaceAll(/\s/g, '') ?? ''
    const [row] = await inDatabase<{ id: string }>('select id from matter where number = $1', [number])
    matterId = row?.id ?? ''
    crowd = gather(bed, 3)
    await clerk.goto(`${bed.base}/console/matters/pool?q=${number}`)
    await rowIn(clerk, /石阶松动/).click()
    await act(clerk, '受理', nothing)
    await inState(clerk, '待派单')
    due = await dueOf()
    expect(due).toMatch(/^2/)
    await vi.waitFor(() => expect(crowd.told.length).toBeGreaterThan(20), { timeout: 20_000 })
  })

  it('the machine dies in the middle: both processes and the database, without a word', async () => {
    await speak(uncle, '三号楼的信箱被撬了，里面的信都湿了。')
    await clerk.getByRole('button', { name: '研判', exact: true }).click()
    await triage().getByRole('combobox').first().fill('环境卫生')
    await triage().getByRole('option').first().click()
    machine.kill()
    await bed.kill()
    await uncle.getByRole('button', { name: '发送' }).click()
    await uncle.getByRole('heading', { name: '还没发出去' }).waitFor()
    await expectAccessible(uncle, 'an appeal that waits')
    await triage().getByRole('button', { name: '确认研判' }).click()
    await clerk
      .getByText(/网络断开了，没有送出去/)
      .first()
      .waitFor()
    await expectAccessible(clerk, 'a step that did not get through')
    await vi.waitFor(() => expect(crowd.setbacks.get(0)).toBeGreaterThan(5), { timeout: 20_000 })
    await bed.picture('29-dead')
  })

  it('comes back by itself: what waited in the hands of people arrives, once', async () => {
    await machine.rise()
    const before = crowd.told.length
    await bed.rise()
    await uncle.getByText('已收到，谢谢您').waitFor({ timeout: 60_000 })
    await triage().getByRole('button', { name: '确认研判' }).click()
    await triage().waitFor({ state: 'detached' })
    await vi.waitFor(() => expect(crowd.told.length).toBeGreaterThan(before + 10), { timeout: 20_000 })
    await crowd.stop()
    const twice = await inDatabase(
      `select m.number, a.verb from matter_action a join matter m on m.id = a.matter_id
        where m.number = $1 group by 1, 2 having count(*) > 1`,
      [number],
    )
    expect(twice).toEqual([])
    expect(
      await inDatabase(`select from matter where district_id = $1 and number = $2`, [demoDistrict, number]),
    ).toHaveLength(1)
  })

  it('every appeal that was acknowledged is there once, with the number its author was told', async () => {
    const rows = await inDatabase<{ id: string; matter_id: string; number: string }>(
      `select v.id, v.matter_id, m.number from appeal v join matter m on m.district_id = v.district_id and m.id = v.matter_id`,
    )
    const there = Map.groupBy(rows, (row) => row.id)
    for (const told of crowd.told)
      expect(there.get(told.id), told.number).toEqual([
        { id: told.id, matter_id: told.matterId, number: told.number },
      ])
    expect(new Set(crowd.told.map((told) => told.number)).size).toBe(crowd.told.length)
    const other = await bed.window('phone')
    await other.goto(`${bed.base}/`)
    const last = crowd.told.at(-1)
    for (const known of [code, last?.queryCode ?? '']) {
      await other.goto(`${bed.base}/`)
      await other.getByRole('textbox').first().fill(known)
      await other.getByRole('textbox').first().press('Enter')
      await other
        .getByText(known === code ? number : (last?.number ?? ''))
        .first()
        .waitFor()
    }
  })

  it('every clock is right, and runs on to the hour it ran to before', async () => {
    expect(await dueOf()).toBe(due)
    const ids = [matterId, ...crowd.told.map((told) => told.matterId)]
    expect(await listWrongClocks(machine.url, demoDistrict, ids)).toEqual({ running: ids.length, wrong: [] })
  })

  it('every message goes out once', async () => {
    await vi.waitFor(
      async () => {
        // what failed while nobody was there waits for its next try
        await inDatabase('update outbox set next_at = now() where done_at is null and next_at > now()')
        expect(await inDatabase('select from outbox where done_at is null')).toHaveLength(0)
      },
      { timeout: 60_000, interval: 1_000 },
    )
    const ids = new Map<string, Set<string>>()
    for (const { body } of receiver.received) {
      const { id, matterId: of, verb } = JSON.parse(body) as Record<'id' | 'matterId' | 'verb', string>
      ids.set(`${of} ${verb}`, (ids.get(`${of} ${verb}`) ?? new Set()).add(id))
    }
    for (const told of crowd.told) expect(ids.get(`${told.matterId} receive`)?.size, told.number).toBe(1)
    expect(ids.get(`${matterId} accept`)?.size).toBe(1)
    const twice = await inDatabase(
      `select matter_id, unit_id, account_id, kind, facts from notice where matter_id = any ($1)
        group by 1, 2, 3, 4, 5 having count(*) > 1`,
      [[matterId, ...crowd.told.map((told) => told.matterId)]],
    )
    expect(twice).toEqual([])
  })

  it('a backup stands on another machine, and people work on there', async () => {
    const file = join(folder, 'morning.maple')
    const env = { ...key, DATABASE_URL: machine.url, MAPLE_HOME: machine.home }
    expect(await typed(env, 'backup', '--to', file)).toMatchObject({ code: 0, err: '' })
    const target = await makeEmptyDatabase()
    const home = join(folder, 'there')
    const restored = await typed(key, 'restore', '--from', file, '--into', target.url, '--home', home)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(await typed({ DATABASE_URL: target.url }, 'verify')).toMatchObject({ code: 0 })
    await copyFile(join(machine.home, 'demo-password.txt'), join(home, 'demo-password.txt'))
    const { fieldKey, indexKey } = machine
    const there = await makeBed({}, async () => ({
      url: target.url,
      home,
      fieldKey,
      indexKey,
      close: target.close,
    }))
    try {
      const same = await there.signedIn('meichunsheng')
      await same.goto(`${there.base}/console/matters/all?q=${number}`)
      await rowIn(same, /石阶松动/).click()
      await inState(same, '待派单')
      await same.getByText('枫桥下的石阶松动了两级').first().waitFor()
      await bed.picture('29-restored')
      const reader = await there.window('phone')
      await reader.goto(`${there.base}/`)
      await reader.getByRole('textbox').first().fill(code)
      await reader.getByRole('textbox').first().press('Enter')
      await reader.getByText(number).first().waitFor()
      expect(there.faults).toEqual([])
    } finally {
      await there.close()
    }
  })

  it('the chain proves that nobody changed history, and names the one row that somebody did', async () => {
    const env = { DATABASE_URL: machine.url }
    await vi.waitFor(async () => expect(await inDatabase('select from log_pending')).toHaveLength(0), {
      timeout: 60_000,
      interval: 500,
    })
    expect(await typed(env, 'verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing was changed'),
    })
    const [row] = await inDatabase<{ id: string; payload: object }>(
      `select id, payload from matter_action where matter_id = $1 and verb = 'accept'`,
      [matterId],
    )
    // by somebody who owns the database and covers the tracks
    const pastLocks = async (change: string) => {
      await inDatabase('alter table matter_action disable trigger user')
      await inDatabase(change, [row?.id])
      await inDatabase('alter table matter_action enable trigger user, enable always trigger append_only')
    }
    await pastLocks(`update matter_action set at = at - interval '1 day' where id = $1`)
    const { code: exit, out } = await typed(env, 'verify')
    expect(exit).toBe(1)
    expect(out).toMatch(
      new RegExp(`matter_action changed matter ${number} action 2: it is not what was written\n1 findings`),
    )
    await pastLocks(`update matter_action set at = at + interval '1 day' where id = $1`)
    expect(await typed(env, 'verify')).toMatchObject({ code: 0 })
  })
})
