import type { Day } from '../calendar/days.ts'
import type { Route } from '../matter/matter.ts'
import type { Party } from '../party/party.ts'
import type { Draft } from './agreement.ts'
import type { Averted } from './averted.ts'
import type { CourtStage } from './limit.ts'
import type {
  Act,
  Agreement,
  ConfirmationState,
  EndReason,
  Mandate,
  MediationSource,
  MediationType,
  MediatorPart,
  Method,
  PauseReason,
  Session,
  Topic,
} from './mediation.ts'
import type { ObstacleName } from './suitability.ts'

/** How an act was done; who did it for the party, and the texts and files that prove it. */
export type How = Omit<Act, 'at'>
/** A step that says nothing but that it was taken. */
type Nothing = { readonly [key: string]: never }
type OfParty = How & { partyId: string }

/** What each step leaves in the history: no names and no words, only who, when, how much and which sealed text. */
export type StepPayloads = {
  open: {
    type: MediationType
    source: MediationSource
    stage?: CourtStage | undefined
    obstacles: readonly ObstacleName[]
    committeeId: string
    committeeName: string
    year: number
    no: number
    mediators: readonly { accountId: string; part: MediatorPart }[]
    parties: readonly Pick<Party, 'id' | 'side'>[]
  }
  tell: OfParty
  consent: OfParty & { topic: Topic; answer: boolean }
  mandate: Omit<Mandate, 'revokedAt'>
  revokeMandate: { mandateId: string }
  appoint: { accountId: string; part: MediatorPart }
  disclose: { accountId: string; conflict: boolean; textId: string | null }
  recuse: { accountId: string; partyId: string | null; textId: string }
  begin: Nothing
  schedule: Pick<Session, 'id' | 'kind' | 'way' | 'startsAt' | 'minutes' | 'roomId' | 'partyIds'>
  reply: { sessionId: string; partyId: string; comes: boolean }
  cancel: { sessionId: string; textId: string }
  hold: {
    sessionId: string
    heldAt: number
    present: readonly string[]
    methods: readonly Method[]
    recordId: string
    /** Somebody from outside was there. */
    hasInvited?: true
  }
  signRecord: OfParty & { sessionId: string }
  offer: OfParty & {
    id: string
    sessionId: string
    toId: string
    counters: string | null
    expiresAt: number
    wordsId: string
  }
  answerOffer: OfParty & { offerId: string; answer: boolean }
  withdrawOffer: OfParty & { offerId: string }
  askExtension: { days: number }
  extend: { days: number }
  pause: { why: PauseReason; fromOn: Day; textId: string }
  resume: { toOn: Day }
  draft: Omit<Draft, 'obligations'> & {
    id: string
    obligations: readonly Pick<
      Agreement['obligations'][number],
      'id' | 'kind' | 'byId' | 'toId' | 'fen' | 'dueOn'
    >[]
    termsId: string
  }
  dropDraft: { agreementId: string; textId: string }
  sign: OfParty & { agreementId: string; version: number }
  signAsMediator: { agreementId: string; version: number; accountId: string }
  seal: { agreementId: string; version: number }
  leave: OfParty & { routes: readonly Route[] }
  /** Of before it was asked: nothing is said of what was averted. */
  settle: { averted?: Averted }
  end: { reason: EndReason; routes: readonly Route[]; textId: string; averted?: Averted }
  perform: {
    agreementId: string
    obligationId: string
    fen: number
    whole: boolean
    on: Day
    fileId: string | null
  }
  miss: { agreementId: string; obligationId: string; textId: string }
  confirm: { agreementId: string; state: ConfirmationState; on: Day }
  revisit: {
    accountId: string
    performed: boolean
    satisfied: boolean | null
    escalates: boolean
    textId: string
  }
  file: Nothing
}
