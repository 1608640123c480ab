import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Unusable } from '../admin/command.ts'

/** How the key of a backup is made; stands readable at its beginning. */
export type Kind = { kdf: 'key' } | { kdf: 'scrypt'; cost: number }

const remedy =
  'set MAPLE_BACKUP_KEY to 32 bytes in base64 (openssl rand -base64 32), or MAPLE_BACKUP_PASSPHRASE to at least 16 signs'
/** 128 MB and about half a second: somebody who guesses pays it for every guess. */
const cost = 17
/** No file makes us take more than a gigabyte. */
const mostCost = 20

/** How this installation seals backups. Throws `Unusable` with the remedy. */
export function kindOf(env: NodeJS.ProcessEnv): Kind {
  if (env['MAPLE_BACKUP_KEY']) return { kdf: 'key' }
  if (env['MAPLE_BACKUP_PASSPHRASE']) return { kdf: 'scrypt', cost }
  throw new Unusable(`A backup is never written in the clear: ${remedy}`)
}

/** The secret of 32 bytes that fits the kind. The keys of the fields are refused: who finds both finds everything. */
export async function secretOf(env: NodeJS.ProcessEnv, kind: Kind, salt: Buffer): Promise<Buffer> {
  if (kind.kdf === 'key') {
    const text = env['MAPLE_BACKUP_KEY'] ?? ''
    const secret = Buffer.from(text, 'base64')
    if (secret.length !== 32) throw new Unusable(`This backup needs MAPLE_BACKUP_KEY: ${remedy}`)
    for (const other of ['MAPLE_FIELD_KEY', 'MAPLE_INDEX_KEY', 'MAPLE_SESSION_KEY'])
      if (env[other] === text) throw new Unusable(`MAPLE_BACKUP_KEY must not be ${other}: make another one`)
    return secret
  }
  const passphrase = env['MAPLE_BACKUP_PASSPHRASE'] ?? ''
  if (passphrase.length < 16)
    throw new Unusable('This backup needs MAPLE_BACKUP_PASSPHRASE, of at least 16 signs')
  if (!(kind.cost >= cost && kind.cost <= mostCost)) throw new Unusable('This is not a backup of ours')
  const options = { N: 2 ** kind.cost, r: 8, p: 1, maxmem: 2 ** (kind.cost + 11) }
  return promisify<string, Buffer, number, object, Buffer>(scrypt)(
    passphrase.normalize('NFKC'),
    salt,
    32,
    options,
  )
}
