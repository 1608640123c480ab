import type { ClosureKind } from '../matter/matter.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** How closed matters are that say something was done; what was withdrawn, joined, voided or not accepted claims nothing. */
export const sampledKinds = [
  'resolved',
  'agreed',
  'referred',
  'procedural',
  'stabilised',
] as const satisfies ClosureKind[]

/** What another unit found when it asked again: truly solved, not solved, nobody reached, or the record is not true 虚假办结. */
export const sampleOutcomes = ['solved', 'unsolved', 'unreachable', 'false'] as const
export type SampleOutcome = (typeof sampleOutcomes)[number]

export const checkWays = ['phone', 'visit', 'record'] as const
export type CheckWay = (typeof checkWays)[number]

/** A share of the closed matters of each unit, and at least so many of them; defaults of this product. */
export type SampleSize = { share: number; minimum: number }
export const defaultSample: SampleSize = { share: 5, minimum: 2 }

export type Closed = { id: string; unitId: string }
export type Stratum = { unitId: string; closed: number; ids: string[] }

/** Where a matter stands in the order of a seed: 53 bits that look like chance and are always the same. */
function lotOf(seed: string, id: string): number {
  let [a, b] = [0x9e3779b9, 0x85ebca6b]
  for (const char of `${seed}\n${id}`) {
    const code = char.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 0x85ebca6b)
    b = Math.imul(b ^ code, 0xc2b2ae35)
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d) ^ Math.imul(b ^ (b >>> 13), 0x846ca68b)
  b = Math.imul(b ^ (b >>> 16), 0x7feb352d) ^ Math.imul(a ^ (a >>> 13), 0x846ca68b)
  return (b >>> 0) * 2 ** 21 + (a >>> 11)
}

/** How many of so many are drawn. In: a share in per cent. */
export const sizeOf = (closed: number, { share, minimum }: SampleSize): number =>
  Math.min(closed, Math.max(minimum, Math.ceil((closed * share) / 100)))

/**
 * Draws from what each unit closed. The same seed draws the same matters from the same month, in whatever order they are handed in, so
 * that anybody can draw again. Out: unit by unit, with how many there were.
 */
export function drawSample(seed: string, closed: readonly Closed[], size: SampleSize): Stratum[] {
  const byUnit = new Map<string, string[]>()
  for (const { id, unitId } of closed) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), id])
  return [...byUnit.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unitId, ids]) => {
      const lots = ids.map((id) => ({ id, lot: lotOf(seed, id) }))
      const drawn = lots.toSorted((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
      return {
        ...{ unitId, closed: ids.length },
        ids: drawn.slice(0, sizeOf(ids.length, size)).map(({ id }) => id),
      }
    })
}

/** The units that may not check a closing: whoever closed it, and whoever handled it. Refusal: `ownClosure`. */
export function whyNotCheck(
  closure: { closedUnitId: string; handlingUnitId: string | null },
  unitId: string,
): Refusal | undefined {
  return unitId === closure.closedUnitId || unitId === closure.handlingUnitId
    ? refuse('ownClosure')
    : undefined
}

/** Counts below this are not shown of other units (domain rules §12, "small-number guard"). */
export const fewest = 5

export type Counted = { closed: number; drawn: number; checked: number } & Record<SampleOutcome, number>

/**
 * The numbers of one unit as a reader sees them. False closures are a share of what could be judged: checked and reached. Out: null where
 * fewer than five were judged of a unit outside the reader's area.
 */
export function shownCounts(counted: Counted, isInArea: boolean) {
  const judged = counted.checked - counted.unreachable
  const { closed, drawn, checked } = counted
  const outcomes = isInArea || judged >= fewest
  return {
    ...{ closed, drawn, checked },
    judged: outcomes ? judged : null,
    outcomes: outcomes
      ? {
          solved: counted.solved,
          unsolved: counted.unsolved,
          unreachable: counted.unreachable,
          false: counted.false,
        }
      : null,
  }
}
