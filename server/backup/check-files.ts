import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { keyOf } from '../files/routes.ts'

const page = 500

/** Compares every attachment of the database with its file. Out: how many were compared. */
export async function checkFiles(url: string, folder: string, tell: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let last = { district_id: 0, id: '00000000-0000-0000-0000-000000000000' }
    for (let count = 0; ; ) {
      const { rows } = await client.query<typeof last & { sha256: Buffer }>(
        `select district_id, id, sha256 from attachment where (district_id, id) > ($1, $2::uuid)
          order by district_id, id limit ${page}`,
        [last.district_id, last.id],
      )
      for (const row of rows) {
        const path = keyOf(row, 'full')
        const hash = createHash('sha256')
        const isThere = await pipeline(createReadStream(join(folder, path)), hash).then(
          () => true,
          () => false,
        )
        if (!isThere) tell(`file ${path} is missing`)
        else if (!hash.digest().equals(row.sha256)) tell(`file ${path} is not what the database says`)
        last = row
      }
      count += rows.length
      if (rows.length < page) return count
    }
  } finally {
    await client.end()
  }
}
