import { connections, type Database } from '../db/pool.ts'
import { inScope, type Scope, type Tx } from '../db/scope.ts'
import { turnstile } from './turnstile.ts'

const admit = turnstile(connections.forRequests, 1000)

/** One transaction of a request, once it is its turn. Refusal (thrown): `tooBusy`. */
export function inTurn<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return admit(() => inScope(db, scope, work))
}
