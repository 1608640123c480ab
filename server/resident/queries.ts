import { sql } from 'kysely'
import type { callerRoutes, OwnAppeal } from '#contract/resident.ts'
import type { CallerActor, ResidentActor } from '#domain/actor.ts'
import type { Kind } from '#domain/matter/matter.ts'
import { whyNot } from '#domain/matter/why-not.ts'
import { maskPhone } from '#domain/person/mask.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { harmWords, isShownByPhone } from '#domain/resident/shown.ts'
import { blankScope, scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { readToken } from '../http/token.ts'
import { circumstances, rulesFor } from '../matter/commands.ts'
import { readCursor, writeCursor } from '../matter/cursor.ts'
import { titleFrom } from '../matter/receive.ts'
import { type ListedRow, listedColumns, matterOf } from '../matter/rows.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { unseal } from '../secrets.ts'
import { sessionBound } from './bound.ts'

/**
 * The voices that a telephone number stands with: given with the voice itself, as the party that the voice is, or as that of
 * whoever is spoken for by an agent. Never as another side's, a guardian's ward or a witness.
 */
const ownVoices = (district: number, phone: Buffer) => sql`
  select a.id, a.matter_id from appeal a where a.district_id = ${district} and a.phone_index = ${phone}
  union
  select a.id, a.matter_id from party p
    join appeal a on a.district_id = p.district_id and a.id = p.appeal_id
    where p.district_id = ${district} and p.phone_index = ${phone} and p.removed_at is null and not p.is_confidential
  union
  select a.id, a.matter_id from party p
    join party g on g.district_id = p.district_id and g.matter_id = p.matter_id and g.role = 'agent'
      and g.removed_at is null and p.id = any (g.acts_for)
    join appeal a on a.district_id = g.district_id and a.id = g.appeal_id
    where p.district_id = ${district} and p.phone_index = ${phone} and p.removed_at is null and not p.is_confidential`

/** The SQL twin of `isShownByPhone`, of a voice `a` and its matter `m`. */
const isShown = sql`not a.is_anonymous and not a.is_confidential and not m.sensitive and m.kind <> 'report'
  and lower(a.words || ' ' || m.title) !~ ${harmWords.join('|')}`

/** More voices than this no number of a person has; what is older is opened by its code. */
const mostVoices = 1_000

type Line = ListedRow & {
  appeal_id: string
  words: string
  submitted_at: number
  arrived_at: number
  rated_at: number | null
  found_solved: boolean | null
  first_appeal_id: string | null
  holder_name: string
  promised_at: number | null
}

const matterColumns = sql.raw(listedColumns.map((column) => `m.${column}`).join(', '))

/** A page of what this number gave in the district, newest first. What it may not show leaves no gap. */
export async function listOwn(call: Call<typeof callerRoutes.listOwn>) {
  const { tx, actor, params, query, now } = call
  const { district } = params
  const phone = Buffer.from(actor.phoneIndex, 'hex')
  const voices = await sql<{
    matter_id: string
  }>`select distinct x.matter_id from (${ownVoices(district, phone)}) x
    order by x.matter_id desc limit ${mostVoices}`.execute(tx)
  const matters = voices.rows.map((row) => row.matter_id)
  await setScope(tx, { ...blankScope(district), matters })
  const after = readCursor(query.cursor)
  const { rows } = await sql<Line>`select ${matterColumns}, a.id appeal_id, a.words, a.submitted_at,
      a.received_at arrived_at, a.rated_at, a.solved found_solved, h.appeal_id first_appeal_id,
      coalesce(u.name, '') holder_name,
      (select c.due_at from clock c where c.district_id = m.district_id and c.matter_id = m.id and c.stopped_at is null
        order by c.kind <> 'handle', c.due_at, c.started_at limit 1) promised_at
    from (${ownVoices(district, phone)}) x
    join appeal a on a.district_id = ${district} and a.id = x.id
    join matter m on m.district_id = ${district} and m.id = x.matter_id
    left join matter_action h on h.district_id = ${district} and h.matter_id = m.id and h.seq = 1
    left join unit u on u.district_id = ${district} and u.id = m.holder_id
    where ${isShown} ${after ? sql`and (a.received_at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
    order by a.received_at desc, a.id desc limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const own: OwnAppeal[] = []
  for (const line of shown) own.push(await rowOf(tx, line, now))
  return {
    ...(await whoIs(call)),
    rows: own,
    next: last ? writeCursor({ key: iso(last.arrived_at), id: last.appeal_id }) : null,
  }
}

async function rowOf(tx: Tx, line: Line, now: number): Promise<OwnAppeal> {
  const matter = matterOf(line)
  const at = circumstances(matter, await rulesFor(tx, line), now)
  const actor: ResidentActor = {
    ...{ kind: 'resident', districtId: line.district_id, appealId: line.appeal_id, matterId: line.id },
  }
  const may = (verb: 'answer' | 'rate') => whyNot(verb, matter, actor, at) === undefined
  const isForRating = matter.state === 'revisiting' && line.rated_at === null && may('rate')
  return {
    id: line.appeal_id,
    number: line.number,
    // The title may still be the first sentence of whoever spoke first.
    title: line.appeal_id === line.first_appeal_id ? line.title : titleFrom(line.words),
    submittedAt: iso(line.submitted_at),
    state: matter.state,
    closureKind: matter.closureKind,
    holderName: line.holder_name,
    dueAt: isoOrNull(line.promised_at),
    asked: matter.questionOpen && may('answer') ? 'answer' : isForRating ? 'rate' : null,
    isReopenAsked: matter.reopenAsked,
    rating: line.rated_at === null || line.found_solved === null ? null : { solved: line.found_solved },
  }
}

/** The number that is signed in, masked, and until when. */
async function whoIs({ tx, params, request }: Call<typeof callerRoutes.listOwn>) {
  const token = readToken(request, 'resident')
  const { rows } = await sql<{
    id: string
    phone_sealed: Buffer
    expires_at: number
  }>`select id, phone_sealed, expires_at
    from resident_session where district_id = ${params.district} and token_hash = ${token?.hash ?? null}`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Refused(refuse('phoneFirst'))
  const phone = unseal(row.phone_sealed, sessionBound(params.district, row.id))
  return { phone: maskPhone(phone), expiresAt: iso(row.expires_at) }
}

type Voice = { matter_id: string; words: string; is_anonymous: boolean; is_confidential: boolean }

/**
 * Goes over to the one appeal, as whoever holds its query code. Refusal: `notFound`, of what is another's, is not shown by
 * telephone or does not exist.
 */
export async function openVoice(
  tx: Tx,
  actor: CallerActor,
  appealId: string,
): Promise<ResidentActor | Refusal> {
  const district = actor.districtId
  const { rows } = await sql<Voice>`select a.matter_id, a.words, a.is_anonymous, a.is_confidential
    from (${ownVoices(district, Buffer.from(actor.phoneIndex, 'hex'))}) x
    join appeal a on a.district_id = ${district} and a.id = x.id where x.id = ${appealId}`.execute(tx)
  const [row] = rows
  if (!row) return refuse('notFound')
  await setScope(tx, { ...blankScope(district), matters: [row.matter_id] })
  const found = await sql<{
    kind: Kind
    sensitive: boolean
    title: string
  }>`select kind, sensitive, title from matter
    where district_id = ${district} and id = ${row.matter_id}`.execute(tx)
  const [matter] = found.rows
  const voice = { ...row, isAnonymous: row.is_anonymous, isConfidential: row.is_confidential }
  if (!matter || !isShownByPhone({ matter, voice })) return refuse('notFound')
  const resident: ResidentActor = {
    ...{ kind: 'resident', districtId: district, appealId, matterId: row.matter_id },
  }
  await setScope(tx, scopeOf(resident))
  return resident
}
