import type { Kind, Route, Urgency } from '#domain/matter/matter.ts'

/** Who usually handles it: somebody of the community, a utility, or a department by its code. */
export type Handler =
  | 'company'
  | 'grid'
  | 'community'
  | 'committee'
  | 'studio'
  | 'water'
  | 'power'
  | 'gas'
  | `D${string}`

/**
 * A small thing that happens, in the words of those who tell it. Braces are filled in: {e} estate, {b} building, {u}
 * entrance, {f} floor, {r} room, {d} a few days, {t} a time of night, {w} somebody of the neighbourhood.
 */
export type Story = {
  code: string
  title: string
  /** How one person or another says it. */
  says: readonly string[]
  by: Handler
  /** What the handler learned at the first contact. */
  contact?: string
  progress?: string
  result: string
  outcome?: 'solved' | 'explained' | 'planned' | 'unable'
  /** What the person writes with the rating. */
  thanks?: string
  /** What a person says who is not happy with the result. */
  unhappy?: string
  ask?: readonly [question: string, answer: string]
  refuse?: readonly [route: Route, reason: string]
  kind?: Kind
  urgency?: Urgency
  /** Drawings: before, and after. */
  pictures?: readonly [before: string, after: string]
}
