import { sql } from 'kysely'
import type { DutyProposal, dutyRoutes } from '#contract/duty.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf } from '#domain/matter/moves.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { DutyProposalRow, MatterRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { hintOf } from '../matter/by-duty.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { nudge } from '../matter/store.ts'
import { findUnit, listChain } from '../org/queries.ts'
import { type Inside, onceForRules } from '../rules/record.ts'
import { findDuty } from './find.ts'
import { readUnits, refOf } from './names.ts'
import { openWords, sealWords } from './sealed.ts'
import { insertProposal, writeDecision } from './store.ts'

export async function findProposal(
  tx: Tx,
  district: number,
  id: string,
): Promise<DutyProposalRow | undefined> {
  const { rows } = await sql<DutyProposalRow>`select * from duty_proposal
    where district_id = ${district} and id = ${id} for update`.execute(tx)
  return rows[0]
}

type Named = DutyProposalRow & {
  name_zh: string
  name_en: string
  is_class: boolean
  by_name: string
  decided_name: string | null
}

const selected = sql`select d.*, c.name_zh, c.name_en, c.parent_code is null is_class, p.name by_name, q.name decided_name
  from duty_proposal d
  join category c on c.district_id = d.district_id and c.code = d.category_code
  join account a on a.district_id = d.district_id and a.id = d.proposed_by
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join account b on b.district_id = d.district_id and b.id = d.decided_by
  left join person q on q.district_id = b.district_id and q.id = b.person_id`

async function viewsOf(
  tx: Tx,
  district: number,
  rows: readonly Named[],
  now: number,
): Promise<DutyProposal[]> {
  const ids = rows.flatMap((row) => [row.area_id, row.main_id, row.proposer_unit_id])
  const units = await readUnits(tx, district, ids, now)
  return rows.map((row) => {
    const words = row.sealed === null ? null : openWords(district, row.id, row.sealed)
    return {
      ...{ id: row.id, state: row.state as DutyProposal['state'], number: row.number, no: row.duty_no },
      category: { code: row.category_code, nameZh: row.name_zh, nameEn: row.name_en },
      ...{ isClass: row.is_class, area: refOf(units, row.area_id), main: refOf(units, row.main_id) },
      ...{ basis: words?.basis ?? null, reason: words?.reason ?? null },
      ...{ byName: row.by_name, byUnitName: refOf(units, row.proposer_unit_id).name },
      at: new Date(row.proposed_at).toISOString(),
      decidedBy: row.decided_name,
      decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    }
  })
}

/** What adjudicators propose, the newest first. */
export async function listDutyProposals({
  tx,
  actor,
  query,
  now,
}: Call<typeof dutyRoutes.listDutyProposals>) {
  const district = actor.districtId
  const { cursor, limit, state } = query
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor))
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const { rows } = await sql<Named>`${selected} where d.district_id = ${district}
    and (d.state = 'open') = ${state === 'open'} and (${cursor ?? null}::uuid is null or d.id < ${cursor ?? null}::uuid)
    order by d.id desc limit ${limit + 1}`.execute(tx)
  const shown = rows.slice(0, limit)
  return {
    rows: await viewsOf(tx, district, shown, now),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** Does not take a proposal, and says why. Refusals: `notFound`, `proposalDecided`. */
export async function declineDuty(call: Call<typeof dutyRoutes.declineDuty>) {
  const { tx, actor, params, body, now } = call
  const district = actor.districtId
  const { commandId, reason } = body
  const deed = {
    commandId,
    verb: 'declineDuty',
    subject: `dutyProposal:${params.id}`,
    payload: { reason },
  } as const
  await onceForRules(call, deed, async () => {
    const proposal = await findProposal(tx, district, params.id)
    if (!proposal) throw new Refused(refuse('notFound'))
    insist(proposal.state === 'open' ? undefined : refuse('proposalDecided'))
    await writeDecision(tx, { district, id: params.id, no: null, by: actor.accountId, now })
    await nudge(tx, { kind: 'rules', district, id: `duty:${params.id}`, version: 2 })
  })
  const { rows } =
    await sql<Named>`${selected} where d.district_id = ${district} and d.id = ${params.id}`.execute(tx)
  const [view] = await viewsOf(tx, district, rows, now)
  return view ?? refuse('notFound')
}

/** Whether the list may learn from a matter: who handles it was ruled, and it still goes by that. Refusal: `notRuled`. */
function whyNotPropose(matter: Matter): Refusal | undefined {
  const isRuled = matter.ruled && matter.handlingId !== null && matter.categoryCode !== null
  return isRuled ? undefined : refuse('notRuled')
}

/** The areas a line may be proposed for: those the matter happened in. */
async function areasOf(tx: Tx, row: MatterRow, now: number) {
  const chain = await listChain(tx, row.district_id, row.place_path, now)
  const kinds: readonly string[] = ['street', 'community', 'grid']
  return chain.filter(({ kind }) => kinds.includes(kind)).map(({ id, name, kind }) => ({ id, name, kind }))
}

async function categoriesOf(tx: Tx, district: number, code: string | null) {
  const { rows } = await sql<{ code: string; nameZh: string; nameEn: string; isOwn: boolean }>`
    select c.code, c.name_zh "nameZh", c.name_en "nameEn", c.code = ${code} "isOwn" from category c
    where c.district_id = ${district} and (c.code = ${code} or c.code = (select parent_code from category
      where district_id = ${district} and code = ${code}))`.execute(tx)
  const named = (isOwn: boolean) => {
    const row = rows.find((one) => one.isOwn === isOwn)
    return row ? { code: row.code, nameZh: row.nameZh, nameEn: row.nameEn } : null
  }
  return { category: named(true), classOf: named(false) }
}

/** What the list says to a post that may dispatch the matter. */
async function hintFor({ tx, actor, now }: Inside, matter: Matter) {
  const seat = reachingSeat(actor, 'matter.dispatch', matter)
  const isWaiting = moveOf('dispatch').from.includes(matter.state)
  if (!seat || !isWaiting) return null
  const district = actor.districtId
  return hintOf({ tx, district, seat, matter, now }, await findDuty(tx, district, matter, now))
}

/** What the list says of a matter, what was proposed from it, and whether its reader may propose from it now. Refusal: `notFound`. */
export async function getMatterDuty({ tx, actor, params, now }: Call<typeof dutyRoutes.getMatterDuty>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const { rows } = await sql<Named>`${selected} where d.district_id = ${district} and d.matter_id = ${row.id}
    order by d.id desc limit 20`.execute(tx)
  const views = await viewsOf(tx, district, rows, now)
  const main = row.handling_id === null ? undefined : await findUnit(tx, district, row.handling_id, now)
  const mayPropose =
    reachingSeat(actor, 'matter.rule', matter) !== undefined &&
    whyNotPropose(matter) === undefined &&
    row.destroyed_at === null &&
    views.every(({ state }) => state !== 'open')
  return {
    hint: await hintFor({ tx, actor, now }, matter),
    ...{ mayPropose, areas: await areasOf(tx, row, now) },
    ...(await categoriesOf(tx, district, row.category_code)),
    main: main ? { id: main.id, name: main.name, kind: main.kind } : null,
    proposals: views.map(({ id, state, at, byName, no }) => ({ id, state, at, byName, no })),
  }
}

/**
 * Proposes a line from the ruling of a matter. Safe to send twice. Refusals: `notFound`, `notYours`, `notRuled`, `proposedBefore`,
 * `badInput` (an area where it did not happen), `fileDestroyed`, `commandReused`.
 */
export async function proposeDuty({ tx, actor, params, body, now }: Call<typeof dutyRoutes.proposeDuty>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const matter = matterOf(row)
  const seat = reachingSeat(actor, 'matter.rule', matter)
  if (!seat) return refuse('notYours')
  if (row.destroyed_at !== null) return refuse('fileDestroyed')
  await sql`select pg_advisory_xact_lock(hashtext('rules'), ${district})`.execute(tx)
  const before = await findProposal(tx, district, body.id)
  if (before) {
    const isSame = before.matter_id === row.id && before.proposed_by === actor.accountId
    return isSame ? { id: body.id } : refuse('commandReused')
  }
  insist(whyNotPropose(matter))
  const { rows } =
    await sql`select 1 from duty_proposal where district_id = ${district} and matter_id = ${row.id}
    and state = 'open'`.execute(tx)
  insist(rows.length > 0 ? refuse('proposedBefore') : undefined)
  const areas = await areasOf(tx, row, now)
  const area =
    body.areaId === null ? await rootId(tx, district) : areas.find(({ id }) => id === body.areaId)?.id
  if (area === undefined) return refuse('badInput', { field: 'areaId', hint: 'uuid' }, 'areaId')
  const { category, classOf } = await categoriesOf(tx, district, row.category_code)
  const named = body.forClass ? (classOf ?? category) : category
  const mainId = matter.handlingId
  if (!named || mainId === null) return refuse('notRuled')
  await insertProposal(tx, {
    ...{ district, id: body.id, matterId: row.id, number: matter.sensitive ? null : row.number },
    ...{ categoryCode: named.code, areaId: area, mainId, by: actor.accountId, unitId: seat.unitId, now },
    sealed: sealWords(district, body.id, { basis: body.basis, reason: body.reason ?? '' }),
  })
  await nudge(tx, { kind: 'rules', district, id: `duty:${body.id}`, version: 1 })
  return { id: body.id }
}

async function rootId(tx: Tx, district: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from unit
    where district_id = ${district} and path = ${`/${district}/`}`.execute(tx)
  return rows[0]?.id
}
