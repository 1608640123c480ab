import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes of attachments live: outside the database, behind this, on the local disk first. */
export type FileStore = {
  /** Keeps bytes under a key; what is already there stays, so nothing is ever overwritten. */
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Buffer | undefined>
  remove(key: string): Promise<void>
}

/** Files on the local disk below one folder. */
export function diskStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!/^[0-9a-z/-]{1,200}$/.test(key)) throw new Error('not a file key')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      if (await stat(path).catch(() => undefined)) return
      await mkdir(dirname(path), { recursive: true })
      const part = `${path}.${randomUUID()}.part`
      const file = await open(part, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
      await syncFolder(dirname(path))
    },
    async get(key) {
      return readFile(pathOf(key)).catch(() => undefined)
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

/** A new name survives a loss of power once its folder is on the disk too; some systems cannot do that to a folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
