import { renderPdf } from '#server/document/pdf.ts'
import { renderWord } from '#server/document/word.ts'
import { agreement, application, dossier, evidence, record } from '#test/documents.ts'
import type { Figure } from './figure.ts'
import { median, percentile, round } from './measure.ts'

const at = Date.UTC(2026, 5, 20)
const rounds = 5

/** How late the process is for others while something is drawn, in milliseconds: the longest of them. */
async function lateness(work: () => Promise<unknown>): Promise<number> {
  const every = 5
  let [last, late] = [performance.now(), 0]
  const ticks = setInterval(() => {
    const now = performance.now()
    late = Math.max(late, now - last - every)
    last = now
  }, every)
  await work()
  clearInterval(ticks)
  return late
}

async function timed(work: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times
}

/** One agreement, and a file of two hundred pages with cover and index, as PDF and as Word. */
export async function document(): Promise<Figure[]> {
  const first = await timed(() => renderPdf([agreement()], { at }), 1)
  const one = await timed(() => renderPdf([agreement()], { at }), 40)
  const parts = Array.from({ length: 12 }, () => [
    application(),
    record(6000),
    agreement(),
    evidence(100),
  ]).flat()
  const whole = dossier(parts)
  const { pages } = await renderPdf(whole, { at })
  const seconds = { value: 0, unit: 's', pages }
  const many: number[] = []
  const late = await lateness(async () => {
    many.push(...(await timed(() => renderPdf(whole, { at }), rounds)))
  })
  const word = await timed(() => renderWord(whole), rounds)
  return [
    {
      ...{ figure: 'document-agreement', value: round(median(one)), unit: 'ms', p50_ms: round(median(one)) },
      ...{ p99_ms: round(percentile(one, 0.99)), first_ms: round(first[0] ?? 0, 0) },
    },
    {
      ...{ figure: 'document-dossier', ...seconds, value: round(median(many) / 1000, 2) },
      ...{ others_wait_at_most_ms: round(late), rss_mb: round(process.memoryUsage.rss() / 1e6, 0) },
    },
    { figure: 'document-dossier-word', ...seconds, value: round(median(word) / 1000, 2) },
  ]
}
