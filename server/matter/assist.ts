import { sql } from 'kysely'
import type { MoveInput } from '#contract/moves.ts'
import { assistantsOf, type Matter } from '#domain/matter/matter.ts'
import { whyNotAssistant } from '#domain/matter/why-not-input.ts'
import { whyNotHelper } from '#domain/org/targets.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { insist, Refused } from '../http/refused.ts'
import { findUnit, type UnitFacts } from '../org/queries.ts'
import { type Moment, seatFor } from './prepare.ts'

/** The units named together, each one open and within reach of the post. */
async function unitsNamed(moment: Moment, ids: readonly string[], by: 'matter.assist' | 'matter.copy') {
  const seat = seatFor(moment, by)
  const units: UnitFacts[] = []
  for (const id of new Set(ids)) {
    const unit = await findUnit(moment.tx, moment.actor.districtId, id, moment.now)
    if (!unit) throw new Refused(refuse('notATarget', { unit: '' }, 'unitIds'))
    insist(whyNotHelper(seat, unit))
    units.push(unit)
  }
  return units
}

const named = (units: readonly UnitFacts[]) => ({
  units: units.map(({ id, name }) => ({ id, name })),
  unitName: units.map((unit) => unit.name).join('、'),
})

/** The units asked to assist. Refusals: `notATarget`, `closedUnit`, `alreadyAssists`. */
export async function assistants(moment: Moment, input: MoveInput<'assist'>) {
  const units = await unitsNamed(moment, input.unitIds, 'matter.assist')
  for (const unit of units) insist(whyNotAssistant(moment.matter, unit))
  return { task: input.task, ...named(units) }
}

/** The units told for information. Refusals: `notATarget`, `closedUnit`. */
export async function copies(moment: Moment, input: MoveInput<'copy'>) {
  return { text: input.text, ...named(await unitsNamed(moment, input.unitIds, 'matter.copy')) }
}

/** The part that the own unit answers. */
export async function ownPart(moment: Moment, input: MoveInput<'answerPart'>) {
  const { unitId, unitName } = seatFor(moment, 'matter.part')
  return { ...input, unitId, unitName }
}

/** The open part that is taken back. Refusal: `noSuchPart`. */
export async function partToDrop({ matter }: Moment, input: MoveInput<'dropPart'>) {
  const part = matter.parts.find((one) => one.unitId === input.unitId && one.outcome === null)
  if (!part) throw new Refused(refuse('noSuchPart', undefined, 'unitId'))
  return { ...input, unitName: part.unitName }
}

/** Keeps the table of open parts with the matter. In: the matter before and after a move. */
export async function writeAssistants(tx: Tx, district: number, before: Matter, next: Matter): Promise<void> {
  const [was, is] = [assistantsOf(before), assistantsOf(next)]
  const gone = was.filter((id) => !is.includes(id))
  const come = is.filter((id) => !was.includes(id))
  if (gone.length > 0)
    await sql`delete from matter_assistant where district_id = ${district} and matter_id = ${next.id}
      and unit_id = any (${gone}::uuid[])`.execute(tx)
  if (come.length > 0)
    await sql`insert into matter_assistant (district_id, unit_id, matter_id)
      select ${district}, id, ${next.id} from unnest(${come}::uuid[]) id`.execute(tx)
}
