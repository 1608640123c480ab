import type { Answer } from '#web/lib/api.ts'

export type NoticeRow = Answer<'listNotices'>['rows'][number]
export type NoticeGroup = { matter: NoticeRow['matter']; rows: NoticeRow[]; newIds: string[] }

/** Notices gathered by their matter, each matter where its newest notice stands. */
export function groupByMatter(rows: readonly NoticeRow[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>()
  for (const row of rows) {
    const group = groups.get(row.matter.id) ?? { matter: row.matter, rows: [], newIds: [] }
    group.rows.push(row)
    if (row.isNew) group.newIds.push(row.id)
    groups.set(row.matter.id, group)
  }
  return [...groups.values()]
}
