import type { aidRoutes } from '#contract/aid.ts'
import { refuse } from '#domain/refusal.ts'
import { noteView } from '../audit/views.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { getRules } from '../org/rules.ts'
import { listAidBox } from './lists.ts'
import { aidTextsOf, listAidDeeds, needsOf } from './log.ts'
import { type FoundAid, findAid, listAidLines, listAidMatters, listAidsOf } from './queries.ts'
import { aidLineOf, aidOf } from './rows.ts'
import { aidSightOf } from './sight.ts'
import { listAidTargets } from './targets.ts'
import { aidRowOf, aidViewOf, mayWithAid } from './views.ts'

type Reader = Pick<Call<typeof aidRoutes.getAid>, 'tx' | 'actor' | 'now'>

/** Whom this person may ask now, where they may ask anybody. */
async function targetsFor({ tx, actor, now }: Reader, found: FoundAid) {
  const lines = found.lines.map(aidLineOf)
  const mayAsk =
    mayWithAid(found).includes('dispatch') ||
    lines.some((line) => mayWithAid(found, line).includes('handOver'))
  if (!mayAsk) return { units: [], teams: [] }
  return listAidTargets(tx, actor.districtId, { aid: aidOf(found.row), lines }, now)
}

/** The page of an order as it stands. Refusal: `notFound`. */
export async function readAid(reader: Reader, id: string) {
  const { tx, actor, now } = reader
  const district = actor.districtId
  const found = await findAid(tx, actor, id, now)
  const deeds = await listAidDeeds(tx, district, { aidId: id })
  const texts = await aidTextsOf(tx, district, { aidId: id })
  const matters = await listAidMatters(tx, district, id)
  const targets = await targetsFor(reader, found)
  return aidViewOf({ ...found, deeds, texts, matters, targets }, await getRules(tx, district), now)
}

/** Everything one page needs of an order; that it was opened is on record. Refusal: `notFound`. */
export async function getAid(call: Call<typeof aidRoutes.getAid>) {
  const { tx, actor, params, now } = call
  const view = await readAid(call, params.id)
  const look = { district: actor.districtId, accountId: actor.accountId, at: now }
  await noteView(tx, { ...look, what: 'open', subject: `aid:${params.id}`, facts: '' })
  return view
}

function readCursor(cursor: string): { key: string; id: string } | undefined {
  const [, key, id] =
    /^(-|infinity|\d{4}-\d\d-\d\d [\d:.]+\+\d\d(?::\d\d)?)\|([0-9a-f-]{36})$/.exec(cursor) ?? []
  return key === undefined || id === undefined ? undefined : { key, id }
}

/** The orders in sight, box by box. Refusal: `badInput` (a cursor that is none of this list). */
export async function listAids({ tx, actor, query, now }: Call<typeof aidRoutes.listAids>) {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const isOther = after && (after.key === '-') === (query.of === 'todo')
  if ((query.cursor !== undefined && !after) || isOther)
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const rows = await listAidBox(tx, actor, query, after, now)
  const shown = rows.slice(0, query.limit)
  const ids = shown.map(({ id }) => id)
  const lines = await listAidLines(tx, actor, ids)
  const needs = await needsOf(tx, actor.districtId, ids)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) =>
      aidRowOf(
        row,
        lines.filter((line) => line.aid_id === row.id),
        needs.get(row.id),
        now,
      ),
    ),
    next: last ? `${last.key}|${last.id}` : null,
  }
}

/** The orders about a matter, for whoever reads it. Refusal: `notFound`. */
export async function listMatterAids({ tx, actor, params, now }: Call<typeof aidRoutes.listMatterAids>) {
  const matter = await findMatter(tx, actor.districtId, params.id)
  if (!matter) return refuse('notFound')
  const found = await listAidsOf(tx, actor, matter.id, now)
  const ids = found.map(({ id }) => id)
  const lines = await listAidLines(tx, actor, ids)
  const needs = await needsOf(tx, actor.districtId, ids)
  const mayPost = matter.destroyed_at === null && !matter.sensitive && aidSightOf(actor).posts.length > 0
  return {
    rows: found.map((row) => ({
      ...aidRowOf(
        row,
        lines.filter((line) => line.aid_id === row.id),
        // it may be about other matters too, which this reader does not see
        row.may_open ? needs.get(row.id) : '',
        now,
      ),
      mayOpen: row.may_open,
    })),
    mayPost,
  }
}
