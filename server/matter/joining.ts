import { sql } from 'kysely'
import type { MoveInput } from '#contract/moves.ts'
import type { Channel } from '#domain/matter/matter.ts'
import { whyNotInto, whyNotSplit } from '#domain/matter/why-not-input.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterRow } from '../db/tables.gen.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { numberInside } from './numbers.ts'
import type { Moment } from './prepare.ts'
import { listAppeals } from './queries.ts'
import { titleFrom } from './receive.ts'
import { matterOf } from './rows.ts'
import { lockMatter } from './store.ts'

const reachable = (voices: readonly AppealRow[]) => voices.some((voice) => voice.phone_sealed !== null)

/** The matter that takes the voices in, locked. Refusals: `notFound`, `notYours`, `sameMatter`, `cannotJoin`. */
export async function prepareMerge({ tx, actor, matter }: Moment, input: MoveInput<'merge'>) {
  const into = await lockMatter(tx, actor.districtId, input.intoId)
  if (!into) throw new Refused(refuse('notFound', undefined, 'intoId'))
  const other = matterOf(into)
  if (actor.kind !== 'staff' || !reachingSeat(actor, 'matter.join', other))
    throw new Refused(refuse('notYours', undefined, 'intoId'))
  insist(whyNotInto(matter, other, into.number))
  const voices = await listAppeals(tx, actor.districtId, matter.id)
  return {
    ...input,
    ...{ intoNumber: into.number, appealIds: voices.map((voice) => voice.id) },
    hasContact: reachable(voices),
  }
}

/** The voices that leave and the matter they become. Refusals: `noSuchVoice`, `onlyVoice`. */
export async function prepareSplit({ tx, actor, matter, now }: Moment, input: MoveInput<'split'>) {
  const voices = await listAppeals(tx, actor.districtId, matter.id)
  const ids = voices.map((voice) => voice.id)
  insist(whyNotSplit(ids, input.appealIds))
  const leaving = voices.filter((voice) => input.appealIds.includes(voice.id))
  const staying = voices.filter((voice) => !leaving.includes(voice))
  return {
    reason: input.reason,
    appealIds: leaving.map((voice) => voice.id),
    title: input.title || titleFrom(leaving[0]?.words ?? ''),
    left: staying.length,
    hasContact: reachable(staying),
    intoId: newId(now),
    intoNumber: await numberInside(tx, actor.districtId, now),
  }
}

/** Takes voices, with the papers they came with, from one matter to another; where they arrived stays written. */
export async function moveVoices(
  tx: Tx,
  district: number,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<AppealRow[]> {
  const { rows } =
    await sql<AppealRow>`update appeal set matter_id = ${to}, born_matter_id = coalesce(born_matter_id, matter_id)
    where district_id = ${district} and matter_id = ${from} and id = any (${[...ids]}::uuid[]) returning *`.execute(
      tx,
    )
  await sql`update attachment set matter_id = ${to}
    where district_id = ${district} and matter_id = ${from} and seq = 1 and appeal_id = any (${[...ids]}::uuid[])`.execute(
    tx,
  )
  return rows.toSorted((a, b) => a.received_at - b.received_at || a.id.localeCompare(b.id))
}

/** What a new matter takes over from the one its voices leave, beside their own words. */
export function leavingVoice(
  row: MatterRow,
  payload: { intoId: string; title: string },
  voices: readonly AppealRow[],
) {
  const [first] = voices
  if (!first) throw new Error(`nobody leaves ${row.number}`)
  return {
    district: row.district_id,
    matterId: payload.intoId,
    appealId: first.id,
    commandId: newId(first.received_at),
    channel: first.channel as Channel,
    title: payload.title,
    words: first.words,
    hasContact: reachable([first]),
    place: {
      unitId: row.place_unit_id,
      path: row.place_path,
      text: row.place_text,
      lng: row.lng,
      lat: row.lat,
    },
  }
}
