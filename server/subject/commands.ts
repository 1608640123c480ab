import { sql } from 'kysely'
import type { subjectRoutes } from '#contract/subject.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { isFresh } from '#domain/org/security.ts'
import { refuse } from '#domain/refusal.ts'
import { whyNotAnswer } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { actFurther, rulesFor } from '../matter/commands.ts'
import { matterOf } from '../matter/rows.ts'
import { insertReading, lockMatter } from '../matter/store.ts'
import { openSealed } from '../matter/views.ts'
import { correctVoice } from './correct.ts'
import { carryOut, holdSubject } from './erase.ts'
import { askedOf, findVisible, type Visible, viewOf } from './queries.ts'
import { findRecorded, recordSubject, saidOf, writeAnswer } from './store.ts'

const revealSeconds = 60

/** The request with its voice and its matter, the matter locked. Refusals: `notFound`, `notYours`. */
async function lockVisible({
  tx,
  actor,
  params,
}: Pick<Answering, 'tx' | 'actor' | 'params'>): Promise<Visible> {
  const seen = await findVisible(tx, actor, params.id)
  await lockMatter(tx, actor.districtId, seen.matter.id)
  const locked = await findVisible(tx, actor, params.id)
  if (!reachingSeat(actor, 'subject.answer', matterOf(locked.matter))) throw new Refused(refuse('notYours'))
  return locked
}

type Answering = Call<typeof subjectRoutes.answerSubject>

/**
 * Answers a request, once, and does what it grants in the same transaction. Refusals: `notFound`, `notYours`, `subjectAnswered`,
 * those of `whyNotAnswer`, `proveFirst` (before anything is erased), `commandReused`.
 */
export async function answerSubject(call: Answering) {
  const { tx, actor, params, body, now, request } = call
  const district = actor.districtId
  const { commandId, outcome, checked, answer } = body
  const found = await lockVisible(call)
  const { request: asked, voice, matter } = found
  const takesWords = body.takesWords && asked.kind === 'erase' && outcome === 'granted'
  const record = {
    ...{ district, id: commandId, accountId: actor.accountId, requestId: asked.id },
    ...{ verb: 'answer' as const, payload: { kind: asked.kind, outcome, checked, takesWords } },
  }
  const before = await findRecorded(tx, record)
  if (before) {
    insist(before.isSame ? undefined : refuse('commandReused'))
    return viewOf(found, actor, now)
  }
  if (asked.state !== 'open') return refuse('subjectAnswered')
  insist(whyNotAnswer(askedOf(found), { outcome, checked, takesWords }))
  const erases = asked.kind === 'erase' && outcome !== 'refused'
  if (erases && !isFresh(request.held?.provedAt ?? null, now)) return refuse('proveFirst')
  const said = saidOf(asked)
  await writeAnswer(
    tx,
    { district, id: asked.id, accountId: actor.accountId, now },
    { outcome, checked, takesWords, answer },
  )
  await recordSubject(tx, { ...record, at: now })
  if (asked.kind === 'correct' && outcome === 'granted' && said.value !== null)
    await correctVoice(tx, voice, asked.field === 'phone' ? 'phone' : 'name', said.value, now)
  const erasing = { request: asked, voice, now }
  if (erases && outcome === 'partly') await holdSubject(tx, erasing)
  const gone = erases ? await carryOut(tx, erasing, takesWords) : undefined
  const fresh = await lockMatter(tx, district, matter.id)
  if (!fresh) throw new Error(`matter ${matter.id} was there a moment ago`)
  const isNoted = asked.kind === 'correct' && outcome === 'partly' && said.value !== null
  const input = {
    ...{ appealId: voice.id, kind: asked.kind, field: asked.field, outcome, takesWords },
    ...(isNoted ? { addendum: said.value } : {}),
    ...{ hasContact: await hasContact(tx, voice), ...gone },
  }
  await actFurther(tx, actor, fresh, 'settleSubject', input, await rulesFor(tx, fresh), now)
  return viewOf(await findVisible(tx, actor, params.id), actor, now)
}

/** Whether somebody of the matter can still be reached. */
async function hasContact(tx: Tx, voice: AppealRow): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean
  }>`select exists (select from appeal where district_id = ${voice.district_id}
    and matter_id = ${voice.matter_id} and phone_sealed is not null) has`.execute(tx)
  return rows[0]?.has === true
}

/** Opens the name and number of a person, and the right one as they gave it, for a minute, on record. Refusals: `notFound`, `notYours`, `commandReused`. */
export async function revealSubject({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof subjectRoutes.revealSubject>) {
  const { request: asked, voice, matter } = await findVisible(tx, actor, params.id)
  if (!reachingSeat(actor, 'subject.answer', matterOf(matter))) return refuse('notYours')
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId },
    ...{
      what: 'reveal',
      subject: `appeal:${voice.id}`,
      purpose: body.purpose,
      againMs: revealSeconds * 1000,
    },
  })
  if (!isOnRecord) return refuse('commandReused')
  return {
    ...{ name: openSealed(voice, 'name'), phone: openSealed(voice, 'phone') },
    ...{ value: saidOf(asked).value, seconds: revealSeconds },
  }
}
