import { sql } from 'kysely'
import type { mediationRoutes } from '#contract/mediation.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { type Language, proposeMediators } from '#domain/mediation/proposal.ts'
import type { Tx } from '../db/scope.ts'
import { listMediators, type MediationLine, type UnitName } from './queries.ts'

type Offers = RouteAnswer<typeof mediationRoutes.listMatterMediations>['mediators']

/** A category and the class above it, the nearest first. */
async function withClass(tx: Tx, district: number, code: string | null): Promise<string[]> {
  if (code === null) return []
  const { rows } = await sql<{ parent_code: string | null }>`select parent_code from category
    where district_id = ${district} and code = ${code}`.execute(tx)
  return [code, ...rows.flatMap(({ parent_code }) => parent_code ?? [])]
}

/** Who said that they are not free, or had to withdraw, in an earlier mediation of the same matter. */
const notFree = (lines: readonly MediationLine[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ facts }) =>
      (facts.mediators ?? [])
        .filter(({ until, hasConflict }) => until !== null || hasConflict === true)
        .map(({ accountId }) => accountId),
    ),
  )

/**
 * Who may mediate in a matter, with the reasons that speak for each. In: the units that take part and the offices beside them, what
 * was mediated before, and what a party speaks.
 */
export async function offerMediators(
  { tx, district, matter, now }: { tx: Tx; district: number; matter: Matter; now: number },
  {
    units,
    offices,
    lines,
  }: { units: readonly string[]; offices: readonly UnitName[]; lines: readonly MediationLine[] },
  language: Language | undefined,
): Promise<Offers> {
  const near = new Set([...units, ...offices.map(({ id }) => id)])
  const people = await listMediators(tx, district, { units: [...near] }, now)
  const conflicts = notFree(lines)
  const nearness = (unitId: string) =>
    unitId === matter.holderId ? 'here' : near.has(unitId) ? 'near' : 'far'
  const candidates = people.map((one) => ({
    ...one,
    ...({ accountId: one.id, nearness: nearness(one.unit_id), hasConflict: conflicts.has(one.id) } as const),
  }))
  const categories = await withClass(tx, district, matter.categoryCode)
  return proposeMediators(candidates, { categories, language }).map((one) => ({
    ...{ accountId: one.id, name: one.name, unitName: one.unit_name, open: one.open },
    ...{ isHere: one.nearness === 'here', languages: one.languages, sinceYear: one.since_year },
    reasons: [...one.reasons],
  }))
}
