import { sql } from 'kysely'
import type { PetitionInput } from '#contract/petition-steps.ts'
import { servesPath } from '#domain/org/tree.ts'
import type { PetitionStep } from '#domain/petition/moves.ts'
import type { PetitionPayloads } from '#domain/petition/payloads.ts'
import type { Competent } from '#domain/petition/petition.ts'
import { refuse } from '#domain/refusal.ts'
import { Refused } from '../http/refused.ts'
import { newId } from '../ids.ts'
import { findUnit } from '../org/queries.ts'
import type { Kit } from './prepare.ts'
import type { AskedWords, MandateWords, OpinionWords, PlainWords, RequestWords } from './sealed.ts'
import { listSettlements } from './settlements.ts'

/** Seals what was written. Out: the id of the text. */
function kept<W extends object>({ texts, moment }: Kit, value: W): string {
  const id = newId(moment.now)
  texts.push({ id, value })
  return id
}
const said = (kit: Kit, { text }: { text: string }) => ({ textId: kept<PlainWords>(kit, { text }) })
const maySay = (kit: Kit, { text }: { text?: string | undefined }) => ({
  textId: text ? kept<PlainWords>(kit, { text }) : null,
})
const opined = (kit: Kit, { facts, opinion, basis }: OpinionWords) => ({
  textId: kept<OpinionWords>(kit, { facts, opinion, basis }),
})

/** A unit that may handle or review a petition. Refusal: `notATarget`. */
async function unitAt({ moment: { tx, now }, actor }: Kit, id: string, field: string): Promise<Competent> {
  const unit = await findUnit(tx, actor.districtId, id, now)
  const isOffice = unit && unit.kind !== 'building' && unit.kind !== 'grid' && unit.kind !== 'room'
  if (!unit || !isOffice || unit.isClosed)
    throw new Refused(refuse('notATarget', { unit: unit?.name ?? '' }, field))
  return { unitId: unit.id, path: servesPath(unit) }
}

/** Where a review is asked for: a unit of the district, or a body above it by its name. Refusal: `missingField`. */
async function asked(kit: Kit, input: PetitionInput<'askReview'>): Promise<PetitionPayloads['askReview']> {
  const { on, reviewerId, outside, reason, mandateId } = input
  if (reviewerId === undefined && !outside)
    throw new Refused(refuse('missingField', { field: 'reviewerId' }, 'reviewerId'))
  const unit = reviewerId === undefined ? null : await unitAt(kit, reviewerId, 'reviewerId')
  return {
    ...{ on, mandateId: mandateId ?? null, unitId: unit?.unitId ?? null, unitPath: unit?.path ?? null },
    textId: kept<AskedWords>(kit, { reason, outside: reviewerId === undefined ? (outside ?? '') : '' }),
  }
}

/** Whether these are units and people of this district. Refusal: `notFound`, at the field. */
async function whyNotKnown(
  { moment: { tx }, actor }: Kit,
  { unitIds, accountIds }: { unitIds: string[]; accountIds: string[] },
) {
  const { rows } = await sql<{ units: number; accounts: number }>`select
    (select count(*)::int from unit where district_id = ${actor.districtId} and id = any (${unitIds}::uuid[])) units,
    (select count(*)::int from account where district_id = ${actor.districtId} and id = any (${accountIds}::uuid[])) accounts`.execute(
    tx,
  )
  if (rows[0]?.units !== new Set(unitIds).size)
    throw new Refused(refuse('notFound', undefined, 'reportedUnitIds'))
  if (rows[0]?.accounts !== new Set(accountIds).size)
    throw new Refused(refuse('notFound', undefined, 'reportedAccountIds'))
}

/** What each step leaves in the history, out of what was handed in; words go under seal. */
export const payloads: {
  [S in PetitionStep]: (
    kit: Kit,
    input: PetitionInput<S>,
  ) => PetitionPayloads[S] | Promise<PetitionPayloads[S]>
} = {
  register: async (kit, { request, facts, reasons, reportedUnitIds, reportedAccountIds, ...input }) => {
    const reported =
      input.kind === 'report'
        ? { unitIds: reportedUnitIds, accountIds: reportedAccountIds }
        : { unitIds: [], accountIds: [] }
    await whyNotKnown(kit, reported)
    return {
      ...{ ...input, reported, officeId: kit.seat.unitId, officePath: kit.seat.servesPath, year: 0, no: 0 },
      textId: kept<RequestWords>(kit, { request, facts, reasons: reasons ?? '' }),
    }
  },
  judge: (kit, { otherId, isSame, text }) => ({ otherId, isSame, ...maySay(kit, { text }) }),
  send: async (kit, { unitId, otherIds, agreed, text }) => {
    const lead = await unitAt(kit, unitId, 'unitId')
    const others: Competent[] = []
    for (const [i, id] of otherIds.entries())
      if (id !== unitId) others.push(await unitAt(kit, id, `otherIds.${i}`))
    // one alone has nobody to disagree with
    return { competent: [lead, ...others], agreed: agreed || others.length === 0, ...maySay(kit, { text }) }
  },
  decide: async (kit, { unitId, text }) => ({
    ...(await unitAt(kit, unitId, 'unitId')),
    ...said(kit, { text }),
  }),
  object: said,
  agreeReturn: maySay,
  keepSent: said,
  tellRoute: (kit, { route, text }) => ({ route, ...said(kit, { text }) }),
  refuseDouble: (kit, { why, otherId, text }) => ({
    ...{ reason: why, otherId: otherId ?? null },
    ...said(kit, { text }),
  }),
  accept: maySay,
  notAccept: said,
  extend: (kit, { days, text }) => ({ days, ...said(kit, { text }) }),
  opine: (kit, { stance, ...words }) => ({ stance, ...opined(kit, words) }),
  reply: said,
  reconcile: async (kit, { mediationId, text }) => {
    const id = mediationId ?? null
    if (id !== null) await whyNotMediation(kit, id)
    return { mediationId: id, ...said(kit, { text }) }
  },
  deliver: (_kit, { fileId, mandateId, ...input }) => ({
    ...input,
    ...{ fileId: fileId ?? null, mandateId: mandateId ?? null },
  }),
  askReview: asked,
  giveReview: (kit, { stance, ...words }) => ({ stance, ...opined(kit, words) }),
  askRereview: asked,
  beginHearing: (_kit, input) => input,
  endHearing: (_kit, input) => input,
  giveRereview: (kit, { stance, ...words }) => ({ stance, ...opined(kit, words) }),
  finish: (kit, { isContent, text }) => ({ isContent, ...maySay(kit, { text }) }),
  reportUp: said,
  withdraw: (kit, { mandateId, text }) => ({ mandateId: mandateId ?? null, ...said(kit, { text }) }),
  mandate: (kit, { subject, duties, accountId, partyId, ...input }) => ({
    ...{ ...input, accountId: accountId ?? null, partyId: partyId ?? null },
    textId: kept<MandateWords>(kit, { subject, duties }),
  }),
  revoke: (kit, { mandateId, text }) => ({ mandateId, ...maySay(kit, { text }) }),
  actFor: (kit, { text, ...input }) => ({ ...input, ...said(kit, { text }) }),
}

/** A settlement by mediation is one of this matter that came to an agreement. Refusal: `noSuchAgreement`. */
async function whyNotMediation({ moment: { tx, matter }, actor }: Kit, id: string) {
  const all = await listSettlements(tx, actor.districtId, matter.id)
  if (!all.some((one) => one.id === id && one.isAgreed))
    throw new Refused(refuse('noSuchAgreement', undefined, 'mediationId'))
}
