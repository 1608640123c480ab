import type { PartyView } from '#contract/party.ts'
import {
  actsForOthers,
  type Capacity,
  isPrincipal,
  type PartyKind,
  type PartyRole,
  rolesOf,
  type Side,
} from '#domain/party/party.ts'

export type Clearable = 'phone' | 'address' | 'contactName'

/** What stands in the form of a party. */
export type PartyValue = {
  side: Side
  kind: PartyKind
  role: PartyRole
  name: string
  phone: string
  address: string
  contactName: string
  capacity: Capacity
  actsFor: string[]
  isRepresentative: boolean
  isConfidential: boolean
  clear: Clearable[]
  note: string
}

/** What a new party begins with: a dispute has two sides, anything else somebody concerned. */
export function blankParty(isDispute: boolean, begun: Partial<PartyValue> = {}): PartyValue {
  return {
    ...{ side: isDispute ? 'b' : 'a', kind: 'person', role: isDispute ? 'respondent' : 'concerned' },
    ...{ name: '', phone: '', address: '', contactName: '', capacity: 'full', actsFor: [], clear: [] },
    ...{ isRepresentative: false, isConfidential: false, note: '' },
    ...begun,
  }
}

/** What a correction begins with; who it is stays hidden, so those fields begin empty. */
export function valueOf(party: PartyView): PartyValue {
  return {
    ...blankParty(true),
    side: party.side,
    kind: party.kind,
    role: party.role,
    capacity: party.capacity ?? 'full',
    actsFor: party.actsFor.map((one) => one.id),
    isRepresentative: party.isRepresentative,
    isConfidential: party.isConfidential,
  }
}

/** The value with its parts fitting together: a role that the side has, and nothing that the role has not. */
export function fitting(value: PartyValue): PartyValue {
  const roles = rolesOf[value.side]
  const role = roles.includes(value.role) ? value.role : (roles[0] ?? 'concerned')
  return {
    ...value,
    role,
    actsFor: actsForOthers({ role }) ? value.actsFor : [],
    isRepresentative: isPrincipal({ role }) && value.isRepresentative,
    capacity: value.kind === 'person' ? value.capacity : 'full',
    contactName: value.kind === 'organisation' ? value.contactName : '',
  }
}

const filled = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, given]) => given !== '' && given !== undefined))

/** The input of `addParty`. */
export function addInput(value: PartyValue, appealId: string | undefined): Record<string, unknown> {
  const { clear: _clear, ...facts } = fitting(value)
  return filled({ ...facts, appealId })
}

/** The input of `editParty`: what was typed, and of the rest what is other than before. */
export function editInput(party: PartyView, value: PartyValue): Record<string, unknown> {
  const [was, is] = [valueOf(party), fitting(value)]
  const { name, phone, address, contactName, clear, note } = is
  const changed = (['side', 'role', 'capacity', 'isRepresentative', 'isConfidential'] as const).filter(
    (field) => is[field] !== was[field],
  )
  const isSame = is.actsFor.toSorted().join() === was.actsFor.toSorted().join()
  return filled({
    ...{ partyId: party.id, name, phone, address, contactName, clear, note },
    ...Object.fromEntries(changed.map((field) => [field, is[field]])),
    ...(isSame ? {} : { actsFor: is.actsFor }),
  })
}
