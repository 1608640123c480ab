import type { SubjectWish, subjectRoutes } from '#contract/subject.ts'
import type { CallerActor, ResidentActor } from '#domain/actor.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { answerDueOn, whyNotAsk } from '#domain/subject/subject.ts'
import type { Tx } from '../db/scope.ts'
import type { SubjectRequestRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { canonical } from '../matter/history.ts'
import { lockMatter } from '../matter/store.ts'
import { residentOf } from '../public/commands.ts'
import { openVoice } from '../resident/queries.ts'
import { aboutMe, type By, findSubject, standingOf } from './about.ts'
import { findRequest, insertRequest, recordSubject, saidIn, saidOf } from './store.ts'
import { tellCentre } from './tell.ts'

const byCode: By = { phoneIndex: undefined }
const byNumber = ({ phoneIndex }: CallerActor): By => ({ phoneIndex: Buffer.from(phoneIndex, 'hex') })

async function see(tx: Tx, actor: ResidentActor, by: By) {
  const subject = await findSubject(tx, actor, by)
  return isRefusal(subject) ? subject : aboutMe(tx, subject)
}

type Wished = { id: string; wish: SubjectWish }

/** Whether a request that is here already is this one, sent again. */
const isSame = (row: SubjectRequestRow, actor: ResidentActor, { wish }: Wished) =>
  row.appeal_id === actor.appealId &&
  row.kind === wish.kind &&
  row.field === (wish.kind === 'correct' ? wish.field : null) &&
  row.ground === (wish.kind === 'erase' ? wish.ground : null) &&
  (row.said_sealed === null || canonical(saidOf(row)) === canonical(saidIn(wish)))

/**
 * Puts down what the person behind a voice asks about their own data, and tells the unit that has to answer. Sent again with the
 * same id it answers as the first time. Refusals: those of `findSubject` and `whyNotAsk`, `commandReused`.
 */
async function ask(tx: Tx, actor: ResidentActor, by: By, wished: Wished, now: number) {
  const { districtId: district, appealId } = actor
  await lockMatter(tx, district, actor.matterId)
  const subject = await findSubject(tx, actor, by)
  if (isRefusal(subject)) return subject
  const before = await findRequest(tx, district, wished.id)
  if (before) {
    insist(isSame(before, actor, wished) ? undefined : refuse('commandReused'))
    return aboutMe(tx, subject)
  }
  const { id, wish } = wished
  insist(whyNotAsk(wish.kind, standingOf(subject)))
  const byPhone = by.phoneIndex !== undefined
  const dueOn = answerDueOn(now)
  const isNew = await insertRequest(tx, { district, id, appealId, wish, byPhone, now, dueOn })
  if (!isNew) throw new Refused(refuse('subjectAsked'))
  const { kind } = wish
  const field = wish.kind === 'correct' ? wish.field : null
  const ground = wish.kind === 'erase' ? wish.ground : null
  const payload = { kind, field, ground, byPhone }
  await recordSubject(tx, { district, id, at: now, accountId: null, requestId: id, verb: 'ask', payload })
  const about = { matterId: actor.matterId, centreId: subject.matter.centre_id }
  await tellCentre(tx, { district, at: now, kind: 'subjectAsked' }, [about])
  return see(tx, actor, by)
}

export async function seeSubject({ tx, params, body }: Call<typeof subjectRoutes.seeSubject>) {
  const actor = await residentOf(tx, params.district, body.queryCode)
  return isRefusal(actor) ? actor : see(tx, actor, byCode)
}

export async function askSubject({ tx, params, body, now }: Call<typeof subjectRoutes.askSubject>) {
  const actor = await residentOf(tx, params.district, body.queryCode)
  return isRefusal(actor) ? actor : ask(tx, actor, byCode, body, now)
}

export async function seeOwnSubject({ tx, actor, params }: Call<typeof subjectRoutes.seeOwnSubject>) {
  const resident = await openVoice(tx, actor, params.id)
  return isRefusal(resident) ? resident : see(tx, resident, byNumber(actor))
}

export async function askOwnSubject({
  tx,
  actor,
  params,
  body,
  now,
}: Call<typeof subjectRoutes.askOwnSubject>) {
  const resident = await openVoice(tx, actor, params.id)
  return isRefusal(resident) ? resident : ask(tx, resident, byNumber(actor), body, now)
}
