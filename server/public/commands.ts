import { sql } from 'kysely'
import type { publicRoutes } from '#contract/public.ts'
import type { ResidentActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { readQueryCode, spacedQueryCode } from '#domain/matter/number.ts'
import { levelOf } from '#domain/org/tree.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { scopeOf, setScope, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import type { Author } from '../matter/birth.ts'
import { move } from '../matter/commands.ts'
import { nextNumber } from '../matter/numbers.ts'
import { centreOf, findRepeated, receive, titleFrom } from '../matter/receive.ts'
import { lockMatter } from '../matter/store.ts'
import { isoOrNull, openSealed } from '../matter/views.ts'
import { listChain } from '../org/queries.ts'
import { blindIndex } from '../secrets.ts'

export type Place = {
  code: string
  label: string
  unit_id: string
  path: string
  lng: number | null
  lat: number | null
}

/** The place a stairwell code stands for; people type O for 0 and I or L for 1. */
export async function findPlaceRow(
  tx: Tx,
  district: number,
  typed: string,
  now: number,
): Promise<Place | undefined> {
  const code = typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  const { rows } =
    await sql<Place>`select p.code, p.label, p.unit_id, u.path, coalesce(p.lng, u.lng) lng, coalesce(p.lat, u.lat) lat
    from place p join unit u on u.district_id = p.district_id and u.id = p.unit_id
    where p.district_id = ${district} and p.code = ${code} and (p.valid_to is null or p.valid_to >= ${dayOf(now)}::date)`.execute(
      tx,
    )
  return rows[0]
}

const visitor: Author = { kind: 'visitor', id: null, postId: null, unitId: null }

/** Takes one sentence from a stairwell. Sent again with the same ids it answers as the first time. Refusals: `unknownPlace`, `fileMissing`, `commandReused`. */
export async function sendAppeal(call: Call<typeof publicRoutes.sendAppeal>) {
  const { tx, params, body, now, platform } = call
  const { district } = params
  await setScope(
    tx,
    scopeOf({ kind: 'resident', districtId: district, appealId: body.id, matterId: body.matterId }),
  )
  const repeated = await findRepeated(tx, district, body.id)
  if (repeated) return firstAnswer(tx, district, body, repeated)
  const place = await findPlaceRow(tx, district, body.placeCode, now)
  if (!place) return refuse('unknownPlace', undefined, 'placeCode')
  const chain = await listChain(tx, district, place.path, now)
  const centre = centreOf(chain)
  if (!centre) throw new Error(`no outpost above ${place.path}`)
  const number = await nextNumber(platform.db, district, now)
  const birth = await receive(
    tx,
    {
      district,
      matterId: body.matterId,
      appealId: body.id,
      commandId: body.commandId,
      channel: 'qr',
      kind: 'request',
      urgency: 'normal',
      categoryCode: null,
      title: titleFrom(body.words),
      words: body.words,
      place: { unitId: place.unit_id, path: place.path, text: place.label, lng: place.lng, lat: place.lat },
      placeCode: place.code,
      centre: { id: centre.id, path: centre.path, level: levelOf(centre) },
      name: body.name || null,
      phone: body.phone ?? null,
      isAnonymous: !body.name && body.phone === undefined,
      isConfidential: body.isConfidential,
      externalNo: null,
      externalDueAt: null,
      importId: null,
      submittedAt: now,
    },
    number,
    visitor,
    { ids: body.files, owner: 'visitor' },
    now,
  )
  return {
    number,
    queryCode: spacedQueryCode(birth.queryCode),
    holderName: centre.name,
    dueAt: isoOrNull(birth.matter.due_at),
  }
}

async function firstAnswer(
  tx: Tx,
  district: number,
  body: Call<typeof publicRoutes.sendAppeal>['body'],
  repeated: NonNullable<Awaited<ReturnType<typeof findRepeated>>>,
) {
  const { id: appealId, matterId } = body
  const isSame = repeated.matter_id === matterId && repeated.command_id === body.commandId
  if (!isSame || repeated.words !== body.words) return refuse('commandReused')
  const code =
    openSealed({ district_id: district, id: appealId, query_sealed: repeated.query_sealed }, 'query') ?? ''
  const { rows } = await sql<{ due_at: number | null }>`select due_at from clock
    where district_id = ${district} and matter_id = ${matterId} and kind = 'accept' order by started_at limit 1`.execute(
    tx,
  )
  return {
    number: repeated.number,
    queryCode: spacedQueryCode(code),
    holderName: repeated.centre_name,
    dueAt: isoOrNull(rows[0]?.due_at ?? null),
  }
}

/** Opens the scope of the one matter a query code stands for. Refusal: `unknownCode`. */
export async function residentOf(tx: Tx, district: number, typed: string): Promise<ResidentActor | Refusal> {
  const code = readQueryCode(typed)
  if (code === undefined) return refuse('unknownCode', undefined, 'queryCode')
  const { rows } = await sql<{ id: string; matter_id: string }>`select id, matter_id from appeal
    where district_id = ${district} and query_index = ${blindIndex(code, 'query')}`.execute(tx)
  const found = rows[0]
  if (!found) return refuse('unknownCode', undefined, 'queryCode')
  const actor: ResidentActor = {
    kind: 'resident',
    districtId: district,
    appealId: found.id,
    matterId: found.matter_id,
  }
  await setScope(tx, scopeOf(actor))
  return actor
}

/** A move by the person who holds the query code: answer, rate, ask to reopen, withdraw. */
export async function moveTracked({ tx, params, body, now }: Call<typeof publicRoutes.moveTracked>) {
  const actor = await residentOf(tx, params.district, body.queryCode)
  return 'refused' in actor ? actor : moveAs(tx, actor, body, now)
}

type Wished = Pick<Call<typeof publicRoutes.moveTracked>['body'], 'commandId' | 'verb' | 'input'>

/** A move by the person behind one voice, by whatever they came to it. Refusals: those of `move`, `alreadyRated`. */
export async function moveAs(tx: Tx, actor: ResidentActor, body: Wished, now: number) {
  await lockMatter(tx, actor.districtId, actor.matterId)
  const refused = body.verb === 'rate' ? await whyNotRate(tx, actor, body.commandId) : undefined
  if (refused) return refused
  return move(
    tx,
    actor,
    { matterId: actor.matterId, commandId: body.commandId, verb: body.verb, input: body.input },
    now,
  )
}

/** One voice rates once; a repeated command is answered by the history. */
async function whyNotRate(tx: Tx, actor: ResidentActor, commandId: string): Promise<Refusal | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select h.id from appeal a join matter_action h on h.district_id = a.district_id
    and h.matter_id = a.matter_id and h.appeal_id = a.id and h.verb = 'rate'
    where a.district_id = ${actor.districtId} and a.id = ${actor.appealId} and a.rated_at is not null`.execute(
    tx,
  )
  return rows.length > 0 && !rows.some((r) => r.id === commandId) ? refuse('alreadyRated') : undefined
}
