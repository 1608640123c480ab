import { sql } from 'kysely'
import type { profileRoutes } from '#contract/profile.ts'
import { changesBetween } from '#domain/profile/changes.ts'
import { problemsOf } from '#domain/profile/check.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { forgetRules } from '../org/rules.ts'
import { insistFresh, onceForRules } from '../rules/record.ts'
import { findDraft, readPage } from './queries.ts'
import { deleteDraft, insertVersion, writeDraft } from './store.ts'

/** A draft of another version of the profile begins here, so that no number is ever given to two drafts. */
const draftsOf = (version: number) => version * 100_000

/** Keeps what is written of the next version. Refusal: `staleVersion` when somebody else wrote since. */
export async function saveDraft({ tx, actor, body, now }: Call<typeof profileRoutes.saveDraft>) {
  const district = actor.districtId
  const { commandId, version, data } = body
  await sql`select pg_advisory_xact_lock(hashtext('rules'), ${district})`.execute(tx)
  const draft = await findDraft(tx, district)
  const page = await readPage(tx, district)
  if (draft?.commandId === commandId) return page
  insistFresh(version, draft?.version ?? 0)
  await writeDraft(tx, {
    ...{ district, base: page.version, data, commandId, now, by: actor.accountId },
    version: (draft?.version ?? draftsOf(page.version)) + 1,
  })
  return readPage(tx, district)
}

/** Throws the draft away. Refusal: `staleVersion` when somebody else wrote since. */
export async function dropDraft({ tx, actor, body }: Call<typeof profileRoutes.dropDraft>) {
  const district = actor.districtId
  await sql`select pg_advisory_xact_lock(hashtext('rules'), ${district})`.execute(tx)
  const draft = await findDraft(tx, district)
  // Sent again it finds nothing, and that is what was wanted.
  if (draft) {
    insistFresh(body.version, draft.version)
    await deleteDraft(tx, district)
  }
  return readPage(tx, district)
}

/**
 * Makes the draft the next version, for the matters that begin from now on. Of two who publish at once the second is told.
 * Refusals: `noDraft`, `staleVersion`, `profileProblem` (facts: how many), `nothingChanged`.
 */
export async function publishProfile(call: Call<typeof profileRoutes.publishProfile>) {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  const { commandId, version, reason } = body
  const payload = { version, reason }
  const deed = { commandId, verb: 'publishProfile', subject: `draft:${version}`, payload } as const
  await onceForRules(call, deed, async () => {
    const draft = await findDraft(tx, district)
    if (!draft) throw new Refused(refuse('noDraft'))
    insistFresh(version, draft.version)
    const standing = await readPage(tx, district)
    insistFresh(draft.base, standing.version)
    const grave = problemsOf(draft.data).filter((problem) => problem.isGrave)
    if (grave.length > 0) throw new Refused(refuse('profileProblem', { count: grave.length }))
    if (changesBetween(standing.data, draft.data).length === 0) throw new Refused(refuse('nothingChanged'))
    const next = standing.version + 1
    await insertVersion(tx, { district, version: next, data: draft.data, now, reason, by: actor.accountId })
    await deleteDraft(tx, district)
    await nudge(tx, { kind: 'rules', district, id: 'profile', version: next })
    forgetRules(district)
  })
  return readPage(tx, district)
}
