import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

function makeSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64')
  return {
    databasePassword: randomBytes(24).toString('base64url'),
    fieldKey: key(),
    indexKey: key(),
    sessionKey: key(),
  }
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
    writeFileSync(draft, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600, flush: true })
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
