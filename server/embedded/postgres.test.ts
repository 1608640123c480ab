import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from './postgres.ts'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-`))
})
afterAll(async () => {
  await (await startEmbedded(home)).stop()
  rmSync(home, { recursive: true, force: true })
})

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][]
  } finally {
    await client.end()
  }
}

test('a first start gives a durable server that knows Chinese letters and listens on this machine only, at its port and in its folder', async () => {
  const server = await startEmbedded(home)
  expect(server.adopted).toBe(false)
  await ask(server.url, 'create table kept (n int)')
  expect(
    await ask(
      server.url,
      `select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('listen_addresses'),
         current_setting('unix_socket_directories'),
         current_setting('unix_socket_permissions'), inet_server_addr() is null, '访' ~ '\\w'`,
    ),
  ).toEqual([['on', 'on', '127.0.0.1', join(home, 'postgres'), '0700', true, true]])
})

test('a start beside a server left running adopts it with its data', async () => {
  const server = await startEmbedded(home)
  expect(server.adopted).toBe(true)
  await ask(server.url, 'insert into kept values (7)')
})

test('after a crash the next start recovers what was committed', async () => {
  const before = await startEmbedded(home)
  process.kill(before.pid, 'SIGKILL')
  const after = await startEmbedded(home)
  expect(after.pid).not.toBe(before.pid)
  expect(await ask(after.url, 'select n from kept')).toEqual([[7]])
})

test('a pid file that names a stranger does not keep the server from starting', async () => {
  const running = await startEmbedded(home)
  await running.stop()
  const data = join(home, 'postgres', 'data')
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n`)
  const server = await startEmbedded(home)
  expect(server.adopted).toBe(false)
  expect(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(String(server.pid))
})
