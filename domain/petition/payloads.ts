import type { Day, Instant } from '../calendar/days.ts'
import type { PetitionClockKind } from './clocks.ts'
import type { PetitionStep } from './moves.ts'
import type {
  AgentPower,
  Competent,
  DeliveryWay,
  DoubleReason,
  IssuedForm,
  Petition,
  PetitionMandate,
  ReviewStance,
  Stance,
} from './petition.ts'
import type { OtherRoute } from './routes.ts'

/** What was written stands sealed under this id. */
type Said = { textId: string }
type MaySay = { textId: string | null }
/** Asked for on a day, by the petitioner or by an agent with a mandate. */
type Asked = Said & {
  on: Day
  mandateId: string | null
  /** Null: a body above the district, named in the text. */
  unitId: string | null
  unitPath: string | null
}

/** What each step leaves in the history: no names and no words. */
export type PetitionPayloads = {
  register: Pick<
    Petition,
    | 'kind'
    | 'channel'
    | 'receivedOn'
    | 'petitionerIds'
    | 'representativeIds'
    | 'people'
    | 'reported'
    | 'officeId'
    | 'officePath'
  > &
    Said & { year: number; no: number; isReadBack: boolean }
  judge: MaySay & { otherId: string; isSame: boolean }
  /** The leading body is the first; null where they do not agree. */
  send: MaySay & { competent: readonly Competent[]; agreed: boolean }
  decide: Said & Competent
  object: Said
  agreeReturn: MaySay
  keepSent: Said
  tellRoute: Said & { route: OtherRoute }
  refuseDouble: Said & { reason: DoubleReason; otherId: string | null }
  accept: MaySay
  notAccept: Said
  extend: Said & { days: number }
  opine: Said & { stance: Stance }
  reply: Said
  reconcile: Said & { mediationId: string | null }
  deliver: { form: IssuedForm; on: Day; how: DeliveryWay; fileId: string | null; mandateId: string | null }
  askReview: Asked
  giveReview: Said & { stance: ReviewStance }
  askRereview: Asked
  beginHearing: { on: Day }
  endHearing: { on: Day }
  giveRereview: Said & { stance: ReviewStance }
  finish: MaySay & { isContent: boolean }
  reportUp: Said
  withdraw: Said & { mandateId: string | null }
  mandate: Omit<PetitionMandate, 'at' | 'revokedAt'>
  revoke: MaySay & { mandateId: string }
  actFor: Said & { mandateId: string; power: AgentPower; on: Day }
}

/** One step that is taken. `dues`: when the clocks that ran were due, by the calendar of that moment. */
export type PetitionAction<S extends PetitionStep = PetitionStep> = {
  step: S
  at: Instant
  petitionId: string
  matterId: string
  actorId: string | null
  /** Of the post that took it. */
  unitId: string | null
  dues: Partial<Record<PetitionClockKind, Instant | null>>
  payload: PetitionPayloads[S]
}
