import { randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { noticeChoiceRoutes } from '#contract/notice-choice.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { blindIndex, seal, unseal } from '../secrets.ts'
import { codeBound } from './bound.ts'
import { boundTo, lockChoice, viewOf } from './choices.ts'
import { insertOutbox } from './outbox-store.ts'

/** A code may be tried this often and this long; so many are sent within an hour. */
const code = { tries: 5, lifeMs: 30 * 60_000, most: 5, withinMs: 3_600_000 }

const hashOf = (typed: string, accountId: string) => blindIndex(`${accountId}:${typed}`, 'code')

/** Sends a code to the address; the same command again sends none. Refusals: `mailOff`, `tooManyCodes`. */
export async function askMail(call: Call<typeof noticeChoiceRoutes.askMail>) {
  const { tx, actor, body, now, platform } = call
  const { districtId: district, accountId } = actor
  if (!platform.outward.isMailOn) return refuse('mailOff')
  const row = await lockChoice(tx, district, accountId)
  const isWithin = row.codes_since !== null && row.codes_since > now - code.withinMs
  const sent = isWithin ? row.codes_sent : 0
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  const isNew = await insertOutbox(tx, {
    ...{ district, id: body.commandId, topic: 'code', at: now, accountId },
    payload: { code: seal(digits, codeBound(district, body.commandId)).toString('base64') },
  })
  if (!isNew) return viewOf(call)
  if (sent >= code.most) {
    await sql`delete from outbox where district_id = ${district} and id = ${body.commandId}`.execute(tx)
    return refuse('tooManyCodes', { max: code.most })
  }
  await sql`update notice_choice set asked_sealed = ${seal(body.mail, boundTo(district, accountId, 'asked'))},
      code_hash = ${hashOf(digits, accountId)}, code_until = ${new Date(now + code.lifeMs)}, code_tries = 0,
      codes_sent = ${sent + 1}, codes_since = ${new Date(isWithin ? (row.codes_since ?? now) : now)}
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return viewOf(call)
}

/** The code comes back: from now on the address counts. Refusals are returned, so that a wrong one is counted: `wrongCode`, `codeSpent`. */
export async function confirmMail(call: Call<typeof noticeChoiceRoutes.confirmMail>) {
  const { tx, actor, body, now } = call
  const { districtId: district, accountId } = actor
  const row = await lockChoice(tx, district, accountId)
  const { asked_sealed: asked, code_hash: hash, code_until: until, code_tries: tries } = row
  if (!asked || !hash || until === null || until < now || tries >= code.tries)
    return refuse('codeSpent', undefined, 'code')
  const digits = body.code.normalize('NFKC').replace(/\D/g, '')
  if (!timingSafeEqual(hash, hashOf(digits, accountId))) {
    await sql`update notice_choice set code_tries = code_tries + 1
      where district_id = ${district} and account_id = ${accountId}`.execute(tx)
    return refuse('wrongCode', undefined, 'code')
  }
  const mail = unseal(asked, boundTo(district, accountId, 'asked'))
  await sql`update notice_choice set mail_sealed = ${seal(mail, boundTo(district, accountId, 'mail'))},
      asked_sealed = null, code_hash = null, code_until = null
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return viewOf(call)
}

/** Forgets the address, and what waits to go there. */
export async function removeMail(call: Call<typeof noticeChoiceRoutes.removeMail>) {
  const { tx, actor } = call
  const { districtId: district, accountId } = actor
  await sql`update notice_choice set mail_sealed = null, asked_sealed = null, code_hash = null, code_until = null
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  await sql`delete from notice_mail where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return viewOf(call)
}
