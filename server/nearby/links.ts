import { sql } from 'kysely'
import type { MoveInput } from '#contract/moves.ts'
import type { LinkView, nearbyRoutes } from '#contract/nearby.ts'
import { isUncounted } from '#domain/matter/why-not.ts'
import { type LinkKind, mostLinks, type RelationSeen, seenFromThere } from '#domain/nearby/links.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { MatterLinkRow, MatterRow } from '../db/tables.gen.ts'
import { linkOf } from '../desk/similar.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import type { Moment } from '../matter/prepare.ts'
import { type ActionLine, findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { lockMatter } from '../matter/store.ts'
import { iso } from '../matter/views.ts'

/** What the history of either matter keeps of a relation. */
type LinkPayload = { linkId: string; otherId: string; relation: LinkKind | 'followedBy' }

/** The other matter, locked, where this person may read it. Refusal: `notFound`. */
async function otherMatter({ tx, actor }: Moment, id: string, field: string): Promise<MatterRow> {
  const row = await lockMatter(tx, actor.districtId, id)
  if (!row || actor.kind !== 'staff' || !reachingSeat(actor, 'matter.read', matterOf(row)))
    throw new Refused(refuse('notFound', undefined, field))
  return row
}

const otherEnd = (link: Pick<MatterLinkRow, 'from_id' | 'to_id'>, own: string) =>
  link.from_id === own ? link.to_id : link.from_id

async function listLive(tx: Tx, district: number, id: string): Promise<MatterLinkRow[]> {
  // two short ranges of two indexes; an OR over both would be no range of either
  const { rows } = await sql<MatterLinkRow>`
    select * from matter_link where district_id = ${district} and from_id = ${id} and removed_at is null
    union all
    select * from matter_link where district_id = ${district} and to_id = ${id} and removed_at is null`.execute(
    tx,
  )
  return rows
}

/** Whether this is the line of the other matter, which follows from the command by itself: no client can say so. */
const isMirror = (input: object): input is LinkPayload => 'linkId' in input && 'otherId' in input

/** A relation to be. Refusals: `sameMatter`, `notFound`, `notNow` (joined or void), `alreadyLinked`, `enoughLinks` (facts: most). */
export async function prepareRelate(
  moment: Moment,
  input: MoveInput<'relate'>,
): Promise<LinkPayload & { note?: string | undefined }> {
  if (isMirror(input)) return { ...input }
  const { tx, actor, matter, now } = moment
  const { otherId, relation, note } = input
  if (otherId === matter.id) throw new Refused(refuse('sameMatter', undefined, 'otherId'))
  const other = matterOf(await otherMatter(moment, otherId, 'otherId'))
  if (isUncounted(other)) throw new Refused(refuse('notNow', { state: other.state }, 'otherId'))
  const own = await listLive(tx, actor.districtId, matter.id)
  if (own.some((link) => otherEnd(link, matter.id) === otherId))
    throw new Refused(refuse('alreadyLinked', undefined, 'otherId'))
  const theirs = await listLive(tx, actor.districtId, otherId)
  if (Math.max(own.length, theirs.length) >= mostLinks)
    throw new Refused(refuse('enoughLinks', { most: mostLinks }, 'otherId'))
  return { linkId: newId(now), otherId, relation, ...(note ? { note } : {}) }
}

/** A relation to be taken away. Refusal: `noSuchLink`, also of one whose other end this person may not see. */
export async function prepareUnrelate(
  moment: Moment,
  input: MoveInput<'unrelate'>,
): Promise<LinkPayload & { reason: string }> {
  if (isMirror(input)) return { ...input }
  const { tx, actor, matter } = moment
  const link = (await listLive(tx, actor.districtId, matter.id)).find(({ id }) => id === input.linkId)
  const other = link && (await lockMatter(tx, actor.districtId, otherEnd(link, matter.id)))
  const isSeen = other && actor.kind === 'staff' && reachingSeat(actor, 'matter.read', matterOf(other))
  if (!link || !isSeen) throw new Refused(refuse('noSuchLink', undefined, 'linkId'))
  const kind = link.relation as LinkKind
  const relation = link.from_id === matter.id ? kind : seenFromThere(kind)
  return { linkId: link.id, otherId: other.id, relation, reason: input.reason }
}

/**
 * Writes or ends a relation and says what has to be written in the story of the other matter. Out: nothing where this is that
 * line already.
 */
export async function keepLink(
  tx: Tx,
  row: MatterRow,
  verb: 'relate' | 'unrelate',
  input: Record<string, unknown>,
  payload: Record<string, unknown>,
  now: number,
): Promise<{ id: string; input: Record<string, unknown> } | undefined> {
  if (isMirror(input)) return undefined
  const { linkId, otherId, relation, note, reason } = payload as LinkPayload & {
    note?: string
    reason?: string
  }
  if (verb === 'relate')
    await sql`insert into matter_link (district_id, id, from_id, to_id, relation, created_at)
      values (${row.district_id}, ${linkId}, ${row.id}, ${otherId}, ${relation}, ${new Date(now)})`.execute(
      tx,
    )
  else
    await sql`update matter_link set removed_at = ${new Date(now)}
      where district_id = ${row.district_id} and id = ${linkId}`.execute(tx)
  return {
    id: otherId,
    input: {
      ...{ linkId, otherId: row.id, relation: seenFromThere(relation) },
      ...(note ? { note } : {}),
      ...(reason ? { reason } : {}),
    },
  }
}

async function listOthers(tx: Tx, district: number, ids: readonly string[]): Promise<Map<string, MatterRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<MatterRow>`select * from matter
    where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

const isLinkLine = ({ verb }: Pick<ActionLine, 'verb'>) => verb === 'relate' || verb === 'unrelate'

/**
 * The story with the other ends of its relations named. A line about a matter that the reader may not see is left out: that
 * there is such a matter would already say too much.
 */
export async function withOthers(
  tx: Tx,
  district: number,
  actions: readonly ActionLine[],
): Promise<ActionLine[]> {
  const ids = actions.filter(isLinkLine).map((line) => String(line.payload['otherId']))
  const others = await listOthers(tx, district, [...new Set(ids)])
  return actions.flatMap((line) => {
    if (!isLinkLine(line)) return [line]
    const other = others.get(String(line.payload['otherId']))
    return other
      ? [{ ...line, payload: { ...line.payload, otherNumber: other.number, otherTitle: other.title } }]
      : []
  })
}

/** What a matter was split from and what was split off it, out of its history. */
async function listSplits(tx: Tx, district: number, id: string) {
  const { rows } = await sql<{ at: number; verb: string; other: string | null }>`select at, verb,
      case verb when 'split' then payload->>'intoId' else payload->'splitFrom'->>'id' end other
    from matter_action where district_id = ${district} and matter_id = ${id} and verb in ('receive', 'split')
    order by seq limit 100`.execute(tx)
  return rows.flatMap(({ at, verb, other }) => {
    const relation: RelationSeen = verb === 'split' ? 'splitInto' : 'splitFrom'
    return other === null ? [] : [{ linkId: null, otherId: other, relation, at }]
  })
}

/** What hangs together with a matter, the newest first. */
export async function listLinks({ tx, actor, params }: Call<typeof nearbyRoutes.listLinks>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const links = (await listLive(tx, district, row.id)).map((link) => ({
    linkId: link.id,
    otherId: otherEnd(link, row.id),
    relation:
      link.from_id === row.id ? (link.relation as LinkKind) : seenFromThere(link.relation as LinkKind),
    at: link.created_at,
  }))
  const all = [...links, ...(await listSplits(tx, district, row.id))]
  const others = await listOthers(
    tx,
    district,
    all.map(({ otherId }) => otherId),
  )
  const rows = all.flatMap(({ linkId, otherId, relation, at }): (LinkView & { at: string })[] => {
    const other = others.get(otherId)
    return other ? [{ linkId, relation, other: linkOf(other), at: iso(at) }] : []
  })
  return { rows: rows.toSorted((a, b) => b.at.localeCompare(a.at)) }
}
