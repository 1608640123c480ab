import { parseArgs } from 'node:util'
import pg from 'pg'
import { dayOf } from '#domain/calendar/days.ts'
import { insertRows } from './db/insert-rows.ts'
import { migrate } from './db/migrate.ts'
import { newId } from './ids.ts'
import { newDistrict, pinyinOf } from './org/new-district.ts'
import { hashPassword, oneTimePassword } from './org/passwords.ts'

const help = `Commands for whoever installs Maple Bridge. DATABASE_URL names the database.

  node server/admin.ts new-district --id 330199 --name 某某区 --city 某某市 --login admin --person 张管理

      Makes a district with the shipped calendar, categories and deadlines, and its first administrator.
      Prints a password once; it has to be changed at the first sign-in.

  node server/admin.ts reset-factors --login anquan --reason 手机丢失，已核验身份

      Takes the second factors of an account away and signs it out: for the last security administrator, whom
      nobody else in the product can help. The reason is kept with the record of the account.
`

type Wanted = { id: number; name: string; city: string; login: string; person: string }

/** Makes a district and its first administrator in one transaction. Out: the password, kept nowhere else. */
export async function makeDistrict(url: string, wanted: Wanted, now: number): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const password = oneTimePassword()
    const { id: district, login } = wanted
    const at = new Date(now).toISOString()
    const [personId, accountId] = [newId(now), newId(now)]
    await client.query('begin')
    const root = await newDistrict(client, {
      id: district,
      name: wanted.name,
      city: wanted.city,
      isDemo: false,
      now,
    })
    await insertRows(client, 'person', [
      {
        district_id: district,
        id: personId,
        name: wanted.person,
        pinyin: pinyinOf(wanted.person),
        created_at: at,
      },
    ])
    await client.query(
      `insert into account (district_id, id, person_id, login, password_hash, password_changed_at, must_change_password)
       values ($1, $2, $3, $4, $5, $6, true)`,
      [district, accountId, personId, login, await hashPassword(password), at],
    )
    await insertRows(client, 'login_key', [{ login, district_id: district, account_id: accountId }])
    await insertRows(client, 'post', [
      {
        district_id: district,
        id: newId(now),
        person_id: personId,
        unit_id: root.unitId,
        role: 'administrator',
        from_on: dayOf(now),
      },
    ])
    await client.query('commit')
    return password
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    await client.end()
  }
}

/**
 * Takes the second factors of an account away, on its record. Out: whether there is such an account.
 */
export async function resetFactorsOf(
  url: string,
  { login, reason }: { login: string; reason: string },
  now: number,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ district_id: number; account_id: string }>(
      'select district_id, account_id from login_key where login = $1',
      [login],
    )
    const [found] = rows
    if (!found) return false
    const of = [found.district_id, found.account_id]
    for (const table of ['totp', 'passkey', 'recovery_code', 'session'])
      await client.query(`delete from ${table} where district_id = $1 and account_id = $2`, of)
    // Whoever runs this has no account: the deed stands with the account that it was done to.
    await client.query(
      `insert into org_action (district_id, id, at, account_id, verb, subject, payload)
        values ($1, $3, $4, $2, 'resetFactors', $2, $5)`,
      [...of, newId(now), new Date(now), JSON.stringify({ reason, from: 'server/admin.ts' })],
    )
    await client.query('commit')
    return true
  } finally {
    await client.end()
  }
}

function readWanted(args: string[]): Wanted | string {
  const { values } = parseArgs({
    args,
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      city: { type: 'string' },
      login: { type: 'string' },
      person: { type: 'string' },
    },
  })
  const { id, name, city, login, person } = values
  if (!id || !/^\d{6}$/.test(id)) return '--id needs the six digits of the administrative division'
  if (!name || !city || !person) return '--name, --city and --person are needed'
  if (!login || !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
    return '--login needs 2 to 40 small letters, digits, dots or dashes'
  return { id: Number(id), name, city, login, person }
}

async function resetByHand(args: string[], url: string | undefined): Promise<number> {
  const options = { login: { type: 'string' }, reason: { type: 'string' } } as const
  const { login, reason } = parseArgs({ args, options }).values
  if (!login || !reason || !url) {
    process.stderr.write(`${url ? '--login and --reason are needed' : 'DATABASE_URL is not set'}\n\n${help}`)
    return 2
  }
  const isDone = await resetFactorsOf(url, { login, reason }, Date.now())
  process.stdout.write(
    isDone ? `${login} signs in with the password alone now.\n` : `There is no ${login}.\n`,
  )
  return isDone ? 0 : 2
}

async function main(): Promise<number> {
  const [command, ...args] = process.argv.slice(2)
  const url = process.env['DATABASE_URL']
  if (command === 'reset-factors') return resetByHand(args, url)
  if (command !== 'new-district') {
    process.stdout.write(help)
    return command === undefined || command === 'help' ? 0 : 2
  }
  const wanted = readWanted(args)
  if (typeof wanted === 'string' || !url) {
    process.stderr.write(`${typeof wanted === 'string' ? wanted : 'DATABASE_URL is not set'}\n\n${help}`)
    return 2
  }
  await migrate(url)
  const password = await makeDistrict(url, wanted, Date.now())
  process.stdout.write(
    `${wanted.name} (${wanted.id}) is there. Sign in as ${wanted.login} with the password ${password}\n`,
  )
  return 0
}

if (import.meta.main) process.exit(await main())
