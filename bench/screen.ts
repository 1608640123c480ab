import { Agent, type ClientRequest, request } from 'node:http'
import { type Bed, makeBed } from './bed.ts'
import { get, move, report, signIn, triaged } from './client.ts'
import { officerLogin } from './district.ts'
import type { Figure } from './figure.ts'
import { median, percentile, round } from './measure.ts'
import { sentence } from './words.ts'

const screens = 500
const dispatches = 200

/** An open screen: who looks, and what it does with a nudge. */
type Screen = { unit: number; hear: ((matterId: string) => void) | undefined; close(): void }

/**
 * From the press of "dispatch" until it stands on the screens of the unit that got it, with 500 screens open over 25
 * units: told by the stream, and read again as the page does (without the moment in which it gathers nudges).
 */
export async function screen(): Promise<Figure[]> {
  const bed = await makeBed()
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const open: Screen[] = []
  try {
    const centre = await signIn(bed)
    const officers = await Promise.all(bed.handlers.map((_, i) => signIn(bed, officerLogin(i))))
    const ids: string[] = []
    for (let i = 0; i < dispatches; i++) {
      const id = await report(agent, bed, i, sentence(i))
      for (const [verb, input] of [
        ['accept', {}],
        ['triage', triaged],
      ] as const)
        await move(agent, bed, id, verb, input, centre)
      ids.push(id)
    }
    for (let i = 0; i < screens; i++) {
      const unit = i % officers.length
      open.push(await look(bed, unit, officers[unit] ?? ''))
    }
    const [told, shown]: [number[], number[]] = [[], []]
    for (const [i, id] of ids.entries()) {
      const unit = i % officers.length
      const from = performance.now()
      const seen = open
        .filter((one) => one.unit === unit)
        .map(
          (one) =>
            new Promise<void>((resolve, reject) => {
              const late = setTimeout(() => reject(new Error('a screen was told nothing')), 10_000)
              one.hear = (matterId) => {
                if (matterId !== id) return
                one.hear = undefined
                clearTimeout(late)
                told.push(performance.now() - from)
                get(agent, `${bed.base}/api/matters?box=mine`, officers[unit] ?? '').then(() => {
                  shown.push(performance.now() - from)
                  resolve()
                }, reject)
              }
            }),
        )
      await move(agent, bed, id, 'dispatch', { unitId: bed.handlers[unit] }, centre)
      await Promise.all(seen)
    }
    return [
      {
        figure: 'screen',
        value: round(percentile(shown, 0.99)),
        unit: 'ms p99',
        p50_ms: round(median(shown)),
        p99_ms: round(percentile(shown, 0.99)),
        told_p50_ms: round(median(told)),
        told_p99_ms: round(percentile(told, 0.99)),
        screens,
        of_the_unit: screens / officers.length,
        dispatches,
      },
    ]
  } finally {
    for (const one of open) one.close()
    agent.destroy()
    await bed.stop()
  }
}

/** Opens the stream of one screen, and waits until it is open. */
function look(bed: Bed, unit: number, cookie: string): Promise<Screen> {
  return new Promise((resolve, reject) => {
    const r: ClientRequest = request(`${bed.base}/api/live`, { agent: false, headers: { cookie } })
    const one: Screen = { unit, hear: undefined, close: () => r.destroy() }
    r.on('response', (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`no stream: ${response.statusCode}`))
        return
      }
      response.setEncoding('utf8')
      let rest = ''
      response.on('data', (part: string) => {
        const lines = (rest + part).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines)
          if (line.startsWith('data: ')) {
            const { kind, id } = JSON.parse(line.slice(6)) as { kind: string; id: string }
            if (kind === 'matter') one.hear?.(id)
          }
      })
      response.on('error', () => {})
      resolve(one)
    })
    r.on('error', reject)
    r.end()
  })
}
