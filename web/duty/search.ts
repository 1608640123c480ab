import { type GapKind, gapKinds } from '#domain/duty/gaps.ts'
import { type Level, levels } from '#domain/org/roles.ts'

export const dutyViews = ['list', 'gaps', 'proposals', 'community'] as const
export type DutyView = (typeof dutyViews)[number]
export const dutyWhens = ['now', 'coming', 'ended', 'all'] as const
export type DutyWhen = (typeof dutyWhens)[number]

export type DutySearch = {
  view?: DutyView
  id?: string
  /** A line to be added; with what it is for. */
  add?: true
  of?: string
  proposal?: string
  /** What is looked for; not `q`, which is of the box that searches matters. */
  find?: string
  category?: string
  unit?: string
  level?: Level
  when?: DutyWhen
  gap?: GapKind
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.includes(value as T) ? (value as T) : undefined
/** A code or number of digits only comes out of the address as a number. */
const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : undefined

/** What the address of the responsibility list names; anything else is dropped. */
export function readDutySearch(search: Record<string, unknown>): DutySearch {
  const read = {
    view: oneOf(dutyViews, search['view']),
    level: oneOf(levels, search['level']),
    when: oneOf(dutyWhens, search['when']),
    gap: oneOf(gapKinds, search['gap']),
    add: search['add'] === true ? true : undefined,
    ...Object.fromEntries(
      ['id', 'of', 'proposal', 'find', 'category', 'unit'].map((name) => [name, textOf(search[name])]),
    ),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
