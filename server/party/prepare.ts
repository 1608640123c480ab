import type { MoveInput } from '#contract/moves.ts'
import { mayReveal } from '#domain/matter/reveal.ts'
import { remaining } from '#domain/mediation/mediation.ts'
import { isPrincipal, type Party } from '#domain/party/party.ts'
import { mayRevealParty } from '#domain/party/reveal.ts'
import { whyNotLeave, whyNotParty, whyNotRemove } from '#domain/party/why-not.ts'
import { refuse } from '#domain/refusal.ts'
import type { AppealRow } from '../db/tables.gen.ts'
import { insist, Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import type { Moment } from '../matter/prepare.ts'
import { listAppeals } from '../matter/queries.ts'
import { openSealed } from '../matter/views.ts'
import { listOfMatter } from '../mediation/queries.ts'
import { factsOf, findPetition } from '../petition/queries.ts'
import { listPresent, nextNo, type PartyLine, partyOf } from './queries.ts'
import { type Known, knownFields, knownOf } from './sealed.ts'

/** The voice that becomes a party. Refusals: `noSuchVoice`, `secretFromYou`, `alreadyParty`. */
async function voiceOf(
  { tx, actor, matter }: Moment,
  appealId: string | undefined,
  present: readonly PartyLine[],
): Promise<AppealRow | undefined> {
  if (appealId === undefined) return undefined
  const voice = (await listAppeals(tx, actor.districtId, matter.id)).find(({ id }) => id === appealId)
  if (!voice) throw new Refused(refuse('noSuchVoice', undefined, 'appealId'))
  if (actor.kind !== 'staff' || !mayReveal(actor, matter, { isConfidential: voice.is_confidential }))
    throw new Refused(refuse('secretFromYou', undefined, 'appealId'))
  if (present.some((one) => one.appeal_id === appealId))
    throw new Refused(refuse('alreadyParty', undefined, 'appealId'))
  return voice
}

/** What is known of a new party: what was handed in, and for the rest what its voice left. */
function knownAtFirst(input: MoveInput<'addParty'>, voice: AppealRow | undefined): Known {
  const name = input.name || (voice && openSealed(voice, 'name'))
  if (!name) throw new Refused(refuse('missingField', { field: 'name' }, 'name'))
  return {
    name,
    phone: input.phone ?? (voice ? openSealed(voice, 'phone') : null),
    address: input.address || null,
    contactName: input.contactName || null,
  }
}

/** An organisation has somebody who speaks for it; a person speaks or is spoken for by another party. */
function insistOnContact(kind: Party['kind'], known: Known): void {
  if (kind === 'person' && known.contactName !== null)
    throw new Refused(refuse('badInput', { field: 'contactName', hint: 'organisations' }, 'contactName'))
}

const nosOf = (present: readonly PartyLine[], ids: readonly string[]) =>
  present.filter((one) => ids.includes(one.id)).map((one) => one.no)

/** What is written of a party beside the story; it never enters a payload. */
export type Kept = { party: Party; known: Known; isConfidential: boolean; appealId: string | null }

/** A new party. Out: the payload, which names nobody, and what is kept under seal. */
export async function prepareAdd(moment: Moment, input: MoveInput<'addParty'>) {
  const { tx, actor, matter, now } = moment
  const present = await listPresent(tx, actor.districtId, matter.id)
  const voice = await voiceOf(moment, input.appealId, present)
  const known = knownAtFirst(input, voice)
  insistOnContact(input.kind, known)
  const { side, kind, role, isRepresentative, capacity } = input
  const actsFor = [...new Set(input.actsFor)]
  const party = { id: newId(now), side, kind, role, isRepresentative, capacity, actsFor }
  insist(whyNotParty(present.map(partyOf), party))
  const kept: Kept = {
    ...{ party, known, appealId: voice?.id ?? null },
    isConfidential: input.isConfidential || voice?.is_confidential === true,
  }
  const payload = {
    ...{ partyId: party.id, no: await nextNo(tx, actor.districtId, matter.id), side, kind, role },
    ...{ isRepresentative, actsForNos: nosOf(present, actsFor), partyVersion: 1 },
    ...(voice ? { appealId: voice.id } : {}),
    ...(input.note ? { note: input.note } : {}),
  }
  return { payload, kept }
}

/** A party that stands here and whom this person may see. Refusals: `noSuchParty`, `secretFromYou`. */
function openTo({ actor, matter }: Moment, present: readonly PartyLine[], partyId: string): PartyLine {
  const row = present.find(({ id }) => id === partyId)
  if (!row) throw new Refused(refuse('noSuchParty', undefined, 'partyId'))
  const secrecy = { side: partyOf(row).side, isConfidential: row.is_secret }
  if (actor.kind !== 'staff' || !mayRevealParty(actor, matter, secrecy))
    throw new Refused(refuse('secretFromYou', undefined, 'partyId'))
  return row
}

function knownNow(was: Known, input: MoveInput<'editParty'>): Known {
  const cleared = (field: 'phone' | 'address' | 'contactName') =>
    input.clear.includes(field) ? null : input[field] || was[field]
  return {
    name: input.name || was.name,
    phone: cleared('phone'),
    address: cleared('address'),
    contactName: cleared('contactName'),
  }
}

/** A party corrected: what is left out stays. Refusals beside those of `whyNotParty` and `whyNotLeave`: `nothingChanged`. */
export async function prepareEdit(moment: Moment, input: MoveInput<'editParty'>) {
  const { tx, actor, matter } = moment
  const present = await listPresent(tx, actor.districtId, matter.id)
  const row = openTo(moment, present, input.partyId)
  const was = { party: partyOf(row), known: knownOf(row), isConfidential: row.is_confidential }
  const { side, role, isRepresentative, capacity, actsFor } = input
  const party: Party = {
    ...was.party,
    ...(side === undefined ? {} : { side }),
    ...(role === undefined ? {} : { role }),
    ...(isRepresentative === undefined ? {} : { isRepresentative }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(actsFor === undefined ? {} : { actsFor: [...new Set(actsFor)] }),
  }
  const known = knownNow(was.known, input)
  insistOnContact(party.kind, known)
  insist(whyNotParty(present.map(partyOf), party))
  const isElsewhere = party.side !== was.party.side || !isPrincipal(party)
  if (isPrincipal(was.party) && isElsewhere) insist(whyNotLeave(await standsIn(moment, row.id)))
  const isConfidential = (input.isConfidential ?? was.isConfidential) || (await isSecretVoice(moment, row))
  const changed = [
    ...(['side', 'role', 'isRepresentative', 'capacity'] as const).filter(
      (field) => party[field] !== was.party[field],
    ),
    ...(party.actsFor.toSorted().join() === was.party.actsFor.toSorted().join() ? [] : ['actsFor']),
    ...knownFields.filter((field) => known[field] !== was.known[field]),
    ...(isConfidential === was.isConfidential ? [] : ['isConfidential']),
  ]
  if (changed.length === 0) throw new Refused(refuse('nothingChanged'))
  const payload = {
    ...{ partyId: row.id, no: row.no, side: party.side, role: party.role, changed },
    partyVersion: row.version + 1,
    ...(input.note ? { note: input.note } : {}),
  }
  const kept: Kept = { party, known, isConfidential, appealId: row.appeal_id }
  return { payload, kept }
}

/** Whoever asked for secrecy when they spoke keeps it. */
async function isSecretVoice({ tx, actor, matter }: Moment, row: PartyLine): Promise<boolean> {
  if (row.appeal_id === null) return false
  const voices = await listAppeals(tx, actor.districtId, matter.id)
  return voices.some((voice) => voice.id === row.appeal_id && voice.is_confidential)
}

const mediated: ReadonlySet<string> = new Set(['asking', 'running', 'agreed'])

/** What goes on in a matter with a party in it. */
async function standsIn({ tx, actor, matter }: Moment, partyId: string) {
  const mediations = await listOfMatter(tx, actor.districtId, matter.id)
  const petition = factsOf(await findPetition(tx, actor.districtId, matter.id))
  return {
    mediation: mediations.some(
      ({ state, facts }) => mediated.has(state) && remaining(facts).some((one) => one.partyId === partyId),
    ),
    petition:
      petition !== undefined && petition.state !== 'ended' && petition.petitionerIds.includes(partyId),
  }
}

/** A party taken out. Refusals: `noSuchParty`, `secretFromYou`, `stillActedFor`, `standsInMediation`, `standsInPetition`. */
export async function prepareRemove(moment: Moment, input: MoveInput<'removeParty'>) {
  const present = await listPresent(moment.tx, moment.actor.districtId, moment.matter.id)
  const row = openTo(moment, present, input.partyId)
  insist(whyNotRemove(present.map(partyOf), row.id))
  insist(whyNotLeave(await standsIn(moment, row.id)))
  const { no, side, role } = row
  return { payload: { partyId: row.id, no, side, role, reason: input.reason } }
}
