import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { post } from '#test/aids.ts'
import { codeAt } from '#test/authenticator.ts'
import { askFor, browserAt, freshAddress, signInBy } from '#test/callers.ts'
import { district, freshId, password } from '#test/factory.ts'
import { Jar } from '#test/jar.ts'
import { matterIn, report } from '#test/matters.ts'
import { agreeAll, type Case, mediationIn } from '#test/mediations.ts'
import { callOne } from '#test/meetings.ts'
import { petitionSent } from '#test/petitions.ts'
import { begunIn, roomIn } from '#test/rooms.ts'
import { sampleOf } from '#test/samples.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { answering, askAbout } from '#test/subjects.ts'
import { blow } from '#test/whistles.ts'
import { isSealedNow, type KeyOptions, unseal, useKeys } from '../secrets.ts'
import { insistOnKeys } from './marks.ts'
import { lookups, places } from './places.ts'
import { rotateKeys, StillRunning } from './rotate.ts'

const keyOf = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const [field, index] = [keyOf(1), keyOf(2)]

let server: TestServer
let queryCode: string
let recovery: string[]
let caller: Jar
/** What a party comes in by, a mediation with words, a request that waits, an answered one. */
let link: { params: object; body: { code: string } }
let mediation: Case
let [waiting, answered] = ['', '']
const params = { district }

/** Fills the tables of mediation and of requests about oneself, what is kept under lock among them. */
async function fillLater(): Promise<void> {
  await blow(server)
  await post(server)
  await petitionSent(server, { name: '信访之人', phone: '19900009914' })
  mediation = await mediationIn(server)
  await agreeAll(mediation, ['a1'])
  const made = await server.as('mediator').ok('makePartyLink', {
    params: { id: mediation.id, mediationId: mediation.mediationId },
    body: { commandId: freshId(), partyId: mediation.parties['b1'] },
  })
  const token = made.url.split('/').at(-1)
  link = { params: { district, token }, body: { code: made.code } }
  const begun = await begunIn(server)
  const room = await roomIn(server, begun)
  await room.say('请双方先各说一个能接受的数。')
  const call = {
    id: freshId(),
    kind: 'joint',
    way: 'video',
    minutes: 30,
    partyIds: Object.values(begun.parties),
  }
  await begun.step('schedule', { ...call, startsAt: new Date(server.now + 3_600_000).toISOString() })
  const [desk, phone] = [freshId(), freshId()]
  const turn = (body: { peerId: string; signals?: { id: string; to: string; data: string }[] }) =>
    server.as('mediator').ok('callRoom', {
      params: { id: begun.id, mediationId: begun.mediationId, sessionId: call.id },
      body,
    })
  await turn({ peerId: phone })
  await turn({ peerId: desk, signals: [{ id: freshId(), to: phone, data: 'candidate' }] })
  await callOne(server)
  const ruled = await matterIn(server, 'dispatched')
  await server.as('housing').move(ruled.id, 'return', { reason: '不是我局职责' })
  await server
    .as('sorter')
    .move(ruled.id, 'rule', { unitId: server.town.units.power.id, reason: '归供电公司' })
  const proposal = { id: freshId(), areaId: null, forClass: false, basis: '会商纪要', reason: '推了一个月' }
  await server.as('sorter').ok('proposeDuty', { params: { id: ruled.id }, body: proposal })
  waiting = await askAbout(server, await report(server), { kind: 'explain', words: '谁看过我的电话？' })
  const late = await report(server)
  await server.owner.query(
    `update clock set warn_at = $2, due_at = $2 where matter_id = $1 and kind = 'accept'`,
    [late.id, new Date(server.now - 3_600_000)],
  )
  const { ladders } = await server.as('supervisor').ok('getMatterSupervision', { params: { id: late.id } })
  await server.as('supervisor').ok('giveInstrument', {
    body: {
      ...{ commandId: freshId(), id: freshId(), matterId: late.id, clockId: ladders[0]?.clock.id ?? '' },
      ...{ kind: 'reminder', text: '请今天受理', answerOn: '2026-11-25' },
    },
  })
  const handled = await matterIn(server, 'handling')
  const { housing, water, north, plum } = server.town.units
  await server.as('topsorter').ok('setPanel', {
    body: { commandId: freshId(), unitIds: [water.id, north.id, plum.id] },
  })
  await server.as('housing').ok('askExclusion', {
    body: {
      ...{ commandId: freshId(), id: freshId(), matterId: handled.id, unitId: housing.id },
      ...{ reason: 'untrue', measures: ['onTime'], text: '现场核实不符' },
    },
  })
  const over = await matterIn(server, 'closed', { name: '司马临江', phone: '19900005577' })
  await server.as('clerk').move(over.id, 'archive', { retention: 'long' })
  answered = await askAbout(server, over, { kind: 'erase', ground: 'achieved' })
  await server.as('clerk').ok('answerSubject', answering(answered, { outcome: 'partly' }))
}

beforeAll(async () => {
  server = await startServer()
  const { town } = server
  const first = await report(server)
  queryCode = (await report(server, { name: '周大友', phone: '199 0000 5566' })).queryCode
  const party = {
    side: 'b',
    kind: 'person',
    role: 'respondent',
    name: '周大友',
    phone: '199-0000-5566',
  } as const
  await server.as('clerk').move(first.id, 'addParty', { ...party, address: '柳岸新村 3 幢 402' })
  const person = {
    commandId: freshId(),
    name: '文甲',
    pinyin: 'wenjia',
    phone: '199 0000 4321',
    reason: '更正',
  }
  const params = { id: town.staff.clerk.personId }
  await server.as('admin').ok('editPerson', { params, body: person })
  const { body } = sampleOf('addOutlet', town)
  await server.as('admin').ok('addOutlet', { body: body as never })
  await server.as('housing').ok('askMail', { body: { commandId: freshId(), mail: 'wen@example.org' } })
  const hall = { id: town.units.northCentre.id }
  await server.as('desk').ok('saveHall', { params: hall, body: { commandId: freshId() } })
  const ticket = sampleOf('takeTicket', town)
  await server.as('desk').ok('takeTicket', { params: hall, body: ticket.body as never })
  const jar = new Jar(server.app)
  await jar.ok('signIn', { body: { login: 'lawyer', password } })
  const { secret } = await jar.ok('beginTotp')
  const confirmed = await jar.ok('confirmTotp', { body: { code: codeAt(secret, server.now) } })
  recovery = confirmed.codes ?? []
  caller = await signInBy(server, '19900005566')
  await askFor(browserAt(server, freshAddress()), '19900005567')
  await fillLater()
  await insistOnKeys(server.platform.db, server.now)
})
afterAll(() => server.close())

type Sealed = { table: string; sealed: Buffer; text: string }

/** Every sealed value of the database, opened by the keys at hand. */
async function listSealed(): Promise<Sealed[]> {
  const found: Sealed[] = []
  for (const { table, key, columns, inJson, where = 'true' } of places) {
    const { rows } = await server.owner.query(
      `select * from ${table} where ${where} order by ${key.join(', ')}`,
    )
    for (const row of rows)
      for (const [column, boundOf] of Object.entries(columns)) {
        if (row[column] === null) continue
        const sealed = inJson ? Buffer.from(row[column][inJson], 'base64') : row[column]
        found.push({ table, sealed, text: unseal(sealed, boundOf(row)) })
      }
  }
  return found
}

const texts = (found: readonly Sealed[]) => found.map(({ table, text }) => `${table}: ${text}`)

async function rotate(broken: string[] = []): Promise<number> {
  let count = 0
  await rotateKeys(server.url, server.now, {
    done: (_, values) => {
      count += values
    },
    broken: (...what) => broken.push(what.join(' ')),
  })
  return count
}

/** As when the product rests: whatever connects again at once is ended again. */
async function rotateAtRest(): Promise<void> {
  const name = new URL(server.url).pathname.slice(1)
  const elsewhere = new pg.Client({ connectionString: inject('server').url })
  await elsewhere.connect()
  await vi.waitFor(
    async () => {
      await elsewhere.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        name,
      ])
      await rotate()
    },
    { timeout: 20_000 },
  )
  await elsewhere.end()
}

const keys = { field, index, options: {} as KeyOptions }
function change(next: Partial<typeof keys>): void {
  Object.assign(keys, next)
  useKeys(keys.field, keys.index, keys.options)
}

describe('keys are changed', () => {
  test('the list of places is whole: every table that keeps bytes is in it, or keeps digests only', async () => {
    const { rows } = await server.owner.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype
          and not a.attisdropped order by 1`,
    )
    const listed = places.flatMap(({ table, columns }) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    )
    const looksSealed = /sealed|cells|secret/
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => looksSealed.test(name) && name !== 'identity_trip.sealed'),
    ).toEqual(listed.filter((name) => !['intake_bad_row.cells', 'outbox.payload'].includes(name)).toSorted())
    const others = rows.map(({ name }) => name).filter((name) => !looksSealed.test(name))
    const remade = new Set(lookups.map(({ table, column }) => `${table}.${column}`))
    // which platform an identity was of stands in its look-up alone; asks and devices are emptied; a log is never changed
    expect(others.filter((name) => name.endsWith('_index') && !remade.has(name))).toEqual([
      ...['identity_key.subject_index', 'identity_link.subject_index'],
      ...['resident_ask.phone_index', 'resident_device.phone_index', 'resident_event.phone_index'],
    ])
    for (const name of others)
      expect(name).toMatch(
        /hash|digest|_index$|sha256$|previous$|\.mark$|credential_id|public_key|sign_in_wait\.source/,
      )
  })

  test('beside the running product everything is sealed anew, and the product reads on', async () => {
    const before = await listSealed()
    // the rest holds what an import leaves behind
    const unfilled = ['identity_link', 'org_import_bad_row', 'org_import_password', 'intake_bad_row']
    const filled = new Set(before.map(({ table }) => table))
    expect(places.map(({ table }) => table).filter((table) => !filled.has(table))).toEqual(unfilled)
    change({ field: keyOf(3), options: { oldFields: [field] } })
    expect(before.some(({ sealed }) => isSealedNow(sealed))).toBe(false)
    await expect(rotate(), 'the product does not know the key').rejects.toThrow(/start it anew/)
    await insistOnKeys(server.platform.db, server.now)
    expect(await rotate()).toBe(before.length)
    const after = await listSealed()
    expect(texts(after)).toEqual(texts(before))
    expect(after.every(({ sealed }) => isSealedNow(sealed))).toBe(true)
    expect(await rotate(), 'again there is nothing to do').toBe(0)
    change({ options: {} })
    expect(texts(await listSealed()), 'without the key of before').toEqual(texts(before))
    await insistOnKeys(server.platform.db, server.now)
  })

  test('a run that dies in the middle is run again', async () => {
    const before = texts(await listSealed())
    change({ field: keyOf(4), options: { oldFields: [keys.field] } })
    await insistOnKeys(server.platform.db, server.now)
    let tables = 0
    const dies = {
      done() {
        if (++tables === 3) throw new Error('power cut')
      },
      broken: () => undefined,
    }
    await expect(rotateKeys(server.url, server.now, dies)).rejects.toThrow('power cut')
    expect(texts(await listSealed())).toEqual(before)
    const { rows } = await server.owner.query(`select from key_mark where kind = 'field'`)
    expect(rows, 'the key of before is still noted').toHaveLength(2)
    expect(await rotate()).toBeGreaterThan(0)
    expect((await listSealed()).every(({ sealed }) => isSealedNow(sealed))).toBe(true)
  })

  test('a new index key, or the national algorithms, wait until the product rests; then everybody is found again', async () => {
    const before = texts(await listSealed())
    change({ index: keyOf(5), options: { cipher: 'sm4', oldIndexes: [index] } })
    const live = await server.pool.connect()
    await expect(rotate()).rejects.toThrow(StillRunning)
    // as in a database of before, where nobody has noted which index key it was
    const { rows } = await server.owner.query(
      `delete from key_mark where kind = 'index' returning kind, mark, since`,
    )
    await expect(rotate()).rejects.toThrow(/look-ups have to be made anew/)
    const { kind, mark, since } = rows[0]
    await server.owner.query('insert into key_mark values ($1, $2, $3)', [kind, mark, since])
    live.release()
    await expect(insistOnKeys(server.platform.db, server.now)).rejects.toThrow(
      /MAPLE_INDEX_KEY or MAPLE_CIPHER/,
    )
    await rotateAtRest()
    const after = await listSealed()
    expect(texts(after)).toEqual(before)
    expect(after.every(({ sealed }) => isSealedNow(sealed))).toBe(true)
    await insistOnKeys(server.platform.db, server.now)
    expect((await server.visitor.ok('track', { params, body: { queryCode } })).number).toBeTruthy()
    const said = { commandId: freshId(), phone: '199 0000 5566' }
    expect((await server.as('desk').ok('findSaid', { body: said })).rows).toHaveLength(2)
    // whoever is signed in by telephone stays so, and the number still finds what was given with it
    const own = await caller.ok('listOwn', { params, query: {} })
    expect(own).toMatchObject({ phone: '199****5566', rows: [{ state: 'received' }] })
    const found = await server.as('clerk').ok('suggest', { body: { q: '周大友' } })
    expect(found.matters.length).toBeGreaterThan(0)
  })

  test('and what is newer is read on: a mediation, a party by its link, requests about oneself, what is kept under lock', async () => {
    expect((await mediation.view()).story).toBe('楼上卫生间漏水，吊顶泡坏。')
    // also once the index key of before is taken away
    const { oldIndexes, ...rest } = keys.options
    expect(oldIndexes).toHaveLength(1)
    useKeys(keys.field, keys.index, rest)
    expect(await server.visitor.ok('openPartyLink', link)).toMatchObject({ me: { name: '周大友1' } })
    useKeys(keys.field, keys.index, keys.options)
    const request = (id: string) => server.as('clerk').ok('getSubject', { params: { id } })
    expect(await request(waiting)).toMatchObject({ state: 'open', words: '谁看过我的电话？' })
    expect(await request(answered)).toMatchObject({ state: 'partly', answer: '已按您的请求办理' })
    const locked = (await listSealed()).filter(({ table }) => table === 'subject_hold')
    expect(locked.map(({ text }) => JSON.parse(text))).toMatchObject([
      { name: '司马临江', phone: '19900005577' },
    ])
    await server.as('clerk').ok('answerSubject', answering(waiting, { checked: null, answer: '无人看过' }))
    expect(await request(waiting)).toMatchObject({ answer: '无人看过' })
  })

  test('a recovery code noted under the key of before still lets in, once', async () => {
    const enter = async () => {
      const jar = new Jar(server.app)
      await jar.ok('signIn', { body: { login: 'lawyer', password } })
      return (await jar.send('giveFactor', { body: { code: recovery[0] ?? '' } })).statusCode
    }
    expect([await enter(), await enter()]).toEqual([200, 401])
  })
})

describe('keys that do not fit', () => {
  afterEach(() => change({}))

  test('a database whose values were sealed by a key that is not there is not served', async () => {
    useKeys(keyOf(9), keys.index, keys.options)
    await expect(insistOnKeys(server.platform.db, server.now)).rejects.toThrow(
      /sealed by the key [0-9a-f]{8}, which is neither MAPLE_FIELD_KEY nor among MAPLE_OLD_FIELD_KEYS/,
    )
    const { rows } = await server.owner.query(`select from key_mark where kind = 'field'`)
    expect(rows, 'and the wrong key leaves no mark').toHaveLength(1)
  })

  test('a value that no key opens is named and left; the others are done, and the keys of before stay needed', async () => {
    const { rows } = await server.owner.query(`update appeal set name_sealed = set_byte(name_sealed, 40, 0)
      where id = (select id from appeal where name_sealed is not null limit 1) returning id, district_id`)
    const count = (await server.owner.query('select count(*)::int n from party')).rows[0].n
    useKeys(keyOf(6), keys.index, { ...keys.options, oldFields: [keys.field] })
    await insistOnKeys(server.platform.db, server.now)
    const broken: string[] = []
    expect(await rotate(broken)).toBeGreaterThan(count)
    expect(broken).toEqual([
      expect.stringContaining(`appeal ${rows[0].district_id} ${rows[0].id} name_sealed`),
    ])
    const marks = await server.owner.query(`select from key_mark where kind = 'field'`)
    expect(marks.rows).toHaveLength(2)
  })
})
