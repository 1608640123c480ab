import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBirth, isAlive } from './processes.ts'

/** Who runs the product on a home folder; `url` is there once it answers. */
export type Holder = { pid: number; birth: string; url?: string; stopping?: boolean }

export type InstanceLock = {
  /** true when the holder before us was killed */
  recovered: boolean
  announce: (news: { url: string } | { stopping: true }) => void
  release: () => void
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const isRunning = (holder: Holder) => isAlive(holder.pid) && findBirth(holder.pid) === holder.birth

/** Writes the whole file first and then names it, so nobody ever reads half a lock. False when the name is taken. */
function claim(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes the lock of a dead holder; only one process at a time may judge, or a fresh lock could be thrown away. */
function clearStale(path: string): boolean {
  const judge = `${path}.judge`
  if (!claim(judge, String(process.pid))) {
    const age = Date.now() - (statSync(judge, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 5_000) rmSync(judge, { force: true })
    return false
  }
  try {
    const holder = readHolder(path)
    if (holder && isRunning(holder)) return false
    rmSync(path, { force: true })
    return true
  } finally {
    rmSync(judge, { force: true })
  }
}

/** Takes the home folder for this process, or gives the process that has it. Locks of killed processes are recovered. */
export async function takeLock(home: string): Promise<{ lock: InstanceLock } | { holder: Holder }> {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const path = join(home, 'running.json')
  const mine: Holder = { pid: process.pid, birth: findBirth(process.pid) }
  let recovered = false
  while (!claim(path, JSON.stringify(mine))) {
    const holder = readHolder(path)
    const runs = holder !== undefined && isRunning(holder)
    if (runs && !holder.stopping) return { holder }
    if (!runs) recovered = clearStale(path) || recovered
    await pause(20)
  }
  const announce: InstanceLock['announce'] = (news) => {
    writeFileSync(`${path}.new`, JSON.stringify({ ...mine, ...news }))
    renameSync(`${path}.new`, path)
  }
  const release = () => {
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true })
  }
  return { lock: { recovered, announce, release } }
}

/** Waits until the other start answers, so that the second one can say where; undefined when it ended meanwhile. */
export async function findUrlOf(home: string, holder: Holder, limitMs: number): Promise<string | undefined> {
  const end = Date.now() + limitMs
  for (;;) {
    const now = readHolder(join(home, 'running.json'))
    if (now?.url) return now.url
    if (!isRunning(holder) || Date.now() > end) return undefined
    await pause(100)
  }
}
