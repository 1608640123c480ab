import pg from 'pg'
import { type Command, databaseOf, need, readOptions } from '../admin/command.ts'
import { newId } from '../ids.ts'

/** Takes the second factors of an account away, on its record. Out: whether there is such an account. */
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

export const resetFactors: Command = {
  help: `reset-factors --login anquan --reason 手机丢失，已核验身份

      Takes the second factors of an account away and signs it out: for the last security administrator, whom
      nobody else in the product can help. The reason is kept with the record of the account.`,
  async run(args, world) {
    const text = { type: 'string' } as const
    const { login, reason } = readOptions(args, { login: text, reason: text })
    const wanted = { login: need(login, '--login is needed'), reason: need(reason, '--reason is needed') }
    const isDone = await resetFactorsOf(databaseOf(world), wanted, world.now())
    if (isDone) world.out(`${wanted.login} signs in with the password alone now.\n`)
    else world.err(`There is no ${wanted.login}.\n`)
    return isDone ? 0 : 2
  },
}
