import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What can be typed after `node server/admin.ts`. */
export type Command = {
  help: string
  /** Out: the exit code; 0 fine, 1 something was found wrong, 2 it could not be done as it was asked. */
  run(args: string[], world: World): Promise<number>
}

/** What a command may use of the world: tests give their own. */
export type World = {
  env: NodeJS.ProcessEnv
  out(text: string): void
  err(text: string): void
  now(): number
}

/** Asked for in a way that cannot be done; the message says what to do instead. */
export class Unusable extends Error {}

/** Reads `--name value` options. Throws `Unusable` at a name that is not known. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options }).values
  } catch (fault) {
    throw new Unusable((fault as Error).message)
  }
}

export function need(value: string | undefined, says: string): string {
  if (!value) throw new Unusable(says)
  return value
}

export const databaseOf = ({ env }: World): string => need(env['DATABASE_URL'], 'DATABASE_URL is not set')
