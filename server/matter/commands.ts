import { moveInputs } from '#contract/moves.ts'
import type { Actor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { addWorkingDays, closeOf } from '#domain/calendar/working-days.ts'
import { isTry, startedBy } from '#domain/matter/clocks.ts'
import { after } from '#domain/matter/effects.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf, type Verb, verbs } from '#domain/matter/moves.ts'
import { type Circumstances, whyNot } from '#domain/matter/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { ClockRow, MatterRow } from '../db/tables.gen.ts'
import { markOrders } from '../door/store.ts'
import { sendAlong } from '../hall/along.ts'
import { parse } from '../http/parse.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { ownerOf } from '../mediation/prepare.ts'
import { tellMoves } from '../notify/tell.ts'
import { getProfile, getRules, type Rules, rulesUnder } from '../org/rules.ts'
import { withoutPersons } from '../party/sealed.ts'
import { moveParties } from '../party/store.ts'
import { asksAlong } from './along.ts'
import { writeAssistants } from './assist.ts'
import { keepBeside } from './beside.ts'
import { bornOf, textRow } from './birth.ts'
import { decided, newClock, relimited, stopped } from './clock-rows.ts'
import { chained, digestOf } from './history.ts'
import { leavingVoice, moveVoices } from './joining.ts'
import { type Prepared, prepare } from './prepare.ts'
import { findActionById, listAppeals, listRunningClocks } from './queries.ts'
import { changedColumns, matterOf } from './rows.ts'
import {
  claimFiles,
  clearRatings,
  insertBirths,
  lockMatter,
  nudge,
  writeChange,
  writeRating,
  writeText,
} from './store.ts'

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
  // they travel together and are answered in this order: what is read is as it stands under the lock
  const [row, repeated, running] = await Promise.all([
    lockMatter(tx, district, command.matterId),
    findActionById(tx, district, command.commandId),
    listRunningClocks(tx, district, command.matterId),
  ])
  if (!row) throw new Refused(refuse('notFound'))
  if (repeated) {
    const isSame =
      repeated.matter_id === row.id &&
      repeated.verb === verb &&
      repeated.input_digest === digestOf(withoutPersons(verb, input)).toString('hex')
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
  const at = { ...circumstances(matter, rules, now, running), isDestroyed: row.destroyed_at !== null }
  insist(whyNot(verb, matter, actor, at))
  if (command.version !== undefined && command.version !== matter.version)
    throw new Refused(refuse('staleVersion', { version: matter.version }))
  return act(tx, actor, { row, matter, verb, input, commandId: command.commandId, rules, running, now })
}

/** The rules a matter runs under: the calendar as it stands, the profile it began with. */
export async function rulesFor(
  tx: Tx,
  row: Pick<MatterRow, 'district_id' | 'profile_version'>,
): Promise<Rules> {
  const rules = await getRules(tx, row.district_id)
  if (rules.profileVersion === row.profile_version) return rules
  return rulesUnder(rules, await getProfile(tx, row.district_id, row.profile_version), row.profile_version)
}

/** What the guards look at beside matter and actor. In: also the running clocks, where they matter. */
export function circumstances(
  matter: Matter,
  rules: Rules,
  now: number,
  running: readonly Pick<ClockRow, 'kind' | 'due_at'>[] = [],
): Circumstances {
  const { dispatchedAt, denied } = matter
  const { returnWorkDays } = rules.profile
  const handle = running.find((clock) => clock.kind === 'handle')
  const lastDay =
    dispatchedAt === null ? null : addWorkingDays(rules.calendar, dayOf(dispatchedAt), returnWorkDays)
  return {
    now,
    profile: rules.profile,
    returnUntil: lastDay === null ? null : closeOf(rules.calendar, lastDay),
    reviewUntil:
      denied && closeOf(rules.calendar, addWorkingDays(rules.calendar, dayOf(denied.at), returnWorkDays)),
    handle: handle && { dueAt: handle.due_at },
  }
}

type Act = {
  row: MatterRow
  matter: Matter
  verb: Verb
  input: Record<string, unknown>
  commandId: string
  rules: Rules
  running: readonly ClockRow[]
  now: number
}

async function act(tx: Tx, actor: Actor, a: Act): Promise<Done> {
  const { row, matter, verb, input, rules, running, now } = a
  const district = row.district_id
  const prepared = await prepare({ tx, actor, matter, rules, running, now }, verb, input)
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
      payload: {
        ...prepared.payload,
        inputDigest: digestOf(withoutPersons(verb, input)).toString('hex'),
        version: next.version,
      },
    },
    row.last_hash,
  )
  const clocks = turnClocks(a, next)
  await writeChange(tx, row, { columns: changedColumns(next), action, ...clocks })
  await claim(tx, actor, a, action.seq, prepared.mediated?.files ?? prepared.petitioned?.files)
  if (verb === 'rate' && actor.kind === 'resident')
    await writeRating(tx, district, actor.appealId, prepared.rating, now)
  if (verb === 'verify') await clearRatings(tx, district, row.id)
  if (verb === 'correct')
    await writeText(tx, textRow(district, row.id, [next.title, next.story, next.placeText]))
  if (next.parts !== matter.parts) await writeAssistants(tx, district, matter, next)
  await moveVoicesBeyond(tx, actor, a, prepared)
  const mirrored = await keepBeside(tx, row, action, input, prepared)
  if (verb === 'dispatch' && actor.kind === 'staff' && next.handlingId !== null)
    await sendAlong(tx, actor, row.id, next.handlingId, now)
  await Promise.all([
    nudge(tx, { kind: 'matter', district, id: row.id, version: next.version }),
    tellMoves(tx, [{ number: row.number, matter: next, action }]),
  ])
  if (mirrored) await actOther(tx, actor, mirrored.id, verb, mirrored.input, now)
  await followUp(tx, actor, row, next, rules, now)
  if (verb === 'dispatch') {
    const asked = await asksAlong({ tx, actor, id: row.id, rules, now }, input)
    if (asked) await actFurther(tx, actor, asked.row, 'assist', asked.input, rules, now)
  }
  return { id: row.id, version: next.version, state: next.state, at: new Date(now).toISOString() }
}

/** Which running clocks a move stops, starts and gives another limit, and when the first of those left is due. */
function turnClocks({ row, matter, verb, input, rules, running, now }: Act, next: Matter) {
  const { stops = [] } = moveOf(verb)
  const ending = isTry(verb, input)
    ? []
    : running.filter((c) => (stops as readonly string[]).includes(c.kind))
  const fresh = startedBy(verb, next).map((kind) => newClock(row.district_id, kind, next, rules, now))
  const left = running
    .filter((c) => !ending.includes(c))
    .map((was) => ({
      was,
      is: decided(was, verb, matter, rules, now) ?? relimited(was, next, rules, now) ?? was,
    }))
  const dues = [...left.map(({ is }) => is), ...fresh].map((c) => c.due_at).filter((at) => at !== null)
  return {
    stoppedClocks: ending.map((c) => ({ id: c.id, ...stopped(c, verb, now) })),
    changedClocks: left.filter(({ was, is }) => is !== was).map(({ is }) => is),
    newClocks: fresh,
    dueAt: dues.length === 0 ? null : Math.min(...dues),
  }
}

async function claim(
  tx: Tx,
  actor: Actor,
  { row, input }: Act,
  seq: number,
  ids: readonly string[] = (input['files'] as string[] | undefined) ?? [],
): Promise<void> {
  const owner = ownerOf(actor)
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
  await actFurther(tx, system, fresh, 'close', input, rules, now)
}

/** A move that follows from another deed, on a matter that is locked. */
export async function actFurther(
  tx: Tx,
  actor: Actor,
  row: MatterRow,
  verb: Verb,
  input: Record<string, unknown>,
  rules: Rules,
  now: number,
): Promise<void> {
  const running = await listRunningClocks(tx, row.district_id, row.id)
  const matter = matterOf(row)
  await act(tx, actor, { row, matter, verb, input, commandId: newId(now), rules, running, now })
}

/** The same command in the story of another matter, under the rules that one runs by. */
async function actOther(
  tx: Tx,
  actor: Actor,
  id: string,
  verb: Verb,
  input: Record<string, unknown>,
  now: number,
): Promise<void> {
  const other = await lockMatter(tx, actor.districtId, id)
  if (!other) throw new Error(`matter ${id} was there a moment ago`)
  await actFurther(tx, actor, other, verb, input, await rulesFor(tx, other), now)
}

/** Joining and splitting: the voices go to the other matter, which writes its own line; a split one is born first. */
async function moveVoicesBeyond(
  tx: Tx,
  actor: Actor,
  { row, matter, verb, rules, now }: Act,
  prepared: Prepared,
) {
  if (verb !== 'merge' && verb !== 'split') return
  const district = row.district_id
  const payload = prepared.payload as {
    intoId: string
    intoNumber: string
    title: string
    appealIds: string[]
  }
  const from = { id: row.id, number: row.number }
  if (verb === 'split') {
    const voices = (await listAppeals(tx, district, row.id)).filter((voice) =>
      payload.appealIds.includes(voice.id),
    )
    const voice = {
      ...leavingVoice(row, payload, voices),
      ...{ kind: matter.kind, urgency: matter.urgency, categoryCode: matter.categoryCode },
      ...{ sensitive: matter.sensitive, needToKnow: matter.needToKnow, splitFrom: from },
      centre: { id: matter.centreId, path: matter.centrePath, level: matter.centreLevel },
    }
    const current = await getRules(tx, district)
    await insertBirths(tx, [bornOf(voice, payload.intoNumber, prepared.author, current, now)])
    await nudge(tx, { kind: 'matter', district, id: voice.matterId, version: 1 })
  }
  if (verb === 'merge') await moveParties(tx, district, row.id, payload.intoId)
  const moved = await moveVoices(tx, district, payload.appealIds, row.id, payload.intoId)
  await markOrders(tx, district, [payload.intoId])
  // A matter that is born with its first voice takes in the others only.
  const joining = verb === 'split' ? moved.slice(1) : moved
  if (joining.length === 0) return
  const into = await lockMatter(tx, district, payload.intoId)
  if (!into) throw new Error(`the matter that ${row.number} goes to is gone`)
  await actFurther(
    tx,
    actor,
    into,
    'join',
    {
      ...{ hasContact: joining.some((voice) => voice.phone_sealed !== null), voices: joining.length },
      ...{ appealIds: joining.map((voice) => voice.id), from },
    },
    rules,
    now,
  )
}
