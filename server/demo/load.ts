import pg from 'pg'
import type { Role } from '#domain/org/roles.ts'
import { hallPosts, namedPosts, securityPost } from './accounts.ts'
import { type DemoOptions, demoSeed, loadDemo } from './build.ts'
import { findDemoPassword } from './password.ts'
import { demoDistrict } from './units.ts'

export type DemoAccount = { login: string; name: string; role: Role; unit: string }
export type DemoDescription = { accounts: DemoAccount[]; password: string; publicPath: string }

/** Loads the demo into a database without any district. Out: whether it did. Needs the keys of the installation to be set. */
export async function loadDemoIfEmpty(url: string, options: DemoOptions = {}): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Two starts at once: the second waits, and then finds the district there.
    await client.query('select pg_advisory_lock($1)', [demoSeed])
    const { rows } = await client.query('select 1 from district limit 1')
    if (rows.length > 0) return false
    await loadDemo(client, url, options)
    return true
  } finally {
    await client.end()
  }
}

/** What to tell whoever starts the demo; undefined where the database holds no demo district. */
export async function describeDemo(url: string, home?: string): Promise<DemoDescription | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<DemoAccount>(
      `select a.login, p.name, o.role, u.name unit
       from account a
       join district d on d.id = a.district_id and d.is_demo
       join person p on p.district_id = a.district_id and p.id = a.person_id
       join post o on o.district_id = a.district_id and o.person_id = a.person_id
       join unit u on u.district_id = o.district_id and u.id = o.unit_id
       where a.district_id = $1 and a.is_demo and a.disabled_at is null and a.login = any ($2)
       order by array_position($2, a.login)`,
      [demoDistrict, [...namedPosts, securityPost, ...hallPosts].map((post) => post.login)],
    )
    if (rows.length === 0) return undefined
    const place = await client.query<{ code: string }>(
      `select p.code from place p join unit u on u.district_id = p.district_id and u.id = p.unit_id
       where p.district_id = $1 and starts_with(u.path, $2) order by u.path limit 1`,
      [demoDistrict, `/${demoDistrict}/001/001/01/`],
    )
    return {
      accounts: rows,
      password: findDemoPassword(home) ?? '（载入时所设 · as set when it was loaded）',
      publicPath: `/s/${demoDistrict}/${place.rows[0]?.code ?? ''}`,
    }
  } finally {
    await client.end()
  }
}
