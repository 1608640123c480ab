import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startEmbedded } from '../embedded/postgres.ts'
import { Unusable, type World } from './command.ts'

export const homeOf = ({ env }: World): string => resolve(env['MAPLE_HOME'] ?? '.maple')

/** Works with the database of DATABASE_URL, or else with the embedded one of MAPLE_HOME, which is started for it where it rests. */
export async function withDatabase<T>(world: World, work: (url: string) => Promise<T>): Promise<T> {
  const given = world.env['DATABASE_URL']
  if (given) return work(given)
  const home = homeOf(world)
  if (!existsSync(join(home, 'postgres', 'data', 'PG_VERSION')))
    throw new Unusable(`DATABASE_URL is not set, and there is no embedded database in ${home} (MAPLE_HOME)`)
  const server = await startEmbedded(home)
  try {
    return await work(server.url)
  } finally {
    // one that ran before goes on
    if (!server.adopted) await server.stop()
  }
}

/** Works with the embedded database of a folder that may have none yet, and lets it rest afterwards. */
export async function withNewEmbedded<T>(home: string, work: (url: string) => Promise<T>): Promise<T> {
  if (!existsSync(join(home, 'secrets.json')))
    throw new Unusable(
      `Put secrets.json of the old installation into ${home} first: without its keys no name can be read. Or name a database with --into`,
    )
  const server = await startEmbedded(home)
  try {
    return await work(server.url)
  } finally {
    if (!server.adopted) await server.stop()
  }
}
