import { sql } from 'kysely'
import type { supervisionRoutes } from '#contract/supervision.ts'
import { clockLabels } from '#contract/words/labels.ts'
import { instrumentLabels } from '#contract/words/supervision-labels.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import { dateWords } from '#domain/mediation/forms/facts.ts'
import { refuse } from '#domain/refusal.ts'
import { drawForm, type FormFacts, formNumber } from '#domain/supervision/form.ts'
import type { Instrument } from '#domain/supervision/instruments.ts'
import type { Tx } from '../db/scope.ts'
import { answersPaper } from '../document/paper-answer.ts'
import type { Call } from '../http/bind.ts'
import { insertReading } from '../matter/store.ts'
import { listLines } from './log.ts'
import { findInstrument, type InstrumentLine, readInstruments } from './queries.ts'

/** Asked for twice within a minute it is one printing on record (milliseconds). */
const againMs = 60_000

/** The paper of an instrument as PDF or Word, on record with its purpose. Refusals: `notFound`, `commandReused`. */
export async function drawInstrument({
  tx,
  actor,
  params,
  body,
  now,
  reply,
}: Call<typeof supervisionRoutes.drawInstrument>): Promise<unknown> {
  const row = await findInstrument(tx, actor, params.id, now)
  const earlier = await readInstruments(
    tx,
    actor,
    sql`s.matter_id = ${row.matter_id} and s.clock_id = ${row.clock_id} and s.id < ${row.id}`,
    now,
  )
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId, what: 'print' },
    ...{ subject: `matter:${row.matter_id}`, againMs },
    purpose: `${instrumentLabels[row.kind as Instrument].zh}：${body.purpose}`,
  })
  if (!isOnRecord) return refuse('commandReused')
  const facts = await factsOf(tx, row, earlier)
  const form = drawForm(facts)
  return answersPaper(reply, [form], { as: body.as, name: `${form.title}${formNumber(facts)}`, at: now })
}

async function factsOf(tx: Tx, row: InstrumentLine, earlier: readonly InstrumentLine[]): Promise<FormFacts> {
  const lines = await listLines(tx, row.district_id, [row.id])
  const answered = lines.findLast(({ verb }) => verb === 'answer')
  const kind = row.kind as Instrument
  return {
    ...{ kind, office: row.giver_name, year: row.year, no: row.no, unitName: row.unit_name },
    ...{ matterNumber: row.number, matterTitle: row.title },
    clockName: clockLabels[row.clock_kind as ClockKind].zh,
    due: row.clock_due_at === null ? null : timeOnPaper(row.clock_due_at),
    ...{ givenOn: dayOf(row.given_at), answerOn: row.answer_on },
    // where it was asked for again, that is what is asked now
    asks: lines.findLast(({ verb }) => verb === 'askAgain' || verb === 'give')?.text ?? '',
    before: earlier
      .filter(({ state }) => state !== 'cancelled')
      .map((one) => {
        const before = one.kind as Instrument
        const number = formNumber({ kind: before, year: one.year, no: one.no })
        return `${dateWords(dayOf(one.given_at))}${instrumentLabels[before].zh}${number}`
      }),
    answer: answered?.text && row.promised_on !== null ? { text: answered.text, day: row.promised_on } : null,
  }
}

/** An instant as it stands on official paper, in the time of China. */
function timeOnPaper(at: number): string {
  const clock = new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${dateWords(dayOf(at))}${clock}`
}
