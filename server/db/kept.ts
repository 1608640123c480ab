import { CompiledQuery, type RawBuilder } from 'kysely'
import type { Tx } from './scope.ts'

/** Where a value goes in a statement that is put together once. */
class Place<Key> {
  readonly key: Key
  constructor(key: Key) {
    this.key = key
  }
}

/**
 * A statement whose text never changes, put together at its first use only: of those that every request asks, that took as long
 * as to send them. In: what makes the statement, with a place for each value by its name. Out: what runs it.
 */
export function kept<Given extends object, Row>(
  make: (place: { readonly [Key in keyof Given]: unknown }) => RawBuilder<Row>,
): (tx: Tx, given: Given) => Promise<Row[]> {
  let made: { text: string; keys: (keyof Given)[] } | undefined
  const places = new Proxy({} as { [Key in keyof Given]: unknown }, {
    get: (_, key) => new Place(key),
  })
  return async (tx, given) => {
    if (!made) {
      const { sql: text, parameters } = make(places).compile(tx)
      made = { text, keys: parameters.map((place) => (place as Place<keyof Given>).key) }
    }
    const values = made.keys.map((key) => given[key])
    const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(made.text, values))
    return rows
  }
}
