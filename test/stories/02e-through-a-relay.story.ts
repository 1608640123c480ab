import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Bed, makeBed } from './bed.ts'
import { loginAt } from './console-api.ts'
import { meetByVideo, seesOther } from './video.ts'

const turnserver = '/usr/bin/turnserver'
const secret = randomBytes(18).toString('hex')
let [bed, relay] = [] as unknown as [Bed, ChildProcess]
let [mediator, phone] = [] as unknown as [Page, Page]
let [log, home] = ['', '']

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** The system's TURN server, on this machine alone, with a secret of this run. */
async function startRelay(port: number, home: string): Promise<ChildProcess> {
  const local = '127.0.0.1'
  const args = [
    ...['-n', '--no-tls', '--no-dtls', '--no-cli', '--listening-ip', local, '--relay-ip', local],
    ...['--listening-port', String(port), '--use-auth-secret', '--static-auth-secret', secret],
    ...['--realm', 'maple', '--allow-loopback-peers', '--verbose', '--log-file', 'stdout'],
    ...['--simple-log', '--pidfile', '/dev/null', '--userdb', join(home, 'users')],
  ]
  const child = spawn(turnserver, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      log += String(part)
    })
  await vi.waitFor(() => expect(log).toMatch(/listener opened on : 127\.0\.0\.1/i), 10_000)
  return child
}

/** As behind two firewalls: nothing of the page may reach the other side but through the relay. */
async function behindWalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Plain = window.RTCPeerConnection
    const made: RTCPeerConnection[] = []
    Object.assign(window, { madeLinks: made })
    window.RTCPeerConnection = class extends Plain {
      constructor(settings?: RTCConfiguration) {
        super({ ...settings, iceTransportPolicy: 'relay' })
        made.push(this)
      }
    }
  })
}

/** By which kind of way the picture comes and goes. */
const ways = (page: Page) =>
  page.evaluate(async () => {
    const { madeLinks } = window as unknown as { madeLinks: RTCPeerConnection[] }
    const link = madeLinks.findLast((one) => one.connectionState === 'connected')
    const stats = [...((await link?.getStats()) ?? new Map()).values()]
    const pair = stats.find(
      (one) => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded',
    )
    const kindOf = (id: string) => stats.find((one) => one.id === id)?.candidateType
    return [kindOf(pair?.localCandidateId), kindOf(pair?.remoteCandidateId)]
  })

describe.skipIf(!existsSync(turnserver))('a session by video between two networks', () => {
  beforeAll(async () => {
    const port = await freePort()
    home = await mkdtemp(join(tmpdir(), 'maple-relay-'))
    relay = await startRelay(port, home)
    bed = await makeBed({ MAPLE_TURN: `turn:127.0.0.1:${port}`, MAPLE_TURN_SECRET: secret })
    const clerk = await bed.signedIn(await loginAt(bed, 'communityClerk', '001/001/'))
    mediator = await bed.signedIn(await loginAt(bed, 'mediator', '001/001/TW/'))
    phone = await bed.window('phone')
    await Promise.all([behindWalls(mediator), behindWalls(phone)])
    const call = await meetByVideo(bed, clerk, mediator)
    await mediator.goto(`${bed.base}${call.room}`)
    await phone.goto(`${bed.base}${call.link}`)
    await phone.getByLabel('核对码').fill(call.code)
    await phone.getByRole('button', { name: '打开', exact: true }).click()
    await phone.getByRole('button', { name: '进入视频调解室' }).click()
    for (const page of [mediator, phone]) await page.getByRole('button', { name: '打开摄像头，进入' }).click()
  })
  afterEach(({ task }) => bed.picture(`02e-${task.name.replaceAll(' ', '-').slice(0, 50)}`))
  afterAll(async () => {
    relay?.kill('SIGKILL')
    expect(bed.faults).toEqual([])
    await bed.close()
    await rm(home, { recursive: true, force: true })
  })

  it('goes through the relay of the district, both ways', async () => {
    await seesOther(mediator)
    await seesOther(phone)
    expect(await ways(mediator)).toEqual(['relay', 'relay'])
    expect(await ways(phone)).toEqual(['relay', 'relay'])
  })

  it('under a name that ends by itself, and is nobody’s', async () => {
    const names = [...log.matchAll(/user <([^>]+)>/g)].map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(0)
    const now = Date.now() / 1000
    for (const name of names) {
      const [, until = '', peer] = /^(\d+):([0-9a-f-]{36})$/.exec(name) ?? []
      expect(peer).toBeDefined()
      expect(Number(until) - now).toBeLessThanOrEqual(4 * 3600)
    }
  })
})
