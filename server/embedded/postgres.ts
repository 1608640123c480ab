import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { ensureCluster, owner } from './cluster.ts'
import { getFreePort, isFree } from './ports.ts'
import {
  findRunning,
  hasSocket,
  type Postmaster,
  socketFolder,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { chooseRunAs } from './run-as.ts'
import { readSecrets } from './secrets.ts'

export type EmbeddedServer = {
  /** connection string of the product's database, as its owner */
  url: string
  /** true when the server was left running by a start that was killed */
  adopted: boolean
  pid: number
  stop: () => Promise<void>
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function withAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Waits for the first successful login; recovery after a crash may take a while, a dead process ends the wait. */
async function getReady(url: () => string, hasExited: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs
  while (!hasExited() && performance.now() < end) {
    try {
      await withAdmin(url(), (client) => client.query('select 1'))
      return true
    } catch (error) {
      // 28xxx: the server is there and refuses us, waiting will not help
      if (String((error as { code?: string }).code).startsWith('28')) throw error
      await pause(15)
    }
  }
  return false
}

async function choosePort(portFile: string): Promise<number> {
  const remembered = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0
  if (remembered > 0 && (await isFree(remembered, '127.0.0.1'))) return remembered
  const port = await getFreePort()
  writeFileSync(portFile, String(port))
  return port
}

async function ensureDatabase(url: string): Promise<void> {
  await withAdmin(url, async (client) => {
    const found = await client.query('select datctype from pg_database where datname = $1', [owner])
    if (found.rowCount === 0) await client.query(`create database ${owner}`)
    const own = await client.query<{ datctype: string }>(
      'select datctype from pg_database where datname = current_database()',
    )
    const ctype = own.rows[0]?.datctype ?? ''
    if (ctype === 'C' || ctype === 'POSIX') {
      throw new Error(`The embedded database was made with locale ${ctype}; Chinese search needs C.UTF-8.`)
    }
  })
}

/**
 * Starts PostgreSQL on the data below `home`, or adopts the one still running there, and gives the address of the
 * product's database. `durable: false` trades safety on power loss for speed and is for tests only; so are `binaries` of another PostgreSQL.
 */
export async function startEmbedded(
  home: string,
  options: { durable?: boolean; binaries?: Binaries } = {},
): Promise<EmbeddedServer> {
  const folder = resolve(home, 'postgres')
  const password = readSecrets(home).databasePassword
  const binaries = options.binaries ?? findBinaries()
  const runAs = chooseRunAs()
  const data = ensureCluster(folder, password, binaries, runAs)
  const sockets = socketFolder(data)
  // A socket costs both sides a third of what the loopback network does, and that is most of a short statement.
  const address = (port: number, database: string) =>
    sockets !== undefined && hasSocket(sockets, port)
      ? `postgres://${owner}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`
      : `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`
  const give = async (server: Postmaster, adopted: boolean): Promise<EmbeddedServer> => {
    await ensureDatabase(address(server.port, 'postgres'))
    return {
      url: address(server.port, owner),
      adopted,
      pid: server.pid,
      stop: () => stopPostmaster(server.pid, data, binaries),
    }
  }

  const logFile = join(folder, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const running = findRunning(data)
    if (running?.port) {
      const { port } = running
      const ready = await getReady(
        () => address(port, 'postgres'),
        () => !findRunning(data),
        60_000,
      )
      if (ready) return give(running, true)
    }
    const port = await choosePort(join(folder, 'port'))
    const started = spawnPostmaster(data, port, logFile, options.durable ?? true, binaries, runAs)
    if (await getReady(() => address(port, 'postgres'), started.hasExited, 120_000))
      return give(started, false)
    if (attempt >= 6) {
      const tail = readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')
      throw new Error(`PostgreSQL did not start; the end of ${logFile}:\n${tail}`)
    }
    // right after a crash the old processes still hold the shared memory for about a second
    await pause(400)
  }
}
