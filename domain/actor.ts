import type { PartnerChannel, PartnerScope } from './door/partner.ts'
import type { Role, UnitKind } from './org/roles.ts'

/** One post held today: a role at a unit, with the area it works for. */
export type Seat = {
  postId: string
  role: Role
  unitId: string
  unitKind: UnitKind
  unitName: string
  unitPath: string
  servesPath: string
  /** Whose post it is where its holder is away and this person stands in, and until when. */
  standsInFor?: { name: string; toOn: string } | undefined
}

/** A person of the staff, with the posts held today. */
export type StaffActor = {
  kind: 'staff'
  districtId: number
  accountId: string
  name: string
  seats: readonly Seat[]
}

/** Somebody who holds the query code of one appeal: no account, one voice, one matter. */
export type ResidentActor = { kind: 'resident'; districtId: number; appealId: string; matterId: string }

/** Somebody before the public page, without any code. */
export type VisitorActor = { kind: 'visitor'; districtId: number }

/** The product itself: the sweep of the clocks, the import, the follow-up of a move. */
export type SystemActor = { kind: 'system'; districtId: number }

/** Another system that holds a key: it brings orders into an area and reads its own, nothing else. */
export type PartnerActor = {
  kind: 'partner'
  districtId: number
  partnerId: string
  name: string
  channel: PartnerChannel
  scopes: readonly PartnerScope[]
  unitId: string
  /** The area it may bring matters into, as a path. */
  servesPath: string
}

/** A party of a mediation that came in by its link and check code: acts for itself, or for whom it may act, in that mediation only. */
export type PartyActor = {
  kind: 'party'
  districtId: number
  partyId: string
  matterId: string
  mediationId: string
}

export type Actor = StaffActor | ResidentActor | VisitorActor | SystemActor | PartnerActor | PartyActor

/**
 * A resident who has shown by a code that they hold a telephone number. Does nothing as such: sees which appeals the number
 * stands with, and acts on one of them as its resident.
 */
export type CallerActor = {
  kind: 'caller'
  districtId: number
  /** The keyed hash of the number, in hex. */
  phoneIndex: string
}
