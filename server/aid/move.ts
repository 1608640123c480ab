import { sql } from 'kysely'
import type { aidRoutes } from '#contract/aid.ts'
import type { AidMove } from '#contract/aid-moves.ts'
import type { Aid, AidLine } from '#domain/aid/aid.ts'
import { aidLineMarks, aidMarks } from '#domain/aid/clocks.ts'
import { type AidInput, aidAfter, aidLineAfter, aidLineWithdrawn, aidSettled } from '#domain/aid/effects.ts'
import { mostLines } from '#domain/aid/limits.ts'
import { isAidLineVerb } from '#domain/aid/moves.ts'
import { whyNotAid, whyNotAidPlan, whyNotNeededBy, whyNotRateAid } from '#domain/aid/why-not.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { isTeamOn } from '#domain/team/team.ts'
import type { TeamRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { getRules, type Rules } from '../org/rules.ts'
import { teamOf } from '../team/rows.ts'
import { findAidDeed, insertAidDeed } from './log.ts'
import { findAid } from './queries.ts'
import { readAid } from './read.ts'
import { type AidWords, aidLineOf, aidOf } from './rows.ts'
import { aidGivenBy, lockAid, writeAid, writeAidLine } from './store.ts'
import { lineFor } from './targets.ts'
import { tellAidMove } from './tell-move.ts'

type Moving = Pick<Call<typeof aidRoutes.moveAid>, 'tx' | 'actor' | 'params' | 'body' | 'now'>

/** The fields that are words: they are kept under seal, the rest stands in the history. */
const wordFields: ReadonlySet<string> = new Set([
  ...['need', 'place', 'note', 'reason', 'remedy', 'who', 'what', 'done'],
])

/** What was handed in, apart: words and facts. */
function takenApart(move: AidMove): { words: AidWords; payload: object } {
  const { commandId: _, verb: __, ...input } = move
  const all = Object.entries(input).filter(([name, value]) => name !== 'lineId' && value !== undefined)
  return {
    words: Object.fromEntries(all.filter(([name, value]) => wordFields.has(name) && value !== '')),
    payload: Object.fromEntries(all.filter(([name]) => !wordFields.has(name))),
  }
}

/** Why what was handed in may not stand so. */
function whyNotInput(move: AidMove, rules: Rules, now: number): Refusal | undefined {
  if (move.verb === 'plan') return whyNotAidPlan(move.on, rules.calendar, now)
  if (move.verb === 'again') return move.neededBy === null ? undefined : whyNotNeededBy(move.neededBy, now)
  return move.verb === 'confirm' ? whyNotRateAid(move, move.reason) : undefined
}

/** Whether the team of a line can do nothing more. */
async function isTeamOver({ tx, actor, now }: Moving, line: AidLine): Promise<boolean> {
  if (line.teamId === null) return false
  const { rows } = await sql<TeamRow>`select * from team
    where district_id = ${actor.districtId} and id = ${line.teamId}`.execute(tx)
  const [row] = rows
  return !row || !isTeamOn(teamOf(row), dayOf(now))
}

async function inputOf(call: Moving, line: AidLine): Promise<AidInput> {
  const { body } = call
  if (body.verb === 'plan') return { on: body.on }
  if (body.verb === 'confirm') return { rating: { speed: body.speed, result: body.result } }
  return body.verb === 'notDone' ? { isTeamOver: await isTeamOver(call, line) } : {}
}

/** The lines that a step asks anew. Throws `aidTooMany`, and those of each target at its field. */
async function asked(call: Moving, aid: Aid, lines: readonly AidLine[]): Promise<AidLine[]> {
  const { body: move, now, tx, actor } = call
  const district = actor.districtId
  const targets =
    move.verb === 'dispatch'
      ? move.targets.map((target, i) => ({ target, field: `targets.${i}` }))
      : move.verb === 'handOver'
        ? [{ target: move.to, field: 'to' }]
        : []
  const all = [...lines]
  for (const { target, field } of targets) {
    if (all.length >= mostLines) throw new Refused(refuse('aidTooMany', { most: mostLines }, field))
    all.push(await lineFor({ tx, district, now }, target, { aid, lines: all, field }))
  }
  return all.slice(lines.length)
}

/** The order and its lines after a step. */
async function moved(
  call: Moving,
  aid: Aid,
  lines: readonly AidLine[],
  line: AidLine | undefined,
  rules: Rules,
) {
  const { body, now, actor } = call
  const { verb } = body
  const given = aidGivenBy(rules)
  const fresh = await asked(call, aid, lines)
  if (isAidLineVerb(verb)) {
    if (!line) throw new Refused(refuse('notFound'))
    const { due } = aidLineMarks(line, given)
    const next = aidLineAfter(line, verb, await inputOf(call, line), now, due)
    return { aid, lines: [...lines.map((one) => (one.id === line.id ? next : one)), ...fresh] }
  }
  const { due: dueAt } = aidMarks(aid, given)
  const after = aidAfter(aid, verb, { now, dueAt, districtPath: `/${actor.districtId}/` })
  const kept = verb === 'withdraw' ? lines.map((one) => aidLineWithdrawn(one, now)) : lines
  return { aid: after, lines: [...kept, ...fresh] }
}

/**
 * One step of an order for help or of one of its lines, once. Refusals: `notFound` out of sight, those of `whyNotAid`, of what
 * was handed in, of who is asked, `commandReused`.
 */
export async function moveAid(call: Moving) {
  const { tx, actor, params, body, now } = call
  const district = actor.districtId
  await lockAid(tx, district, params.id)
  const { row, lines: rows, hand } = await findAid(tx, actor, params.id, now)
  const { words, payload } = takenApart(body)
  const lineId = 'lineId' in body ? body.lineId : null
  const { commandId: id, verb } = body
  const deed = { district, id, aidId: row.id, lineId, verb, accountId: actor.accountId, payload }
  const before = await findAidDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readAid(call, row.id)
  }
  const rules = await getRules(tx, district)
  const aid = aidOf(row)
  const lines = rows.map(aidLineOf)
  const line = lines.find((one) => one.id === lineId)
  insist(whyNotAid(verb, aid, { line, lines }, hand))
  insist(whyNotInput(body, rules, now))
  const next = await moved(call, aid, lines, line, rules)
  const after = aidSettled(next.aid, next.lines, now)
  for (const one of next.lines) {
    const old = rows.find((other) => other.id === one.id)
    if (old && lines.includes(one)) continue
    await writeAidLine(
      tx,
      { district, aidId: aid.id, rules, told: old?.step === one.step ? old.told : 0 },
      one,
    )
  }
  const need = body.verb === 'again' ? { neededBy: body.neededBy, people: body.people } : undefined
  await writeAid(tx, row, after, next.lines, { rules, need })
  await insertAidDeed(tx, deed, now, words)
  const open = lines.filter(({ step }) => step !== null)
  const teller = { tx, district, now, actorId: actor.accountId }
  await tellAidMove(teller, body, { aid: after, line, lines: next.lines, open })
  return readAid(call, row.id)
}
