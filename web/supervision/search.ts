import { instrumentBoxes } from '#contract/supervision.ts'
import { type Level, levels } from '#domain/org/roles.ts'
import { type StuckColumn, stuckColumnNames } from '#domain/supervision/board.ts'
import { type Failing, type FindingState, failings, findingStates } from '#domain/supervision/failings.ts'
import type { Box } from './queries.ts'

type Search = Record<string, unknown>

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.includes(value as T) ? (value as T) : undefined
const idOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
/** Without what is not there, so that the address stays short. */
const bare = <T extends object>(search: T): Partial<T> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Partial<T>

export type BoardSearch = { column?: StuckColumn; unit?: string; level?: Level }
export const boardSearch = (search: Search): BoardSearch =>
  bare({
    column: oneOf(stuckColumnNames, search['column']),
    unit: idOf(search['unit']),
    level: oneOf(levels, search['level']),
  })

export type BoxSearch = { box?: Box }
export const boxSearch = (search: Search): BoxSearch => bare({ box: oneOf(instrumentBoxes, search['box']) })

export type FindingSearch = { finding?: FindingState; failing?: Failing; unit?: string }
export const findingSearch = (search: Search): FindingSearch =>
  bare({
    finding: oneOf(findingStates, search['finding']),
    failing: oneOf(failings, search['failing']),
    unit: idOf(search['unit']),
  })
