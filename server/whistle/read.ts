import type { whistleRoutes } from '#contract/whistle.ts'
import { refuse } from '#domain/refusal.ts'
import { kindsFor } from '#domain/whistle/who.ts'
import { whyNotWhistle } from '#domain/whistle/why-not.ts'
import { noteView } from '../audit/views.ts'
import type { Call } from '../http/bind.ts'
import { rulesFor } from '../matter/commands.ts'
import { findMatter } from '../matter/queries.ts'
import { listCallable } from './callable.ts'
import {
  type Found,
  findWhistle,
  listBox,
  listDeeds,
  listLines,
  listMatters,
  listOfMatter,
  problemsOf,
  textsOf,
} from './queries.ts'
import { lineOf, whistleOf } from './rows.ts'
import { sightOf } from './sight.ts'
import { rowOf, viewOf } from './views.ts'

type Reader = Pick<Call<typeof whistleRoutes.getWhistle>, 'tx' | 'actor' | 'now'>

/** Whom a ruling may name instead, where one is to be made by this person. */
async function listOthers(
  tx: Reader['tx'],
  actor: Reader['actor'],
  { row, lines }: Pick<Found, 'row' | 'lines'>,
  now: number,
) {
  const whistle = whistleOf(row)
  const mayRule = lines.some((line) => whyNotWhistle('rule', whistle, lineOf(line), actor) === undefined)
  const called = lines.map(({ unit_id }) => unit_id)
  return mayRule ? listCallable(tx, actor.districtId, { blowing: row.unit_path, called }, now) : []
}

/** The page of a whistle as it stands. Refusal: `notFound`. */
export async function readWhistle({ tx, actor, now }: Reader, id: string) {
  const district = actor.districtId
  const { row, lines } = await findWhistle(tx, actor, id)
  const [deeds, texts] = [await listDeeds(tx, district, id), await textsOf(tx, district, id)]
  const matters = await listMatters(tx, district, id)
  const others = await listOthers(tx, actor, { row, lines }, now)
  return viewOf({ row, lines, deeds, texts, matters, others }, actor, await rulesFor(tx, row), now)
}

/** Everything one page needs of a whistle; that it was opened is on record. Refusal: `notFound`. */
export async function getWhistle(call: Call<typeof whistleRoutes.getWhistle>) {
  const { tx, actor, params, now } = call
  const view = await readWhistle(call, params.id)
  const look = { district: actor.districtId, accountId: actor.accountId, at: now }
  await noteView(tx, { ...look, what: 'open', subject: `whistle:${params.id}`, facts: '' })
  return view
}

function readCursor(cursor: string): { key: string; id: string } | undefined {
  const [, key, id] =
    /^(-|infinity|\d{4}-\d\d-\d\d [\d:.]+\+\d\d(?::\d\d)?)\|([0-9a-f-]{36})$/.exec(cursor) ?? []
  return key === undefined || id === undefined ? undefined : { key, id }
}

/** The whistles in sight, box by box. Refusal: `badInput` (a cursor that is none of this list). */
export async function listWhistles({ tx, actor, query, now }: Call<typeof whistleRoutes.listWhistles>) {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const isOther = after && (after.key === '-') === (query.of === 'todo')
  if ((query.cursor !== undefined && !after) || isOther)
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const rows = await listBox(tx, actor, query, after, now)
  const shown = rows.slice(0, query.limit)
  const ids = shown.map(({ id }) => id)
  const lines = await listLines(tx, actor.districtId, ids)
  const problems = await problemsOf(tx, actor.districtId, ids)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) =>
      rowOf(
        row,
        lines.filter((line) => line.whistle_id === row.id),
        problems.get(row.id),
        now,
      ),
    ),
    next: last ? `${last.key}|${last.id}` : null,
  }
}

/** The whistles of a matter, for whoever reads it. Refusal: `notFound`. */
export async function listMatterWhistles({
  tx,
  actor,
  params,
  now,
}: Call<typeof whistleRoutes.listMatterWhistles>) {
  const matter = await findMatter(tx, actor.districtId, params.id)
  if (!matter) return refuse('notFound')
  const found = await listOfMatter(tx, actor, matter.id)
  const ids = found.map(({ id }) => id)
  const lines = await listLines(tx, actor.districtId, ids)
  const problems = await problemsOf(tx, actor.districtId, ids)
  const mayBlow =
    matter.destroyed_at === null &&
    !matter.sensitive &&
    sightOf(actor).blows.some((path) => kindsFor(actor, path).length > 0)
  return {
    rows: found.map((row) => ({
      ...rowOf(
        row,
        lines.filter((line) => line.whistle_id === row.id),
        // it may be about other matters too, which this reader does not see
        row.may_open ? problems.get(row.id) : '',
        now,
      ),
      mayOpen: row.may_open,
    })),
    mayBlow,
  }
}
