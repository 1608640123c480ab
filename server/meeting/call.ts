import type { meetingRoutes } from '#contract/meeting.ts'
import type { NewMeeting } from '#contract/meeting-steps.ts'
import type { StaffActor } from '#domain/actor.ts'
import { callingKinds } from '#domain/meeting/meeting.ts'
import { usualQuorum, whyNotQuorum } from '#domain/meeting/quorum.ts'
import { callsFor } from '#domain/meeting/sight.ts'
import { servesPath } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterRow, MeetingItemRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { findMatter } from '../matter/queries.ts'
import { findUnit } from '../org/queries.ts'
import { onceInMeeting, oneAtATime } from './once.ts'
import { insistCallable } from './people.ts'
import { bringBack } from './returns.ts'
import type { Words } from './sealed.ts'
import { claimItemFiles, insertItems, insertMeeting, insertUnits, type NewText, writeTexts } from './store.ts'
import { tellOfMeeting, toPerson, toUnit } from './tell.ts'
import { viewMeeting } from './views.ts'

/** The matters of an agenda as the caller sees them. Throws `notFound`; `meetingSecret`, where chair or minute taker may not know. */
async function mattersOf(
  tx: Tx,
  district: number,
  { items, chairId, minuterId }: Pick<NewMeeting, 'items' | 'chairId' | 'minuterId'>,
): Promise<Map<string, MatterRow>> {
  const found = new Map<string, MatterRow>()
  for (const [i, { matterId }] of items.entries()) {
    if (matterId === null) continue
    const row = await findMatter(tx, district, matterId)
    if (!row || row.destroyed_at !== null || found.has(matterId))
      throw new Refused(refuse('notFound', undefined, 'items'))
    const mayKnow = [chairId, minuterId].every((id) => row.need_to_know.includes(id))
    if (row.sensitive && !mayKnow) throw new Refused(refuse('meetingSecret', { no: i + 1 }, 'chairId'))
    found.set(matterId, row)
  }
  return found
}

type Asked = { tx: Tx; actor: StaffActor; now: number }

/** An item as it is put on an agenda. */
export type NewItem = Pick<
  NewMeeting['items'][number],
  'id' | 'matterId' | 'minutes' | 'presenterId' | 'unitIds' | 'files'
> & { topic: Words['topic'] }

/** The items that were asked for, with the titles of their matters. Throws as `mattersOf`. */
async function itemsOf({ tx, actor }: Asked, body: NewMeeting): Promise<NewItem[]> {
  const matters = await mattersOf(tx, actor.districtId, body)
  return body.items.map(({ title = '', brief = '', ...item }) => {
    const matter = item.matterId === null ? undefined : matters.get(item.matterId)
    return { ...item, topic: { title: matter?.title ?? title, number: matter?.number ?? null, brief } }
  })
}

const withPresenter = ({ unitIds, presenterId }: NewItem) => [
  ...new Set([...unitIds, ...(presenterId === null ? [] : [presenterId])]),
]

/** Writes a meeting with its agenda, brings what is unfinished onto it, and tells who is called. Throws as `callMeeting` refuses. */
export async function convene(
  { tx, actor, now }: Asked,
  body: Omit<NewMeeting, 'items' | 'commandId'>,
  items: readonly NewItem[],
): Promise<object> {
  const district = actor.districtId
  const { id, unitId, units } = body
  const startsAt = Date.parse(body.startsAt)
  const caller = await findUnit(tx, district, unitId, now)
  if (!caller || caller.isClosed || !callingKinds.has(caller.kind)) throw new Refused(refuse('notCalling'))
  if (startsAt <= now) throw new Refused(refuse('meetingPast', undefined, 'startsAt'))
  await insistCallable(tx, district, caller, body, now)
  const quorum = body.quorum ?? usualQuorum(units.length)
  insist(whyNotQuorum(quorum, units.length))
  const there = new Set([unitId, ...units.map((one) => one.unitId)])
  const stray = items.findIndex((item) => withPresenter(item).some((one) => !there.has(one)))
  if (stray >= 0) throw new Refused(refuse('itemUnitNotCalled', { no: stray + 1 }, 'items'))
  const row = {
    ...{ district_id: district, id, kind: body.kind, rhythm: body.rhythm, unit_id: unitId },
    ...{ area_path: servesPath(caller), title: body.title, starts_at: startsAt, minutes: body.minutes },
    ...{ place: body.place ?? '', link: body.link ?? '', chair_id: body.chairId, minuter_id: body.minuterId },
    ...{ quorum, called_by: actor.accountId, called_at: now },
  }
  const rows = items.map(
    (item, i): MeetingItemRow => ({
      ...{ district_id: district, id: item.id, meeting_id: id, no: i + 1, matter_id: item.matterId },
      ...{ presenter_id: item.presenterId, minutes: item.minutes, unit_ids: withPresenter(item) },
      carried: false,
    }),
  )
  if (!(await insertMeeting(tx, row)) || !(await insertItems(tx, rows)))
    throw new Refused(refuse('commandReused'))
  await insertUnits(tx, district, id, units)
  const texts = items.map(
    ({ id: itemId, topic }): NewText => ({ ofId: itemId, kind: 'topic', itemId, words: topic }),
  )
  await writeTexts(tx, { district, meetingId: id }, texts)
  for (const { id: itemId, files } of items) {
    const claim = { district, itemId, ids: files, owner: `account:${actor.accountId}` }
    if ((await claimItemFiles(tx, claim)) !== new Set(files).size)
      throw new Refused(refuse('fileMissing', undefined, 'files'))
  }
  const returned = await bringBack(tx, district, { ...body, unitId }, now)
  await tellOfMeeting(tx, { district, at: now, meetingId: id, actorId: actor.accountId }, 'meetingCalled', [
    ...units.map((one) => toUnit(one.unitId)),
    ...[body.chairId, body.minuterId].map(toPerson),
  ])
  return { units: units.length, items: items.length, returned }
}

/**
 * Calls a meeting. Refusals: `notYours`, `notCalling`, `meetingPast`, `notATarget`, `closedUnit`, `sameUnit`, `notOfUnit`,
 * `quorumTooHigh`, `notFound` (a matter), `meetingSecret`, `itemUnitNotCalled`, `fileMissing`, `commandReused`.
 */
export async function callMeeting(call: Call<typeof meetingRoutes.callMeeting>) {
  const { tx, actor, body, now } = call
  const { commandId, id, unitId } = body
  if (!callsFor(actor, unitId)) return refuse('notYours', undefined, 'unitId')
  await oneAtATime(tx, actor.districtId)
  const deed = { tx, actor, now, commandId, meetingId: id, unitId, verb: 'call', input: body }
  await onceInMeeting(deed, async () => convene(call, body, await itemsOf(call, body)))
  return viewMeeting(tx, actor, id, now)
}
