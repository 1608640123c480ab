import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figure.ts'
import { median, round } from './measure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const limitMs = 180_000

/** Seconds from the README's command to the first answer: the second start, beside the first one that loads the demo. */
export async function start(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'maple-start-'))
  try {
    const first = await once(home)
    const later: number[] = []
    for (let i = 0; i < 3; i++) later.push(await once(home))
    return [
      {
        figure: 'start',
        value: round(median(later), 2),
        unit: 's',
        against: 'first start with demo',
        against_value: round(first, 2),
      },
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function once(home: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, MAPLE_HOME: home, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
      if (answer?.ok) return (performance.now() - began) / 1000
      if (performance.now() - began > limitMs) throw new Error('no answer')
      await sleep(20)
    }
  } finally {
    // as Ctrl-C does: the whole group, then wait for a clean end
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    await ended
    await sleep(500)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
