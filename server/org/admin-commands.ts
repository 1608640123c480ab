import type { orgRoutes } from '#contract/org.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { lastDayOf, whyNotBoth, whyNotLeave, whyNotPost } from '#domain/org/staffing.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { nudge } from '../matter/store.ts'
import { countAdministrators, findPerson, listOpenWork, personPage } from './admin-queries.ts'
import {
  insertAccount,
  insertPerson,
  insertPost,
  type NewPost,
  takeLogin,
  writeDisabled,
  writeOneTimePassword,
  writePostEnd,
} from './admin-store.ts'
import { once } from './deed.ts'
import { pinyinOf } from './new-district.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'
import { findUnit } from './queries.ts'
import { deleteSessionsOf } from './session-store.ts'
import { clearAllWrong } from './wait-store.ts'

export type Inside = { tx: Tx; actor: StaffActor; now: number }

/** The person and the account of a command. Refusals: `notFound` when there is no such person, or none with an account. */
async function getWithAccount({ tx, actor, now }: Inside, id: string) {
  const person = await findPerson(tx, actor.districtId, id, now)
  if (!person || person.account_id === null) throw new Refused(refuse('notFound'))
  return { ...person, accountId: person.account_id }
}

/** Signs an account out everywhere, open screens included. */
export async function endSessions(tx: Tx, district: number, accountId: string): Promise<void> {
  await deleteSessionsOf(tx, district, accountId)
  await nudge(tx, { kind: 'account', district, id: accountId, version: 0 })
}

/** The page as it stands after the command. */
export async function pageAfter(call: Inside, id: string) {
  const page = await personPage(call, id)
  if (isRefusal(page)) throw new Refused(page)
  return page
}

async function putPost({ tx, actor, now }: Inside, post: Omit<NewPost, 'district'>): Promise<void> {
  const district = actor.districtId
  const unit = await findUnit(tx, district, post.unitId, now)
  if (!unit) throw new Refused(refuse('notFound', undefined, 'unitId'))
  insist(whyNotPost(post.role, unit))
  if (post.toOn !== null && post.toOn < post.fromOn)
    throw new Refused(refuse('badSpan', { day: post.fromOn }, 'toOn'))
  const person = await findPerson(tx, district, post.personId, now)
  if (!person) throw new Refused(refuse('notFound'))
  const held = person.posts.find(
    ({ role, unit: at, when }) => role === post.role && at.id === post.unitId && when !== 'past',
  )
  if (held) throw new Refused(refuse('alreadyHolds', { unit: unit.name }, 'unitId'))
  insist(
    whyNotBoth(
      post,
      person.posts.filter(({ when }) => when !== 'past'),
    ),
  )
  if (!(await insertPost(tx, { district, ...post }))) throw new Refused(refuse('commandReused'))
}

/** Adds a person with an account and, if given, a first post. Refusals: `loginTaken`, those of a post. */
export async function addPerson(call: Call<typeof orgRoutes.addPerson>) {
  const { tx, actor, now, body } = call
  const district = actor.districtId
  const { commandId, id, accountId, name, login, post } = body
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const payload = { accountId, name, login, post: post ?? null }
  const isNew = await once(call, { commandId, verb: 'addPerson', subject: id, payload }, async () => {
    if (!(await takeLogin(tx, district, login, accountId)))
      throw new Refused(refuse('loginTaken', { login }, 'login'))
    const isPut =
      (await insertPerson(tx, { district, id, name, pinyin: pinyinOf(name), now })) &&
      (await insertAccount(tx, { district, id: accountId, personId: id, login, hash, now }))
    if (!isPut) throw new Refused(refuse('commandReused'))
    if (post) await putPost(call, { ...post, id: post.postId, personId: id, toOn: null })
  })
  return { ...(await pageAfter(call, id)), password: isNew ? password : null }
}

/** Gives a post from a day to a day. Refusals: `closedUnit`, `roleNotHere`, `badSpan`, `alreadyHolds`. */
export async function givePost(call: Call<typeof orgRoutes.givePost>) {
  const { commandId, postId, ...post } = call.body
  const personId = call.params.id
  const payload = { postId, ...post }
  await once(call, { commandId, verb: 'givePost', subject: personId, payload }, () =>
    putPost(call, { ...post, id: postId, personId }),
  )
  return pageAfter(call, personId)
}

/** Ends a post, and the sessions when it has ended. Refusals: `badSpan`, `hasOpenWork`, `lastAdministrator`. */
export async function endPost(call: Call<typeof orgRoutes.endPost>) {
  const { tx, actor, now, params, body } = call
  const { commandId, lastOn: asked } = body
  const district = actor.districtId
  const deed = {
    commandId,
    verb: 'endPost',
    subject: params.id,
    payload: { postId: params.postId, asked },
  } as const
  await once(call, deed, async () => {
    const person = await findPerson(tx, district, params.id, now)
    const post = person?.posts.find(({ id }) => id === params.postId)
    if (!person || !post || post.when === 'past') throw new Refused(refuse('notFound'))
    const today = dayOf(now)
    const lastOn = lastDayOf(post.fromOn, asked, today)
    if (asked !== null && asked < post.fromOn)
      throw new Refused(refuse('badSpan', { day: post.fromOn }, 'lastOn'))
    const staysAtUnit = person.posts.some(
      ({ id, unit, when, toOn }) =>
        id !== post.id && unit.id === post.unit.id && when === 'now' && toOn === null,
    )
    const work =
      person.account_id === null || staysAtUnit
        ? undefined
        : await listOpenWork(tx, actor, person.account_id, post.unit.id)
    insist(
      whyNotLeave({
        ...{ name: person.name, matters: work?.count ?? 0 },
        isAdministrator: post.role === 'administrator' && person.disabled_at === null,
        others: await countAdministrators(tx, district, { postId: post.id }, now),
      }),
    )
    await writePostEnd(tx, district, post.id, lastOn)
    if (person.account_id !== null && lastOn < today) await endSessions(tx, district, person.account_id)
  })
  return pageAfter(call, params.id)
}

/** Disables an account at once. Refusals: `ownAccount`, `hasOpenWork`, `lastAdministrator`. */
export async function disableAccount(call: Call<typeof orgRoutes.disableAccount>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const deed = { commandId: body.commandId, verb: 'disableAccount', subject: params.id, payload: {} } as const
  await once(call, deed, async () => {
    const { accountId, name, posts } = await getWithAccount(call, params.id)
    if (accountId === actor.accountId) throw new Refused(refuse('ownAccount'))
    const isAdministrator = posts.some(({ role, when }) => role === 'administrator' && when === 'now')
    const others = await countAdministrators(tx, district, { accountId }, now)
    const { count: matters } = await listOpenWork(tx, actor, accountId)
    insist(whyNotLeave({ name, matters, isAdministrator, others }))
    await writeDisabled(tx, district, accountId, now)
    await endSessions(tx, district, accountId)
  })
  return pageAfter(call, params.id)
}

/** Lets an account sign in again, with the password it had. */
export async function enableAccount(call: Call<typeof orgRoutes.enableAccount>) {
  const { tx, actor, params, body } = call
  const deed = { commandId: body.commandId, verb: 'enableAccount', subject: params.id, payload: {} } as const
  await once(call, deed, async () => {
    const { accountId } = await getWithAccount(call, params.id)
    await writeDisabled(tx, actor.districtId, accountId, null)
  })
  return pageAfter(call, params.id)
}

/** Replaces a forgotten password by one for one use, and signs the account out. Refusal: `ownAccount`. */
export async function resetPassword(call: Call<typeof orgRoutes.resetPassword>) {
  const { tx, actor, now, params, body } = call
  const district = actor.districtId
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const deed = { commandId: body.commandId, verb: 'resetPassword', subject: params.id, payload: {} } as const
  const isNew = await once(call, deed, async () => {
    const { accountId, login } = await getWithAccount(call, params.id)
    if (accountId === actor.accountId) throw new Refused(refuse('ownAccount'))
    await writeOneTimePassword(tx, district, accountId, hash, now)
    await clearAllWrong(tx, login ?? '')
    await endSessions(tx, district, accountId)
  })
  return { ...(await pageAfter(call, params.id)), password: isNew ? password : null }
}
