import { sql } from 'kysely'
import type { AboutMe, OwnRequest } from '#contract/subject.ts'
import type { ResidentActor } from '#domain/actor.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import { destroyableFrom } from '#domain/record/retention.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { readersOf, subjectKinds, whyNotAsk } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterRow, PartyRow, SubjectRequestRow } from '../db/tables.gen.ts'
import { findMatter, listAppeals, listFiles } from '../matter/queries.ts'
import { fileViewOf, iso, isoOrNull, openSealed } from '../matter/views.ts'
import { getRules } from '../org/rules.ts'
import { knownOf } from '../party/sealed.ts'
import { answerOf, listOfVoice } from './store.ts'

/** Who asks: by the query code alone, or signed in by a number (its keyed hash). */
export type By = { phoneIndex: Buffer | undefined }

export type Subject = {
  matter: MatterRow
  voice: AppealRow
  party: PartyRow | undefined
  requests: SubjectRequestRow[]
  /** Whether the number that is signed in is the one that stands here. */
  isOwnNumber: boolean
}

/**
 * The voice and all that belongs to it. Refusals: `unknownCode`; `notOwnVoice`, where a number opens what somebody else said for
 * its holder: name and number in it are those of the other.
 */
export async function findSubject(tx: Tx, actor: ResidentActor, by: By): Promise<Subject | Refusal> {
  const district = actor.districtId
  const matter = await findMatter(tx, district, actor.matterId)
  const voice = (await listAppeals(tx, district, actor.matterId)).find((a) => a.id === actor.appealId)
  if (!matter || !voice) return refuse('unknownCode', undefined, 'queryCode')
  const { rows } =
    await sql<PartyRow>`select * from party where district_id = ${district} and matter_id = ${matter.id}
    and appeal_id = ${voice.id} and removed_at is null`.execute(tx)
  const [party] = rows
  const { phoneIndex } = by
  const isOwnNumber =
    phoneIndex !== undefined &&
    [voice.phone_index, party?.phone_index].some((index) => index?.equals(phoneIndex) === true)
  if (phoneIndex !== undefined && !isOwnNumber) return refuse('notOwnVoice')
  return { matter, voice, party, isOwnNumber, requests: await listOfVoice(tx, district, voice.id) }
}

const requestOf = (row: SubjectRequestRow): OwnRequest => ({
  ...{ id: row.id, kind: row.kind as OwnRequest['kind'], field: row.field as OwnRequest['field'] },
  ...{ ground: row.ground as OwnRequest['ground'], askedAt: iso(row.asked_at), dueOn: row.due_on },
  ...{ state: row.state as OwnRequest['state'], answeredAt: isoOrNull(row.answered_at) },
  ...{ answer: answerOf(row), tookWords: row.takes_words },
})

/** As far as it decides what may be asked. */
export const standingOf = ({ matter, voice, requests }: Subject) => ({
  isErased: voice.erased_at !== null,
  isDestroyed: matter.destroyed_at !== null,
  open: requests.filter(({ state }) => state === 'open').map(({ kind }) => kind as OwnRequest['kind']),
})

/** What is held on a person, what is done with it, and what they asked about it. */
export async function aboutMe(tx: Tx, subject: Subject): Promise<AboutMe> {
  const { matter, voice, party, requests, isOwnNumber } = subject
  const district = matter.district_id
  const masked = (mask: (text: string) => string, value: string | null) =>
    value === null || isOwnNumber ? value : mask(value)
  const known = party && knownOf(party)
  const { profile } = await getRules(tx, district)
  const kept = profile.retention.find(({ code }) => code === matter.retention)
  const files = await listFiles(tx, district, matter.id)
  return {
    number: matter.number,
    isWhole: isOwnNumber,
    name: masked(maskName, openSealed(voice, 'name')),
    phone: masked(maskPhone, openSealed(voice, 'phone')),
    senderName: masked(maskName, voice.sender_name),
    party: known
      ? {
          name: masked(maskName, known.name) ?? '',
          phone: masked(maskPhone, known.phone),
          address: masked(() => '***', known.address),
        }
      : null,
    onBehalf: voice.on_behalf as AboutMe['onBehalf'],
    words: voice.words,
    placeText: matter.place_text,
    channel: voice.channel as AboutMe['channel'],
    submittedAt: iso(voice.submitted_at),
    isConfidential: voice.is_confidential,
    files: files.filter((file) => file.appeal_id === voice.id).map(fileViewOf),
    units: await listUnitNames(tx, matter),
    readers: readersOf({
      isHandled: matter.handling_id !== null,
      isAssisted: (matter.parts as readonly unknown[]).length > 0,
      isSent: voice.external_no !== null,
    }),
    reveals: await countReveals(tx, district, voice.id, party?.id),
    retention: {
      code: matter.retention,
      years: kept?.years ?? null,
      from:
        matter.archived_at === null || !kept
          ? null
          : (destroyableFrom(matter.archived_at, kept.years) ?? null),
    },
    erasedAt: isoOrNull(voice.erased_at),
    isDestroyed: matter.destroyed_at !== null,
    requests: requests.map(requestOf),
    may: subjectKinds.filter((kind) => whyNotAsk(kind, standingOf(subject)) === undefined),
  }
}

async function listUnitNames(tx: Tx, matter: MatterRow): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select u.name from unnest(${matter.involved}::uuid[]) with ordinality x(id, nth)
    join unit u on u.district_id = ${matter.district_id} and u.id = x.id order by x.nth`.execute(tx)
  return [...new Set(rows.map(({ name }) => name))]
}

async function countReveals(
  tx: Tx,
  district: number,
  appealId: string,
  partyId: string | undefined,
): Promise<number> {
  const subjects = [`appeal:${appealId}`, ...(partyId === undefined ? [] : [`party:${partyId}`])]
  const { rows } = await sql<{ n: number }>`select count(*)::int n from read_log
    where district_id = ${district} and subject = any (${subjects}) and what = 'reveal'`.execute(tx)
  return rows[0]?.n ?? 0
}
