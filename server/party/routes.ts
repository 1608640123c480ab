import type { partyRoutes } from '#contract/party.ts'
import { sides } from '#domain/party/party.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call, Functions } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading } from '../matter/store.ts'
import { iso } from '../matter/views.ts'
import { listPartyElsewhere } from './elsewhere.ts'
import {
  type After,
  countSides,
  listByIds,
  listPage,
  listPresent,
  listRemoved,
  listVersions,
} from './queries.ts'
import { knownOf, openVersion } from './sealed.ts'
import { isOpenTo, partyView } from './views.ts'

/** How long what was revealed stays on the screen, and how many who were taken out are named. */
const revealSeconds = 60
const mostRemoved = 50

/** Where a page goes on: side, whether past the representatives, number. */
function readAfter(cursor: string | undefined): After | undefined {
  const parts = /^(a|b|third)\.([01])\.(\d{1,6})$/.exec(cursor ?? '')
  return parts ? { side: parts[1] ?? '', isOther: parts[2] === '1', no: Number(parts[3]) } : undefined
}

/** Those who stand in a matter, a page at a time, masked. */
async function listParties({ tx, actor, params, query }: Call<typeof partyRoutes.listParties>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const after = readAfter(query.cursor)
  if (query.cursor !== undefined && query.cursor !== '' && !after)
    return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const matter = matterOf(row)
  const present = await listPresent(tx, district, row.id)
  const found = await listPage(tx, district, row.id, query.limit + 1, after)
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const counted = await countSides(tx, district, row.id)
  const of = (what: 'count' | 'representatives') =>
    Object.fromEntries(sides.map((side) => [side, counted.find((one) => one.side === side)?.[what] ?? 0]))
  const removed = after ? [] : await listRemoved(tx, district, row.id, mostRemoved)
  return {
    rows: page.map((one) => partyView(actor, matter, one, present)),
    removed: removed.map((one) => partyView(actor, matter, one, present)),
    next:
      found.length > page.length && last ? `${last.side}.${last.is_representative ? 0 : 1}.${last.no}` : null,
    counts: of('count') as Record<(typeof sides)[number], number>,
    representatives: of('representatives') as Record<(typeof sides)[number], number>,
    taken: present.flatMap((one) => one.appeal_id ?? []),
  }
}

/** Opens who a party is, for a stated purpose, for a minute, on record. Refusals: `notFound`, `secretFromYou`, `commandReused`. */
async function revealParty({ tx, actor, params, body, now }: Call<typeof partyRoutes.revealParty>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  const [party] = row ? await listByIds(tx, district, [params.partyId]) : []
  if (!row || party?.matter_id !== row.id) return refuse('notFound')
  if (!isOpenTo(actor, matterOf(row), party)) return refuse('secretFromYou')
  const isOnRecord = await insertReading(tx, {
    district,
    id: body.commandId,
    at: now,
    accountId: actor.accountId,
    what: 'reveal',
    subject: `party:${party.id}`,
    purpose: body.purpose,
    againMs: revealSeconds * 1000,
  })
  if (!isOnRecord) return refuse('commandReused')
  const before = await listVersions(tx, district, party.id, party.version)
  return {
    ...knownOf(party),
    seconds: revealSeconds,
    before: before.map((one) => ({
      ...openVersion(district, party.id, one.version, one.sealed),
      at: iso(one.at),
    })),
  }
}

export const partyFunctions: Functions<typeof partyRoutes> = { listParties, revealParty, listPartyElsewhere }
