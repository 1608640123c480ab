import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { afterFailure, forgetMs, minutesLeft, type SourceKind, type Tried } from '#domain/org/waits.ts'
import type { Tx } from '../db/scope.ts'
import { blindIndex } from '../secrets.ts'

/** One try: at which login, and from which sources it counts. */
export type Knock = { login: Buffer; sources: readonly { kind: SourceKind; source: Buffer }[] }

const loginHash = (login: string) => blindIndex(login, 'login')
const sourceHash = (text: string) => blindIndex(text, 'source')

/** Whoever has an IPv6 line has a whole block of 64 bits of it. */
function blockOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const missing = 8 - front.length - tail.split(':').filter(Boolean).length
  const whole = [...front, ...Array.from({ length: missing }, () => '0'), ...tail.split(':').filter(Boolean)]
  return whole.slice(0, 4).join(':')
}

/** Where a request comes from, as a keyed hash. */
export const addressSource = (request: FastifyRequest) => sourceHash(`address:${blockOf(request.ip)}`)
/** A device that is known from before, as a keyed hash. */
export const deviceSource = (device: Buffer) => sourceHash(`device:${device.toString('hex')}`)

/** A try to sign in. In: the device, where the account has signed in on it before. */
export function knockAt(login: string, request: FastifyRequest, device: Buffer | undefined): Knock {
  return {
    login: loginHash(login),
    sources: device
      ? [{ kind: 'device', source: deviceSource(device) }]
      : [
          { kind: 'address', source: addressSource(request) },
          { kind: 'everywhere', source: sourceHash('everywhere') },
        ],
  }
}

/** A try to show once more who it is, inside a session. */
export const knockInside = (login: string): Knock => ({
  login: loginHash(login),
  sources: [{ kind: 'device', source: sourceHash('inside') }],
})

const key = ({ login, sources }: Knock) => `${login.toString('hex')}:${sources[0]?.source.toString('hex')}`

/** Lets tries of one login from one source in one after another. Out: the minutes to wait, or undefined. */
export async function waitOf(tx: Tx, knock: Knock, now: number): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key(knock)}, 0))`.execute(tx)
  const { rows } = await sql<{ until: number | null }>`select until from sign_in_wait
    where login_hash = ${knock.login} and source in (${sql.join(knock.sources.map(({ source }) => source))})`.execute(
    tx,
  )
  return minutesLeft(
    rows.map(({ until }) => ({ failed: 0, lastAt: 0, until })),
    now,
  )
}

/** Counts a wrong password or code at every source of the try. */
export async function countWrong(tx: Tx, { login, sources }: Knock, now: number): Promise<void> {
  for (const { kind, source } of sources) {
    const at = new Date(now)
    await sql`insert into sign_in_wait (login_hash, source, failed, last_at) values (${login}, ${source}, 0, ${at})
      on conflict do nothing`.execute(tx)
    const { rows } = await sql<Tried>`select failed, last_at "lastAt", until from sign_in_wait
      where login_hash = ${login} and source = ${source} for update`.execute(tx)
    const after = afterFailure(kind, rows[0], now)
    await sql`update sign_in_wait set failed = ${after.failed}, last_at = ${at},
        until = ${after.until === null ? null : new Date(after.until)}
      where login_hash = ${login} and source = ${source}`.execute(tx)
  }
}

/** Forgets what went wrong where it has now gone right; what many others tried elsewhere stays counted. */
export async function clearWrong(tx: Tx, { login, sources }: Knock): Promise<void> {
  const own = sources.filter(({ kind }) => kind !== 'everywhere').map(({ source }) => source)
  await sql`delete from sign_in_wait where login_hash = ${login} and source in (${sql.join(own)})`.execute(tx)
}

/** Forgets everything that went wrong at a login: its password is a new one. */
export async function clearAllWrong(tx: Tx, login: string): Promise<void> {
  await sql`delete from sign_in_wait where login_hash = ${loginHash(login)}`.execute(tx)
}

/** Until when somebody somewhere has to wait at a login; null: nobody does. */
export async function waitingUntil(tx: Tx, login: string, now: number): Promise<number | null> {
  const { rows } = await sql<{ until: number }>`select until from sign_in_wait
    where login_hash = ${loginHash(login)} and until > ${new Date(now)} order by until desc limit 1`.execute(
    tx,
  )
  return rows[0]?.until ?? null
}

/** Forgets the sources from which nothing went wrong for a day. */
export async function forgetWaits(tx: Tx, now: number): Promise<void> {
  await sql`delete from sign_in_wait where last_at < ${new Date(now - forgetMs)}`.execute(tx)
}
