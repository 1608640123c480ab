import { sql } from 'kysely'
import type { Tx } from '../db/scope.ts'
import { blindIndex, seal, unseal } from '../secrets.ts'
import type { Asked } from './provider.ts'

/** So long a person may stay at the platform (milliseconds). */
export const tripMs = 10 * 60_000

/** What a way to the platform was begun for: to sign in and go on to a page, or to link one account. */
export type Purpose =
  | { for: 'in'; from: string | null }
  | { for: 'link'; district: number; accountId: string }
export type Trip = Asked & { purpose: Purpose }

const stateHash = (state: string) => blindIndex(state, 'trip')
const boundTo = (hash: Buffer) => `trip:${hash.toString('hex')}`

/** Keeps what has to be known when the browser comes back. In: the hash of what binds it to the browser. */
export async function insertTrip(tx: Tx, browser: Buffer, trip: Trip, now: number): Promise<void> {
  const hash = stateHash(trip.state)
  await sql`insert into identity_trip (state_hash, browser_hash, sealed, until)
    values (${hash}, ${browser}, ${seal(JSON.stringify(trip), boundTo(hash))}, ${new Date(now + tripMs)})`.execute(
    tx,
  )
}

/** Takes a way out, so that it counts once. Out: undefined where there is none of this browser, or it has run out. */
export async function takeTrip(
  tx: Tx,
  browser: Buffer,
  state: string,
  now: number,
): Promise<Trip | undefined> {
  const hash = stateHash(state)
  const { rows } = await sql<{ sealed: Buffer; until: number }>`
    delete from identity_trip where state_hash = ${hash} and browser_hash = ${browser}
    returning sealed, until`.execute(tx)
  const row = rows[0]
  return row && row.until > now ? (JSON.parse(unseal(row.sealed, boundTo(hash))) as Trip) : undefined
}

/** Forgets the ways on which nobody came back. */
export async function forgetTrips(tx: Tx, now: number): Promise<void> {
  await sql`delete from identity_trip where until < ${new Date(now)}`.execute(tx)
}
