import { sql } from 'kysely'
import type { MatterPage, matterRoutes } from '#contract/matter.ts'
import { missingFor } from '#domain/matter/fields.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import { mayDo } from '#domain/matter/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import { classify } from '#domain/triage/classify.ts'
import { noteView } from '../audit/views.ts'
import { getTriageTable } from '../category/table.ts'
import { namesOf } from '../colleague/queries.ts'
import { askersOf } from '../evaluation/asking.ts'
import type { Call } from '../http/bind.ts'
import { withOthers } from '../nearby/links.ts'
import { findUnit, listChain, pathsAbove } from '../org/queries.ts'
import { circumstances, rulesFor } from './commands.ts'
import { findMatter, listActions, listAppeals, listClocks, listFiles } from './queries.ts'
import { matterOf } from './rows.ts'
import { findRef, listJoined, standingViews } from './standing.ts'
import { insertReading } from './store.ts'
import { actionViews, clockViews, isoOrNull, mentionsOf, openSealed, rowView, voiceView } from './views.ts'

/** How long a revealed contact stays on the screen. */
const revealSeconds = 60

/** Everything one screen needs of a matter, and what its reader may do now. */
export async function getMatter({
  tx,
  actor,
  params,
  now,
}: Call<typeof matterRoutes.getMatter>): Promise<MatterPage | ReturnType<typeof refuse>> {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  await noteView(tx, {
    ...{ district, accountId: actor.accountId, at: now },
    ...{ what: 'open', subject: `matter:${row.id}`, facts: '' },
  })
  const matter = matterOf(row)
  const rules = await rulesFor(tx, row)
  const [actions, appeals, clocks, files, chain, holder, centre, handling] = [
    await withOthers(tx, district, await listActions(tx, district, row.id)),
    await listAppeals(tx, district, row.id),
    await listClocks(tx, district, row.id),
    await listFiles(tx, district, row.id),
    await listChain(tx, district, row.place_path, now),
    await findUnit(tx, district, row.holder_id, now),
    await findUnit(tx, district, row.centre_id, now),
    row.handling_id === null ? undefined : await findUnit(tx, district, row.handling_id, now),
  ]
  if (!holder || !centre) throw new Error(`matter ${row.number} is held by nobody`)
  const first = clocks.find((c) => c.stopped_at === null)
  const taken = actions.findLast((a) => a.verb === 'sign' || a.verb === 'handOver')
  const handlerName = taken?.verb === 'handOver' ? String(taken.payload['accountName']) : taken?.name
  const listed = {
    ...row,
    holder_name: holder.name,
    holder_kind: holder.kind,
    place_name: chain.at(-1)?.name ?? '',
    handler_name: row.handler_id === null ? null : (handlerName ?? null),
    clock_kind: first?.kind ?? null,
    clock_due_at: first?.due_at ?? null,
    clock_warn_at: first?.warn_at ?? null,
    clock_over_at: first?.over_at ?? null,
  }
  const running = clocks.filter((clock) => clock.stopped_at === null)
  const at = { ...circumstances(matter, rules, now, running), isDestroyed: row.destroyed_at !== null }
  const names = await namesOf(tx, district, actions.flatMap(mentionsOf))
  const isSorted = row.category_code !== null
  return {
    ...rowView(listed, now),
    story: row.story,
    destroyedAt: isoOrNull(row.destroyed_at),
    result: row.result,
    place: {
      unitId: row.place_unit_id,
      names: chain.filter((u) => u.kind !== 'district').map((u) => u.name),
      lng: row.lng,
      lat: row.lat,
      outline: await findOutline(tx, district, row.place_path),
    },
    centre: { id: centre.id, name: centre.name, kind: centre.kind },
    handling: handling ? { id: handling.id, name: handling.name, kind: handling.kind } : null,
    closedAt: isoOrNull(row.closed_at),
    solved: row.solved,
    satisfied: matter.satisfied,
    clocks: clockViews(clocks, matter, rules, now),
    actionLog: actionViews(actions, files, names),
    voices: appeals.map((a) => voiceView(actor, matter, a, files, actions)),
    may: mayDo(matter, actor, at),
    mayAskExclusion: (await askersOf(tx, actor, row, now)).some(({ why }) => !why),
    missing: missingFor('dispatched', matter),
    ...standingViews(matter, actions, rules.profile),
    joinedInto: matter.joinedInto ? await findRef(tx, district, matter.joinedInto) : null,
    joined: await listJoined(tx, district, row.id),
    proposal: isSorted
      ? null
      : classify(`${row.title} ${row.story}`, await getTriageTable(tx, district, now)),
  }
}

/** The outline of the grid (or what stands nearest above the place and has one). */
async function findOutline(
  tx: Call<typeof matterRoutes.getMatter>['tx'],
  district: number,
  placePath: string,
): Promise<unknown> {
  const { rows } = await sql<{ outline: unknown }>`select outline from unit
    where district_id = ${district} and path = any (${pathsAbove(placePath)}) and outline is not null order by length(path) desc limit 1`.execute(
    tx,
  )
  return rows[0]?.outline ?? null
}

/** Opens who said it, for a stated purpose, for a minute, on record. Refusals: `notFound`, `secretFromYou`. */
export async function revealContact({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof matterRoutes.revealContact>) {
  const row = await findMatter(tx, actor.districtId, params.id)
  const voice = row && (await listAppeals(tx, actor.districtId, row.id)).find((a) => a.id === body.appealId)
  if (!row || !voice) return refuse('notFound')
  if (!mayReveal(actor, matterOf(row), { isConfidential: voice.is_confidential }))
    return refuse('secretFromYou')
  const isOnRecord = await insertReading(tx, {
    district: actor.districtId,
    id: body.commandId,
    at: now,
    accountId: actor.accountId,
    what: 'reveal',
    subject: `appeal:${voice.id}`,
    purpose: body.purpose,
    againMs: revealSeconds * 1000,
  })
  if (!isOnRecord) return refuse('commandReused')
  return { name: openSealed(voice, 'name'), phone: openSealed(voice, 'phone'), seconds: revealSeconds }
}
