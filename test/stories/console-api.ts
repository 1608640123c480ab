import pg from 'pg'
import type { Page } from 'playwright-core'
import { newId } from '#server/ids.ts'
import type { Bed } from './bed.ts'

/** Asks the product as the signed-in page does, for what other stories already play by hand. */
export async function ask(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, text } = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where, {
        method: how,
        headers: { 'x-maple': '1', ...(what ? { 'content-type': 'application/json' } : {}) },
        ...(what ? { body: what } : {}),
      })
      return { status: response.status, text: await response.text() }
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  )
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`)
  return JSON.parse(text)
}

async function find(bed: Bed, text: string, values: string[]): Promise<string> {
  const client = new pg.Client({ connectionString: bed.url })
  await client.connect()
  const { rows } = await client.query<{ found: string }>(text, values)
  await client.end()
  const [row] = rows
  if (!row) throw new Error(`the demo has no ${values.join(' ')}`)
  return row.found
}

/** The id of the unit of the demo at a path below the district. */
export const unitAt = (bed: Bed, path: string) =>
  find(bed, `select id found from unit where path = '/' || district_id || '/' || $1`, [path])

/** The login of somebody with a role at a unit of the demo. */
export const loginAt = (bed: Bed, role: string, path: string) =>
  find(
    bed,
    `select a.login found from post o join unit u on u.district_id = o.district_id and u.id = o.unit_id
      join account a on a.district_id = o.district_id and a.person_id = o.person_id
      where o.role = $1 and u.path = '/' || u.district_id || '/' || $2 order by 1 limit 1`,
    [role, path],
  )

/** Brings one voice in by its door at a unit's place, as the register form does. */
export async function bringIn(page: Page, placeUnitId: string, said: { channel: string; words: string }) {
  const ids = { id: newId(Date.now()), appealId: newId(Date.now()), commandId: newId(Date.now()) }
  const input = { ...said, placeUnitId, name: '居民', phone: '199 0000 4455' }
  const answer = (await ask(page, 'POST', '/api/matters', { ...ids, input })) as {
    id: string
    number: string
    queryCode: string
  }
  return { ...answer, ...said }
}
