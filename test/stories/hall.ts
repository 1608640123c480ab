import pg from 'pg'
import type { Bed } from './bed.ts'

/** The addresses of the kiosk and of the display of the hall in the demo, as its devices have them. */
export async function hallPaths(bed: Pick<Bed, 'url'>): Promise<{ kiosk: string; display: string }> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ kiosk: string; display: string }>(
    `select '/kiosk/' || district_id || '/' || kiosk_code kiosk, '/hall/' || district_id || '/' || display_code display from hall`,
  )
  await client.end()
  const [paths] = rows
  if (!paths) throw new Error('the demo has no hall')
  return paths
}
