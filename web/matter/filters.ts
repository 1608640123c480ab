import { type ConditionNames, listFilters, listLooks, sorts } from '#contract/list.ts'
import { type ListColumn, readColumns } from '#contract/list-columns.ts'
import { isUuidv7 } from '#domain/id.ts'
import { type Verb, verbs } from '#domain/matter/moves.ts'

type Conditions = ReturnType<typeof listFilters.parse>
export type FilterName = keyof Conditions

/** What the address bar says of a list beside its box, which view it came from, and which form stands open. */
export type Filters = { [Name in FilterName]?: Conditions[Name] | undefined } & {
  sort?: (typeof sorts)[number] | undefined
  /** The saved view that was opened; what was changed since shows against it. */
  view?: string | undefined
  /** Cards or a table, where it differs from what the view says; the columns as `title.due`. */
  look?: (typeof listLooks)[number] | undefined
  cols?: string | undefined
  do?: Verb | undefined
}

export const filterNames = Object.keys(listFilters.shape) as FilterName[]

/** Reads the filters out of an address; what it does not know is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const filters: Record<string, unknown> = {}
  for (const name of filterNames) {
    const given = search[name]
    if (given === undefined || given === '') continue
    // the router reads digits alone as a number
    const text = typeof given === 'number' ? String(given) : given
    const parsed = listFilters.shape[name].safeParse(
      name === 'q' && typeof text === 'string' ? text.slice(0, 100) : text,
    )
    if (parsed.success) filters[name] = parsed.data
  }
  const { sort, view, look, cols, do: verb } = search
  if (sorts.includes(sort as (typeof sorts)[number])) filters['sort'] = sort
  if (typeof view === 'string' && isUuidv7(view)) filters['view'] = view
  if (listLooks.includes(look as (typeof listLooks)[number])) filters['look'] = look
  const columns = typeof cols === 'string' ? columnsIn(cols) : []
  if (columns.length > 0) filters['cols'] = columns.join('.')
  if (verbs.includes(verb as Verb)) filters['do'] = verb
  return filters
}

/** The columns that an address names, as far as they are known. */
export const columnsIn = (cols: string): ListColumn[] => readColumns(cols.split('.')).columns

/** No filter at all; the order stays, and the view is left with the look it had. */
export const noFilters: Filters = Object.fromEntries(
  [...filterNames, 'view', 'look', 'cols'].map((name) => [name, undefined]),
)

/** The conditions alone, for the server. */
export function conditionsOf(filters: Filters): Partial<Conditions> {
  return Object.fromEntries(
    filterNames.filter((name) => filters[name] !== undefined).map((name) => [name, filters[name]]),
  )
}

/** Whether anything is left out of the list. */
export function isFiltered(filters: Filters): boolean {
  return filterNames.some((name) => filters[name] !== undefined)
}

/** The conditions that name something that was deleted or closed. */
export function goneOf(names: ConditionNames | undefined): (keyof ConditionNames)[] {
  return (Object.keys(names ?? {}) as (keyof ConditionNames)[]).filter((name) => names?.[name]?.isGone)
}
