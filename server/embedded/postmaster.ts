import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { findCommandLine, hasEnded, isAlive } from './processes.ts'
import type { RunAs } from './run-as.ts'

export type Postmaster = { pid: number; port: number }

function readPidFile(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0 } : undefined
  } catch {
    return undefined
  }
}

/** The server already running on this data folder, left by a start that was killed. Clears a pid file that names a stranger. */
export function findRunning(data: string): Postmaster | undefined {
  const noted = readPidFile(data)
  if (!noted || !isAlive(noted.pid)) return undefined
  const command = findCommandLine(noted.pid)
  if (command === undefined || (command.includes('postgres') && command.includes(data))) return noted
  // after a container restart the number may be anybody's, and postgres would refuse to start for ever
  rmSync(join(data, 'postmaster.pid'), { force: true })
  return undefined
}

/** The longest folder of a socket that every system takes: 104 bytes with the name of the socket and its end. */
const longestFolder = 103 - '/.s.PGSQL.65535'.length

/** Where the server also listens beside its port, undefined where it cannot: Windows, a path too long or with a comma in it. */
export function socketFolder(data: string): string | undefined {
  const folder = dirname(data)
  const fits = Buffer.byteLength(folder) <= longestFolder && !/[,"\s]/.test(folder)
  return process.platform !== 'win32' && fits ? folder : undefined
}

/** Whether the server on this port listens in the folder: one that an older version of ours started does not. */
export const hasSocket = (folder: string, port: number) => existsSync(join(folder, `.s.PGSQL.${port}`))

/** The settings of a server on a small machine that also runs the product; `durable: false` is for tests only. */
function settings(data: string, port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder(data) ?? '',
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: '256MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_wal_size: '1GB',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Starts a server in a process group of its own, so that Ctrl-C does not reach it before the product has drained. */
export function spawnPostmaster(
  data: string,
  port: number,
  logFile: string,
  durable: boolean,
  binaries: Binaries,
  runAs: RunAs,
): Postmaster & { hasExited: () => boolean } {
  const log = openSync(logFile, 'a', 0o600)
  const [program, args] = runAs.command(binaries.postgres, ['-D', data, ...settings(data, port, durable)])
  const child = spawn(program, args, { ...runAs.ids, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  let exited = false
  child.once('error', () => (exited = true))
  child.once('exit', () => (exited = true))
  child.unref()
  return { pid: child.pid ?? 0, port, hasExited: () => exited }
}

/** Ends the server: running transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(pid: number, data: string, binaries: Binaries): Promise<void> {
  if (!isAlive(pid)) return
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], { stdio: 'ignore' })
    return
  }
  process.kill(pid, 'SIGINT')
  if (await hasEnded(pid, 15_000)) return
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  await hasEnded(pid, 5_000)
}
