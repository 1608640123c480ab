import type { IdentityView, identityRoutes } from '#contract/identity.ts'
import type { StaffActor } from '#domain/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { blankScope, scopeOf, type Tx } from '../db/scope.ts'
import type { Call, Platform } from '../http/bind.ts'
import { inTurn } from '../http/in-turn.ts'
import { Refused } from '../http/refused.ts'
import { knock, note, openSession, openStep } from '../org/sign-in.ts'
import { waitOf } from '../org/wait-store.ts'
import { deleteLink, findLink, findLinked, insertLink, isOf, subjectIndexes, writeLinkUse } from './store.ts'
import { begin, finish, refuseBy } from './trips.ts'

const ofMine = (actor: StaffActor) => ({ district: actor.districtId, accountId: actor.accountId })

/** Begins the way to the platform, to sign in. Refusals: `providerOff`, `providerDown`, `badProvider`. */
export const askProvider = (call: Call<typeof identityRoutes.askProvider>) =>
  begin(call, { for: 'in', from: call.body.from ?? null })

/**
 * Signs in as the account that the identity is linked with, or opens our second step where the platform saw none that counts.
 * An account that has ended is answered like an identity that nobody has linked. Refusals: those of `finish`,
 * `identityUnknown`, `lockedOut`.
 */
export async function signInByProvider(call: Call<typeof identityRoutes.signInByProvider>) {
  const { platform, now } = call
  const { provider, purpose, subject, hasFactor } = await finish(call, call.body)
  if (purpose.for !== 'in') return refuseBy(provider, 'providerLate')
  return inTurn(platform.db, blankScope(0), async (tx) => {
    const inside = { ...call, tx }
    const who = await findLinked(tx, subjectIndexes(provider.settings, subject))
    if (!who) return refuseBy(provider, 'identityUnknown')
    const minutes = await waitOf(tx, await knock(inside, who.login, who), now)
    if (minutes !== undefined) return refuse('lockedOut', { minutes })
    if (who.isDisabled) {
      await note(inside, who, { outcome: 'disabled', way: 'provider' })
      return refuseBy(provider, 'identityUnknown')
    }
    await writeLinkUse(tx, who, now)
    const isEnough = hasFactor || !who.hasFactor
    const me = isEnough ? await openSession(inside, who, 'provider') : await openStep(inside, who)
    return { ...me, from: purpose.from }
  })
}

/** Begins the way to the platform, to link who I am there. Refusals: `providerOff`, `providerDown`, `badProvider`. */
export const askIdentity = (call: Call<typeof identityRoutes.askIdentity>) =>
  begin(call, { for: 'link', ...ofMine(call.actor) })

/** Too short to show a part of it without showing all. */
const shownFrom = 8

async function view(tx: Tx, actor: StaffActor, { provider }: Platform): Promise<IdentityView> {
  const link = await findLink(tx, ofMine(actor))
  return {
    provider: provider?.name ?? null,
    link: link
      ? {
          shown: link.subject.length >= shownFrom ? link.subject.slice(-4) : '',
          linkedAt: new Date(link.linkedAt).toISOString(),
          usedAt: link.usedAt === null ? null : new Date(link.usedAt).toISOString(),
          isCurrent: provider !== undefined && isOf(provider.settings, link),
        }
      : null,
  }
}

/** The identity that my account is linked with. */
export const getIdentity = ({ tx, actor, platform }: Call<typeof identityRoutes.getIdentity>) =>
  view(tx, actor, platform)

/**
 * Links who I am at the platform with my account; the same once more does nothing.
 * Refusals: those of `finish`, `identityKept`, `identityTaken`.
 */
export async function linkIdentity(
  call: Call<typeof identityRoutes.linkIdentity>,
): Promise<IdentityView | Refusal> {
  const { platform, actor, now } = call
  const of = ofMine(actor)
  const { provider, purpose, subject } = await finish(call, call.body)
  const isMine =
    purpose.for === 'link' && purpose.district === of.district && purpose.accountId === of.accountId
  if (!isMine) return refuseBy(provider, 'providerLate')
  return inTurn(platform.db, scopeOf(actor), async (tx) => {
    const indexes = subjectIndexes(provider.settings, subject)
    const before = await findLink(tx, of)
    if (before && indexes.some((index) => before.index.equals(index))) return view(tx, actor, platform)
    if (before) return refuseBy(provider, 'identityKept')
    const no = await insertLink(tx, of, { indexes, subject, now })
    // Thrown: the key that was written first must not stay.
    if (no) throw new Refused(refuseBy(provider, no === 'taken' ? 'identityTaken' : 'identityKept'))
    await note({ ...call, tx }, of, { outcome: 'identityLinked', way: 'provider' })
    return view(tx, actor, platform)
  })
}

/** Removes the link of my account. Refusal: `notFound`. */
export async function unlinkIdentity(call: Call<typeof identityRoutes.unlinkIdentity>) {
  const { tx, actor, platform } = call
  if (!(await deleteLink(tx, ofMine(actor)))) return refuse('notFound')
  await note(call, ofMine(actor), { outcome: 'identityUnlinked', way: 'provider' })
  return view(tx, actor, platform)
}
