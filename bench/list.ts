import { Agent } from 'node:http'
import { makeBed } from './bed.ts'
import { get, signIn } from './client.ts'
import type { Figure } from './figure.ts'
import { drive, median, round } from './measure.ts'
import { fill } from './volumes.ts'

const lanes = 16
const perRound = 3000
const sizes = [
  Number(process.env['BENCH_SMALL'] ?? 100_000),
  Number(process.env['BENCH_LARGE'] ?? 1_000_000),
] as const

/** What people do with lists all day: the first page of each box, filters, further pages, counts. */
export const looks = [
  'matters?box=mine',
  'matters?box=pool',
  'matters?box=area',
  'matters?box=area&sort=new',
  'matters?box=area&state=handling',
  'matters?box=area&channel=qr',
  'matters?box=area&late=1',
  'matters?box=closed',
  'matters?box=closed&channel=hotline',
  'matters/counts',
]

const searches = [
  '路灯坏了',
  '下水道',
  '漏水',
  '消防通道被占',
  '翡翠',
  '孩子放学',
  '充电桩不能用',
  '夜里装修',
]

/** Lists and counts over HTTP per second, at a hundred thousand and at a million matters on the same machine. */
export const list = () => compare('list', looks, (path) => path)

/** Searches over Chinese text per second, common and rare words, at both volumes. */
export const search = () =>
  compare('search', searches, (word) => `matters?box=area&sort=new&q=${encodeURIComponent(word)}`)

async function compare(
  figure: string,
  mix: readonly string[],
  address: (of: string) => string,
): Promise<Figure[]> {
  const bed = await makeBed()
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: lanes })
    const cookie = await signIn(bed)
    const look = (index: number) =>
      get(agent, `${bed.base}/api/${address(mix[index % mix.length] ?? '')}`, cookie)
    const measured = []
    let there = 0
    for (const size of sizes) {
      await fill(bed.url, bed.district, size - there, there)
      there = size
      await drive(lanes, 300, look)
      const rounds = []
      for (let i = 0; i < 3; i++) rounds.push(await drive(lanes, perRound, look))
      const slowest = []
      for (const [i, of] of mix.entries())
        slowest.push({ of, ms: round((await drive(1, 20, () => look(i))).p50) })
      measured.push({
        size,
        rate: median(rounds.map((r) => r.perSecond)),
        p50: median(rounds.map((r) => r.p50)),
        p99: median(rounds.map((r) => r.p99)),
        slowest,
      })
    }
    agent.destroy()
    const [small, large] = measured
    return measured.map((m) => ({
      figure: `${figure}-${m.size}`,
      value: round(m.rate, 0),
      unit: '1/s',
      p50_ms: round(m.p50),
      p99_ms: round(m.p99),
      ...(m === large && small
        ? {
            against: `${figure}-${small.size}`,
            against_value: round(small.rate, 0),
            slower: round(small.rate / m.rate, 2),
          }
        : {}),
      each_ms: Object.fromEntries(m.slowest.map((s) => [s.of, s.ms])),
    }))
  } finally {
    await bed.stop()
  }
}
