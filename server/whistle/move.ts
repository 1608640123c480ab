import type { whistleRoutes } from '#contract/whistle.ts'
import type { WhistleMove } from '#contract/whistle-moves.ts'
import { refuse } from '#domain/refusal.ts'
import { lineMarks, stepMarks } from '#domain/whistle/clocks.ts'
import { type LineInput, lineAfter, lineCalledOff, withLead } from '#domain/whistle/effects.ts'
import { isLineVerb, type LineVerb } from '#domain/whistle/moves.ts'
import { type Line, newLine, type Whistle } from '#domain/whistle/whistle.ts'
import { whyNotCall } from '#domain/whistle/who.ts'
import { whyNotPlan, whyNotRate, whyNotRateBack, whyNotWhistle } from '#domain/whistle/why-not.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { rulesFor } from '../matter/commands.ts'
import { findUnit } from '../org/queries.ts'
import type { Rules } from '../org/rules.ts'
import { findWhistle, type LineRow } from './queries.ts'
import { readWhistle } from './read.ts'
import { lineOf, type Words, whistleOf } from './rows.ts'
import { findDeed, givenBy, insertDeed, lockWhistle, writeLine, writeWhistle } from './store.ts'
import { tellMove } from './tell-move.ts'

type Moving = Pick<Call<typeof whistleRoutes.moveWhistle>, 'tx' | 'actor' | 'params' | 'body' | 'now'>

/** The fields of each verb that are words: they are kept under seal, the rest stands in the history. */
const wordFields: Record<WhistleMove['verb'], readonly string[]> = {
  ...{ second: ['note'], decline: ['reason'], sign: ['note'], contact: ['withWhom', 'note'] },
  ...{ arrive: ['who', 'found', 'place'], plan: ['what'], finish: ['result'], object: ['reason'] },
  ...{ rule: ['reason'], confirm: ['note'], sendBack: ['reason'], rate: ['reason'], rateBack: ['reason'] },
  ...{ upgrade: ['reason'], callOff: ['reason'], misuse: ['reason'] },
}

/** What was handed in, apart: words and facts. */
function takenApart(move: WhistleMove): { words: Words; payload: object } {
  const { commandId: _, verb, ...input } = move
  const fields = wordFields[verb]
  const all = Object.entries(input).filter(([name, value]) => name !== 'lineId' && value !== undefined)
  return {
    words: Object.fromEntries(all.filter(([name, value]) => fields.includes(name) && value !== '')) as Words,
    payload: Object.fromEntries(all.filter(([name]) => !fields.includes(name))),
  }
}

/** What of a move changes a line. */
function inputOf(move: WhistleMove): LineInput {
  if (move.verb === 'plan') return { until: move.until }
  if (move.verb === 'finish') return { outcome: move.outcome }
  if (move.verb === 'rule') return { ruling: move.ruling }
  if (move.verb === 'rateBack') return { accurate: move.accurate }
  if (move.verb !== 'rate') return {}
  return { rating: { speed: move.speed, help: move.help, result: move.result } }
}

/** What a verb asks of what was handed in. Refusals: those of `whyNotPlan`, `whyNotRate`, `whyNotRateBack`. */
function whyNotInput(move: WhistleMove, whistle: Whistle, rules: Rules, now: number) {
  if (move.verb === 'plan')
    return whyNotPlan(move.until, rules.profile.whistlePlanDays[whistle.kind], rules.calendar, now)
  if (move.verb === 'rate') return whyNotRate(move, move.reason)
  return move.verb === 'rateBack' ? whyNotRateBack(move.accurate, move.reason) : undefined
}

/** The department that a ruling names in place of the one that is released. Refusals: `missingField`, `notFound`, those of `whyNotCall`. */
async function namedInstead(
  { tx, actor, body, now }: Moving,
  whistle: Whistle,
  lines: readonly Line[],
  released: Line,
): Promise<Line | undefined> {
  if (body.verb !== 'rule' || body.ruling !== 'other') return undefined
  if (body.unitId === undefined) throw new Refused(refuse('missingField', { field: 'unitId' }, 'unitId'))
  const unit = await findUnit(tx, actor.districtId, body.unitId, now)
  if (!unit) throw new Refused(refuse('notFound', undefined, 'unitId'))
  const already = lines.map(({ unitId }) => unitId)
  insist(whyNotCall(unit, whistle.unitPath, already, 'unitId'))
  return newLine({ id: newId(now), unitId: unit.id, unitPath: unit.path }, released.role, now)
}

/** The whistle after a verb of its own. */
function whistleAfter(whistle: Whistle, { verb }: WhistleMove, actorId: string, now: number): Whistle {
  if (verb === 'second') return { ...whistle, state: 'sounding', secondId: actorId, soundedAt: now }
  if (verb === 'decline') return { ...whistle, state: 'declined', secondId: actorId, overAt: now }
  if (verb === 'callOff') return { ...whistle, state: 'calledOff', overAt: now }
  if (verb === 'upgrade') return { ...whistle, upgradedAt: now }
  return verb === 'misuse' ? { ...whistle, misusedAt: now } : whistle
}

/** What became of the lines by a verb of the whistle: they are called once it sounds, and end where it does not go on. */
function linesAfter(lines: readonly Line[], move: WhistleMove, now: number): Line[] {
  if (move.verb === 'second') return lines.map((line) => ({ ...line, calledAt: now, since: now }))
  if (move.verb === 'callOff' || move.verb === 'decline') return lines.map((line) => lineCalledOff(line, now))
  return [...lines]
}

async function moveLine(call: Moving, whistle: Whistle, lines: Line[], line: Line, rules: Rules) {
  const { body: move, now } = call
  const instead = await namedInstead(call, whistle, lines, line)
  const { due } =
    line.step === null ? { due: null } : stepMarks(line, line.step, whistle.kind, givenBy(rules))
  const next = lineAfter(line, move.verb as LineVerb, inputOf(move), now, due)
  const all = lines.map((one) => (one.id === line.id ? next : one))
  return withLead(instead ? [...all, instead] : all)
}

/** How many marks of a line were told: those of a step that is new are told anew, the others stay, and none that has passed is told again. */
function toldOf(row: LineRow | undefined, line: Line, whistle: Whistle, rules: Rules, now: number): number {
  if (!row || line.step === null) return 0
  if (row.step === line.step) return row.told
  if (row.step !== 'rule') return 0
  const { warn, due, over } = lineMarks(line, whistle.kind, givenBy(rules))
  return [warn, due, over].filter((at) => at !== null && at <= now).length
}

/**
 * One step of a whistle or of one of its lines, once. Refusals: `notFound` out of sight, those of `whyNotWhistle`, of what was
 * handed in, of a department that is named, `commandReused`.
 */
export async function moveWhistle(call: Moving) {
  const { tx, actor, params, body, now } = call
  const district = actor.districtId
  await lockWhistle(tx, district, params.id)
  const { row, lines: rows } = await findWhistle(tx, actor, params.id)
  const { words, payload } = takenApart(body)
  const lineId = 'lineId' in body ? body.lineId : null
  const { commandId: id, verb } = body
  const deed = { district, id, whistleId: row.id, lineId, verb, accountId: actor.accountId, payload }
  const before = await findDeed(tx, deed)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return readWhistle(call, row.id)
  }
  const rules = await rulesFor(tx, row)
  const whistle = whistleOf(row)
  const lines = rows.map(lineOf)
  const line = lines.find((one) => one.id === lineId)
  insist(whyNotWhistle(verb, whistle, line, actor))
  insist(whyNotInput(body, whistle, rules, now))
  const moved =
    line && isLineVerb(verb)
      ? await moveLine(call, whistle, lines, line, rules)
      : linesAfter(lines, body, now)
  const changed = whistleAfter(whistle, body, actor.accountId, now)
  const isOver = changed.state === 'sounding' && moved.every(({ step }) => step === null)
  const after: Whistle = isOver ? { ...changed, state: 'over', overAt: now } : changed
  for (const one of moved) {
    if (lines.includes(one)) continue
    const told = toldOf(
      rows.find((other) => other.id === one.id),
      one,
      after,
      rules,
      now,
    )
    await writeLine(tx, { district, whistle: after, rules, told }, one)
  }
  await writeWhistle(tx, row, after, moved, { rules, now })
  await insertDeed(tx, { ...deed, at: now }, words)
  await tellMove({ tx, district, now, actorId: actor.accountId }, body, after, line, moved)
  return readWhistle(call, row.id)
}
