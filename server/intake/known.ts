import { sql } from 'kysely'
import { sameWordsKey } from '#domain/intake/same-words.ts'
import type { Channel } from '#domain/matter/matter.ts'
import type { Tx } from '../db/scope.ts'
import { readByIndex } from '../insight/conditions.ts'

/** An order that came before: its voice, the matter it went into, what was said. */
export type KnownOrder = { appealId: string; matterId: string; words: string; receivedAt: number }

/** What is here of the numbers and callers of a batch. `byVoice`: caller and words → the open matter. */
export type Known = { byNumber: Map<string, KnownOrder>; byVoice: Map<string, string> }

/** Newest voices of one caller that are compared: who repeats oneself does so soon, and a number many call from must not slow down the rest. */
const comparedVoices = 4

export const voiceKey = (phoneIndex: Buffer, words: string) =>
  `${phoneIndex.toString('base64')} ${sameWordsKey(words)}`

/** What of a batch came before. In: its numbers, and its callers with what each said as `voiceKey`. */
export async function findKnown(
  tx: Tx,
  asked: {
    district: number
    channel: Channel
    area: string
    numbers: readonly string[]
    callers: ReadonlyMap<string, Buffer>
  },
): Promise<Known> {
  return { byNumber: await findNumbers(tx, asked), byVoice: await findVoices(tx, asked) }
}

type Asked = Parameters<typeof findKnown>[1]

async function findNumbers(tx: Tx, { district, channel, numbers }: Asked): Promise<Known['byNumber']> {
  const { rows } = await sql<{
    no: string
    id: string
    matter_id: string
    words: string
    received_at: number
  }>`
    select external_no no, id, matter_id, words, received_at from appeal
    where district_id = ${district} and channel = ${channel} and external_no = any (${[...numbers]})`.execute(
    tx,
  )
  return new Map(
    rows.map((r) => [
      r.no,
      { appealId: r.id, matterId: r.matter_id, words: r.words, receivedAt: r.received_at },
    ]),
  )
}

/** The open matters in the area, by place or by holder, in which a caller said the same before. */
export async function findVoices(
  tx: Tx,
  { district, area, callers }: Pick<Asked, 'district' | 'area' | 'callers'>,
): Promise<Known['byVoice']> {
  const phones = new Set([...callers.values()].map((phone) => phone.toString('hex')))
  if (phones.size === 0) return new Map()
  // Where many voices come from one number, the planner would rather read them all than the newest few.
  await readByIndex(tx)
  const { rows } = await sql<{ phone_index: Buffer; words: string; matter_id: string }>`
    select a.* from unnest(${[...phones]}::text[]) p (phone)
    cross join lateral (select phone_index, words, matter_id from appeal
      where district_id = ${district} and phone_index = decode(p.phone, 'hex')
      order by received_at desc limit ${comparedVoices}) a`.execute(tx)
  const said = new Map<string, string>()
  for (const row of rows) {
    const key = voiceKey(row.phone_index, row.words)
    if (callers.has(key) && !said.has(key)) said.set(key, row.matter_id)
  }
  if (said.size === 0) return said
  // apart from the voices: joined to them, the planner reads all matters while it has no figures of the table yet
  const open = await sql<{ id: string }>`select id from matter
    where district_id = ${district} and id = any (${[...new Set(said.values())]}::uuid[]) and state <> 'closed'
      and (starts_with(place_path, ${area}) or starts_with(holder_path, ${area}))`.execute(tx)
  const ids = new Set(open.rows.map(({ id }) => id))
  return new Map([...said].filter(([, id]) => ids.has(id)))
}

/** Which of these commands were done before. */
export async function findDone(tx: Tx, district: number, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from matter_action
    where district_id = ${district} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
