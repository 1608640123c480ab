import { createHash } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Frame, Header } from './frames.ts'
import { copyOf, countRows, listHeads, listTables } from './tables.ts'

/** The product's database as of one instant, and then its files, as frames. `told` gets the header when it is known. */
export async function* dump(
  url: string,
  filesFolder: string,
  now: number,
  told: (header: Header) => void,
): AsyncGenerator<Frame> {
  // row_security off: a login that does not see every row fails instead of leaving some out
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c row_security=off' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await listTables(client)
    const { rows: schema } = await client.query<Header['schema'][number]>(
      'select name, sha256 from migration order by name',
    )
    const { rows: server } = await client.query<{ server_version: string }>('show server_version')
    const header: Header = {
      format: 1,
      at: new Date(now).toISOString(),
      server: server[0]?.server_version ?? '',
      schema,
      tables: await countRows(client, tables),
      heads: await listHeads(client),
    }
    told(header)
    yield { kind: 'header', ...header }
    for (const table of tables) {
      yield { kind: 'table', ...table }
      const stream = client.query(to(copyOf(table, 'to stdout')))
      for await (const piece of stream) yield piece as Buffer
      yield { kind: 'tableEnd', rows: stream.rowCount }
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
  // after the database: a row never points at nothing, since files come before their rows
  yield* dumpFiles(filesFolder)
}

async function* dumpFiles(folder: string): AsyncGenerator<Frame> {
  let [files, bytes] = [0, 0]
  for await (const path of walk(folder, '')) {
    // an upload that nobody claimed may be removed meanwhile
    const handle = await open(join(folder, path)).catch((fault: unknown) => {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw fault
    })
    if (!handle) continue
    const hash = createHash('sha256')
    yield { kind: 'file', path }
    for await (const piece of handle.createReadStream({ highWaterMark: 1024 * 1024 })) {
      hash.update(piece as Buffer)
      bytes += (piece as Buffer).length
      yield piece as Buffer
    }
    files++
    yield { kind: 'fileEnd', sha256: hash.digest('hex') }
  }
  yield { kind: 'end', files, bytes }
}

/** The paths of whole files below a folder, in order; what is still being written is left out. */
async function* walk(folder: string, below: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((fault: unknown) => {
    if (below === '' && (fault as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fault
  })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* walk(folder, path)
    else if (entry.isFile() && !entry.name.endsWith('.part')) yield path
  }
}
