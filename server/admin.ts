import pg from 'pg'
import { dayOf } from '#domain/calendar/days.ts'
import { type Command, databaseOf, readOptions, Unusable, type World } from './admin/command.ts'
import { anchors, verify } from './audit/admin.ts'
import { backup, restore, verifyBackup } from './backup/admin.ts'
import { insertRows } from './db/insert-rows.ts'
import { migrate } from './db/migrate.ts'
import { newId } from './ids.ts'
import { newKey, rotate } from './keys/admin.ts'
import { newDistrict, pinyinOf } from './org/new-district.ts'
import { hashPassword, oneTimePassword } from './org/passwords.ts'
import { resetFactors } from './org/reset-factors.ts'

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

function readWanted(args: string[]): Wanted {
  const text = { type: 'string' } as const
  const options = { id: text, name: text, city: text, login: text, person: text }
  const { id, name, city, login, person } = readOptions(args, options)
  if (!id || !/^\d{6}$/.test(id))
    throw new Unusable('--id needs the six digits of the administrative division')
  if (!name || !city || !person) throw new Unusable('--name, --city and --person are needed')
  if (!login || !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
    throw new Unusable('--login needs 2 to 40 small letters, digits, dots or dashes')
  return { id: Number(id), name, city, login, person }
}

const newDistrictCommand: Command = {
  help: `new-district --id 330199 --name 某某区 --city 某某市 --login admin --person 张管理

      Makes a district with the shipped calendar, categories and deadlines, and its first administrator.
      Prints a password once; it has to be changed at the first sign-in.`,
  async run(args, world) {
    const wanted = readWanted(args)
    const url = databaseOf(world)
    await migrate(url)
    const password = await makeDistrict(url, wanted, world.now())
    world.out(
      `${wanted.name} (${wanted.id}) is there. Sign in as ${wanted.login} with the password ${password}\n`,
    )
    return 0
  },
}

const commands: Record<string, Command> = {
  'new-district': newDistrictCommand,
  'reset-factors': resetFactors,
  'new-key': newKey,
  'rotate-keys': rotate,
  verify,
  anchors,
  backup,
  'verify-backup': verifyBackup,
  restore,
}

const help = () => `Commands for whoever runs Maple Bridge. DATABASE_URL names the database; without it
the commands that only read take the embedded one of MAPLE_HOME.

${Object.values(commands)
  .map((command) => `  node server/admin.ts ${command.help}\n`)
  .join('\n')}`

/** Runs one command. Out: the exit code. */
export async function runAdmin(args: string[], world: World): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name) || rest.includes('--help')) {
    world.out(help())
    return 0
  }
  const command = commands[name]
  try {
    if (!command) throw new Unusable(`there is no command ${name}; --help lists them`)
    return await command.run(rest, world)
  } catch (fault) {
    const { message, code } = fault as { message?: string; code?: string }
    world.err(`${message || code || String(fault)}\n`)
    if (command && fault instanceof Unusable) world.err(`\n  node server/admin.ts ${command.help}\n`)
    return 2
  }
}

if (import.meta.main)
  process.exitCode = await runAdmin(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    now: () => Date.now(),
  })
