import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { codeAt } from '#test/authenticator.ts'
import { askFor, browserAt, freshAddress, signInBy } from '#test/callers.ts'
import { district, freshId, password } from '#test/factory.ts'
import { Jar } from '#test/jar.ts'
import { report } from '#test/matters.ts'
import { sampleOf } from '#test/samples.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { isSealedNow, type KeyOptions, unseal, useKeys } from '../secrets.ts'
import { insistOnKeys } from './marks.ts'
import { places } from './places.ts'
import { rotateKeys, StillRunning } from './rotate.ts'

const keyOf = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const [field, index] = [keyOf(1), keyOf(2)]

let server: TestServer
let queryCode: string
let recovery: string[]
let caller: Jar
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
  await vi.waitFor(async () => {
    await elsewhere.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    await rotate()
  })
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
    for (const name of others)
      expect(name).toMatch(
        /hash|digest|_index$|sha256$|previous$|\.mark$|credential_id|public_key|sign_in_wait\.source/,
      )
  })

  test('beside the running product everything is sealed anew, and the product reads on', async () => {
    const before = await listSealed()
    expect(new Set(before.map(({ table }) => table)).size).toBeGreaterThan(7)
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
    const params = { district }
    expect((await server.visitor.ok('track', { params, body: { queryCode } })).number).toBeTruthy()
    const said = { commandId: freshId(), phone: '199 0000 5566' }
    expect((await server.as('desk').ok('findSaid', { body: said })).rows).toHaveLength(2)
    // whoever is signed in by telephone stays so, and the number still finds what was given with it
    const own = await caller.ok('listOwn', { params, query: {} })
    expect(own).toMatchObject({ phone: '199****5566', rows: [{ state: 'received' }] })
    const found = await server.as('clerk').ok('suggest', { body: { q: '周大友' } })
    expect(found.matters.length).toBeGreaterThan(0)
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
