import { sql } from 'kysely'
import type { matterRoutes } from '#contract/matter.ts'
import type { Seat } from '#domain/actor.ts'
import { spacedQueryCode } from '#domain/matter/number.ts'
import { reachOf } from '#domain/org/grants.ts'
import { isWithin, levelOf } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { tellMoves } from '../notify/tell.ts'
import { findUnit, listChain, type UnitFacts } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { type Author, type Birth, birthOf, type Voice } from './birth.ts'
import { nextNumber } from './numbers.ts'
import { matterOf } from './rows.ts'
import { claimFiles, insertBirths, nudge } from './store.ts'
import { openSealed } from './views.ts'

/** A title of a matter out of its words: the first sentence, at most 30 characters. */
export function titleFrom(words: string): string {
  const [first = words] = words.split(/[。！？!?\n]/, 1)
  const signs = [...first.trim()]
  return signs.length > 30 ? `${signs.slice(0, 29).join('')}…` : signs.join('') || words.slice(0, 30)
}

/** Writes a new matter whole, binds its files, tells. Out: its rows. */
export async function receive(
  tx: Tx,
  voice: Voice,
  number: string,
  author: Author,
  files: { ids: readonly string[]; owner: string },
  now: number,
): Promise<Birth> {
  const birth = birthOf(voice, number, author, await getRules(tx, voice.district), now)
  await insertBirths(tx, [birth])
  if (files.ids.length > 0) {
    const claimed = await claimFiles(tx, {
      district: voice.district,
      ids: files.ids,
      owner: files.owner,
      matterId: voice.matterId,
      appealId: voice.appealId,
      seq: 1,
    })
    if (claimed !== new Set(files.ids).size) throw new Refused(refuse('fileMissing', undefined, 'files'))
  }
  await nudge(tx, { kind: 'matter', district: voice.district, id: voice.matterId, version: 1 })
  await tellMoves(tx, [{ number, matter: matterOf(birth.matter), action: birth.action }])
  return birth
}

/** The outpost that sorts what happens at a place: its community, or the nearest above it. */
export function centreOf(chain: readonly UnitFacts[]): UnitFacts | undefined {
  return (
    chain.findLast((u) => u.kind === 'community') ?? chain.findLast((u) => u.kind === 'street') ?? chain[0]
  )
}

type Repeated = {
  matter_id: string
  number: string
  query_sealed: Buffer
  words: string
  command_id: string
  centre_name: string
}

/**
 * What a voice with this id was answered the first time. The answer holds the query code, so it is given again only to
 * who knows the id of the command too; that id is shown to nobody.
 */
export async function findRepeated(
  tx: Tx,
  district: number,
  appealId: string,
): Promise<Repeated | undefined> {
  const { rows } =
    await sql<Repeated>`select a.matter_id, m.number, a.query_sealed, a.words, u.name centre_name,
      (select h.id from matter_action h where h.district_id = a.district_id and h.matter_id = a.matter_id
        and h.appeal_id = a.id order by h.seq limit 1) command_id
    from appeal a
    join matter m on m.district_id = a.district_id and m.id = a.matter_id
    join unit u on u.district_id = m.district_id and u.id = m.centre_id
    where a.district_id = ${district} and a.id = ${appealId}`.execute(tx)
  return rows[0]
}

/** Registers what a person said to one of the staff. Refusals: `notYours` outside one's area, `badInput`, `fileMissing`. */
export async function receiveMatter({
  tx,
  actor,
  body,
  now,
  platform,
}: Call<typeof matterRoutes.receiveMatter>) {
  const district = actor.districtId
  const { input } = body
  // Who brings a matter in need not be able to read it; asked once more for its answer, this one is open to them.
  await setScope(tx, { ...scopeOf(actor), matter: body.id })
  const repeated = await findRepeated(tx, district, body.appealId)
  if (repeated) {
    const isSame = repeated.matter_id === body.id && repeated.command_id === body.commandId
    if (!isSame || repeated.words !== input.words) return refuse('commandReused')
    const code =
      openSealed(
        { district_id: district, id: body.appealId, query_sealed: repeated.query_sealed },
        'query',
      ) ?? ''
    return { id: body.id, number: repeated.number, queryCode: spacedQueryCode(code) }
  }
  const place = await findUnit(tx, district, input.placeUnitId, now)
  if (!place) return refuse('badInput', { field: 'placeUnitId', hint: '' }, 'placeUnitId')
  const seat = actor.seats.find((s) => receivesAt(s, place.path))
  if (!seat) return refuse('notYours', undefined, 'placeUnitId')
  const centre = await centreFor(tx, district, seat, place, now)
  const voice: Voice = {
    district,
    matterId: body.id,
    appealId: body.appealId,
    commandId: body.commandId,
    channel: input.channel,
    kind: input.kind,
    urgency: input.urgency,
    categoryCode: null,
    title: input.title || titleFrom(input.words),
    words: input.words,
    place: {
      unitId: place.id,
      path: place.path,
      text: input.placeText || place.name,
      lng: place.lng,
      lat: place.lat,
    },
    placeCode: null,
    centre: { id: centre.id, path: centre.path, level: levelOf(centre) },
    name: input.isAnonymous ? null : input.name || null,
    phone: input.isAnonymous ? null : (input.phone ?? null),
    isAnonymous: input.isAnonymous,
    isConfidential: input.isConfidential,
    externalNo: null,
    externalDueAt: null,
    importId: null,
    submittedAt: now,
  }
  const author: Author = { kind: 'staff', id: actor.accountId, postId: seat.postId, unitId: seat.unitId }
  const number = await nextNumber(platform.db, district, now)
  const birth = await receive(
    tx,
    voice,
    number,
    author,
    { ids: input.files, owner: `account:${actor.accountId}` },
    now,
  )
  return { id: body.id, number, queryCode: spacedQueryCode(birth.queryCode) }
}

function receivesAt(seat: Seat, path: string): boolean {
  const reach = reachOf(seat, 'matter.receive')
  return reach === 'all' || (reach === 'subtree' && isWithin(path, seat.servesPath))
}

/** First receiver is responsible: a centre keeps what came to its desk, others hand it to the outpost of the place. */
async function centreFor(
  tx: Tx,
  district: number,
  seat: Seat,
  place: UnitFacts,
  now: number,
): Promise<UnitFacts> {
  const own = seat.unitKind === 'centre' ? await findUnit(tx, district, seat.unitId, now) : undefined
  const centre = own ?? centreOf(await listChain(tx, district, place.path, now))
  if (!centre) throw new Error(`no outpost above ${place.path}`)
  return centre
}
