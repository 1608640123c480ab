import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { LinkView, mediationRoutes } from '#contract/mediation.ts'
import type { PartyActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { confirmUntil, effectiveAt, effectiveOn } from '#domain/mediation/agreement.ts'
import { whyNotActFor } from '#domain/mediation/authority.ts'
import { dueOn } from '#domain/mediation/limit.ts'
import { type Mediation, mediatorsOf, topics } from '#domain/mediation/mediation.ts'
import type { Step } from '#domain/mediation/moves.ts'
import { agreementNumber, fileNumber } from '#domain/mediation/number.ts'
import { mayTake, whyNotTake } from '#domain/mediation/why-not.ts'
import { needsGuardian } from '#domain/party/party.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { namesOf } from '../colleague/queries.ts'
import { blankScope, inScope, scopeOf, type Tx } from '../db/scope.ts'
import { keepFile } from '../files/routes.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { move } from '../matter/commands.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso } from '../matter/views.ts'
import { listPresent, type PartyLine, partyOf } from '../party/queries.ts'
import { nameIn } from '../party/sealed.ts'
import { freshBytes, freshDigits } from '../random.ts'
import { blindIndex, blindIndexes, seal, unseal } from '../secrets.ts'
import { actorIn, ownerOf } from './prepare.ts'
import { findLink, findMediation, listLinks, listTexts, roomNames } from './queries.ts'
import { type Terms, textsOf } from './read.ts'
import { linkBound } from './sealed.ts'
import { insertLink, writeTry } from './store.ts'
import { obligationViews, termsOf } from './views.ts'

/** How long a way in stands open, and how many wrong codes end it. */
const linkDays = 30
const mostTries = 5

type Secret = { token: string; code: string }

/** Makes a way in for a party. The same command again answers the same. Refusals: `notFound`, `notYours`, `mediationNotNow`, `noSuchParty`. */
export async function makePartyLink({
  tx,
  actor,
  params,
  body,
  now,
  platform,
}: Call<typeof mediationRoutes.makePartyLink>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  const line = row && (await findMediation(tx, district, params.mediationId))
  if (!row || !line || line.matter_id !== row.id) return refuse('notFound')
  const m = line.facts
  const refused = whyNotTake('mandate', m, actorIn({ actor, matter: matterOf(row) }, m))
  if (refused) return refused
  const present = await listPresent(tx, district, row.id)
  const party = present.find(({ id }) => id === body.partyId)
  const concerns = (id: string) => m.participants.some(({ partyId }) => partyId === id)
  const isHere = party && (concerns(party.id) || party.acts_for.some(concerns))
  if (!isHere) return refuse('noSuchParty', undefined, 'partyId')
  const urlOf = (token: string) => `${platform.publicUrl}/m/${district}/${token}`
  const again = (await listLinks(tx, district, m.id)).find(({ id }) => id === body.commandId)
  if (again) {
    if (again.party_id !== party.id) return refuse('commandReused')
    const { token, code } = JSON.parse(unseal(again.secret_sealed, linkBound(district, again.id))) as Secret
    return { url: urlOf(token), code, expiresAt: iso(again.expires_at) }
  }
  const token = freshBytes(24).toString('base64url')
  const code = freshDigits(6)
  const expiresAt = now + linkDays * 86_400_000
  await insertLink(tx, {
    ...{
      district,
      id: body.commandId,
      mediationId: m.id,
      partyId: party.id,
      accountId: actor.accountId,
      now,
      expiresAt,
    },
    tokenIndex: blindIndex(token, 'link'),
    secretSealed: seal(JSON.stringify({ token, code }), linkBound(district, body.commandId)),
  })
  return { url: urlOf(token), code, expiresAt: iso(expiresAt) }
}

/**
 * Who comes in by a link with its check code. A wrong code is counted even where the answer is a refusal, so it is written by
 * itself. Refusals: `linkGone`, `linkWrong` (facts: left), `linkLocked`.
 */
export async function enter(
  call: Pick<Call<typeof mediationRoutes.openPartyLink>, 'params' | 'body' | 'now' | 'platform'>,
): Promise<PartyActor> {
  const { params, body, now, platform } = call
  const { district, token } = params
  const found = await inScope(platform.db, blankScope(district), async (tx) => {
    const link = await findLink(tx, district, blindIndexes(token, 'link'))
    if (!link || link.ended_at !== null || link.expires_at < now) return refuse('linkGone')
    if (link.tries >= mostTries) return refuse('linkLocked')
    const { code } = JSON.parse(unseal(link.secret_sealed, linkBound(district, link.id))) as Secret
    const isRight = code === body.code
    if (!isRight || link.opened_at === null || link.tries > 0)
      await writeTry(tx, district, link.id, isRight, now)
    if (!isRight)
      return link.tries + 1 >= mostTries
        ? refuse('linkLocked')
        : refuse('linkWrong', { left: mostTries - link.tries - 1 }, 'code')
    return {
      kind: 'party' as const,
      districtId: district,
      partyId: link.party_id,
      matterId: link.matter_id,
      mediationId: link.mediation_id,
    }
  })
  if (isRefusal(found)) throw new Refused(found)
  return found
}

/** What the link shows. Refusals: those of entering. */
export async function openPartyLink(
  call: Call<typeof mediationRoutes.openPartyLink>,
): Promise<LinkView | ReturnType<typeof refuse>> {
  const actor = await enter(call)
  return inScope(call.platform.db, scopeOf(actor), (tx) => linkViewOf(tx, actor, call.now))
}

/** Those for whom a party may speak: itself, its wards, its principals. */
export function spokenFor(m: Mediation, parties: readonly PartyLine[], actor: PartyActor, today: string) {
  const present = parties.map(partyOf)
  return m.participants.filter(
    ({ partyId }) =>
      partyId === actor.partyId ||
      (['applyEnd', 'sign', 'receive'] as const).some(
        (power) => whyNotActFor(m, present, partyId, actor.partyId, power, today) === undefined,
      ),
  )
}

async function linkViewOf(
  tx: Tx,
  actor: PartyActor,
  now: number,
): Promise<LinkView | ReturnType<typeof refuse>> {
  const district = actor.districtId
  const line = await findMediation(tx, district, actor.mediationId)
  if (!line || line.facts.version === undefined) return refuse('linkGone')
  const m = line.facts
  const today = dayOf(now)
  const parties = await listPresent(tx, district, actor.matterId)
  const me = parties.find(({ id }) => id === actor.partyId)
  if (!me) return refuse('linkGone')
  const nameOf = (id: string) => {
    const row = parties.find((one) => one.id === id)
    return row ? nameIn(row) : ''
  }
  const mine = spokenFor(m, parties, actor, today)
  const isMine = (id: string) => mine.some(({ partyId }) => partyId === id)
  const texts = textsOf(await listTexts(tx, district, m.id))
  const accounts = await namesOf(
    tx,
    district,
    m.mediators.map(({ accountId }) => accountId),
  )
  const { rows } = await sql<{ name: string }>`select name from district where id = ${district}`.execute(tx)
  const places = texts.all<{ sessionId: string; place: string }>('place')
  const rooms = await roomNames(tx, district, m)
  const number = fileNumber(m, line.committee_name)
  const isGoingOn = m.state === 'asking' || m.state === 'running'
  return {
    districtName: rows[0]?.name ?? '',
    ...{
      committeeName: line.committee_name,
      number,
      matterTitle: line.matter_title,
      state: m.state,
      type: m.type,
    },
    dueOn: isGoingOn ? dueOn(m, today) : null,
    me: { partyId: me.id, name: nameOf(me.id), needsGuardian: needsGuardian(partyOf(me)) },
    standing: mine.map((one) => ({
      ...{
        partyId: one.partyId,
        name: nameOf(one.partyId),
        standing: one.standing,
        isTold: one.told !== null,
      },
      consents: topics.flatMap((topic) => {
        const last = one.consents.findLast(
          (each) => each.topic === topic && (topic !== 'extension' || each.round === m.extensionRound),
        )
        return last ? [{ topic, answer: last.answer }] : []
      }),
    })),
    mediators: mediatorsOf(m).map(({ accountId, part }) => ({
      accountId,
      part,
      name: accounts.get(accountId) ?? '',
    })),
    isExtensionAsked: m.extensionRound % 2 === 1,
    sessions: m.sessions
      .filter(({ partyIds }) => partyIds.some(isMine))
      .map((one) => ({
        ...{
          id: one.id,
          no: one.no,
          way: one.way,
          startsAt: iso(one.startsAt),
          minutes: one.minutes,
          state: one.state,
        },
        place:
          (one.roomId && rooms.get(one.roomId)) || places.find((p) => p.sessionId === one.id)?.place || null,
        comes: one.replies.find((each) => isMine(each.partyId))?.comes ?? null,
      })),
    agreements: m.agreements.flatMap((one) => {
      const terms =
        one.droppedAt === null && one.partyIds.some(isMine) ? texts.open<Terms>(one.termsId) : null
      if (!terms) return []
      return [
        {
          ...{
            id: one.id,
            number: agreementNumber(number, one.no),
            version: one.version,
            terms: termsOf(terms),
          },
          obligations: obligationViews(one, terms.words, today),
          names: one.partyIds.map((partyId) => ({ partyId, name: nameOf(partyId) })),
          signed: one.signatures.map(({ partyId }) => partyId).filter(isMine),
          ...{
            effectiveOn: effectiveAt(one) === null ? null : effectiveOn(one),
            confirmUntil: confirmUntil(one),
          },
        },
      ]
    }),
    routes: [...m.routes],
    may: mayTake(m, { kind: 'party', partyId: actor.partyId }, { present: parties.map(partyOf), today, now }),
  }
}

/** The most a drawing of a name may weigh, as bytes. */
const mostDrawing = 150_000

/** A name drawn with the finger, as bytes of a picture. Refusal: `notPicture`. */
function drawingOf(data: string): Buffer {
  const found = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(data)
  const bytes = found?.[1] === undefined ? Buffer.alloc(0) : Buffer.from(found[1], 'base64')
  if (bytes.length === 0 || bytes.length > mostDrawing)
    throw new Refused(refuse('notPicture', undefined, 'drawing'))
  return bytes
}

/** An id that a command always makes the same, for what belongs to it. */
function idBeside(commandId: string): string {
  const hash = createHash('sha256').update(`drawing:${commandId}`).digest('hex')
  return `${commandId.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

/** What a party hands in by its link: it speaks for itself or for whom it acts, and what proves it comes with the step. */
function inputOf(
  actor: PartyActor,
  { step, input }: { step: Step; input?: unknown },
): Record<string, unknown> {
  const { fileId: _file, ...given } = (input ?? {}) as Record<string, unknown>
  if (step === 'recuse') return { ...given, partyId: actor.partyId }
  if (step === 'reply' || step === 'revokeMandate') return given
  return { ...given, byId: actor.partyId, way: 'link' }
}

/** A step of the party itself, by its link. Refusals: those of entering and of the step, `notPicture`. */
export async function takePartyStep(call: Call<typeof mediationRoutes.takePartyStep>) {
  const { body, now, platform } = call
  const actor = await enter(call)
  const district = actor.districtId
  const input = inputOf(actor, body)
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    if (body.drawing !== undefined) {
      const file = await keepFile({
        ...{ tx, files: platform.files, district, id: idBeside(body.commandId), name: '签名.png' },
        ...{ owner: ownerOf(actor), mayBePdf: false, body: drawingOf(body.drawing), now },
      })
      if (isRefusal(file)) throw new Refused(refuse('notPicture', undefined, 'drawing'))
      input['fileId'] = file.id
    }
    const command = { matterId: actor.matterId, commandId: body.commandId, verb: 'mediate' }
    const step = { mediationId: actor.mediationId, step: body.step, input }
    return move(tx, actor, { ...command, input: step }, now)
  })
}
