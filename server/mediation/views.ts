import type {
  AgreementView,
  MediationRow,
  MediationView,
  ParticipantView,
  SessionView,
} from '#contract/mediation.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { Day } from '#domain/calendar/days.ts'
import {
  confirmUntil,
  effectiveOn,
  fulfilment,
  isOverdue,
  unsigned,
  whyNotConfirm,
} from '#domain/mediation/agreement.ts'
import { isInForce } from '#domain/mediation/authority.ts'
import type { SessionRecord } from '#domain/mediation/forms/facts.ts'
import { dueOn } from '#domain/mediation/limit.ts'
import type { Act, Agreement, Mediation, Participant, Session } from '#domain/mediation/mediation.ts'
import { agreementNumber, fileNumber } from '#domain/mediation/number.ts'
import { needsGuardian } from '#domain/party/party.ts'
import type { MediationLinkRow } from '../db/tables.gen.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { type PartyLine, partyOf } from '../party/queries.ts'
import type { MediationLine } from './queries.ts'
import type { Story, Terms, Texts } from './read.ts'

/** What every part of the view is drawn from. */
export type Sight = {
  actor: StaffActor
  line: MediationLine
  parties: readonly PartyLine[]
  names: ReadonlyMap<string, string | null>
  accounts: ReadonlyMap<string, string>
  rooms: ReadonlyMap<string, string>
  links: readonly MediationLinkRow[]
  texts: Texts
  reading: { words: boolean; caucus: boolean }
  today: Day
}

const actView = ({ at, by, way, fileId }: Act) => ({ at: iso(at), byId: by, way, hasFile: fileId !== null })

const isLate = (m: Mediation, due: Day | null, today: Day) =>
  (m.state === 'asking' || m.state === 'running') && due !== null && due < today

export function rowOf(line: MediationLine, today: Day): MediationRow {
  const m = line.facts
  const due = m.state === 'asking' || m.state === 'running' ? dueOn(m, today) : null
  return {
    ...{
      id: line.id,
      matterId: line.matter_id,
      matterNumber: line.matter_number,
      matterTitle: line.matter_title,
    },
    ...{ number: fileNumber(m, line.committee_name), state: m.state, type: m.type },
    ...{
      committeeName: line.committee_name,
      leadName: line.lead_name,
      dueOn: due,
      isLate: isLate(m, due, today),
    },
    parties: m.participants.length,
    agreed: m.participants.filter(({ standing }) => standing === 'in').length,
    sessions: m.sessions.filter(({ state }) => state !== 'cancelled').length,
    held: m.sessions.filter(({ state }) => state === 'held').length,
    nextAt: isoOrNull(line.next_at),
  }
}

function participantView(sight: Sight, m: Mediation, one: Participant): ParticipantView[] {
  const row = sight.parties.find(({ id }) => id === one.partyId)
  if (!row) return []
  const link = sight.links.find(({ party_id }) => party_id === one.partyId)
  const party = partyOf(row)
  const acting = sight.parties.flatMap((other) => {
    const isGuardian = other.role === 'guardian' && other.acts_for.includes(one.partyId)
    const isAgent = m.mandates.some(
      (each) =>
        each.agentId === other.id && each.principalIds.includes(one.partyId) && isInForce(each, sight.today),
    )
    const as = isGuardian ? ('guardian' as const) : isAgent ? ('agent' as const) : undefined
    return as ? [{ id: other.id, no: other.no, name: sight.names.get(other.id) ?? null, as }] : []
  })
  const self = { id: row.id, no: row.no, name: sight.names.get(row.id) ?? null, as: 'self' as const }
  return [
    {
      ...{
        partyId: row.id,
        no: row.no,
        side: party.side,
        kind: party.kind,
        role: party.role,
        name: self.name,
      },
      ...{ standing: one.standing, needsGuardian: needsGuardian(party), outAt: isoOrNull(one.outAt) },
      told: one.told && actView(one.told),
      consents: one.consents.map((each) => ({
        ...actView(each),
        ...{ topic: each.topic, answer: each.answer },
        isCurrent: each.topic !== 'extension' || each.round === m.extensionRound,
      })),
      actors: needsGuardian(party) ? acting : [self, ...acting],
      link:
        link && !link.ended_at
          ? { expiresAt: iso(link.expires_at), openedAt: isoOrNull(link.opened_at) }
          : null,
    },
  ]
}

function agentView({ parties, names }: Sight, agentId: string) {
  const agent = parties.find(({ id }) => id === agentId)
  return agent ? { no: agent.no, name: names.get(agentId) ?? null } : null
}

function sessionView({ texts, reading, rooms }: Sight, one: Session): SessionView {
  const isSecret = one.kind === 'caucus' && !reading.caucus
  if (isSecret)
    return {
      ...{
        id: one.id,
        no: one.no,
        kind: one.kind,
        state: one.state,
        isSecret,
        way: null,
        startsAt: null,
        minutes: 0,
      },
      ...{ room: null, place: null, partyIds: [], replies: [], heldAt: null, present: [], methods: [] },
      ...{ subject: null, record: null, invited: null, interpreter: null, signed: [] },
    }
  const mayRead = one.kind === 'caucus' ? reading.caucus : reading.words
  const said = mayRead ? texts.open<SessionRecord>(one.recordId) : null
  const place = texts
    .all<{ sessionId: string; place: string }>('place')
    .find(({ sessionId }) => sessionId === one.id)
  return {
    ...{ id: one.id, no: one.no, kind: one.kind, state: one.state, isSecret, way: one.way },
    ...{ startsAt: iso(one.startsAt), minutes: one.minutes, partyIds: [...one.partyIds] },
    room: one.roomId === null ? null : { id: one.roomId, name: rooms.get(one.roomId) ?? '' },
    place: mayRead ? (place?.place ?? null) : null,
    replies: one.replies.map((each) => ({ ...each, at: iso(each.at) })),
    ...{ heldAt: isoOrNull(one.heldAt), present: [...one.present], methods: [...one.methods] },
    ...{ subject: said?.subject ?? null, record: said?.record ?? null },
    ...{ invited: said?.invited ?? null, interpreter: said?.interpreter ?? null },
    signed: one.signed.map((each) => ({ ...actView(each), partyId: each.partyId })),
  }
}

/** What an agreement obliges to, with how far it is done. */
export function obligationViews(
  agreement: Agreement,
  words: Terms['words'],
  today: Day,
): AgreementView['obligations'] {
  return agreement.obligations.map((one) => {
    const { fen, isDone } = fulfilment(one)
    return {
      ...{ id: one.id, kind: one.kind, byId: one.byId, toId: one.toId, fen: one.fen, dueOn: one.dueOn },
      ...{ text: words[one.id] ?? null, doneFen: fen, isDone },
      isOverdue: effectiveOn(agreement) !== null && isOverdue(one, today),
      missedAt: isoOrNull(one.missedAt),
      done: one.done.map((each) => ({ on: each.on, fen: each.fen, hasFile: each.fileId !== null })),
    }
  })
}

export const termsOf = ({ words: _words, ...terms }: Terms) => terms

function agreementView(
  { texts, reading, accounts, today }: Sight,
  m: Mediation,
  file: string,
  one: Agreement,
): AgreementView {
  const terms = reading.words ? texts.open<Terms>(one.termsId) : null
  return {
    ...{
      id: one.id,
      no: one.no,
      number: agreementNumber(file, one.no),
      kind: one.kind,
      version: one.version,
    },
    partyIds: [...one.partyIds],
    terms: terms && termsOf(terms),
    obligations: reading.words ? obligationViews(one, terms?.words ?? {}, today) : [],
    wholeFen: reading.words ? one.wholeFen : null,
    shares: reading.words ? one.shares.map((share) => ({ ...share })) : [],
    signatures: one.signatures.map((each) => ({ ...actView(each), partyId: each.partyId })),
    unsigned: one.kind === 'oral' ? [] : unsigned(one),
    mediatorAt: isoOrNull(one.mediatorAt),
    mediatorName: one.mediatorId === null ? null : (accounts.get(one.mediatorId) ?? ''),
    sealAt: isoOrNull(one.sealAt),
    ...{ effectiveOn: effectiveOn(one), confirmUntil: confirmUntil(one) },
    mayConfirm: whyNotConfirm(m.type, one, today) === undefined,
    confirmations: one.confirmations.map(({ state, on }) => ({ state, on })),
    isDropped: one.droppedAt !== null,
  }
}

/** Everything one page needs of a mediation, as its reader may see it. */
export function viewOf(sight: Sight, may: MediationView['may']): MediationView {
  const { line, actor, accounts, texts, reading, today } = sight
  const m = line.facts
  const number = fileNumber(m, line.committee_name)
  const [story] = reading.words ? texts.all<Story>('story') : []
  const row = rowOf(line, today)
  return {
    ...{ id: m.id, matterId: m.matterId, matterNumber: line.matter_number, matterTitle: line.matter_title },
    ...{
      state: m.state,
      type: m.type,
      source: m.source,
      number,
      version: m.version,
      openedAt: iso(m.openedAt),
    },
    committee: { id: m.committeeId, name: line.committee_name },
    ...{ dueOn: row.dueOn, isLate: row.isLate, limitDays: m.limitDays, extendedDays: m.extendedDays },
    isExtensionAsked: m.extensionRound % 2 === 1,
    pauses: m.pauses.map((pause) => ({ ...pause })),
    ...{ story: story?.story ?? null, requests: story?.requests ?? [] },
    mediators: m.mediators.map((one) => ({
      ...{ accountId: one.accountId, name: accounts.get(one.accountId) ?? '', part: one.part },
      ...{
        isNow: one.until === null,
        hasDisclosed: one.disclosedAt !== null,
        isMe: one.accountId === actor.accountId,
      },
    })),
    participants: m.participants.flatMap((one) => participantView(sight, m, one)),
    mandates: m.mandates.map(({ fileId: _file, revokedAt, ...one }) => ({
      ...{ ...one, principalIds: [...one.principalIds], powers: [...one.powers] },
      agent: agentView(sight, one.agentId),
      ...{ isInForce: isInForce({ ...one, fileId: '', revokedAt }, today), isRevoked: revokedAt !== null },
    })),
    sessions: m.sessions.map((one) => sessionView(sight, one)),
    agreements: m.agreements.map((one) => agreementView(sight, m, number, one)),
    revisits: m.revisits.map((one) => ({
      ...{ at: iso(one.at), name: accounts.get(one.accountId) ?? '', performed: one.performed },
      ...{ satisfied: one.satisfied, escalates: one.escalates },
    })),
    averted: m.averted ?? {},
    ...{ endReason: m.endReason, routes: [...m.routes], mayRead: reading.words, may },
  }
}
