import type { Relation } from '#domain/intake/hand-over.ts'
import { clockKinds } from '#domain/matter/clocks.ts'
import { after, type Payloads } from '#domain/matter/effects.ts'
import type { Channel, Kind, Urgency } from '#domain/matter/matter.ts'
import { moves } from '#domain/matter/moves.ts'
import { queryCode } from '#domain/matter/number.ts'
import type { Level } from '#domain/org/roles.ts'
import { gramsOf, vectorText } from '#domain/search/grams.ts'
import type { AppealRow, ClockRow, MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import type { Rules } from '../org/rules.ts'
import { freshBytes } from '../random.ts'
import { nameIndexes } from '../search/person-names.ts'
import { wordsOf } from '../search/words.ts'
import { blindIndex, seal } from '../secrets.ts'
import { appealBound } from './bound.ts'
import { newClock } from './clock-rows.ts'
import { beginning, chained } from './history.ts'
import { changedColumns } from './rows.ts'

/** Who did it, as the history keeps it. */
export type Author = {
  kind: 'staff' | 'resident' | 'visitor' | 'system' | 'partner' | 'party'
  id: string | null
  postId: string | null
  unitId: string | null
}

/** A voice as it arrives at a door, before anything is stored. */
export type Voice = {
  district: number
  matterId: string
  appealId: string
  commandId: string
  channel: Channel
  kind: Kind
  urgency: Urgency
  categoryCode: string | null
  title: string
  words: string
  place: { unitId: string; path: string; text: string; lng: number | null; lat: number | null }
  placeCode: string | null
  centre: { id: string; path: string; level: Level }
  name: string | null
  phone: string | null
  isAnonymous: boolean
  isConfidential: boolean
  externalNo: string | null
  /** When whoever sent it here wants an answer, by their own clock. */
  externalDueAt: number | null
  /** Of the paper it came on, where it came on one: whose it is, and its date. */
  senderName?: string | undefined
  paperOn?: string | undefined
  /** What whoever spoke is to the person, where they spoke for somebody else. */
  onBehalf?: Relation | undefined
  importId: string | null
  submittedAt: number
}

/** What a matter begins with: a voice that arrives, or one that leaves another matter. */
type Beginning = Pick<
  Voice,
  | 'district'
  | 'matterId'
  | 'appealId'
  | 'commandId'
  | 'channel'
  | 'kind'
  | 'urgency'
  | 'categoryCode'
  | 'title'
  | 'words'
  | 'place'
  | 'centre'
> &
  Pick<Payloads['receive'], 'hasContact' | 'sensitive' | 'needToKnow' | 'splitFrom'>
/** Of a voice, what its own row says: all there is of one that joins a matter. */
export type Said = Omit<
  Voice,
  'commandId' | 'kind' | 'urgency' | 'categoryCode' | 'title' | 'place' | 'centre'
>

/** Every row of a new matter. */
export type Birth = {
  matter: MatterRow
  appeal: AppealRow
  action: MatterActionRow
  clocks: ClockRow[]
  text: { district_id: number; matter_id: string; grams: string; words: string }
  queryCode: string
}

/** The row of a voice; what it says of a person is sealed and bound to it. */
export function appealRow(voice: Said, now: number): { row: AppealRow; queryCode: string } {
  const code = queryCode(freshBytes(24))
  const { district, appealId: id } = voice
  const names = nameIndexes(voice.name)
  const sealed = (value: string | null, column: 'name' | 'phone') =>
    value === null ? null : seal(value, appealBound(district, id, column))
  return {
    queryCode: code,
    row: {
      district_id: district,
      id,
      matter_id: voice.matterId,
      channel: voice.channel,
      words: voice.words,
      is_anonymous: voice.isAnonymous,
      is_confidential: voice.isConfidential,
      name_sealed: sealed(voice.name, 'name'),
      phone_sealed: sealed(voice.phone, 'phone'),
      phone_index: voice.phone === null ? null : blindIndex(voice.phone, 'phone'),
      name_index: names.name,
      pinyin_index: names.pinyin,
      query_index: blindIndex(code, 'query'),
      query_sealed: seal(code, appealBound(district, id, 'query')),
      external_no: voice.externalNo,
      external_due_at: voice.externalDueAt,
      place_code: voice.placeCode,
      submitted_at: voice.submittedAt,
      received_at: now,
      import_id: voice.importId,
      repeats: 0,
      solved: null,
      satisfied: null,
      rating_words: null,
      rated_at: null,
      born_matter_id: null,
      sender_name: voice.senderName ?? null,
      paper_on: voice.paperOn ?? null,
      on_behalf: voice.onBehalf ?? null,
      erased_at: null,
    },
  }
}

/** Whether a title says anything that the words do not: most are their first sentence, and need no second reading. */
export function saysMore(title: string, words: string): boolean {
  return !words.includes(title.endsWith('…') ? title.slice(0, -1) : title)
}

/** The search text of a matter: what was said and where, never who said it. */
export function textRow(district: number, matterId: string, parts: readonly string[]): Birth['text'] {
  const text = parts.join(' ')
  return {
    district_id: district,
    matter_id: matterId,
    grams: vectorText(gramsOf(text)),
    words: vectorText(wordsOf(text)),
  }
}

/** The first rows of a matter. In: the voice, its number, the rules and the instant. Out: the rows, still unwritten. */
export function birthOf(voice: Voice, number: string, author: Author, rules: Rules, now: number): Birth {
  const more = { hasContact: voice.phone !== null, sensitive: false, needToKnow: [] }
  const { row: appeal, queryCode: code } = appealRow(voice, now)
  return { ...bornOf({ ...voice, ...more }, number, author, rules, now), appeal, queryCode: code }
}

/** The same without a row for the voice, which is here already. */
export function bornOf(
  voice: Beginning,
  number: string,
  author: Author,
  rules: Rules,
  now: number,
): Omit<Birth, 'appeal' | 'queryCode'> {
  const { district, matterId } = voice
  const payload: Payloads['receive'] = {
    kind: voice.kind,
    urgency: voice.urgency,
    channel: voice.channel,
    categoryCode: voice.categoryCode,
    level: voice.centre.level,
    title: voice.title,
    words: voice.words,
    placeText: voice.place.text,
    placePath: voice.place.path,
    centreId: voice.centre.id,
    centrePath: voice.centre.path,
    profileVersion: rules.profileVersion,
    sensitive: voice.sensitive,
    needToKnow: voice.needToKnow,
    hasContact: voice.hasContact,
    ...(voice.splitFrom ? { splitFrom: voice.splitFrom } : {}),
  }
  const born = after(undefined, { verb: 'receive', matterId, at: now, actorId: author.id, payload })
  const clocks = clockKinds
    .filter((kind) => (moves.receive.starts as readonly string[]).includes(kind))
    .map((kind) => newClock(district, kind, born, rules, now))
  const action = chained(
    {
      district_id: district,
      matter_id: matterId,
      seq: 1,
      id: voice.commandId,
      verb: 'receive',
      at: now,
      actor_kind: author.kind,
      actor_id: author.id,
      post_id: author.postId,
      unit_id: author.unitId,
      appeal_id: voice.appealId,
      state: born.state,
      payload,
    },
    beginning,
  )
  const matter: MatterRow = {
    district_id: district,
    id: matterId,
    number,
    channel: born.channel,
    story: born.story,
    place_unit_id: voice.place.unitId,
    place_path: born.placePath,
    lng: voice.place.lng,
    lat: voice.place.lat,
    received_at: now,
    due_at: clocks.reduce<number | null>(
      (first, c) => (first === null || (c.due_at ?? first) < first ? c.due_at : first),
      null,
    ),
    profile_version: born.profileVersion,
    last_seq: 1,
    last_hash: action.hash,
    changed_at: now,
    destroyed_at: null,
    ...changedColumns(born),
  }
  const { title, words, place } = voice
  const parts = saysMore(title, words) ? [title, words, place.text] : [words, place.text]
  return {
    ...{ matter, action, clocks },
    text: textRow(district, matterId, parts),
  }
}
