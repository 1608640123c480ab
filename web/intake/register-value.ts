import { isHandOver, type Relation } from '#domain/intake/hand-over.ts'
import { readPhones } from '#domain/intake/phones.ts'
import type { Channel, Kind, Urgency } from '#domain/matter/matter.ts'
import type { Proposal } from '#domain/triage/classify.ts'
import type { KeptFile } from '#web/ui/FileInput.tsx'

/** What stands in the form. Empty kind and urgency: as proposed. */
export type RegisterValue = {
  channel: Channel
  words: string
  placeUnitId: string
  placeName: string
  placeText: string
  name: string
  phone: string
  isConfidential: boolean
  onBehalf: Relation | ''
  kind: Kind | ''
  urgency: Urgency | ''
  categoryCode: string
  externalNo: string
  senderName: string
  paperOn: string
  senderDueOn: string
  unitId: string
  /** Why it does not go to whom the responsibility list names. */
  whyOther: string
  /** The matter that it joins, where the officer chose one. */
  joins: { id: string; number: string; title: string } | null
  files: KeptFile[]
}

export const blankOf = (channel: Channel): RegisterValue => ({
  channel,
  ...{ words: '', placeUnitId: '', placeName: '', placeText: '', name: '', phone: '' },
  ...{ isConfidential: false, onBehalf: '', kind: '', urgency: '', categoryCode: '' },
  ...{
    externalNo: '',
    senderName: '',
    paperOn: '',
    senderDueOn: '',
    unitId: '',
    whyOther: '',
    joins: null,
    files: [],
  },
})

/** The first telephone number of what was typed or pasted, as it will be kept, and whether more stand there. */
export function phoneIn(typed: string): { phone: string | undefined; others: string[] } {
  const { phone, others = [] } = readPhones(typed) ?? {}
  return { phone, others }
}

/** The kind and urgency that will be registered: what was chosen, else what is proposed, else the usual. */
export function sortedAs(value: RegisterValue, proposal: Proposal): { kind: Kind; urgency: Urgency } {
  return {
    kind: value.kind || (proposal.kind ?? 'request'),
    urgency: value.urgency || (proposal.urgency ?? 'normal'),
  }
}

/** The category that will be registered by who may sort: what was chosen, else what is proposed; empty: none. */
export const categoryOf = (value: RegisterValue, proposal: Proposal, mayTriage: boolean): string =>
  value.categoryCode || (mayTriage ? (proposal.categoryCode ?? '') : '')

/** What is handed in. Only what was filled; of a paper only where the channel brings one. */
export function inputOf(value: RegisterValue, proposal: Proposal) {
  const { placeName: _name, unitId: _unit, whyOther: _why, joins: _joins, files, phone, ...typed } = value
  const { externalNo, senderName, paperOn, senderDueOn, ...said } = typed
  const paper = isHandOver(value.channel) ? { externalNo, senderName, paperOn, senderDueOn } : {}
  const given = { ...said, ...paper, ...sortedAs(value, proposal), phone: phoneIn(phone).phone ?? phone }
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, one]) => one !== '')),
    isAnonymous: value.name === '' && value.phone === '',
    files: files.map((file) => file.id),
  }
}
