import type { Answer } from '#web/lib/api.ts'

export type NoticeRow = Answer<'listNotices'>['rows'][number]
/** What notices are about: a matter, a whistle, an exclusion or an order with its number, a meeting, or a team. */
export type About =
  | ({ is: 'matter' } & NonNullable<NoticeRow['matter']>)
  | ({ is: 'whistle' } & NonNullable<NoticeRow['whistle']>)
  | ({ is: 'exclusion' } & NonNullable<NoticeRow['exclusion']>)
  | ({ is: 'meeting' } & NonNullable<NoticeRow['meeting']>)
  | ({ is: 'aid' } & NonNullable<NoticeRow['aid']>)
  | ({ is: 'team' } & NonNullable<NoticeRow['team']>)
export type NoticeGroup = { about: About; rows: NoticeRow[]; newIds: string[] }

function aboutOf({ id, matter, whistle, meeting, exclusion, aid, team }: NoticeRow): About {
  if (matter) return { is: 'matter', ...matter }
  if (whistle) return { is: 'whistle', ...whistle }
  if (exclusion) return { is: 'exclusion', ...exclusion }
  if (aid) return { is: 'aid', ...aid }
  if (team) return { is: 'team', ...team }
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
