/** Whatever runs a statement with values: a client or a pooled client of pg. */
export type Statements = { query: (text: string, values: unknown[]) => Promise<unknown> }

/** Inserts rows of any number in one statement. In: the table, and rows whose keys are its columns; absent ones are null. */
export async function insertRows(client: Statements, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  if (!/^[a-z_]+$/.test(table)) throw new Error(`not a table: ${table}`)
  await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
    JSON.stringify(rows),
  ])
}
