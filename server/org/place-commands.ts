import type { unitRoutes } from '#contract/unit.ts'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { isOpenOn, kindsWithPlaces } from '#domain/org/units.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { newPlaceCode } from '../place/codes.ts'
import { once } from './deed.ts'
import { getUnitRow, tellOrg, unitAfter } from './unit-commands.ts'
import { insertPlace, writePlaceEnd, writePlaceLabel } from './unit-store.ts'

/** A code may hit another by chance, once in a thousand million for each that hangs. */
const tries = 5

/** Hangs a new code at a unit, at its position. Refusals: `notFound`, `noPlacesHere`, `closedUnit`. */
export async function addPlace(call: Call<typeof unitRoutes.addPlace>) {
  const { tx, actor, now, params, body } = call
  const { commandId, label } = body
  const deed = { commandId, verb: 'addPlace', subject: params.id, payload: { label } } as const
  await once(call, deed, async () => {
    const unit = await getUnitRow(call, params.id)
    if (!kindsWithPlaces.has(unit.kind)) throw new Refused(refuse('noPlacesHere', { unit: unit.name }))
    const today = dayOf(now)
    if (!isOpenOn({ validFrom: '0001-01-01', validTo: unit.valid_to }, today))
      throw new Refused(refuse('closedUnit', { unit: unit.name }))
    const place = { district: actor.districtId, unitId: unit.id, label, lng: unit.lng, lat: unit.lat }
    let isPut = false
    for (let i = 0; i < tries && !isPut; i++)
      isPut = await insertPlace(tx, { ...place, code: newPlaceCode(), validFrom: today })
    if (!isPut) throw new Error('no free place code')
    await tellOrg(call, unit.id)
  })
  return unitAfter(call, params.id)
}

/** Changes what stands under a code. Refusal: `notFound`. */
export async function editPlace(call: Call<typeof unitRoutes.editPlace>) {
  const { tx, actor, params, body } = call
  const { commandId, label } = body
  const payload = { code: params.code, label }
  await once(call, { commandId, verb: 'editPlace', subject: params.id, payload }, async () => {
    const key = { district: actor.districtId, unitId: params.id, code: params.code }
    if (!(await writePlaceLabel(tx, key, label))) throw new Refused(refuse('notFound'))
    await tellOrg(call, params.id)
  })
  return unitAfter(call, params.id)
}

/** Takes a code out of use at once. Refusal: `notFound`. */
export async function closePlace(call: Call<typeof unitRoutes.closePlace>) {
  const { tx, actor, now, params, body } = call
  const payload = { code: params.code }
  const deed = { commandId: body.commandId, verb: 'closePlace', subject: params.id, payload } as const
  await once(call, deed, async () => {
    const key = { district: actor.districtId, unitId: params.id, code: params.code }
    if (!(await writePlaceEnd(tx, key, addDays(dayOf(now), -1)))) throw new Refused(refuse('notFound'))
    await tellOrg(call, params.id)
  })
  return unitAfter(call, params.id)
}
