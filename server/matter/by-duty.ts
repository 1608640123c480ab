import { sql } from 'kysely'
import type { DutyHint } from '#contract/matter.ts'
import type { Seat } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { whyNotCommunity, whyNotOther } from '#domain/duty/bound.ts'
import { type DutyLine, isMain, type Office, type PlaceLevel } from '#domain/duty/line.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { whyNotDown } from '#domain/matter/why-not-input.ts'
import { whyNotTarget } from '#domain/org/targets.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { DutyOf } from '../duty/find.ts'
import { findUnit, type UnitFacts } from '../org/queries.ts'

type Sorted = Pick<Matter, 'placePath'> & Partial<Pick<Matter, 'passedUp' | 'returnedBy'>>

/** What the list of communities says against a unit as main handler. */
export const whyNotByList = (
  duty: DutyOf | undefined,
  unit: Office,
  placePath: string,
): Refusal | undefined => duty && whyNotCommunity(duty.found?.line, unit, placePath, duty)

/** The community or the street of a place. */
async function officeAt(tx: Tx, district: number, level: PlaceLevel, placePath: string, now: number) {
  const { rows } = await sql<{
    id: string
  }>`select id from unit where district_id = ${district} and kind = ${level}
    and starts_with(${placePath}, path) order by length(path) desc limit 1`.execute(tx)
  return rows[0] && findUnit(tx, district, rows[0].id, now)
}

/** Who the main handler of a line is at a place, if anybody stands there. */
function mainOf(tx: Tx, district: number, line: DutyLine, placePath: string, now: number) {
  if (line.mainId !== null) return findUnit(tx, district, line.mainId, now)
  return officeAt(tx, district, line.level as PlaceLevel, placePath, now)
}

/**
 * Whether a post can send a matter to the main handler of the list: who has returned it already, who is closed, out of its area, or
 * what it was passed up from, cannot be followed.
 */
function canSend(seat: Seat, main: UnitFacts | undefined, matter: Sorted): main is UnitFacts {
  if (!main || matter.returnedBy?.includes(main.id)) return false
  return !whyNotTarget(seat, main) && !(matter.passedUp && whyNotDown({ passedUp: matter.passedUp }, main))
}

type About = { tx: Tx; district: number; seat: Seat; matter: Sorted; now: number }

/** Why a dispatch may not leave the list so. Refusal: `dutyReason`. */
export async function whyNotOffList(
  { tx, district, seat, matter, now }: About,
  duty: DutyOf | undefined,
  unit: Office,
  why: string | undefined,
): Promise<Refusal | undefined> {
  const line = duty?.found?.line
  if (!line || isMain(line, unit, matter.placePath)) return undefined
  const main = await mainOf(tx, district, line, matter.placePath, now)
  return whyNotOther(line, unit, matter.placePath, { canFollow: canSend(seat, main, matter), why })
}

/** What the list says of a matter, for whoever dispatches it; null where it says nothing. */
export async function hintOf(about: About, duty: DutyOf | undefined): Promise<DutyHint | null> {
  const { tx, district, seat, matter, now } = about
  if (!duty?.found) return null
  const { line, by, before, basis, areaId } = duty.found
  const area = await findUnit(tx, district, areaId, now)
  const main = await mainOf(tx, district, line, matter.placePath, now)
  const assists: UnitFacts[] = []
  for (const id of line.assistIds) {
    const unit = await findUnit(tx, district, id, now)
    if (unit) assists.push(unit)
  }
  for (const level of line.assistLevels) {
    const unit = await officeAt(tx, district, level, matter.placePath, now)
    if (unit) assists.push(unit)
  }
  const may = assists.filter((unit) => unit.id !== main?.id && !whyNotTarget(seat, unit))
  const ref = ({ id, name, kind }: UnitFacts) => ({ id, name, kind })
  return {
    ...{ id: line.id, no: line.no, by, before, basis, level: line.level, isOfPlace: line.mainId === null },
    ...{ areaName: area?.name ?? '', isWhole: area?.kind === 'district' },
    ...{ main: main ? ref(main) : null, canFollow: canSend(seat, main, matter) },
    assists: may.filter((unit, i) => may.findIndex(({ id }) => id === unit.id) === i).map(ref),
  }
}

/** What the record keeps of the list with a dispatch: the line that counted, and whether it was followed. */
export const keptOf = (duty: DutyOf | undefined, unit: Office, placePath: string, now: number) =>
  duty?.found
    ? {
        duty: {
          ...{ id: duty.found.line.id, no: duty.found.line.no, basis: duty.found.basis },
          ...{ isFollowed: isMain(duty.found.line, unit, placePath), on: dayOf(now) },
        },
      }
    : {}
