import type { roomRoutes } from '#contract/room.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { Mediation } from '#domain/mediation/mediation.ts'
import type { StepPayloads } from '#domain/mediation/payloads.ts'
import { refuse } from '#domain/refusal.ts'
import { inScope, scopeOf, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { matterOf } from '../matter/rows.ts'
import { iso } from '../matter/views.ts'
import { listPresent } from '../party/queries.ts'
import { enter, spokenFor } from './link.ts'
import { findMediation } from './queries.ts'
import { readingOf, type Terms, textsOf } from './read.ts'
import { draftPage, listDraftSteps, listTextsById } from './room-store.ts'
import { termsOf } from './views.ts'

/** The wordings of an agreement, the latest first; the history has which text is which. */
async function versionsOf(
  tx: Tx,
  district: number,
  m: Mediation,
  agreementId: string,
  before = Number.POSITIVE_INFINITY,
) {
  const steps = await listDraftSteps(tx, district, m.matterId, agreementId)
  const all = steps.map(({ at, facts }, i) => ({ version: i + 1, at, draft: facts as StepPayloads['draft'] }))
  const found = all.filter(({ version }) => version < before).toReversed()
  const shown = found.slice(0, draftPage)
  const texts = textsOf(
    await listTextsById(
      tx,
      district,
      shown.map(({ draft }) => draft.termsId),
    ),
  )
  return {
    versions: shown.flatMap(({ version, at, draft }) => {
      const terms = texts.open<Terms>(draft.termsId)
      if (!terms) return []
      const obligations = draft.obligations.map((one) => ({ ...one, text: terms.words[one.id] ?? null }))
      return [{ version, at: iso(at), terms: termsOf(terms), obligations }]
    }),
    before: found.length > draftPage ? (shown.at(-1)?.version ?? null) : null,
  }
}

/** The wordings of an agreement, for whom its words are. Refusal: `notFound`. */
export async function listDrafts({ tx, actor, params, query }: Call<typeof roomRoutes.listDrafts>) {
  const district = actor.districtId
  const row = await findMatter(tx, district, params.id)
  const line = row && (await findMediation(tx, district, params.mediationId))
  if (!row || !line || line.matter_id !== row.id || row.destroyed_at !== null) return refuse('notFound')
  const m = line.facts
  const isKnown = m.agreements.some(({ id }) => id === params.agreementId)
  if (!isKnown || !readingOf(actor, matterOf(row), m).words) return refuse('notFound')
  return versionsOf(tx, district, m, params.agreementId, query.before)
}

/** The same by the link of a party that is in the agreement. Refusals: those of entering, `notFound`. */
export async function listPartyDrafts(call: Call<typeof roomRoutes.listPartyDrafts>) {
  const actor = await enter(call)
  const { params, body, now, platform } = call
  return inScope(platform.db, scopeOf(actor), async (tx) => {
    const district = actor.districtId
    const line = await findMediation(tx, district, actor.mediationId)
    if (!line || line.facts.version === undefined) return refuse('linkGone')
    const m = line.facts
    const parties = await listPresent(tx, district, actor.matterId)
    const mine = spokenFor(m, parties, actor, dayOf(now)).map(({ partyId }) => partyId)
    const agreement = m.agreements.find(({ id }) => id === params.agreementId)
    const isMine = agreement?.droppedAt === null && agreement.partyIds.some((id) => mine.includes(id))
    return isMine ? versionsOf(tx, district, m, params.agreementId, body.before) : refuse('notFound')
  })
}
