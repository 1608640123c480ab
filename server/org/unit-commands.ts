import type { unitRoutes } from '#contract/unit.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { type Outline, readOutline } from '#domain/org/outline.ts'
import { lastDayOf } from '#domain/org/staffing.ts'
import { whyNotClose, whyNotUnder } from '#domain/org/units.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { countOpenAids } from '../aid/queries.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { countOpenLines } from '../whistle/queries.ts'
import { once } from './deed.ts'
import { pinyinOf } from './new-district.ts'
import { findUnit, findUnitByPath } from './queries.ts'
import {
  countLeft,
  countTasks,
  countTickets,
  findUnitRow,
  listUnitWork,
  type UnitRow,
  unitPageOf,
} from './unit-queries.ts'
import { insertUnit, writeUnit, writeUnitEnd } from './unit-store.ts'

type Inside = { tx: Tx; actor: StaffActor; now: number }

/** The page as it stands after the command. */
export async function unitAfter(call: Inside, id: string) {
  const page = await unitPageOf(call, id)
  if (isRefusal(page)) throw new Refused(page)
  return page
}

/** The unit that a command names. Refusal: `notFound`. */
export async function getUnitRow({ tx, actor }: Inside, id: string): Promise<UnitRow> {
  const row = await findUnitRow(tx, actor.districtId, id)
  if (!row) throw new Refused(refuse('notFound'))
  return row
}

/** Tells every open screen that the tree or what hangs on it has changed. */
export async function tellOrg({ tx, actor, now }: Inside, id: string): Promise<void> {
  await nudge(tx, { kind: 'org', district: actor.districtId, id, version: now })
}

function outlineOf(given: unknown): Outline | null {
  if (given === null || given === undefined) return null
  const outline = readOutline(given)
  if (isRefusal(outline)) throw new Refused(outline)
  return outline
}

/** Adds a unit under another. Refusals: `notFound`, `closedUnit`, `kindNotHere`, `unitCodeTaken`, `badOutline`, `commandReused`. */
export async function addUnit(call: Call<typeof unitRoutes.addUnit>) {
  const { tx, actor, now, body } = call
  const district = actor.districtId
  const { commandId, id, ...given } = body
  const { parentId, kind, code, name, phone, lng, lat, validFrom } = given
  const outline = outlineOf(given.outline)
  const payload = { ...given, outline }
  await once(call, { commandId, verb: 'addUnit', subject: id, payload }, async () => {
    const parent = await findUnit(tx, district, parentId, now)
    if (!parent) throw new Refused(refuse('notFound', undefined, 'parentId'))
    insist(whyNotUnder(kind, parent))
    const path = `${parent.path}${code}/`
    const there = await findUnitByPath(tx, district, path, now)
    if (there) throw new Refused(refuse('unitCodeTaken', { code, unit: there.name }, 'code'))
    const facts = { name, pinyin: pinyinOf(name), phone, lng, lat, outline }
    const isPut = await insertUnit(tx, { district, id, parentId, kind, code, path, validFrom, ...facts })
    if (!isPut) throw new Refused(refuse('commandReused'))
    await tellOrg(call, id)
  })
  return unitAfter(call, id)
}

/** Changes name, telephone, position and outline. Refusals: `notFound`, `staleVersion`, `badOutline`, `nothingChanged`. */
export async function editUnit(call: Call<typeof unitRoutes.editUnit>) {
  const { tx, actor, body, params } = call
  const { commandId, version, name, phone, lng, lat } = body
  const given = body.outline === undefined ? undefined : outlineOf(body.outline)
  const payload = { version, name, phone, lng, lat, ...(given === undefined ? {} : { outline: given }) }
  await once(call, { commandId, verb: 'editUnit', subject: params.id, payload }, async () => {
    const row = await getUnitRow(call, params.id)
    if (row.version !== version) throw new Refused(refuse('staleVersion', { version: row.version }))
    const outline = given === undefined ? (row.outline as object | null) : given
    const isSame =
      [row.name === name, row.phone === phone, row.lng === lng, row.lat === lat].every(Boolean) &&
      JSON.stringify(row.outline) === JSON.stringify(outline)
    if (isSame) throw new Refused(refuse('nothingChanged'))
    await writeUnit(tx, actor.districtId, row.id, { name, pinyin: pinyinOf(name), phone, lng, lat, outline })
    await tellOrg(call, row.id)
  })
  return unitAfter(call, params.id)
}

/**
 * Closes a unit after a last day, or at once. Refusals: `notFound`, `badSpan`, `rootStays`, `unitHasWork`, `unitHasWhistles`, `unitHasAids`, `unitHasTickets`,
 * `unitHasTasks`, `unitHasUnits`, `unitHasPosts`.
 */
export async function closeUnit(call: Call<typeof unitRoutes.closeUnit>) {
  const { tx, actor, now, params, body } = call
  const { commandId, lastOn: asked } = body
  const district = actor.districtId
  await once(call, { commandId, verb: 'closeUnit', subject: params.id, payload: { asked } }, async () => {
    const { kind, name, valid_from: validFrom } = await getUnitRow(call, params.id)
    if (asked !== null && asked < validFrom)
      throw new Refused(refuse('badSpan', { day: validFrom }, 'lastOn'))
    const lastOn = lastDayOf(validFrom, asked, dayOf(now))
    const { count: matters } = await listUnitWork(tx, actor, params.id)
    const left = await countLeft(tx, district, params.id, lastOn)
    const whistles = await countOpenLines(tx, district, params.id)
    const aids = await countOpenAids(tx, district, params.id)
    const tickets = await countTickets(tx, district, params.id, dayOf(now))
    const tasks = await countTasks(tx, district, params.id)
    insist(whyNotClose({ kind, name, matters, whistles, aids, tickets, tasks, ...left }))
    await writeUnitEnd(tx, district, params.id, lastOn)
    await tellOrg(call, params.id)
  })
  return unitAfter(call, params.id)
}

/** Takes the end of a unit away. Refusals: `notFound`, `closedUnit` (the unit above), `nothingChanged`. */
export async function reopenUnit(call: Call<typeof unitRoutes.reopenUnit>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const deed = { commandId: body.commandId, verb: 'reopenUnit', subject: params.id, payload: {} } as const
  await once(call, deed, async () => {
    const row = await getUnitRow(call, params.id)
    if (row.valid_to === null) throw new Refused(refuse('nothingChanged'))
    const parent = row.parent_id === null ? undefined : await findUnit(tx, district, row.parent_id, now)
    if (parent?.isClosed) throw new Refused(refuse('closedUnit', { unit: parent.name }))
    await writeUnitEnd(tx, district, params.id, null)
    await tellOrg(call, params.id)
  })
  return unitAfter(call, params.id)
}
