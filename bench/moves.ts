import { Agent } from 'node:http'
import { makeBed } from './bed.ts'
import { firstMoves, move, report, signIn, triaged } from './client.ts'
import { officerLogin } from './district.ts'
import type { Figure } from './figure.ts'
import { drive, median, type Rate, round } from './measure.ts'
import { fill } from './volumes.ts'
import { sentence } from './words.ts'

const lanes = 16
const perRound = 2000
const rounds = 3
const matters = 20_000

/** Moves committed over HTTP per second in a district at work: accepted and sorted by the centre, assigned to 25 departments, signed by them. */
export async function moves(): Promise<Figure[]> {
  const bed = await makeBed()
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  try {
    // in an empty one the database still plans by tables of no size
    await fill(bed.url, bed.district, matters, 0)
    const centre = await signIn(bed)
    const officers = await Promise.all(bed.handlers.map((_, i) => signIn(bed, officerLogin(i))))
    const rates: Record<(typeof firstMoves)[number], Rate[]> = {
      accept: [],
      triage: [],
      dispatch: [],
      sign: [],
    }
    const handlerOf = (index: number) => index % bed.handlers.length
    const inputs = {
      accept: () => ({}),
      triage: () => triaged,
      dispatch: (index: number) => ({ unitId: bed.handlers[handlerOf(index)] }),
      sign: () => ({}),
    }
    // the first round warms everything and is not counted
    for (let turn = 0; turn <= rounds; turn++) {
      const ids: string[] = []
      await drive(lanes, perRound, async (index) => {
        ids[index] = await report(agent, bed, index, sentence(index))
      })
      for (const verb of firstMoves) {
        const rate = await drive(lanes, perRound, (index) => {
          const cookie = verb === 'sign' ? officers[handlerOf(index)] : centre
          return move(agent, bed, ids[index] ?? '', verb, inputs[verb](index), cookie ?? '')
        })
        if (turn > 0) rates[verb].push(rate)
      }
    }
    const all = firstMoves.map((verb) => rates[verb])
    // one of each, as a matter goes its way
    const seconds = all.reduce((sum, of) => sum + 1 / median(of.map((r) => r.perSecond)), 0)
    return [
      {
        figure: 'moves',
        value: round(firstMoves.length / seconds, 0),
        unit: '1/s',
        p50_ms: round(median(all.flat().map((r) => r.p50))),
        p99_ms: round(median(all.flat().map((r) => r.p99))),
        ...Object.fromEntries(
          firstMoves.map((verb) => [`${verb}_per_s`, round(median(rates[verb].map((r) => r.perSecond)), 0)]),
        ),
        connections: lanes,
      },
    ]
  } finally {
    agent.destroy()
    await bed.stop()
  }
}
