import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { newId } from '#server/ids.ts'
import { signIn, triaged } from '../client.ts'
import { officerLogin } from '../district.ts'
import { sentence } from '../words.ts'
import type { Stand } from './stand.ts'

export type Acknowledged = {
  /** Command → the matter it belongs to. */
  commands: Map<string, string>
  /** Voice → the number and the code that its author was told. */
  voices: Map<string, { matterId: string; number: string; queryCode: string }>
  files: string[]
}

export type Load = {
  acknowledged: Acknowledged
  /** When something was acknowledged last. Throws when a lane has met a refusal, which is a fault of the load. */
  lastAt(): number
  /** Answers that were no acknowledgement, by status; 0: no answer. */
  setbacks: Map<number, number>
  /** Answers that own to a defect, with the number by which the log knows each: what is done to the product from outside is none. */
  defects: string[]
  stop(): Promise<void>
}

/** How long one answer is waited for: longer than anything takes that still works. */
const patienceMs = 15_000
const pauseMs = 150

/** Whether an answer owns to a defect. Surroundings that fail are answered 503, and so is a line too long. */
export const isDefect = (status: number) => status >= 500 && status !== 503

/** Lanes of people who report, and of officers who move what was reported; whatever fails is sent again as it was. */
export async function startLoad(stand: Stand, lanes: number): Promise<Load> {
  const acknowledged: Acknowledged = { commands: new Map(), voices: new Map(), files: [] }
  const setbacks = new Map<number, number>()
  const defects: string[] = []
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#753' } })
    .png()
    .toBuffer()
  let lastAt = Date.now()
  const ending = new AbortController()
  let turn = 0

  /** Sends until it is acknowledged, every time to the next process and every time the same. */
  async function send(
    method: string,
    path: string,
    body: Buffer | object,
    cookie?: string,
  ): Promise<Record<string, string>> {
    const isFile = Buffer.isBuffer(body)
    const headers = {
      'content-type': isFile ? 'image/png' : 'application/json',
      'x-maple': '1',
      ...(cookie ? { cookie } : {}),
    }
    for (;;) {
      let status = 0
      try {
        const answer = await fetch(`${stand.bases[turn++ % stand.bases.length]}${path}`, {
          method,
          headers,
          body: isFile ? new Uint8Array(body) : JSON.stringify(body),
          signal: AbortSignal.timeout(patienceMs),
        })
        status = answer.status
        const text = await answer.text()
        if (status === 200) {
          lastAt = Date.now()
          return JSON.parse(text) as Record<string, string>
        }
        if (isDefect(status)) defects.push(`${method} ${path}: ${status} ${text.slice(0, 200)}`)
        // a no stays a no: that would be a fault of this load
        if (status >= 400 && status < 500 && status !== 429) throw new Wrong(`${path}: ${status} ${text}`)
      } catch (fault) {
        if (fault instanceof Wrong) throw fault
      }
      setbacks.set(status, (setbacks.get(status) ?? 0) + 1)
      await sleep(pauseMs)
    }
  }

  const [base = ''] = stand.bases
  const centre = await signIn({ base })
  const officers = await Promise.all(stand.handlers.map((_, i) => signIn({ base }, officerLogin(i))))

  async function report(index: number): Promise<string> {
    const now = Date.now()
    const ids = { id: newId(now), matterId: newId(now), commandId: newId(now) }
    const files: string[] = []
    if (index % 8 === 0) {
      const file = newId(now)
      await send('PUT', `/api/public/${stand.district}/files/${file}?name=${index}.png`, picture)
      files.push(file)
      acknowledged.files.push(file)
    }
    const placeCode = stand.places[index % stand.places.length] ?? ''
    const said = { ...ids, placeCode, words: sentence(index), phone: '19900001234', files }
    const answer = await send('POST', `/api/public/${stand.district}/appeals`, said)
    acknowledged.commands.set(ids.commandId, ids.matterId)
    const { number = '', queryCode = '' } = answer
    acknowledged.voices.set(ids.id, { matterId: ids.matterId, number, queryCode })
    return ids.matterId
  }

  async function move(
    matterId: string,
    version: number,
    verb: string,
    input: object,
    cookie: string,
  ): Promise<void> {
    const commandId = newId(Date.now())
    await send('POST', `/api/matters/${matterId}/moves`, { commandId, version, verb, input }, cookie)
    acknowledged.commands.set(commandId, matterId)
  }

  async function lane(first: number): Promise<void> {
    for (let index = first; !ending.signal.aborted; index += lanes) {
      const id = await report(index)
      // some wait at each step, so that every kind of clock is running somewhere
      const far = index % 5
      const handler = index % officers.length
      if (far > 0) await move(id, 1, 'accept', {}, centre)
      if (far > 1) await move(id, 2, 'triage', triaged, centre)
      if (far > 2) await move(id, 3, 'dispatch', { unitId: stand.handlers[handler] }, centre)
      if (far > 3) await move(id, 4, 'sign', {}, officers[handler] ?? '')
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)))
  let fault: unknown
  running.catch((error: unknown) => {
    fault = error
  })
  return {
    acknowledged,
    lastAt() {
      if (fault !== undefined) throw fault
      return lastAt
    },
    setbacks,
    defects,
    async stop() {
      ending.abort()
      await running
    },
  }
}

class Wrong extends Error {}
