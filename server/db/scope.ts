import { sql, type Transaction } from 'kysely'
import type { Actor, CallerActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Database } from './pool.ts'
import type { Tables } from './tables.gen.ts'

export type Tx = Transaction<Tables>

/** What the second lock lets a transaction see: a district, areas as paths, units and an account, or one matter, or those of a telephone number. */
export type Scope = {
  district: number
  areas: readonly string[]
  units: readonly string[]
  account: string
  matter: string
  matters: readonly string[]
}

const nothing = { areas: [], units: [], account: '', matter: '', matters: [] }

/** Sees the lists of a district and no matter: before it is known who asks, or where it does not matter. */
export const blankScope = (district: number): Scope => ({ ...nothing, district })

/**
 * The scope of an actor. A visitor sees no matter, nor does a caller before it is known which appeals the number stands with; a
 * resident the one the query code opens; a partner looks for voices in its area.
 */
export function scopeOf(actor: Actor | CallerActor): Scope {
  const district = actor.districtId
  if (actor.kind === 'system') return { ...nothing, district, areas: [`/${district}/`], account: 'system' }
  if (actor.kind === 'resident') return { ...nothing, district, matter: actor.matterId }
  if (actor.kind === 'visitor' || actor.kind === 'caller') return blankScope(district)
  if (actor.kind === 'partner') return { ...nothing, district, areas: [actor.servesPath] }
  const readers = actor.seats.filter((seat) => reachOf(seat, 'matter.read') !== undefined)
  return {
    ...nothing,
    district,
    account: actor.accountId,
    areas: readers.flatMap((seat) => {
      const reach = reachOf(seat, 'matter.read')
      return reach === 'all' ? [`/${district}/`] : reach === 'subtree' ? [seat.servesPath] : []
    }),
    units: readers.map((seat) => seat.unitId),
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Sets the scope for the rest of the transaction, in one trip; nothing of it outlives the transaction. */
export async function setScope(tx: Tx, scope: Scope): Promise<void> {
  await sql
    .raw(
      `set local app.district = ${literal(String(scope.district))}; set local app.areas = ${literal(scope.areas.join(','))}; ` +
        `set local app.units = ${literal(scope.units.join(','))}; set local app.account = ${literal(scope.account)}; ` +
        `set local app.matter = ${literal(scope.matter)}; set local app.matters = ${literal(scope.matters.join(','))}`,
    )
    .execute(tx)
}

/** SQLSTATE → how often the work is tried at most: of two twins that arrive at once, the second meets the rows of the first. */
const tries: Record<string, number> = { '40001': 4, '40P01': 4, '23505': 2 }

/** One command, one transaction: runs `work` in the scope of the actor; a serialisation failure, a deadlock or a twin is tried again. */
export async function inScope<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        await setScope(tx, scope)
        return await work(tx)
      })
    } catch (fault) {
      if (attempt >= (tries[(fault as { code?: string }).code ?? ''] ?? 1)) throw fault
    }
  }
}
