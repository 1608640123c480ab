import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#server/db/migrate.ts'
import { loadDemoIfEmpty } from '#server/demo/load.ts'
import { startEmbedded } from '#server/embedded/postgres.ts'
import { readSecrets } from '#server/embedded/secrets.ts'
import { useKeys } from '#server/secrets.ts'
import type { Ground } from './bed.ts'

/** A machine of its own, with a durable database that can die and be started again. */
export type Machine = Ground & { kill(): void; rise(): Promise<void> }

/** Lays the demo district on a bare machine, as the first start does. */
export async function bareMachine(): Promise<Machine> {
  const home = await mkdtemp(join(tmpdir(), 'maple-machine-'))
  let server = await startEmbedded(home)
  const { url } = server
  await migrate(url)
  const { fieldKey, indexKey } = readSecrets(home)
  useKeys(fieldKey, indexKey)
  await loadDemoIfEmpty(url, { home, onProgress: () => {} })
  return {
    ...{ url, home, fieldKey, indexKey },
    kill: () => void process.kill(server.pid, 'SIGKILL'),
    async rise() {
      server = await startEmbedded(home)
      if (server.url !== url) throw new Error('the database came back at another address')
    },
    async close() {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
