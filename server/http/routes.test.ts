import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusals } from '#contract/refusals.ts'
import { verbs } from '#domain/matter/moves.ts'
import { reachOf } from '#domain/org/grants.ts'
import { makeCaller } from '#test/callers.ts'
import { addressOf, type Client } from '#test/client.ts'
import { freshId, logins } from '#test/factory.ts'
import { makePartner, type Partner } from '#test/partners.ts'
import { moveSamples, routeNames, routeOf, type Sample, sampleOf, spoiled } from '#test/samples.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let partner: Partner
let caller: Client
beforeAll(async () => {
  server = await startServer()
  partner = await makePartner(server)
  caller = await makeCaller(server, '19900007777')
})
afterAll(() => server.close())

type Answered = Awaited<ReturnType<TestServer['app']['inject']>>

/** Refused in the shape every client understands, with the field where a field is at fault; never a fault of ours. */
function expectRefusal(response: Answered, what: string): void {
  const fault = response.statusCode >= 500 ? (server.faults.at(-1) as Error)?.stack : ''
  expect(response.statusCode, `${what} ${response.body.slice(0, 300)} ${fault}`).toBeGreaterThanOrEqual(400)
  expect(response.statusCode, `${what} ${response.body.slice(0, 300)} ${fault}`).toBeLessThan(500)
  const body = response.json()
  expect(Object.keys(refusals), what).toContain(body.refused)
  expect(body.requestId, what).toEqual(expect.any(String))
  const namesField = ['badInput', 'missingField', 'tooLong', 'tooMany'].includes(body.refused)
  if (namesField) expect(body.field, what).toEqual(expect.stringMatching(/./))
}

/** Junk may by chance be what a field takes; then the answer may be good, but never a fault. */
function expectNoFault(response: Answered, what: string): void {
  if (response.statusCode !== 200) expectRefusal(response, what)
}

const staffRoutes = routeNames.filter((name) => routeOf(name).session === 'staff')

test.each(staffRoutes)('%s is for people who have signed in', async (name) => {
  const response = await server.visitor.send(name, wellMade(sampleOf(name, server.town)))
  expect(response.statusCode).toBe(401)
  expect(response.json()).toMatchObject({ refused: 'signInFirst' })
})

const partnerRoutes = routeNames.filter((name) => routeOf(name).session === 'partner')

test.each(partnerRoutes)('%s is for another system with its key, whoever has signed in', async (name) => {
  for (const who of [server.visitor, server.as('admin')]) {
    const response = await who.send(name, wellMade(sampleOf(name, server.town)))
    expect([response.statusCode, response.json().refused]).toEqual([401, 'badKey'])
  }
})

test('a key opens no route of the staff', async () => {
  for (const name of staffRoutes.filter((one) => routeOf(one).method === 'GET')) {
    const response = await partner.client.send(name, wellMade(sampleOf(name, server.town)))
    expect([response.statusCode, response.json().refused], name).toEqual([401, 'signInFirst'])
  }
})

const residentRoutes = routeNames.filter((name) => routeOf(name).session === 'resident')

test.each(residentRoutes)(
  '%s is for residents who have shown their number, and for no staff or system',
  async (name) => {
    for (const who of [server.visitor, server.as('admin'), server.as('sorter'), partner.client]) {
      const response = await who.send(name, wellMade(sampleOf(name, server.town)))
      // another system bears no mark of our own pages, so its changes stop earlier
      const said = [[401, 'phoneFirst'], ...(who === partner.client ? [[400, 'badInput']] : [])]
      expect(said).toContainEqual([response.statusCode, response.json().refused])
    }
  },
)

test('a resident’s session opens no route of the staff or of another system', async () => {
  for (const name of staffRoutes) {
    const response = await caller.send(name, wellMade(sampleOf(name, server.town)))
    expect([response.statusCode, response.json().refused], name).toEqual([401, 'signInFirst'])
  }
  for (const name of partnerRoutes) {
    const response = await caller.send(name, wellMade(sampleOf(name, server.town)))
    expect([response.statusCode, response.json().refused], name).toEqual([401, 'badKey'])
  }
})

const inDistricts = routeNames.filter((name) => routeOf(name).path.includes(':district'))

test.each(inDistricts)('%s is no fault in a district that was never there', async (name) => {
  const { params, ...rest } = wellMade(sampleOf(name, server.town))
  const elsewhere = { ...rest, params: { ...params, district: 323_087 } }
  for (const who of [server.visitor, caller]) expectNoFault(await who.send(name, elsewhere), name)
})

test('nobody is sent a code, or may leave a file, in a district that was never there', async () => {
  const params = { district: 323_087 }
  const ask = { id: freshId(), phone: '19900005678' }
  const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#753' } })
    .png()
    .toBuffer()
  const kept = { params: { ...params, id: freshId() }, query: { name: 'a.png' }, file, mime: 'image/png' }
  for (const response of [
    await server.visitor.send('askCode', { params, body: ask }),
    await server.visitor.send('uploadPublicFile', kept),
  ])
    expect([response.statusCode, response.json().refused]).toEqual([404, 'notFound'])
})

const needing = staffRoutes.filter((name) => routeOf(name).needs !== undefined)

describe.each(needing)('%s', (name) => {
  test('is refused to every role without the permission, and to no other', async () => {
    const route = routeOf(name)
    for (const login of logins) {
      const { role } = server.town.staff[login]
      const mayCome = route.needs !== undefined && reachOf({ role }, route.needs) !== undefined
      const sample = sampleOf(name, server.town)
      const response = await server.as(login).send(name, mayCome ? { ...sample, body: {} } : wellMade(sample))
      if (mayCome) expect([401, 403], `${login} ${response.body}`).not.toContain(response.statusCode)
      else expect([response.statusCode, response.json().refused], login).toEqual([403, 'notYours'])
    }
  })
})

const ending = new Set<string>(['live', 'signOut', 'leave', 'leaveEverywhere'])
const trying = routeNames.filter((name) => !ending.has(name))
const withBody = trying.filter((name) => routeOf(name).body !== undefined)

/** Whoever the route is for; another system asks slowly enough for its limit. */
function callerOf(name: (typeof routeNames)[number], sample: Sample) {
  const { session } = routeOf(name)
  if (session === 'partner') server.pass(200)
  return session === 'staff'
    ? server.as(sample.login)
    : session === 'partner'
      ? partner.client
      : session === 'resident'
        ? caller
        : server.visitor
}

/** Sends a sample with some part replaced. */
function send(name: (typeof routeNames)[number], sample: Sample): Promise<Answered> {
  return callerOf(name, sample).send(name, wellMade(sample))
}
const wellMade = ({ login: _, file, ...rest }: Sample) => (file ? { ...rest, file: Buffer.from('x') } : rest)

describe.each(withBody)('%s', (name) => {
  test('refuses a body with any one thing wrong, and is never at fault', async () => {
    const sample = sampleOf(name, server.town)
    for (const [what, body] of spoiled(sample.body)) {
      const response = await send(name, { ...sample, body: body as Sample['body'] })
      // every filter of a list may be left out
      const isFree = ['.input: ', '.mapping', '.query: '].some((free) => what.startsWith(free))
      if (what.endsWith(': object') && !isFree) expectRefusal(response, what)
      else expectNoFault(response, what)
    }
    // the rules of a place have hundreds of parts, each of which is spoiled in twenty ways
  }, 300_000)

  test('refuses what is no JSON object', async () => {
    const route = routeOf(name)
    const sample = sampleOf(name, server.town)
    const who = callerOf(name, sample)
    const bodies: [mime: string, payload: string][] = [
      ...[
        '',
        '{',
        '[]',
        '"x"',
        'null',
        '1',
        '{"__proto__":{"a":1}}',
        '{"a":1,}',
        '['.repeat(90_000),
        `${'['.repeat(90_000)}${']'.repeat(90_000)}`,
      ].map((text): [string, string] => ['application/json', text]),
      ...[
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'nonsense',
      ].map((mime): [string, string] => [mime, JSON.stringify(sample.body)]),
      ['application/json', JSON.stringify({ ...sample.body, more: 'x'.repeat(300_000) })],
    ]
    for (const [mime, payload] of bodies) {
      const response = await who.inject({
        method: route.method,
        url: addressOf(route, { params: sample.params }),
        headers: { 'content-type': mime },
        payload,
      })
      const what = `${mime} ${payload.slice(0, 30)}`
      expectRefusal(response, what)
      expect(response.json().field, what).toEqual(expect.stringMatching(/./))
    }
  })
})

test.each(trying.filter((name) => routeOf(name).params))(
  '%s refuses parameters that name nothing',
  async (name) => {
    const sample = sampleOf(name, server.town)
    for (const key of Object.keys(sample.params ?? {}))
      for (const bad of [
        'x',
        '-1',
        '0',
        '1e400',
        'a\u0000b',
        '../../etc',
        '%',
        '__proto__',
        '长'.repeat(60),
        freshId(),
      ]) {
        const response = await send(name, { ...sample, params: { ...sample.params, [key]: bad } })
        const isFree = key === 'orderNo' || key === 'fileNo' || (key === 'id' && bad.length === 36)
        if (isFree) expectNoFault(response, `${key} ${bad}`)
        else expectRefusal(response, `${key} ${bad}`)
      }
  },
)

test.each(trying.filter((name) => routeOf(name).query))('%s refuses a query it cannot mean', async (name) => {
  const sample = sampleOf(name, server.town)
  for (const key of Object.keys(sample.query ?? {}))
    for (const bad of [
      '',
      'x',
      '-1',
      '1e400',
      'a\u0000b',
      `' or 1=1`,
      '长'.repeat(3000),
      '__proto__',
      'null',
      '[]',
      '%_\\',
    ])
      expectNoFault(await send(name, { ...sample, query: { ...sample.query, [key]: bad } }), `${key} ${bad}`)
  const route = routeOf(name)
  const who = callerOf(name, sample)
  const twice = Object.keys(sample.query ?? {}).map((key) => `${key}=1&${key}=2&${key}[a]=3&__proto__[x]=1`)
  const response = await who.inject({
    method: route.method,
    url: `${addressOf(route, { params: sample.params })}?${twice.join('&')}`,
  })
  expectRefusal(response, 'twice')
})

test.each(verbs)('the input of %s is refused with any one thing wrong, naming it', async (verb) => {
  const sample = moveSamples(server.town)[verb]
  const body = { commandId: freshId(), version: 1, verb }
  const params = { id: freshId() }
  for (const [what, input] of spoiled(sample)) {
    const response = await server.as('sorter').send('moveMatter', { params, body: { ...body, input } })
    expectRefusal(response, what)
    // what a step of a mediation takes is held against the step's own table
    if (what.endsWith(': object') && !what.startsWith('.input:'))
      expect(response.json().field, what).toBe(what.slice(1, what.indexOf(':')))
  }
})

test('an address that is none is refused, also one that cannot be read', async () => {
  for (const url of [
    '/api/nothing',
    '/api/matters/%zz',
    '/api/%',
    '/api/matters/a/b/c',
    `/api/${'x'.repeat(9000)}`,
  ])
    expectRefusal(await server.visitor.inject({ method: 'GET', url }), url)
})
