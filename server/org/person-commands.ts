import type { orgRoutes } from '#contract/org.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { lastDayOf, whyNotLeave } from '#domain/org/staffing.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { insertReading, nudge } from '../matter/store.ts'
import { blindIndex, seal } from '../secrets.ts'
import { endSessions, pageAfter } from './admin-commands.ts'
import { countAdministrators, findPerson, listOpenWork, openPhone, phoneBound } from './admin-queries.ts'
import { writePerson, writePostEnd } from './admin-store.ts'
import { once } from './deed.ts'
import { pinyinOf } from './new-district.ts'

/** Changes name, pinyin and telephone. Refusals: `notFound`, `missingField` (a new name without a reason), `nothingChanged`. */
export async function editPerson(call: Call<typeof orgRoutes.editPerson>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const { commandId, name, phone, reason = '' } = body
  // The number itself stays out of the record; its look-up tells whether the same command came again.
  const mark = phone && blindIndex(phone, 'phone').toString('hex')
  const payload = { name, pinyin: body.pinyin, reason, ...(mark === undefined ? {} : { phone: mark }) }
  await once(call, { commandId, verb: 'editPerson', subject: params.id, payload }, async () => {
    const person = await findPerson(tx, district, params.id, now)
    if (!person) throw new Refused(refuse('notFound'))
    const isRenamed = name !== person.name
    if (isRenamed && reason === '') throw new Refused(refuse('missingField', { field: 'reason' }, 'reason'))
    const pinyin = body.pinyin === '' ? pinyinOf(name) : body.pinyin
    const known = person.phone_sealed && openPhone(district, person.id, person.phone_sealed)
    if (!isRenamed && pinyin === person.pinyin && (phone === undefined || phone === known))
      throw new Refused(refuse('nothingChanged'))
    const sealed = phone && seal(phone, phoneBound(district, person.id))
    await writePerson(tx, district, person.id, {
      ...{ name, pinyin },
      ...(sealed === undefined ? {} : { phone: sealed === '' ? null : sealed }),
    })
    await nudge(tx, { kind: 'org', district, id: person.id, version: now })
  })
  return pageAfter(call, params.id)
}

/** How long the same command opens the number again without a second record. */
const againMs = 60_000

/** Opens the number of a colleague, on record. Refusals: `notFound`, `commandReused`. */
export async function revealPersonPhone(call: Call<typeof orgRoutes.revealPersonPhone>) {
  const { tx, actor, now, params, body } = call
  const person = await findPerson(tx, actor.districtId, params.id, now)
  if (!person?.phone_sealed) return refuse('notFound')
  const isOnRecord = await insertReading(tx, {
    ...{ district: actor.districtId, id: body.commandId, at: now, accountId: actor.accountId, againMs },
    ...{ what: 'reveal', subject: `person:${person.id}`, purpose: 'callColleague' },
  })
  if (!isOnRecord) return refuse('commandReused')
  return { phone: openPhone(actor.districtId, person.id, person.phone_sealed) }
}

/** Ends every post at once and signs the person out. Refusals: `notFound`, `hasOpenWork`, `lastAdministrator`. */
export async function endAllPosts(call: Call<typeof orgRoutes.endAllPosts>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const deed = { commandId: body.commandId, verb: 'endAllPosts', subject: params.id, payload: {} } as const
  await once(call, deed, async () => {
    const person = await findPerson(tx, district, params.id, now)
    const posts = person?.posts.filter(({ when }) => when !== 'past') ?? []
    if (!person || posts.length === 0) throw new Refused(refuse('notFound'))
    const accountId = person.account_id
    const isAdministrator = posts.some(({ role, when }) => role === 'administrator' && when === 'now')
    const others = accountId === null ? 1 : await countAdministrators(tx, district, { accountId }, now)
    const matters = accountId === null ? 0 : (await listOpenWork(tx, actor, accountId)).count
    insist(whyNotLeave({ name: person.name, matters, isAdministrator, others }))
    for (const post of posts)
      await writePostEnd(tx, district, post.id, lastDayOf(post.fromOn, null, dayOf(now)))
    if (accountId !== null) await endSessions(tx, district, accountId)
    await nudge(tx, { kind: 'org', district, id: person.id, version: now })
  })
  return pageAfter(call, params.id)
}
