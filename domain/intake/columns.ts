import { columnNames, type OrderField, orderFields, otherPeople, requiredFields } from './order-fields.ts'
import { cleanText, halfWidth } from './text.ts'

/** Why a column was proposed: chosen last time, called so, or its name ends so. */
export type Reason = 'remembered' | 'name' | 'ending'

/** One proposal. `column` counts from 0, `header` is the heading as found, `name` the known name it was matched by. */
export type Column<F extends string = OrderField> = {
  field: F
  column: number
  header: string
  reason: Reason
  name?: string
}

/** Columns in the order of the sheet, each used once, each field at most once; `missing`: required fields without one. */
export type Mapping<F extends string = OrderField> = { columns: readonly Column<F>[]; missing: readonly F[] }

/** One kind of workbook: its fields, what others call them (best name first), which are needed, and what speaks of others. */
export type ColumnBook<F extends string> = {
  fields: readonly F[]
  names: Readonly<Partial<Record<F, readonly string[]>>>
  required: readonly F[]
  foreign?: RegExp
}

const orders: ColumnBook<OrderField> = {
  ...{ fields: orderFields, names: columnNames, required: requiredFields, foreign: otherPeople },
}

/** Stands between the two lines of a two-line head. */
export const headJoint = '/'

const longestHeading = 40

function bare(text: string): string {
  const plain = halfWidth(cleanText(text)).toLowerCase().replace(/\s+/g, '')
  const unbracketed = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>/g, '')
  return (unbracketed || plain)
    .replace(/^(\d+[.、]|[①-⑳])/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 80)
}

/**
 * A heading as it is compared and remembered: half-width, lower case, without spaces, line ends, asterisks, remarks in
 * brackets and numbering. Both lines of a two-line head are kept, joined by `/`.
 */
export function headerKey(header: string): string {
  return header.split(headJoint).map(bare).filter(Boolean).join(headJoint)
}

type Candidate<F extends string> = Column<F> & { weight: number }

function candidates<F extends string>(book: ColumnBook<F>, header: string, column: number): Candidate<F>[] {
  const key = headerKey(header)
  if (!key || key.length > longestHeading) return []
  const parts = key.split(headJoint)
  const names = [...new Set([parts.at(-1) as string, parts.join(''), parts[0] as string])]
  const foreign = book.foreign?.test(key) ?? false
  const found: Candidate<F>[] = []
  for (const field of book.fields) {
    book.names[field]?.forEach((name, rank) => {
      const at = names.indexOf(name)
      const isWhole = at >= 0 && (parts.length === 1 || !foreign)
      const isEnding = name.length >= 2 && !foreign && names.some((given) => given.endsWith(name))
      if (isWhole) found.push({ field, column, header, reason: 'name', name, weight: at * 100 + rank })
      else if (isEnding) {
        found.push({ field, column, header, reason: 'ending', name, weight: 1000 - name.length * 10 + rank })
      }
    })
  }
  return found
}

/**
 * Says which column holds which field. In: the headings by column, and what people chose earlier (`rememberMapping`),
 * which goes first; '' there means "use it for nothing". Then known names, then headings that end in a known name; the
 * better name wins, of equals the left column. Never refuses: what is missing is named in the answer.
 */
export function proposeColumns<F extends string>(
  book: ColumnBook<F>,
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): Mapping<F> {
  const pool: Candidate<F>[] = []
  headers.forEach((header, column) => {
    const key = headerKey(header)
    const chosen = key && Object.hasOwn(remembered, key) ? remembered[key] : undefined
    const field = book.fields.find((one) => one === chosen)
    if (chosen === undefined) pool.push(...candidates(book, header, column))
    else if (field !== undefined) pool.push({ field, column, header, reason: 'remembered', weight: -1 })
  })
  pool.sort((a, b) => a.weight - b.weight || a.column - b.column)
  const byField = new Map<F, Column<F>>()
  const taken = new Set<number>()
  for (const { weight: _, ...proposal } of pool) {
    if (byField.has(proposal.field) || taken.has(proposal.column)) continue
    byField.set(proposal.field, proposal)
    taken.add(proposal.column)
  }
  return {
    columns: [...byField.values()].sort((a, b) => a.column - b.column),
    missing: book.required.filter((field) => !byField.has(field)),
  }
}

/** `proposeColumns` for work orders. */
export function proposeMapping(
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): Mapping {
  return proposeColumns(orders, headers, remembered)
}

/** Whether a word from outside names one of our fields. */
export function isOrderField(word: string): word is OrderField {
  return (orderFields as readonly string[]).includes(word)
}

/** What to keep for the next file: every heading with the field a person gave it, '' for those left out. */
export function rememberMapping(
  headers: readonly string[],
  columns: readonly Pick<Column, 'field' | 'column'>[],
): Record<string, OrderField | ''> {
  const fieldOf = new Map(columns.map(({ column, field }) => [column, field]))
  const kept: [string, OrderField | ''][] = []
  headers.forEach((header, column) => {
    const key = headerKey(header)
    const field = fieldOf.get(column) ?? ''
    if (key && (field || !kept.some(([known]) => known === key))) kept.push([key, field])
  })
  return Object.fromEntries(kept)
}

/** The cells of one row by field, by a mapping of columns; a field without a column is ''. */
export function cellsByField(
  cells: readonly string[],
  columns: readonly Pick<Column, 'field' | 'column'>[],
): Record<OrderField, string> {
  const row = Object.fromEntries(orderFields.map((field) => [field, ''])) as Record<OrderField, string>
  for (const { field, column } of columns) row[field] = cells[column] ?? ''
  return row
}
