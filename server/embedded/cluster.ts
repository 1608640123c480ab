import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { handOver, type RunAs } from './run-as.ts'

export const owner = 'maple'

/**
 * The data folder of the cluster, made at the first call. It is made under a temporary name and renamed when complete,
 * so a start that was killed half-way leaves nothing that looks like a database.
 */
export function ensureCluster(folder: string, password: string, binaries: Binaries, runAs: RunAs): string {
  const data = join(folder, 'data')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith('making-')) rmSync(join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(join(data, 'PG_VERSION'))) return data
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  handOver(runAs, dirname(folder), folder, [binaries.initdb])

  const making = join(folder, `making-${randomUUID()}`)
  const passwordFile = `${making}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  handOver(runAs, dirname(folder), passwordFile, [])
  let complaint = ''
  try {
    // trigram and word indexes find no Chinese under the plain C locale; macOS before 14 has no C.UTF-8
    for (const locale of ['C.UTF-8', 'en_US.UTF-8']) {
      const [program, args] = runAs.command(binaries.initdb, [
        ...['-D', making, '-U', owner, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'],
        ...[`--locale=${locale}`, '--locale-provider=libc', '--no-instructions'],
      ])
      const run = spawnSync(program, args, {
        ...runAs.ids,
        encoding: 'utf8',
        env: { ...process.env, TZ: 'UTC' },
      })
      if (run.status === 0) {
        renameSync(making, data)
        return data
      }
      complaint = `${run.error?.message ?? ''}${run.stderr ?? ''}${run.stdout ?? ''}`
      rmSync(making, { recursive: true, force: true })
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  throw new Error(`initdb failed in ${folder}:\n${complaint}`)
}
