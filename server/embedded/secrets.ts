import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Secrets = {
  /** password of the embedded database's owner; unused with a database of your own */
  databasePassword: string
  /** 32 bytes, base64: encrypts personal fields */
  fieldKey: string
  /** 32 bytes, base64: blind index over encrypted fields */
  indexKey: string
  /** 32 bytes, base64: signs session cookies */
  sessionKey: string
  /** keys of before, the newest first: what they sealed can still be read */
  oldFieldKeys?: string[]
  oldIndexKeys?: string[]
}

const parts = ['databasePassword', 'fieldKey', 'indexKey', 'sessionKey'] as const

function parseSecrets(text: string): Secrets {
  const value = JSON.parse(text) as Partial<Secrets>
  for (const part of parts) {
    if (typeof value[part] !== 'string' || value[part] === '') {
      throw new Error(
        `secrets.json has no ${part}; restore the file from your backup, data cannot be read without it`,
      )
    }
  }
  return value as Secrets
}

const makeKey = () => randomBytes(32).toString('base64')
const textOf = (secrets: Secrets) => `${JSON.stringify(secrets, null, 2)}\n`

function makeSecrets(): Secrets {
  return {
    databasePassword: randomBytes(24).toString('base64url'),
    fieldKey: makeKey(),
    indexKey: makeKey(),
    sessionKey: makeKey(),
  }
}

/** The keys as the processes are given them. */
export const keyEnvironment = (secrets: Secrets) => ({
  MAPLE_FIELD_KEY: secrets.fieldKey,
  MAPLE_INDEX_KEY: secrets.indexKey,
  MAPLE_SESSION_KEY: secrets.sessionKey,
  MAPLE_OLD_FIELD_KEYS: (secrets.oldFieldKeys ?? []).join(','),
  MAPLE_OLD_INDEX_KEYS: (secrets.oldIndexKeys ?? []).join(','),
})

/** Puts a new key in the place of one and keeps that one to read with; the file is whole at every instant. */
export function replaceKey(home: string, of: 'field' | 'index'): void {
  const path = join(home, 'secrets.json')
  const before = readSecrets(home)
  const fresh = makeKey()
  const after: Secrets =
    of === 'field'
      ? { ...before, fieldKey: fresh, oldFieldKeys: [before.fieldKey, ...(before.oldFieldKeys ?? [])] }
      : { ...before, indexKey: fresh, oldIndexKeys: [before.indexKey, ...(before.oldIndexKeys ?? [])] }
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, textOf(after), { mode: 0o600, flush: true })
  renameSync(draft, path)
}

/** Reads the secrets of a home folder, making them at the first call. Safe when several processes call it at once. */
export function readSecrets(home: string): Secrets {
  const path = join(home, 'secrets.json')
  for (let attempt = 0; ; attempt++) {
    try {
      return parseSecrets(readFileSync(path, 'utf8'))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt > 2) throw error
    }
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const draft = `${path}.${randomUUID()}`
    writeFileSync(draft, textOf(makeSecrets()), { mode: 0o600, flush: true })
    try {
      // link refuses to overwrite, so of two first starts one wins and both read the winner
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
}
