import { z } from 'zod'
import { routes } from '#domain/matter/matter.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import { type Form, formNames } from '#domain/mediation/forms/dossier.ts'
import {
  agreementKinds,
  confirmationStates,
  endReasons,
  mediationSources,
  mediationStates,
  mediationTypes,
  mediatorParts,
  methods,
  obligationKinds,
  pauseReasons,
  powers,
  sessionKinds,
  sessionWays,
  topics,
  ways,
} from '#domain/mediation/mediation.ts'
import { type Step, steps } from '#domain/mediation/moves.ts'
import { languages, reasons } from '#domain/mediation/proposal.ts'
import { partyKinds, partyRoles, sides } from '#domain/party/party.ts'
import { day, districtId, id, instant, text } from './fields.ts'
import { moveAnswer } from './moves.ts'
import type { Route } from './route.ts'

const step = z.enum(steps as [Step, ...Step[]])
const unit = z.object({ id, name: z.string() })
const act = z.object({ at: instant, byId: id, way: z.enum(ways), hasFile: z.boolean() })

const sessionView = z.object({
  id,
  no: z.number().int(),
  kind: z.enum(sessionKinds),
  state: z.enum(['planned', 'held', 'cancelled']),
  /** A caucus is only for who mediates: to everybody else nothing but that there was one. */
  isSecret: z.boolean(),
  way: z.enum(sessionWays).nullable(),
  startsAt: instant.nullable(),
  minutes: z.number().int(),
  room: unit.nullable(),
  place: z.string().nullable(),
  partyIds: z.array(id),
  replies: z.array(z.object({ partyId: id, comes: z.boolean(), at: instant })),
  heldAt: instant.nullable(),
  present: z.array(id),
  methods: z.array(z.enum(methods)),
  subject: z.string().nullable(),
  /** Null where it is none of the reader's business, or not held. */
  record: z.string().nullable(),
  /** Who from outside was there, and who interpreted; null also where nobody was. */
  invited: z.string().nullable(),
  interpreter: z.string().nullable(),
  signed: z.array(act.extend({ partyId: id })),
})
export type SessionView = z.output<typeof sessionView>

const obligationView = z.object({
  id,
  kind: z.enum(obligationKinds),
  byId: id,
  toId: id.nullable(),
  fen: z.number().int(),
  dueOn: day,
  text: z.string().nullable(),
  doneFen: z.number().int(),
  isDone: z.boolean(),
  isOverdue: z.boolean(),
  missedAt: instant.nullable(),
  done: z.array(z.object({ on: day, fen: z.number().int(), hasFile: z.boolean() })),
})
export type ObligationView = z.output<typeof obligationView>

/** What an agreement says; null where the reader may not see it. */
export const termsView = z.object({
  facts: z.string(),
  issues: z.string(),
  clauses: z.array(z.string()),
  manner: z.string(),
  whyOral: z.string().nullable(),
})

const agreementView = z.object({
  id,
  no: z.number().int(),
  number: z.string(),
  kind: z.enum(agreementKinds),
  version: z.number().int(),
  partyIds: z.array(id),
  terms: termsView.nullable(),
  obligations: z.array(obligationView),
  wholeFen: z.number().int().nullable(),
  shares: z.array(z.object({ partyId: id, fen: z.number().int() })),
  signatures: z.array(act.extend({ partyId: id })),
  /** Who has still to sign. */
  unsigned: z.array(id),
  mediatorAt: instant.nullable(),
  mediatorName: z.string().nullable(),
  sealAt: instant.nullable(),
  effectiveOn: day.nullable(),
  /** The last day on which both may ask a court to confirm it. */
  confirmUntil: day.nullable(),
  mayConfirm: z.boolean(),
  confirmations: z.array(z.object({ state: z.enum(confirmationStates), on: day })),
  isDropped: z.boolean(),
})
export type AgreementView = z.output<typeof agreementView>

const participantView = z.object({
  partyId: id,
  no: z.number().int(),
  side: z.enum(sides),
  kind: z.enum(partyKinds),
  role: z.enum(partyRoles),
  /** Masked, or null where the reader may not see who it is. */
  name: z.string().nullable(),
  standing: z.enum(['asked', 'in', 'out']),
  needsGuardian: z.boolean(),
  told: act.nullable(),
  consents: z.array(act.extend({ topic: z.enum(topics), answer: z.boolean(), isCurrent: z.boolean() })),
  outAt: instant.nullable(),
  /** Who may act for it: itself, guardians, agents with a mandate. */
  actors: z.array(
    z.object({
      id,
      no: z.number().int(),
      name: z.string().nullable(),
      as: z.enum(['self', 'guardian', 'agent']),
    }),
  ),
  /** Its way in without an account, if one was made. */
  link: z.object({ expiresAt: instant, openedAt: instant.nullable() }).nullable(),
})
export type ParticipantView = z.output<typeof participantView>

export const mediationView = z.object({
  id,
  matterId: id,
  matterNumber: z.string(),
  matterTitle: z.string(),
  state: z.enum(mediationStates),
  type: z.enum(mediationTypes),
  source: z.enum(mediationSources),
  number: z.string(),
  committee: unit,
  version: z.number().int(),
  openedAt: instant,
  /** Null while it stands still. */
  dueOn: day.nullable(),
  isLate: z.boolean(),
  limitDays: z.number().int(),
  extendedDays: z.number().int(),
  isExtensionAsked: z.boolean(),
  pauses: z.array(z.object({ why: z.enum(pauseReasons), fromOn: day, toOn: day.nullable() })),
  story: z.string().nullable(),
  requests: z.array(z.string()),
  mediators: z.array(
    z.object({
      accountId: id,
      name: z.string(),
      part: z.enum(mediatorParts),
      isNow: z.boolean(),
      hasDisclosed: z.boolean(),
      isMe: z.boolean(),
    }),
  ),
  participants: z.array(participantView),
  mandates: z.array(
    z.object({
      id,
      agentId: id,
      /** Null once it is no party of the matter any more. */
      agent: z.object({ no: z.number().int(), name: z.string().nullable() }).nullable(),
      principalIds: z.array(id),
      powers: z.array(z.enum(powers)),
      fromOn: day,
      toOn: day,
      isInForce: z.boolean(),
      isRevoked: z.boolean(),
    }),
  ),
  sessions: z.array(sessionView),
  agreements: z.array(agreementView),
  revisits: z.array(
    z.object({
      at: instant,
      name: z.string(),
      performed: z.boolean(),
      satisfied: z.boolean().nullable(),
      escalates: z.boolean(),
    }),
  ),
  endReason: z.enum(endReasons).nullable(),
  /** What it kept from happening: people by kind. */
  averted: z.partialRecord(z.enum(avertedKinds), z.number().int()),
  routes: z.array(z.enum(routes)),
  /** Whether what was said and agreed is the reader's business. */
  mayRead: z.boolean(),
  may: z.array(step),
})
export type MediationView = z.output<typeof mediationView>

export const mediationRow = z.object({
  id,
  matterId: id,
  matterNumber: z.string(),
  matterTitle: z.string(),
  number: z.string(),
  state: z.enum(mediationStates),
  type: z.enum(mediationTypes),
  committeeName: z.string(),
  leadName: z.string(),
  dueOn: day.nullable(),
  isLate: z.boolean(),
  /** Of how many parties how many have agreed, of how many sessions how many were held. */
  parties: z.number().int(),
  agreed: z.number().int(),
  sessions: z.number().int(),
  held: z.number().int(),
  nextAt: instant.nullable(),
})
export type MediationRow = z.output<typeof mediationRow>

const matterId = z.object({ id })
const one = z.object({ id, mediationId: id })
const link = z.object({ district: districtId, token: z.string().min(20).max(60) })
/** The check code that comes by another way than the link. */
const code = z.string().regex(/^\d{6}$/)

/** What a party sees by its link: its own standing, what it is asked, the sessions it is invited to, the agreements it is in. */
const linkView = z.object({
  districtName: z.string(),
  committeeName: z.string(),
  number: z.string(),
  matterTitle: z.string(),
  state: z.enum(mediationStates),
  type: z.enum(mediationTypes),
  dueOn: day.nullable(),
  me: z.object({ partyId: id, name: z.string(), needsGuardian: z.boolean() }),
  /** For whom whoever holds the link may speak. */
  standing: z.array(
    z.object({
      partyId: id,
      name: z.string(),
      standing: z.enum(['asked', 'in', 'out']),
      isTold: z.boolean(),
      consents: z.array(z.object({ topic: z.enum(topics), answer: z.boolean() })),
    }),
  ),
  mediators: z.array(z.object({ accountId: id, name: z.string(), part: z.enum(mediatorParts) })),
  isExtensionAsked: z.boolean(),
  sessions: z.array(
    z.object({
      id,
      no: z.number().int(),
      way: z.enum(sessionWays),
      startsAt: instant,
      minutes: z.number().int(),
      place: z.string().nullable(),
      state: z.enum(['planned', 'held', 'cancelled']),
      comes: z.boolean().nullable(),
    }),
  ),
  agreements: z.array(
    z.object({
      id,
      number: z.string(),
      version: z.number().int(),
      terms: termsView,
      obligations: z.array(obligationView),
      names: z.array(z.object({ partyId: id, name: z.string() })),
      /** Which of those it speaks for have signed. */
      signed: z.array(id),
      effectiveOn: day.nullable(),
      confirmUntil: day.nullable(),
    }),
  ),
  routes: z.array(z.enum(routes)),
  may: z.array(step),
})
export type LinkView = z.output<typeof linkView>

const form = z.enum(formNames as [Form, ...Form[]])

export const mediationRoutes = {
  /** The mediations that I may see, those that end first at the top; `mine`: those that I mediate. */
  listMediations: {
    method: 'GET',
    path: '/api/mediations',
    session: 'staff',
    needs: 'matter.read',
    query: z.object({
      box: z.enum(['mine', 'open', 'agreed', 'done']).default('mine'),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answer: z.object({ rows: z.array(mediationRow), next: z.string().nullable() }),
  },
  /** The mediations of one matter, the newest first, and with whom a new one could be opened. */
  listMatterMediations: {
    method: 'GET',
    path: '/api/matters/:id/mediations',
    session: 'staff',
    needs: 'matter.read',
    params: matterId,
    /** What a party speaks, if it is out of the ordinary. */
    query: z.object({ language: z.enum(languages).optional() }),
    answer: z.object({
      rows: z.array(mediationRow),
      mayOpen: z.boolean(),
      /** Whose number and seal it may bear. */
      committees: z.array(unit),
      /** Who may mediate, with the reasons that speak for them; the machine proposes, a person decides. */
      mediators: z.array(
        z.object({
          accountId: id,
          name: z.string(),
          unitName: z.string(),
          open: z.number().int(),
          isHere: z.boolean(),
          languages: z.array(z.enum(languages)),
          sinceYear: z.number().int().nullable(),
          /** What speaks for them, and against, in the order in which it counts. */
          reasons: z.array(z.enum(reasons)),
        }),
      ),
      rooms: z.array(unit),
    }),
  },
  getMediation: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId',
    session: 'staff',
    needs: 'matter.read',
    params: one,
    answer: mediationView,
  },
  /** The papers that the record fills by now, in the order of the file, and what a complete file still lacks. */
  listMediationPapers: {
    method: 'GET',
    path: '/api/matters/:id/mediations/:mediationId/papers',
    session: 'staff',
    needs: 'mediation.run',
    params: one,
    answer: z.object({
      papers: z.array(
        z.object({ form, of: id.nullable(), title: z.string(), number: z.string().nullable() }),
      ),
      missing: z.array(form),
    }),
  },
  /** Draws a paper, or the whole file, with everybody's name in full; who drew it and what for is put on record. */
  drawMediationPaper: {
    method: 'POST',
    path: '/api/matters/:id/mediations/:mediationId/papers',
    session: 'staff',
    needs: 'mediation.run',
    params: one,
    body: z.object({
      commandId: id,
      form,
      of: id.nullable().default(null),
      as: z.enum(['pdf', 'word']).default('pdf'),
      purpose: text(100),
    }),
    raw: true,
  },
  /** What stands in a room or before a mediator in a span of days: only that it is taken, where the reader has no business. */
  listSlots: {
    method: 'GET',
    path: '/api/mediation-slots',
    session: 'staff',
    needs: 'matter.read',
    query: z.object({ from: day, to: day }),
    answer: z.object({
      rows: z.array(
        z.object({
          room: unit.nullable(),
          startsAt: instant,
          minutes: z.number().int(),
          isMine: z.boolean(),
          mediationId: id.nullable(),
          matterId: id.nullable(),
          title: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Makes a way in for a party: a link, and a check code to be told by another way. A new one ends the one before. */
  makePartyLink: {
    method: 'POST',
    path: '/api/matters/:id/mediations/:mediationId/links',
    session: 'staff',
    needs: 'mediation.run',
    params: one,
    body: z.object({ commandId: id, partyId: id }),
    answer: z.object({ url: z.string(), code, expiresAt: instant }),
  },
  /** What the link opens, with the check code; nothing is told without it. */
  openPartyLink: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token',
    session: 'none',
    params: link,
    body: z.object({ code }),
    answer: linkView,
  },
  /** A step of the party itself. */
  takePartyStep: {
    method: 'POST',
    path: '/api/public/mediation/:district/:token/steps',
    session: 'none',
    params: link,
    body: z.object({
      commandId: id,
      code,
      step,
      input: z.unknown(),
      /** A name drawn with the finger, as a picture in a data address. */
      drawing: z.string().max(200_000).optional(),
    }),
    answer: moveAnswer,
  },
} as const satisfies Record<string, Route>
