import { sql, type Transaction } from 'kysely'
import type { Actor, CallerActor } from '#domain/actor.ts'
import { reachOf } from '#domain/org/grants.ts'
import type { Database } from './pool.ts'
import { keepSayings, tell } from './say.ts'
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
  if (actor.kind === 'resident' || actor.kind === 'party')
    return { ...nothing, district, matter: actor.matterId }
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

const texts = (scope: Scope) =>
  ({
    district: String(scope.district),
    areas: scope.areas.join(','),
    units: scope.units.join(','),
    account: scope.account,
    matter: scope.matter,
    matters: scope.matters.join(','),
  }) satisfies Record<keyof Scope, string>

/**
 * Sets the scope for the rest of the transaction, in one trip; nothing of it outlives the transaction. `isFirst`: nothing was set
 * in it before, so that what is empty needs no word.
 */
export async function setScope(tx: Tx, scope: Scope, isFirst = false): Promise<void> {
  const settings = Object.entries(texts(scope))
    .filter(([, text]) => !isFirst || text !== '')
    .map(([name, text]) => `set local app.${name} = ${literal(text)}`)
  await sql.raw(settings.join('; ')).execute(tx)
}

/** SQLSTATE → how often the work is tried at most: of two twins that arrive at once, the second meets the rows of the first. */
const tries: Record<string, number> = { '40001': 4, '40P01': 4, '23505': 2 }

/** One command, one transaction: runs `work` in the scope of the actor; a serialisation failure, a deadlock or a twin is tried again. */
export async function inScope<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let said: string[] = []
      const done = await db.transaction().execute(async (tx) => {
        said = keepSayings(tx)
        await setScope(tx, scope, true)
        return await work(tx)
      })
      await tell(db, said)
      return done
    } catch (fault) {
      if (attempt >= (tries[(fault as { code?: string }).code ?? ''] ?? 1)) throw fault
    }
  }
}
