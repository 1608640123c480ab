/** Whatever runs a statement with values: a client or a pooled client of pg. */
export type Statements = { query: (text: string, values: unknown[]) => Promise<unknown> }

/**
 * Inserts rows of any number in one statement. In: the table, and rows whose keys are its columns; what a row lacks is null,
 * and a column that no row names has its default.
 */
export async function insertRows(client: Statements, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const odd = [table, ...columns].find((name) => !/^[a-z0-9_]+$/.test(name))
  if (odd !== undefined) throw new Error(`not a table or column: ${odd}`)
  const names = columns.join(', ')
  await client.query(
    `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  )
}
