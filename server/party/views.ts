import type { PartyView } from '#contract/party.ts'
import type { StaffActor } from '#domain/actor.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { needsGuardian } from '#domain/party/party.ts'
import { mayRevealParty } from '#domain/party/reveal.ts'
import { maskName, maskPhone } from '#domain/person/mask.ts'
import { iso } from '../matter/views.ts'
import { type PartyLine, partyOf } from './queries.ts'
import { knownOf, nameIn } from './sealed.ts'

const masked = (value: string | null, mask: (text: string) => string) => (value === null ? null : mask(value))

/** Whether this reader may see who a party is. */
export function isOpenTo(actor: StaffActor, matter: Matter, row: PartyLine): boolean {
  return mayRevealParty(actor, matter, { side: partyOf(row).side, isConfidential: row.is_secret })
}

/** The name as a page shows it: a person's is masked, an organisation's is no personal data. Null where it is not for this reader. */
function shownName(actor: StaffActor, matter: Matter, row: PartyLine): string | null {
  if (!isOpenTo(actor, matter, row)) return null
  const name = nameIn(row)
  return row.kind === 'organisation' ? name : maskName(name)
}

/** One party as a page shows it. In: also everybody of the matter, for whom it acts and who guards it. */
export function partyView(
  actor: StaffActor,
  matter: Matter,
  row: PartyLine,
  present: readonly PartyLine[],
): PartyView {
  const party = partyOf(row)
  const may = isOpenTo(actor, matter, row)
  const known = may ? knownOf(row) : undefined
  const isGuarded = present.some((one) => one.role === 'guardian' && one.acts_for.includes(row.id))
  return {
    id: row.id,
    no: row.no,
    side: party.side,
    kind: party.kind,
    role: party.role,
    isRepresentative: party.isRepresentative,
    isConfidential: row.is_secret,
    name: shownName(actor, matter, row),
    phone: masked(known?.phone ?? null, maskPhone),
    contactName: masked(known?.contactName ?? null, maskName),
    hasAddress: row.address_sealed !== null && may,
    capacity: may ? party.capacity : null,
    needsGuardian: may && needsGuardian(party) && !isGuarded,
    actsFor: present
      .filter((one) => row.acts_for.includes(one.id))
      .map((one) => ({ id: one.id, no: one.no, name: shownName(actor, matter, one) })),
    appealId: row.appeal_id,
    mayReveal: may,
    version: row.version,
    changedAt: iso(row.removed_at ?? row.changed_at),
  }
}
