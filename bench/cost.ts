import { Agent } from 'node:http'
import { type Bed, makeBed } from './bed.ts'
import { get, report, signIn } from './client.ts'
import type { Figure } from './figure.ts'
import { looks } from './list.ts'
import { drive, median, type Rate, round } from './measure.ts'
import { fill } from './volumes.ts'
import { sentence } from './words.ts'

const lanes = 16
const [perRound, rounds] = [2000, 5]
const matters = 20_000

type Work = (bed: Bed, cookie: string, agent: Agent) => (index: number) => Promise<void>

const works: Record<string, Work> = {
  'cost-list': (bed, cookie, agent) => (index) =>
    get(agent, `${bed.base}/api/${looks[index % looks.length]}`, cookie),
  'cost-intake': (bed, _cookie, agent) => async (index) => {
    await report(agent, bed, index, sentence(index))
  },
}

/**
 * What sealing personal data and keeping on record who looked at what costs: the throughput of lists and of intake, beside a web
 * process that does neither, turn by turn on the same machine. The value is the share that is lost.
 */
export async function cost(): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const beds = [await makeBed(), await makeBed({ preload: new URL('./unrecorded.ts', import.meta.url) })]
  try {
    const cookies: string[] = []
    for (const bed of beds) {
      await fill(bed.url, bed.district, matters, 0)
      cookies.push(await signIn(bed))
    }
    const figures: Figure[] = []
    let from = 0
    for (const [figure, work] of Object.entries(works)) {
      const each = beds.map((bed, i) => work(bed, cookies[i] ?? '', agent))
      const rates: Rate[][] = [[], []]
      for (let i = 0; i <= rounds; i++)
        for (const [n, once] of each.entries()) {
          const first = from
          const rate = await drive(lanes, perRound, (index) => once(first + index))
          // the first round of each warms up
          if (i > 0) rates[n]?.push(rate)
          from += perRound
        }
      const [kept, bare] = rates.map((list) => median(list.map((rate) => rate.perSecond)))
      figures.push({
        figure,
        value: round(1 - (kept ?? 0) / (bare ?? 1), 3),
        unit: 'of throughput',
        per_second: round(kept ?? 0, 0),
        ...{ against: 'neither sealed nor recorded', against_value: round(bare ?? 0, 0) },
      })
    }
    return figures
  } finally {
    agent.destroy()
    for (const bed of beds) await bed.stop()
  }
}
