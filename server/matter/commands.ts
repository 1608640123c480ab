import { moveInputs } from '#contract/moves.ts'
import type { Actor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays, closeOf } from '#domain/calendar/working-days.ts'
import { isTry } from '#domain/matter/clocks.ts'
import { after } from '#domain/matter/effects.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf, type Verb, verbs } from '#domain/matter/moves.ts'
import { type Circumstances, whyNot } from '#domain/matter/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow } from '../db/tables.gen.ts'
import { sendAlong } from '../hall/along.ts'
import { parse } from '../http/parse.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { tellMoves } from '../notify/tell.ts'
import { getProfile, getRules, type Rules } from '../org/rules.ts'
import { textRow } from './birth.ts'
import { newClock, relimited, stopped } from './clock-rows.ts'
import { chained, digestOf } from './history.ts'
import { prepare } from './prepare.ts'
import { findActionById, listRunningClocks } from './queries.ts'
import { changedColumns, matterOf } from './rows.ts'
import { claimFiles, clearRatings, lockMatter, nudge, writeChange, writeRating, writeText } from './store.ts'

export type Command = { matterId: string; commandId: string; version?: number; verb: string; input: unknown }
export type Done = { id: string; version: number; state: string; at: string }

/**
 * Does one move: locks the matter, asks whether it may be done, computes, writes, tells. A command sent again answers
 * as the first time. Refusals: those of `whyNot`, `staleVersion`, `commandReused`, `badInput`, `fileMissing` and the
 * rules of the verb.
 */
export async function move(tx: Tx, actor: Actor, command: Command, now: number): Promise<Done> {
  const verb = verbs.find((v) => v === command.verb)
  if (verb === undefined)
    throw new Refused(refuse('badInput', { field: 'verb', hint: command.verb.slice(0, 20) }, 'verb'))
  const input = parse(moveInputs[verb], command.input, 'body') as Record<string, unknown>
  const district = actor.districtId
  const row = await lockMatter(tx, district, command.matterId)
  if (!row) throw new Refused(refuse('notFound'))
  const repeated = await findActionById(tx, district, command.commandId)
  if (repeated) {
    const isSame =
      repeated.matter_id === row.id &&
      repeated.verb === verb &&
      repeated.input_digest === digestOf(input).toString('hex')
    if (!isSame) throw new Refused(refuse('commandReused'))
    return {
      id: row.id,
      version: repeated.version,
      state: repeated.state,
      at: new Date(repeated.at).toISOString(),
    }
  }
  const rules = await rulesFor(tx, row)
  const matter = matterOf(row)
  insist(whyNot(verb, matter, actor, circumstances(matter, rules, now)))
  if (command.version !== undefined && command.version !== matter.version)
    throw new Refused(refuse('staleVersion', { version: matter.version }))
  return act(tx, actor, { row, matter, verb, input, commandId: command.commandId, rules, now })
}

/** The rules a matter runs under: the calendar as it stands, the profile it began with. */
export async function rulesFor(tx: Tx, row: MatterRow): Promise<Rules> {
  const rules = await getRules(tx, row.district_id)
  if (rules.profileVersion === row.profile_version) return rules
  return {
    ...rules,
    profile: await getProfile(tx, row.district_id, row.profile_version),
    profileVersion: row.profile_version,
  }
}

/** What the guards look at beside matter and actor. */
export function circumstances(matter: Matter, rules: Rules, now: number): Circumstances {
  const { dispatchedAt } = matter
  const lastDay =
    dispatchedAt === null
      ? null
      : addWorkingDays(rules.calendar, dayOf(dispatchedAt), rules.profile.returnWorkDays)
  return {
    now,
    profile: rules.profile,
    returnUntil: lastDay === null ? null : closeOf(rules.calendar, lastDay),
  }
}

type Act = {
  row: MatterRow
  matter: Matter
  verb: Verb
  input: Record<string, unknown>
  commandId: string
  rules: Rules
  now: number
}

async function act(tx: Tx, actor: Actor, a: Act): Promise<Done> {
  const { row, matter, verb, input, rules, now } = a
  const district = row.district_id
  const prepared = await prepare(tx, actor, verb, matter, input, now)
  const next = after(matter, {
    verb,
    matterId: row.id,
    at: now,
    actorId: prepared.author.id,
    payload: prepared.payload,
  })
  const action = chained(
    {
      district_id: district,
      matter_id: row.id,
      seq: row.last_seq + 1,
      id: a.commandId,
      verb,
      at: now,
      actor_kind: prepared.author.kind,
      actor_id: prepared.author.id,
      post_id: prepared.author.postId,
      unit_id: prepared.author.unitId,
      appeal_id: actor.kind === 'resident' ? actor.appealId : null,
      state: next.state,
      payload: { ...prepared.payload, inputDigest: digestOf(input).toString('hex'), version: next.version },
    },
    row.last_hash,
  )
  const clocks = await turnClocks(tx, a, next)
  await writeChange(tx, row, { columns: changedColumns(next), action, ...clocks })
  await claim(tx, actor, a, action.seq)
  if (verb === 'rate' && actor.kind === 'resident')
    await writeRating(tx, district, actor.appealId, prepared.rating, now)
  if (verb === 'verify') await clearRatings(tx, district, row.id)
  if (verb === 'correct')
    await writeText(tx, textRow(district, row.id, [next.title, next.story, next.placeText]))
  await nudge(tx, { kind: 'matter', district, id: row.id, version: next.version })
  if (verb === 'dispatch' && actor.kind === 'staff' && next.handlingId !== null)
    await sendAlong(tx, actor, row.id, next.handlingId, now)
  await tellMoves(tx, [{ number: row.number, matter: next, action }])
  await followUp(tx, actor, row, next, rules, now)
  return { id: row.id, version: next.version, state: next.state, at: new Date(now).toISOString() }
}

/** Which running clocks a move stops, starts and gives another limit, and when the first of those left is due. */
async function turnClocks(tx: Tx, { row, verb, input, rules, now }: Act, next: Matter) {
  const { starts = [], stops = [] } = moveOf(verb)
  const running = await listRunningClocks(tx, row.district_id, row.id)
  const ending = isTry(verb, input)
    ? []
    : running.filter((c) => (stops as readonly string[]).includes(c.kind))
  const fresh = starts
    .filter((kind) => kind !== 'contact' || next.hasContact)
    .map((kind) => newClock(row.district_id, kind, next, rules, now))
  const left = running
    .filter((c) => !ending.includes(c))
    .map((was) => ({ was, is: relimited(was, next, rules, now) ?? was }))
  const dues = [...left.map(({ is }) => is), ...fresh].map((c) => c.due_at).filter((at) => at !== null)
  return {
    stoppedClocks: ending.map((c) => ({ id: c.id, ...stopped(c, verb, now) })),
    changedClocks: left.filter(({ was, is }) => is !== was).map(({ is }) => is),
    newClocks: fresh,
    dueAt: dues.length === 0 ? null : Math.min(...dues),
  }
}

async function claim(tx: Tx, actor: Actor, { row, input }: Act, seq: number): Promise<void> {
  const ids = (input['files'] as string[] | undefined) ?? []
  const owner = actor.kind === 'staff' ? `account:${actor.accountId}` : 'visitor'
  const appealId = actor.kind === 'resident' ? actor.appealId : null
  const claimed = await claimFiles(tx, {
    district: row.district_id,
    ids,
    owner,
    matterId: row.id,
    appealId,
    seq,
  })
  if (claimed !== new Set(ids).size) throw new Refused(refuse('fileMissing', undefined, 'files'))
}

/** When the only voice says that it is solved, nobody needs to ask again: the matter closes by itself as resolved. */
async function followUp(
  tx: Tx,
  actor: Actor,
  row: MatterRow,
  next: Matter,
  rules: Rules,
  now: number,
): Promise<void> {
  if (actor.kind !== 'resident' || next.state !== 'revisiting' || next.solved !== true) return
  const system = { kind: 'system', districtId: row.district_id } as const
  if (whyNot('close', next, system, circumstances(next, rules, now))) return
  const fresh = await lockMatter(tx, row.district_id, row.id)
  if (!fresh) return
  const input = { closureKind: 'resolved', summary: next.result ?? next.title }
  await act(tx, system, { row: fresh, matter: next, verb: 'close', input, commandId: newId(now), rules, now })
}
