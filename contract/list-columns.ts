import { z } from 'zod'

/** What a table of matters can show. */
export const listColumns = [
  'number',
  'title',
  'state',
  'flags',
  'kind',
  'category',
  'urgency',
  'level',
  'channel',
  'place',
  'holder',
  'handler',
  'due',
  'received',
  'changed',
  'appeals',
  'closure',
] as const
export const listColumn = z.enum(listColumns)
export type ListColumn = (typeof listColumns)[number]

/** What the table begins with: what a dispatcher looks for first, within 1366 pixels. */
export const firstColumns: readonly ListColumn[] = [
  'title',
  'due',
  'state',
  'category',
  'place',
  'holder',
  'changed',
  'number',
]

/** Columns as stored, in their order: those still known, once each, and the names of the others. */
export function readColumns(stored: readonly string[]): { columns: ListColumn[]; unknown: string[] } {
  const known = (name: string): name is ListColumn => (listColumns as readonly string[]).includes(name)
  const once = [...new Set(stored)]
  return { columns: once.filter(known), unknown: once.filter((name) => !known(name)) }
}

/** The columns of a table: the chosen ones, or those it begins with. The title is always there, for it opens the matter. */
export function tableColumns(chosen: readonly ListColumn[]): readonly ListColumn[] {
  if (chosen.length === 0) return firstColumns
  return chosen.includes('title') ? chosen : ['title', ...chosen]
}
