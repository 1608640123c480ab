import { mkdtemp, open, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openPool } from '../db/pool.ts'
import { isOfSurroundings } from './surroundings.ts'

const coded = (code: string, more: object = {}) => Object.assign(new Error('said'), { code, ...more })

test.each([
  ['08006', 'a connection that failed'],
  ['53100', 'a full disk'],
  ['53200', 'no memory'],
  ['53300', 'too many connections'],
  ['57P01', 'shut down by hand'],
  ['57P02', 'another process died'],
  ['57P03', 'starting up'],
  ['58030', 'a broken disk'],
  ['ENOSPC', 'a full disk under a file'],
  ['EIO', 'a broken disk under a file'],
  ['EMFILE', 'no more open files'],
  ['ECONNREFUSED', 'nobody listens'],
  ['ECONNRESET', 'hung up'],
])('%s is of the surroundings: %s', (code) => {
  expect(isOfSurroundings(coded(code))).toBe(true)
})

test.each([
  ['42P01', 'a table that is not there'],
  ['42703', 'a column that is not there'],
  ['23505', 'a row that is there already'],
  ['23514', 'a row that may not be'],
  ['22P02', 'a value that cannot be read'],
  ['42501', 'a table that is not ours'],
  ['40P01', 'a deadlock that four tries did not end'],
  ['57014', 'a statement that took too long'],
  ['XX000', 'a fault of the database itself'],
  ['ENOENT', 'a file that is not there'],
  ['EACCES', 'a file that is not ours'],
  ['ERR_INVALID_ARG_TYPE', 'a wrong argument'],
])('%s is a defect: %s', (code) => {
  expect(isOfSurroundings(coded(code))).toBe(false)
})

test('a session that the database ends or refuses is of the surroundings, a statement that it refuses is not', () => {
  expect(isOfSurroundings(coded('55000', { severity: 'FATAL' }))).toBe(true)
  expect(isOfSurroundings(coded('55000', { severity: 'ERROR' }))).toBe(false)
})

test('what is no error of the surroundings by its words is a defect, whatever it says', () => {
  expect(isOfSurroundings(new TypeError('x is not a function'))).toBe(false)
  expect(isOfSurroundings(new Error('Connection terminated by a mistake of ours'))).toBe(false)
  expect(isOfSurroundings('Connection terminated')).toBe(false)
  expect(isOfSurroundings(undefined)).toBe(false)
  expect(isOfSurroundings(new Error('could not', { cause: coded('ENOSPC') }))).toBe(true)
})

/** What a call throws. */
async function thrown(call: () => Promise<unknown>): Promise<unknown> {
  return await call().then(
    () => 'nothing',
    (fault: unknown) => fault,
  )
}

test('the words of the driver are known: nobody listens, no socket, no room in the pool, a connection cut in the middle', async () => {
  const { url } = inject('server')
  const nobody = openPool('postgres://maple@127.0.0.1:1/none', 1)
  expect(isOfSurroundings(await thrown(() => nobody.query('select 1')))).toBe(true)
  await nobody.end()
  const noSocket = openPool('postgres://maple@/none?host=/nowhere', 1)
  expect(isOfSurroundings(await thrown(() => noSocket.query('select 1')))).toBe(true)
  await noSocket.end()

  const full = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2_000 })
  const held = await full.connect()
  expect(isOfSurroundings(await thrown(() => full.query('select 1')))).toBe(true)

  held.on('error', () => undefined)
  const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() pid')
  const cut = thrown(() => held.query('select pg_sleep(20)'))
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await other.end()
  expect(isOfSurroundings(await cut)).toBe(true)
  expect(isOfSurroundings(await thrown(() => held.query('select 1')))).toBe(true)
  held.release(true)
  await full.end()
})

test('a file that is missing is a defect, a socket that is missing is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maple-none-'))
  const missing = join(folder, 'none')
  expect(isOfSurroundings(await thrown(() => open(missing)))).toBe(false)
  const socket = await new Promise((resolve) => connect(missing).on('error', resolve))
  expect(isOfSurroundings(socket)).toBe(true)
  await rm(folder, { recursive: true })
})
