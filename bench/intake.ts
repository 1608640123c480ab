import { Agent } from 'node:http'
import pg from 'pg'
import { makeBed } from './bed.ts'
import { report } from './client.ts'
import type { Figure } from './figure.ts'
import { drive, median, type Rate, round } from './measure.ts'
import { recordAppeals, type Statement } from './raw-appeals.ts'
import { sentence } from './words.ts'

const lanes = 16
const perRound = 4000
const rounds = 3

/** Public appeals committed over HTTP per second, beside the same statements run raw on the same server. */
export async function intake(): Promise<Figure[]> {
  const bed = await makeBed()
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: lanes })
    const send = async (index: number) => {
      await report(agent, bed, index, sentence(index))
    }
    await drive(lanes, 1000, send)
    const [http, raw]: [Rate[], Rate[]] = [[], []]
    for (let i = 0; i < rounds; i++) {
      const recorded = await recordAppeals(bed, perRound, i)
      raw.push(await replay(bed.url, recorded))
      http.push(await drive(lanes, perRound, send))
    }
    agent.destroy()
    const value = median(http.map((r) => r.perSecond))
    const against = median(raw.map((r) => r.perSecond))
    return [
      {
        figure: 'intake',
        value: round(value, 0),
        unit: '1/s',
        p50_ms: round(median(http.map((r) => r.p50))),
        p99_ms: round(median(http.map((r) => r.p99))),
        against: 'raw sql',
        against_value: round(against, 0),
        share_of_raw: round(value / against, 2),
        connections: lanes,
      },
    ]
  } finally {
    await bed.stop()
  }
}

/** `begin` travels with what follows it, as it does in the product. */
function asSent(statements: readonly Statement[]): Statement[] {
  const [first, second, ...others] = statements
  if (first?.text !== 'begin' || !second) return [...statements]
  return [{ ...second, text: `begin; ${second.text}` }, ...others]
}

/** The same statements with their values, straight from connections of their own. */
async function replay(url: string, recorded: Statement[][]): Promise<Rate> {
  const clients = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client({ connectionString: url, options: '-c role=maple_app -c timezone=UTC' })
      await client.connect()
      return client
    }),
  )
  const rate = await drive(lanes, recorded.length, async (index, lane) => {
    for (const { name, text, values } of asSent(recorded[index] ?? []))
      await (values.length > 0 ? clients[lane]?.query({ name, text, values }) : clients[lane]?.query(text))
  })
  await Promise.all(clients.map((c) => c.end()))
  return rate
}
