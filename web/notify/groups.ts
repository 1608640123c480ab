import type { Answer } from '#web/lib/api.ts'

export type NoticeRow = Answer<'listNotices'>['rows'][number]
/** What notices are about: a matter, a whistle or an exclusion with its number, or a meeting. */
export type About =
  | ({ is: 'matter' } & NonNullable<NoticeRow['matter']>)
  | ({ is: 'whistle' } & NonNullable<NoticeRow['whistle']>)
  | ({ is: 'exclusion' } & NonNullable<NoticeRow['exclusion']>)
  | ({ is: 'meeting' } & NonNullable<NoticeRow['meeting']>)
export type NoticeGroup = { about: About; rows: NoticeRow[]; newIds: string[] }

function aboutOf({ id, matter, whistle, meeting, exclusion }: NoticeRow): About {
  if (matter) return { is: 'matter', ...matter }
  if (whistle) return { is: 'whistle', ...whistle }
  if (exclusion) return { is: 'exclusion', ...exclusion }
  return { is: 'meeting', ...(meeting ?? { id, title: '' }) }
}

/** Notices gathered by what they are about, each where its newest notice stands. */
export function groupNotices(rows: readonly NoticeRow[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>()
  for (const row of rows) {
    const about = aboutOf(row)
    const group = groups.get(about.id) ?? { about, rows: [], newIds: [] }
    group.rows.push(row)
    if (row.isNew) group.newIds.push(row.id)
    groups.set(about.id, group)
  }
  return [...groups.values()]
}
