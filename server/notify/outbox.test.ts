import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RouteName } from '#contract/routes.ts'
import { hookAdapter } from '#server/notify/hooks.ts'
import { type Relay, relayRound } from '#server/notify/relay.ts'
import { smtpAdapter } from '#server/notify/smtp.ts'
import { freshId, type Login } from '#test/factory.ts'
import { appealBody, matterIn, report } from '#test/matters.ts'
import { type HookReceiver, type MailGateway, startHookReceiver, startMailGateway } from '#test/receivers.ts'
import { day, hour, minute, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let gateway: MailGateway
let other: HookReceiver
let relay: Relay
beforeAll(async () => {
  ;[server, gateway, other] = await Promise.all([startServer(), startMailGateway(), startHookReceiver()])
  relay = {
    ...{ db: server.platform.db, clock: () => server.now, publicUrl: 'https://maple.test' },
    adapters: {
      mail: smtpAdapter(
        {
          ...{ host: '127.0.0.1', port: gateway.port, tls: 'none', user: undefined, password: undefined },
          from: 'maple@maple.test',
        },
        'maple.test',
      ),
      hook: hookAdapter({ isProduction: false, hosts: [] }, () => server.now),
    },
  }
})
afterEach(async () => {
  gateway.letters.length = 0
  gateway.isDown = false
  other.received.length = 0
  other.status = 200
  await server.owner.query('delete from outbox')
})
afterAll(async () => {
  await Promise.all([server.close(), gateway.close(), other.close()])
})

const round = () => relayRound(relay)
const codeIn = () => /\d{6}/.exec(gateway.letters.at(-1)?.text ?? '')?.[0] ?? ''

/** Asks for a code, reads it in the letter, sends it back, and chooses a pace. */
async function withMail(login: Login, pace: 'atOnce' | 'hourly' | 'daily' | 'never' = 'atOnce') {
  const mail = `${login}@example.org`
  await server.as(login).ok('askMail', { body: { commandId: freshId(), mail } })
  await round()
  const { mail: masked } = await server.as(login).ok('confirmMail', { body: { code: codeIn() } })
  expect(masked).toBe(`${login.charAt(0)}***@example.org`)
  const { version, muted, unmailed, quiet } = await server.as(login).ok('getNoticeChoice', {})
  const body = { version, muted, unmailed, quiet, pace, language: 'zh' as const }
  await server.as(login).ok('saveNoticeChoice', { body })
  gateway.letters.length = 0
}
const dispatch = async (to: 'housing' | 'water' | 'power', more: object = {}) => {
  const appeal = await matterIn(server, 'accepted', more)
  await server.as('sorter').move(appeal.id, 'dispatch', { unitId: server.town.units[to].id })
  return appeal
}
const rows = async () =>
  (await server.owner.query('select topic, outcome, attempts, last_error from outbox order by id')).rows

describe('an address', () => {
  test('counts once its code has come back; it is sealed, shown masked, and the code is tried five times at most', async () => {
    const housing = server.as('housing')
    const body = { commandId: freshId(), mail: 'wen.chen@example.org' }
    await Promise.all([1, 2].map(() => housing.ok('askMail', { body })))
    await round()
    expect(gateway.letters.map((letter) => letter.to)).toEqual([['wen.chen@example.org']])
    const right = codeIn()
    const wrong = right === '111111' ? '222222' : '111111'
    for (let i = 0; i < 5; i++)
      expect(await housing.no('confirmMail', { body: { code: wrong } })).toMatchObject({
        refused: 'wrongCode',
      })
    expect(await housing.no('confirmMail', { body: { code: right } })).toMatchObject({ refused: 'codeSpent' })
    expect(await housing.ok('getNoticeChoice', {})).toMatchObject({ mail: null, asked: 'w***@example.org' })
    await withMail('housing')
    const { rows: kept } = await server.owner.query(
      "select row_to_json(c)::text || coalesce((select string_agg(o::text, '') from outbox o), '') said from notice_choice c",
    )
    expect(kept.map(({ said }) => said).join()).not.toMatch(/example\.org/)
    expect(await housing.ok('removeMail', {})).toMatchObject({ mail: null, asked: null })
  })

  test('no more than five codes an hour, each for half an hour', async () => {
    const ask = (mail: string) => server.as('water').send('askMail', { body: { commandId: freshId(), mail } })
    for (let i = 0; i < 5; i++) expect((await ask('a@example.org')).statusCode).toBe(200)
    expect((await ask('a@example.org')).statusCode).toBe(429)
    await round()
    server.pass(31 * minute)
    expect(await server.as('water').no('confirmMail', { body: { code: codeIn() } })).toMatchObject({
      refused: 'codeSpent',
    })
    server.pass(30 * minute)
    expect((await ask('a@example.org')).statusCode).toBe(200)
  })
})

describe('an e-mail', () => {
  test('says a number and what is to be done, and nothing of the person, in any part of it', async () => {
    await withMail('housing')
    const words = '我家住三楼的林小满，电话 19900001234，水漏到楼下了'
    const { number, id } = await dispatch('housing', { words })
    await round()
    expect(gateway.letters).toHaveLength(1)
    const [letter] = gateway.letters
    expect(letter).toMatchObject({
      to: ['housing@example.org'],
      subject: `[枫桥] ${number}：派给你们单位了，请签收`,
    })
    expect(letter?.text).toContain(`https://maple.test/console/matters/all/${id}`)
    const { words: usual } = appealBody(server.town)
    for (const secret of [words.slice(0, 6), '林小满', '19900001234', usual.slice(0, 6), '楼道灯'])
      expect(`${letter?.raw}${letter?.text}${letter?.subject}`).not.toContain(secret)
  })

  test('waits for the hour and for the end of quiet hours; one digest holds all, each once', async () => {
    await withMail('power', 'hourly')
    // Monday, twenty to eight in the evening
    server.now = Date.UTC(2026, 10, 30, 11, 40)
    const numbers = [(await dispatch('power')).number, (await dispatch('power')).number]
    await round()
    server.now = Date.UTC(2026, 10, 30, 15)
    await round()
    expect(gateway.letters).toEqual([])
    server.now = Date.UTC(2026, 11, 1, 0)
    await Promise.all([round(), round()])
    await round()
    expect(gateway.letters.map((letter) => letter.subject)).toEqual(['[枫桥] 2 条通知'])
    for (const number of numbers) expect(gateway.letters[0]?.text.split(number)).toHaveLength(2)
  })

  test('is dropped with the reason where the account was disabled, the address removed, or the unit closed meanwhile', async () => {
    server.now = Date.UTC(2026, 11, 1, 2)
    await withMail('housing2')
    gateway.isDown = true
    const late = async (undo: string, todo: string, value: string) => {
      await dispatch('housing')
      await round()
      await server.owner.query(todo, [value])
      server.pass(2 * minute)
      await round()
      await server.owner.query(undo, [value])
      const told = await rows()
      await server.owner.query('delete from outbox')
      return told.filter((row) => row.outcome === 'dropped').map((row) => row.last_error)
    }
    const { accountId } = server.town.staff.housing2
    const unit = server.town.units.housing.id
    const account = (at: string) => `update account set disabled_at = ${at} where id = $1`
    expect(await late(account('null'), account("'2026-11-30'"), accountId)).toContain('accountDisabled')
    const closed = (on: string) => `update unit set valid_to = ${on} where id = $1`
    expect(await late(closed('null'), closed("'2026-11-30'"), unit)).toContain('unitClosed')
    expect(
      await late(
        'select $1::uuid',
        'update notice_choice set mail_sealed = null where account_id = $1',
        accountId,
      ),
    ).toContain('noAddress')
    expect(gateway.letters).toEqual([])
  })

  test('of a matter that has become secret is not sent', async () => {
    await withMail('power', 'hourly')
    const { id } = await dispatch('power')
    await server.owner.query('update matter set sensitive = true where id = $1', [id])
    server.pass(hour)
    await round()
    expect(gateway.letters).toEqual([])
    expect(await rows()).toMatchObject([
      { topic: 'code' },
      { outcome: 'dropped', last_error: 'nothingToSee' },
    ])
  })
})

describe('sending', () => {
  test('a gateway that was down for an hour and is back gets everything, once and under the first id', async () => {
    server.now = Date.UTC(2026, 11, 2, 2)
    await withMail('housing')
    await server.owner.query('delete from outbox')
    gateway.isDown = true
    for (let i = 0; i < 3; i++) {
      await dispatch('housing')
      await round()
    }
    const { rows: ids } = await server.owner.query<{ id: string }>('select id from outbox order by id')
    expect(ids).toHaveLength(3)
    for (let passed = 0; passed < 60; passed += 5) {
      server.pass(5 * minute)
      await round()
    }
    expect((await rows()).every((row) => row.attempts === 4 && row.last_error === 'SMTP 451')).toBe(true)
    gateway.isDown = false
    server.pass(2 * hour)
    await Promise.all([round(), round(), round()])
    expect(gateway.letters.map((letter) => letter.id).toSorted()).toEqual(
      ids.map(({ id }) => `<${id}@maple.test>`),
    )
    expect((await rows()).every((row) => row.outcome === 'sent')).toBe(true)
  })

  test('a worker that dies between sending and marking lets the same id be sent again', async () => {
    await server.as('housing').ok('askMail', { body: { commandId: freshId(), mail: 'again@example.org' } })
    const db = server.platform.db
    const dies: Relay = {
      ...relay,
      adapters: {
        ...relay.adapters,
        mail: {
          send: async (parcel) => {
            await relay.adapters.mail?.send(parcel)
            await server.owner.query('alter table outbox rename to mislaid')
          },
        },
      },
    }
    await expect(relayRound({ ...dies, db })).rejects.toThrow()
    await server.owner.query('alter table mislaid rename to outbox')
    await round()
    expect(gateway.letters).toHaveLength(1)
    server.pass(3 * minute)
    await round()
    expect(gateway.letters).toHaveLength(2)
    expect(new Set(gateway.letters.map((letter) => letter.id)).size).toBe(1)
    expect(await rows()).toMatchObject([{ outcome: 'sent', attempts: 2 }])
  })

  test('what fails six times is given up, an administrator sees why and tries it again', async () => {
    gateway.isDown = true
    const commandId = freshId()
    await server.as('housing').ok('askMail', { body: { commandId, mail: 'dead@example.org' } })
    for (let i = 0; i < 6; i++) {
      await round()
      server.pass(13 * hour)
    }
    const { rows: dead } = await server.as('admin').ok('listOutbox', { query: { state: 'dead' } })
    expect(dead).toMatchObject([{ id: commandId, topic: 'code', attempts: 6, why: 'SMTP 451' }])
    expect(JSON.stringify(dead)).not.toContain('example.org')
    gateway.isDown = false
    const again = { params: { id: commandId }, body: { commandId: freshId() } }
    await server.as('admin').ok('sendAgain', again)
    await server.as('admin').ok('sendAgain', again)
    await round()
    expect(gateway.letters).toHaveLength(1)
    expect(
      (await server.as('admin').no('sendAgain', { ...again, body: { commandId: freshId() } })).status,
    ).toBe(404)
  })

  test('without a gateway nothing is tried, and a code is refused plainly', async () => {
    await server.as('housing').ok('askMail', { body: { commandId: freshId(), mail: 'x@example.org' } })
    await relayRound({ ...relay, adapters: { ...relay.adapters, mail: undefined } })
    expect(await rows()).toMatchObject([{ outcome: null, attempts: 0 }])
    server.platform.outward.isMailOn = false
    const body = { commandId: freshId(), mail: 'x@example.org' }
    expect(await server.as('water').no('askMail', { body })).toMatchObject({
      status: 409,
      refused: 'mailOff',
    })
    server.platform.outward.isMailOn = true
  })
})

describe('another system', () => {
  const add = async (verbs: string[]) => {
    const body = { commandId: freshId(), id: freshId(), name: '城运平台', url: other.url, verbs }
    const { secret, ...outlet } = await server.as('admin').ok('addOutlet', { body })
    expect(await server.as('admin').ok('addOutlet', { body })).toEqual({ ...outlet, secret: null })
    return { ...outlet, secret: secret ?? '' }
  }
  const command = () => ({ commandId: freshId() })

  test('is told of the verbs it asked for, signed, with ids, number, state and verb and nothing else', async () => {
    const { id: outletId, secret } = await add(['dispatch', 'receive'])
    const { id, number } = await dispatch('water')
    await round()
    // sent beside each other, so that either may arrive first
    const told = new Map(other.received.map((one) => [one.headers['x-maple-event'], one]))
    expect(new Set(told.keys())).toEqual(new Set(['dispatch', 'receive']))
    expect(other.received).toHaveLength(2)
    const { headers, body } = told.get('dispatch') ?? { headers: {}, body: '' }
    const said = JSON.parse(body)
    expect(said).toEqual({
      ...{ id: headers['x-maple-id'], matterId: id, number, verb: 'dispatch', state: 'dispatched' },
      at: new Date(server.now).toISOString(),
    })
    const [, seconds, hash] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['x-maple-signature'])) ?? []
    expect(hash).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'))
    await server.as('admin').ok('removeOutlet', { params: { id: outletId }, body: command() })
  })

  test('that is switched off or removed while something waits for it gets nothing, with the reason', async () => {
    const outlet = await add(['receive'])
    other.status = 503
    await report(server)
    await round()
    await server.as('admin').ok('testOutlet', { params: { id: outlet.id }, body: command() })
    const given = { name: outlet.name, url: outlet.url, verbs: outlet.verbs, version: outlet.version }
    await server.as('admin').ok('editOutlet', {
      ...{ params: { id: outlet.id }, body: { ...given, ...command(), isOn: false } },
    })
    other.status = 200
    other.received.length = 0
    server.pass(2 * minute)
    await round()
    expect(other.received).toEqual([])
    expect((await rows()).map((row) => row.last_error)).toEqual(['outletOff', 'outletOff'])
    const test = { params: { id: outlet.id }, body: command() }
    expect(await server.as('admin').no('testOutlet', test)).toMatchObject({ refused: 'outletOff' })
    await server.as('admin').ok('removeOutlet', { params: { id: outlet.id }, body: command() })
    expect((await server.as('admin').ok('listOutlets', {})).rows).toEqual([])
  })

  test('that sends the caller elsewhere is not followed', async () => {
    const { id } = await add(['close'])
    await server.as('admin').ok('testOutlet', { params: { id }, body: command() })
    Object.assign(other, { status: 302, location: other.url })
    await round()
    expect(other.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ outcome: null, last_error: 'HTTP 302' }])
    Object.assign(other, { status: 200, location: undefined })
    await server.as('admin').ok('removeOutlet', { params: { id }, body: command() })
  })

  test('is administered by an administrator only, at an address that is allowed', async () => {
    const body = {
      commandId: freshId(),
      id: freshId(),
      name: '某系统',
      url: 'http://example.org/x',
      verbs: ['close'],
    }
    for (const name of ['listOutlets', 'listOutbox'] satisfies RouteName[])
      expect((await server.as('sorter').no(name, { query: {} })).status).toBe(403)
    expect((await server.as('sorter').no('addOutlet', { body })).status).toBe(403)
    expect(await server.as('admin').no('addOutlet', { body })).toMatchObject({
      refused: 'badHookAddress',
      field: 'url',
    })
  })
})

test('whoever works in another district sees and sends nothing of this one', async () => {
  await report(server)
  server.pass(day)
  const client = await server.pool.connect()
  try {
    await client.query("begin; set local app.district = '990001'")
    for (const table of [
      'notice',
      'notice_seen',
      'notice_choice',
      'notice_mail',
      'outbox',
      'outlet',
      'outlet_action',
    ])
      expect((await client.query(`select from ${table}`)).rowCount, table).toBe(0)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
