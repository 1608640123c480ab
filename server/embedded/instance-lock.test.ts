import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findUrlOf, takeLock } from './instance-lock.ts'
import { findBirth } from './processes.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-`))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const lockModule = fileURLToPath(new URL('./instance-lock.ts', import.meta.url))

/** A process that takes the lock and keeps it; prints "lock" or "holder". */
function startRival() {
  const code = `import { takeLock } from ${JSON.stringify(lockModule)}
    const taken = await takeLock(${JSON.stringify(home)})
    console.log(Object.keys(taken)[0])
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

test('of many starts at once exactly one gets the home folder, also over the lock of a dead process', async () => {
  writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: 999_999_9, birth: 'long ago' }))
  const rivals = Array.from({ length: 6 }, startRival)
  const said = await Promise.all(
    rivals.map(async (rival) => String((await once(rival.stdout, 'data'))[0]).trim()),
  )
  for (const rival of rivals) rival.kill('SIGKILL')
  expect(said.toSorted()).toEqual(['holder', 'holder', 'holder', 'holder', 'holder', 'lock'])
})

test('a lock whose process number now belongs to somebody else is recovered', async () => {
  writeFileSync(join(home, 'running.json'), JSON.stringify({ pid: process.ppid, birth: 'another birth' }))
  const taken = await takeLock(home)
  expect(taken).toMatchObject({ lock: { recovered: true } })
})

test('a second start learns the address of the first, and a released lock is free again', async () => {
  const first = await takeLock(home)
  if (!('lock' in first)) throw new Error('the folder was not free')
  const second = await takeLock(home)
  expect(second).toMatchObject({ holder: { pid: process.pid, birth: findBirth(process.pid) } })
  first.lock.announce({ url: 'http://127.0.0.1:1' })
  expect(await findUrlOf(home, { pid: process.pid, birth: findBirth(process.pid) }, 100)).toBe(
    'http://127.0.0.1:1',
  )
  first.lock.release()
  expect(() => readFileSync(join(home, 'running.json'))).toThrow('ENOENT')
  expect(await takeLock(home)).toHaveProperty('lock')
})
