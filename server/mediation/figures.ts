import { sql } from 'kysely'
import type { MediationFigures, mediationFigureRoutes } from '#contract/mediation-figures.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Day, dayOf, daysBetween } from '#domain/calendar/days.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { type FigureName, figureNames, mostFigureDays } from '#domain/mediation/figures.ts'
import { mediationSources } from '#domain/mediation/mediation.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import { justiceLines } from '#domain/triage/category.ts'
import { scopeOf, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { readByIndex } from '../insight/conditions.ts'
import { listAreas } from '../insight/queries.ts'
import { type Asking, countClosed, countNow, countOpened, listCounted } from './counted.ts'
import { readCursor } from './pages.ts'
import { rowOf } from './views.ts'

type Asked = { unitId?: string | undefined; from: Day; to: Day }
type Reading = { tx: Tx; actor: StaffActor; now: number }

/** Which committees and days are asked about. Refusals: `badSpan`, `notFound` (no such unit). */
export async function askingOf({ tx, actor, now }: Reading, { unitId, from, to }: Asked) {
  const days = daysBetween(from, to)
  if (days < 0 || days > mostFigureDays) return refuse('badSpan', { day: from }, 'to')
  const asking: Asking = { district: actor.districtId, committees: undefined, from, to, now }
  if (unitId === undefined) return { asking, unit: null }
  const { rows } = await sql<{
    id: string
    name: string
    is_it: boolean
  }>`select u.id, u.name, u.id = top.id is_it
    from unit top join unit u on u.district_id = top.district_id and starts_with(u.path, top.path)
    where top.district_id = ${actor.districtId} and top.id = ${unitId}`.execute(tx)
  const unit = rows.find(({ is_it }) => is_it)
  if (!unit) return refuse('notFound')
  return {
    asking: { ...asking, committees: rows.map(({ id }) => id) },
    unit: { id: unit.id, name: unit.name },
  }
}

/** The numbers of a unit and a span of days, of what the second lock lets the reader see. Refusals: `badSpan`, `notFound`. */
export async function readFigures(reading: Reading, asked: Asked) {
  const { tx, actor, now } = reading
  const found = await askingOf(reading, asked)
  if ('refused' in found) return found
  await readByIndex(tx)
  const opened = await countOpened(tx, found.asking)
  const closed = await countClosed(tx, found.asking)
  const open = await countNow(tx, found.asking)
  const sum = (of: typeof opened, key: FigureName | 'parties') =>
    of.reduce((n, row) => n + (row[key] ?? 0), 0)
  const figures = Object.fromEntries(
    figureNames.map((name) => [name, closed?.[name] ?? open?.[name] ?? sum(opened, name)]),
  ) as MediationFigures['figures']
  const lines = [...justiceLines, null].map((line) => ({
    line,
    cases: sum(
      opened.filter((row) => row.line === line),
      'opened',
    ),
  }))
  return {
    ...{ unit: found.unit, from: asked.from, to: asked.to, at: new Date(now).toISOString() },
    areas: found.unit ? [found.unit.name] : await listAreas(tx, actor),
    ...{ figures, parties: sum(opened, 'parties'), fen: Number(closed?.fen ?? 0) },
    averted: Object.fromEntries(
      avertedKinds.map((kind) => [kind, closed?.[kind] ?? 0]),
    ) as MediationFigures['averted'],
    medianDays: closed?.median_days ?? null,
    bySource: mediationSources.map((source) => ({
      source,
      cases: sum(
        opened.filter((row) => row.source === source),
        'opened',
      ),
    })),
    byLine: lines.filter(({ cases }) => cases > 0),
  } satisfies MediationFigures
}

export const getMediationFigures = (call: Call<typeof mediationFigureRoutes.getMediationFigures>) =>
  readFigures(call, call.query)

/** Kinds of unit that are asked about: areas, and whoever mediates. */
const askable: readonly UnitKind[] = [
  'district',
  'street',
  'community',
  'centre',
  'department',
  'committee',
  'studio',
]
const mostUnits = 1000

/** The units in reach, a unit before what is below it. */
export async function listFigureUnits({ tx, actor }: Call<typeof mediationFigureRoutes.listFigureUnits>) {
  const { areas, units } = scopeOf(actor)
  const { rows } = await sql<{ id: string; name: string; kind: UnitKind; path: string }>`
    select u.id, u.name, u.kind, u.path from unit u where u.district_id = ${actor.districtId}
      and u.kind = any (${[...askable]})
      and (u.id = any (${[...units]}::uuid[]) or exists (select from unnest(${[...areas]}::text[]) a where starts_with(u.path, a)))
    order by u.path limit ${mostUnits}`.execute(tx)
  return {
    rows: rows.map(({ id, name, kind, path }) => ({ id, name, kind, depth: path.split('/').length - 3 })),
  }
}

/** The cases behind a number. Refusals: `badInput` (cursor), `badSpan`, `notFound`. */
export async function listCountedMediations(call: Call<typeof mediationFigureRoutes.listCountedMediations>) {
  const { tx, query, now } = call
  const after = readCursor(query.cursor)
  if (after && 'refused' in after) return after
  const found = await askingOf(call, query)
  if ('refused' in found) return found
  const rows = await listCounted(tx, found.asking, query, query.limit + 1, after)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((line) => rowOf(line, dayOf(now))),
    next: rows.length > query.limit && last ? `${last.sort_key}|${last.id}` : null,
  }
}
