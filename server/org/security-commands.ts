import { sql } from 'kysely'
import type { AccountRow, factorRoutes, PolicyPage } from '#contract/factor.ts'
import type { identityRoutes } from '#contract/identity.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Role } from '#domain/org/roles.ts'
import { inOrder, needsFactor, type SecurityPolicy, whyNotPolicy } from '#domain/org/security.ts'
import { refuse } from '#domain/refusal.ts'
import { anywhere } from '../db/like.ts'
import type { Call } from '../http/bind.ts'
import { insist, Refused } from '../http/refused.ts'
import { deleteLink } from '../identity/store.ts'
import { endSessions, type Inside } from './admin-commands.ts'
import { once } from './deed.ts'
import { deleteCodes, deleteTotp } from './factor-store.ts'
import { deletePasskeys } from './passkey-store.ts'
import { getPolicyOf, policyFrom } from './policy.ts'
import { factorsOf } from './session-queries.ts'

type Any = Inside & { platform: { isProduction: boolean } }

/** Security is kept by its own duty, never by who administers the people. */
const mayKeep = ({ actor }: Inside) => actor.seats.some((seat) => reachOf(seat, 'security.edit') === 'all')

/** The policy as it stands. */
export async function getPolicy({ tx, actor, platform }: Any): Promise<PolicyPage> {
  const { rows } = await sql<{
    version: number
    data: Partial<SecurityPolicy>
    reason: string
    publishedAt: number
    byName: string
  }>`
    select y.version, y.data, y.reason, y.published_at "publishedAt", p.name "byName" from security_policy y
    join account a on a.district_id = y.district_id and a.id = y.published_by
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where y.district_id = ${actor.districtId} order by y.version desc limit 1`.execute(tx)
  const row = rows[0]
  const data = policyFrom(row?.data ?? null, platform.isProduction)
  return {
    version: row?.version ?? 0,
    data: { ...data, factorRoles: inOrder(data.factorRoles) },
    reason: row?.reason ?? '',
    publishedAt: row ? new Date(row.publishedAt).toISOString() : null,
    byName: row?.byName ?? null,
  }
}

/** Publishes a policy. Refusals: `notYours`, `staleVersion`, `policyProblem`, `nothingChanged`, `commandReused`. */
export async function publishPolicy(call: Call<typeof factorRoutes.publishPolicy>): Promise<PolicyPage> {
  const { tx, actor, body, now } = call
  const district = actor.districtId
  const data = { ...body.data, factorRoles: inOrder(body.data.factorRoles) }
  const { commandId, reason } = body
  const payload = { version: body.version, data, reason }
  // The subject is whoever published it: a policy has no id of its own.
  const deed = { commandId, verb: 'publishPolicy', subject: actor.accountId, payload } as const
  await once(
    call,
    deed,
    async () => {
      const was = await getPolicy(call)
      if (was.version !== body.version) throw new Refused(refuse('staleVersion'))
      insist(whyNotPolicy(data))
      const inOneOrder = ({
        idleMinutes,
        sessionHours,
        sessionsMost,
        passwordDays,
        factorRoles,
      }: typeof data) => JSON.stringify([idleMinutes, sessionHours, sessionsMost, passwordDays, factorRoles])
      if (inOneOrder(data) === inOneOrder(was.data)) throw new Refused(refuse('nothingChanged'))
      await sql`insert into security_policy (district_id, version, data, reason, published_at, published_by)
        values (${district}, ${body.version + 1}, ${JSON.stringify(data)}::jsonb, ${reason}, ${new Date(now)},
          ${actor.accountId})`.execute(tx)
    },
    mayKeep(call),
  )
  return getPolicy(call)
}

type Found = {
  id: string
  name: string
  login: string
  is_demo: boolean
  roles: Role[]
  has_totp: boolean
  passkeys: number
  has_identity: boolean
}

const columns = (today: string) => sql`a.id, p.name, a.login, a.is_demo, ${factorsOf},
  (select count(*)::int from passkey k where k.district_id = a.district_id and k.account_id = a.id) passkeys,
  exists (select from identity_link l where l.district_id = a.district_id and l.account_id = a.id) has_identity,
  (select coalesce(json_agg(distinct o.role), '[]') from post o where o.district_id = a.district_id
    and o.person_id = a.person_id and o.from_on <= ${today}::date
    and (o.to_on is null or o.to_on >= ${today}::date)) roles`

const rowFrom = (found: Found, policy: SecurityPolicy, me: string): AccountRow => ({
  ...{ id: found.id, name: found.name, login: found.login, roles: inOrder(found.roles) },
  ...{ hasTotp: found.has_totp, passkeys: found.passkeys, isMe: found.id === me },
  hasIdentity: found.has_identity,
  isNeeded: needsFactor(policy, { held: found.roles, isDemo: found.is_demo }),
})

/** Accounts in use in the order of the pinyin of their holders, and what they show who they are with. */
export async function listSecured(call: Call<typeof factorRoutes.listSecured>) {
  const { tx, actor, query, now, platform } = call
  const district = actor.districtId
  const policy = await getPolicyOf(tx, district, platform.isProduction)
  const typed = query.q.trim().toLowerCase()
  const pattern = anywhere(typed)
  const today = dayOf(now)
  const demanded = sql.join(policy.factorRoles.length > 0 ? [...policy.factorRoles] : [''])
  const isLacking = sql`not a.is_demo and exists (select from post o where o.district_id = a.district_id
      and o.person_id = a.person_id and o.role in (${demanded}) and o.from_on <= ${today}::date
      and (o.to_on is null or o.to_on >= ${today}::date))
    and not exists (select from passkey k where k.district_id = a.district_id and k.account_id = a.id)
    and not exists (select from totp t where t.district_id = a.district_id and t.account_id = a.id
      and t.confirmed_at is not null)`
  const { rows } = await sql<Found>`
    select ${columns(today)} from person p
    join account a on a.district_id = p.district_id and a.person_id = p.id and a.disabled_at is null
    where p.district_id = ${district}
      and (${typed} = '' or p.name like ${pattern} or p.pinyin like ${pattern} or a.login like ${pattern})
      and (${query.lacking ?? null}::text is null or (${isLacking}))
      and (${query.cursor ?? null}::uuid is null or (p.pinyin, p.id) > (
        select c.pinyin, c.id from account b join person c on c.district_id = b.district_id and c.id = b.person_id
        where b.district_id = ${district} and b.id = ${query.cursor ?? null}::uuid))
    order by p.pinyin, p.id limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => rowFrom(row, policy, actor.accountId)),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

async function getRow({ tx, actor, now, platform }: Any, id: string): Promise<AccountRow> {
  const { rows } = await sql<Found>`
    select ${columns(dayOf(now))} from account a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = ${actor.districtId} and a.id = ${id}`.execute(tx)
  if (!rows[0]) throw new Refused(refuse('notFound'))
  const policy = await getPolicyOf(tx, actor.districtId, platform.isProduction)
  return rowFrom(rows[0], policy, actor.accountId)
}

/**
 * Takes every second factor of another account away, with the reason on record, and signs it out everywhere.
 * Refusals: `notYours`, `notFound`, `ownFactor`, `nothingChanged` where there was none, `commandReused`.
 */
export async function resetFactors(call: Call<typeof factorRoutes.resetFactors>): Promise<AccountRow> {
  const { tx, actor, params, body } = call
  const of = { district: actor.districtId, accountId: params.id }
  const deed = {
    ...{ commandId: body.commandId, verb: 'resetFactors' as const, subject: params.id },
    payload: { reason: body.reason },
  }
  await once(
    call,
    deed,
    async () => {
      if (params.id === actor.accountId) throw new Refused(refuse('ownFactor'))
      const row = await getRow(call, params.id)
      if (!row.hasTotp && row.passkeys === 0) throw new Refused(refuse('nothingChanged'))
      await deleteTotp(tx, of)
      await deletePasskeys(tx, of)
      await deleteCodes(tx, of)
      await endSessions(tx, of.district, of.accountId)
    },
    mayKeep(call),
  )
  return getRow(call, params.id)
}

/**
 * Takes the link of another account with the identity platform away, with the reason on record, and signs it out everywhere.
 * Refusals: `notYours`, `notFound`, `nothingChanged` where there was none, `commandReused`.
 */
export async function removeIdentity(call: Call<typeof identityRoutes.removeIdentity>): Promise<AccountRow> {
  const { tx, actor, params, body } = call
  const of = { district: actor.districtId, accountId: params.id }
  const deed = {
    ...{ commandId: body.commandId, verb: 'removeIdentity' as const, subject: params.id },
    payload: { reason: body.reason },
  }
  await once(
    call,
    deed,
    async () => {
      await getRow(call, params.id)
      if (!(await deleteLink(tx, of))) throw new Refused(refuse('nothingChanged'))
      await endSessions(tx, of.district, of.accountId)
    },
    mayKeep(call),
  )
  return getRow(call, params.id)
}
