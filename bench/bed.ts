import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#server/db/migrate.ts'
import { startEmbedded } from '#server/embedded/postgres.ts'
import { readSecrets } from '#server/embedded/secrets.ts'
import { useKeys } from '#server/secrets.ts'
import { type LaidDistrict, layDistrict } from './district.ts'

export type Bed = LaidDistrict & {
  url: string
  home: string
  base: string
  stop(): Promise<void>
}

/**
 * A server of our own for one run: embedded PostgreSQL, an invented district, the web process in a process of its own, with
 * something loaded before it if need be.
 */
export async function makeBed({ web = true, preload }: { web?: boolean; preload?: URL } = {}): Promise<Bed> {
  const home = await mkdtemp(join(tmpdir(), 'maple-bench-'))
  const server = await startEmbedded(home)
  await migrate(server.url)
  const { fieldKey, indexKey } = readSecrets(home)
  useKeys(fieldKey, indexKey)
  const laid = await layDistrict(server.url)
  let child: ChildProcess | undefined
  let port = 0
  if (web) {
    child = fork(new URL('../server/main.ts', import.meta.url), {
      env: {
        ...process.env,
        DATABASE_URL: server.url,
        MAPLE_HOME: home,
        MAPLE_FIELD_KEY: fieldKey,
        MAPLE_INDEX_KEY: indexKey,
        MAPLE_RATE_LIMITS: 'off',
        HOST: '127.0.0.1',
        PORT: '0',
      },
      execArgv: preload ? ['--import', preload.href] : [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [message] = (await once(child, 'message')) as [{ port: number }]
    port = message.port
  }
  return {
    url: server.url,
    home,
    base: `http://127.0.0.1:${port}`,
    ...laid,
    async stop() {
      if (child) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
