import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { askFor, browserAt, freshAddress, textIn } from '#test/callers.ts'
import { district, freshId } from '#test/factory.ts'
import { type HookReceiver, startHookReceiver } from '#test/receivers.ts'
import { minute, startServer, type TestServer } from '#test/server.ts'
import { readConfig, type Sms } from '../config.ts'
import { hookAdapter } from './hooks.ts'
import { relayRound } from './relay.ts'
import { textAdapter } from './texts.ts'

let server: TestServer
let gateway: HookReceiver
let sms: Sms
beforeAll(async () => {
  ;[server, gateway] = await Promise.all([startServer(), startHookReceiver()])
  sms = { url: gateway.url, secret: 'sixteen signs or more', templates: { zh: 'SMS_1', en: 'SMS_2' } }
})
afterEach(async () => {
  gateway.received.length = 0
  gateway.status = 200
  await server.owner.query('delete from outbox')
})
afterAll(async () => {
  await Promise.all([server.close(), gateway.close()])
})

const rules = { isProduction: false, hosts: [] }
const round = (hasGateway = true) => {
  const clock = () => server.now
  const text = hasGateway ? textAdapter(sms, rules, clock) : undefined
  const adapters = { mail: undefined, hook: hookAdapter(rules, clock), text }
  return relayRound({ db: server.platform.db, clock, publicUrl: 'https://maple.test', adapters })
}
const bodies = () => gateway.received.map(({ body }) => JSON.parse(body))
const rows = async () =>
  (await server.owner.query('select outcome, attempts, last_error, payload from outbox order by id')).rows

let numbers = 0
const freshPhone = () => `1990003${String(++numbers).padStart(4, '0')}`
const jar = () => browserAt(server, freshAddress())

describe('a code by text message', () => {
  test('goes to the gateway as one signed request with number, template and what fills it', async () => {
    const phone = freshPhone()
    const { id } = await askFor(jar(), phone)
    const code = await textIn(server, id)
    expect(await round()).toBe(1)
    const [{ headers, body } = { headers: {}, body: '' }] = gateway.received
    const sent = JSON.parse(body)
    expect(sent).toEqual({
      ...{ id: headers['x-maple-id'], to: `+86${phone}`, template: 'SMS_1', language: 'zh' },
      params: { code, minutes: '5' },
    })
    expect(headers['content-type']).toBe('application/json')
    expect(headers['x-maple-event']).toBe('text')
    const [, seconds = '', given = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-maple-signature'])) ?? []
    expect(Number(seconds)).toBe(Math.floor(server.now / 1000))
    expect(createHmac('sha256', sms.secret).update(`${seconds}.${body}`).digest('hex')).toBe(given)
    // the browser alone knows under which id it asked
    expect(body).not.toContain(id)
    expect(await rows()).toEqual([{ outcome: 'sent', attempts: 1, last_error: null, payload: {} }])
  })

  test('goes in the language of the page', async () => {
    await jar().ok('askCode', {
      params: { district },
      body: { id: freshId(), phone: freshPhone(), language: 'en' },
    })
    await round()
    expect(bodies()).toMatchObject([{ template: 'SMS_2', language: 'en' }])
  })

  test('is tried again under the same id while it is of use, and then given up without number or code', async () => {
    gateway.status = 503
    await askFor(jar(), freshPhone())
    for (const wait of [0, minute, 5 * minute]) {
      server.pass(wait)
      await round()
    }
    expect(new Set(bodies().map(({ id }) => id)).size).toBe(1)
    expect(bodies()).toHaveLength(2)
    expect(await rows()).toMatchObject([{ outcome: 'dropped', last_error: 'codeOver', payload: {} }])
  })

  test('is not sent any more when a newer one took its place', async () => {
    const [browser, phone] = [jar(), freshPhone()]
    await askFor(browser, phone)
    server.pass(minute)
    const second = await askFor(browser, phone)
    const code = await textIn(server, second.id)
    await round()
    expect(bodies().map(({ params }) => params.code)).toEqual([code])
    expect(new Set((await rows()).map(({ outcome }) => outcome))).toEqual(new Set(['dropped', 'sent']))
  })

  test('is claimed once by two workers at once, and waits where there is no gateway', async () => {
    for (let i = 0; i < 5; i++) await askFor(jar(), freshPhone())
    expect(await round(false)).toBe(0)
    await Promise.all([round(), round()])
    expect(bodies()).toHaveLength(5)
    expect(new Set(bodies().map(({ id }) => id)).size).toBe(5)
  })

  test('shows an administrator that it went, and neither to whom nor what', async () => {
    const phone = freshPhone()
    const { id } = await askFor(jar(), phone)
    const code = await textIn(server, id)
    const read = async (state: 'waiting' | 'sent') => {
      const response = await server.as('admin').send('listOutbox', { query: { state } })
      expect(response.json().rows).toMatchObject([{ topic: 'text', to: '—' }])
      for (const said of [phone, code, id]) expect(response.body).not.toContain(said)
    }
    await read('waiting')
    await round()
    await read('sent')
  })
})

describe('the settings of the gateway', () => {
  const env = {
    ...{ DATABASE_URL: 'postgres://x', MAPLE_FIELD_KEY: 'x', MAPLE_INDEX_KEY: 'y' },
    ...{ MAPLE_MODE: 'production', MAPLE_PUBLIC_URL: 'https://maple.test' },
    ...{ MAPLE_SMS_URL: 'https://sms.test/send', MAPLE_SMS_SECRET: 'sixteen signs or more' },
    MAPLE_SMS_TEMPLATE: 'SMS_1',
  }

  test('are none, or whole', () => {
    expect(readConfig({ ...env, MAPLE_SMS_URL: '' }).sms).toBeUndefined()
    expect(readConfig(env).sms).toEqual({
      ...{ url: 'https://sms.test/send', secret: 'sixteen signs or more' },
      templates: { zh: 'SMS_1', en: 'SMS_1' },
    })
    expect(readConfig({ ...env, MAPLE_SMS_TEMPLATE_EN: 'SMS_2' }).sms?.templates.en).toBe('SMS_2')
  })

  test.each([
    ['MAPLE_SMS_URL', 'http://sms.test/send'],
    ['MAPLE_SMS_URL', 'https://user:word@sms.test/'],
    ['MAPLE_SMS_URL', 'https://10.0.0.1/'],
    ['MAPLE_HOOK_HOSTS', 'other.test'],
    ['MAPLE_SMS_SECRET', 'short'],
    ['MAPLE_SMS_TEMPLATE', ''],
  ])('stop the start where %s is %s', (name, value) => {
    expect(() => readConfig({ ...env, [name]: value })).toThrow(/MAPLE_SMS/)
  })

  test('may name a host of the house that stands on the list', () => {
    const url = 'https://10.0.0.1/'
    const inside = { ...env, MAPLE_SMS_URL: url, MAPLE_HOOK_HOSTS: '10.0.0.1' }
    expect(readConfig(inside).sms?.url).toBe(url)
  })
})
