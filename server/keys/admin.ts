import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, need, readOptions, Unusable, type World } from '../admin/command.ts'
import { homeOf, withDatabase } from '../admin/database.ts'
import { migrate } from '../db/migrate.ts'
import { keyEnvironment, readSecrets, replaceKey } from '../embedded/secrets.ts'
import { useKeys } from '../secrets.ts'
import { readKeyOptions } from './env.ts'
import { rotateKeys, StillRunning } from './rotate.ts'

/** The keys of the environment, or else those of secrets.json in MAPLE_HOME: as the product would take them. */
function takeKeys(world: World): void {
  const home = homeOf(world)
  const kept = existsSync(join(home, 'secrets.json')) ? keyEnvironment(readSecrets(home)) : {}
  const env: NodeJS.ProcessEnv = { ...kept, ...world.env }
  const problems: string[] = []
  const options = readKeyOptions(env, problems)
  if (problems[0] !== undefined) throw new Unusable(problems[0])
  const missing = 'is not set, and there is no secrets.json in MAPLE_HOME'
  useKeys(
    need(env['MAPLE_FIELD_KEY'], `MAPLE_FIELD_KEY ${missing}`),
    need(env['MAPLE_INDEX_KEY'], `MAPLE_INDEX_KEY ${missing}`),
    options,
  )
}

export const newKey: Command = {
  help: `new-key --of field|index

      Puts a new key into secrets.json of MAPLE_HOME and keeps the one of before there to read with. Start the product
      anew, then run rotate-keys. Where the keys stand in the environment, change them there instead: the new key into
      MAPLE_FIELD_KEY, the one of before into MAPLE_OLD_FIELD_KEYS (MAPLE_INDEX_KEY and MAPLE_OLD_INDEX_KEYS alike).`,
  async run(args, world) {
    const { of } = readOptions(args, { of: { type: 'string' } })
    if (of !== 'field' && of !== 'index') throw new Unusable('--of needs field or index')
    const name = of === 'field' ? 'MAPLE_FIELD_KEY' : 'MAPLE_INDEX_KEY'
    if (world.env[name])
      throw new Unusable(
        `${name} stands in the environment, and secrets.json would not be asked: change it there`,
      )
    const home = homeOf(world)
    if (!existsSync(join(home, 'secrets.json'))) throw new Unusable(`there is no secrets.json in ${home}`)
    replaceKey(home, of)
    world.out(
      of === 'field'
        ? 'A new field key is in secrets.json. Start the product anew, then run: node server/admin.ts rotate-keys\n'
        : 'A new index key is in secrets.json. Stop the product, run: node server/admin.ts rotate-keys, and start it.\n',
    )
    return 0
  },
}

export const rotate: Command = {
  help: `rotate-keys

      Seals every name, number and secret of the database by the key and the cipher in use, table by table; the product
      may go on, and a run that was cut off is simply run again. Where the index key or MAPLE_CIPHER was changed, it
      also makes the look-ups anew; for that the product has to be stopped, and it says so.`,
  async run(args, world) {
    readOptions(args, {})
    takeKeys(world)
    let [total, broken] = [0, 0]
    try {
      await withDatabase(world, async (url) => {
        await migrate(url)
        await rotateKeys(url, world.now(), {
          done(table, values) {
            total += values
            world.out(`${table}: ${values}\n`)
          },
          broken(table, key, column, why) {
            broken++
            world.err(`${table} ${key} ${column}: ${why}\n`)
          },
        })
      })
    } catch (fault) {
      if (fault instanceof StillRunning) throw new Unusable(fault.message)
      throw fault
    }
    if (broken > 0) {
      world.err(
        `${total} values are done; ${broken} could not be opened by any key at hand. Keep the keys of before.\n`,
      )
      return 1
    }
    world.out(
      `Done: ${total} values. The database needs the keys of before no longer, but backups made until now do: keep those keys with them.\n`,
    )
    return 0
  },
}
