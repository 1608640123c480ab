import { sql } from 'kysely'
import type { Seat } from '#domain/actor.ts'
import { type Reachable, reachOf } from '#domain/org/grants.ts'
import { isWithin } from '#domain/org/tree.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { Refused } from '../http/refused.ts'
import { tellMoves } from '../notify/tell.ts'
import { findUnit, listChain, type UnitFacts } from '../org/queries.ts'
import { getRules } from '../org/rules.ts'
import { type Author, type Birth, birthOf, type Voice } from './birth.ts'
import { matterOf } from './rows.ts'
import { claimFiles, insertBirths, nudge } from './store.ts'

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
  const { rows: voices } = await sql<{ born_in: string; query_sealed: Buffer; words: string }>`
    select coalesce(born_matter_id, matter_id) born_in, query_sealed, words from appeal
    where district_id = ${district} and id = ${appealId}`.execute(tx)
  const [voice] = voices
  if (!voice) return undefined
  // By its id alone, so that the matter is found by its key whatever the voice has been through since.
  const { rows } = await sql<Omit<Repeated, 'query_sealed' | 'words'>>`
    select m.id matter_id, m.number, u.name centre_name,
      (select h.id from matter_action h where h.district_id = m.district_id and h.matter_id = m.id
        and h.appeal_id = ${appealId} order by h.seq limit 1) command_id
    from matter m join unit u on u.district_id = m.district_id and u.id = m.centre_id
    where m.district_id = ${district} and m.id = ${voice.born_in}`.execute(tx)
  return rows[0] && { ...rows[0], query_sealed: voice.query_sealed, words: voice.words }
}

/** Whether a post takes what happens at a place. */
export function receivesAt(seat: Seat, path: string): boolean {
  const reach = reachOf(seat, 'matter.receive')
  return reach === 'all' || (reach === 'subtree' && isWithin(path, seat.servesPath))
}

/** First receiver is responsible: a centre keeps what came to its desk, others hand it to the outpost of the place. */
export async function centreFor(
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

/** A matter as it would be if it were registered now: for asking the rules of reach before there is one. */
export function unborn(place: Pick<UnitFacts, 'path'>, centre: Pick<UnitFacts, 'id' | 'path'>): Reachable {
  return {
    placePath: place.path,
    holderPath: centre.path,
    centrePath: centre.path,
    involved: [centre.id],
    sensitive: false,
    needToKnow: [],
    parts: [],
  }
}
