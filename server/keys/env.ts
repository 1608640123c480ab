import type { KeyOptions } from '../secrets.ts'
import { type Cipher, ciphers } from './suites.ts'

const listOf = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean)

/** The keys of before and the algorithms, from the environment. Adds to the problems what cannot be. */
export function readKeyOptions(env: NodeJS.ProcessEnv, problems: string[]): Required<KeyOptions> {
  const cipher = env['MAPLE_CIPHER'] || 'aes'
  if (!(ciphers as readonly string[]).includes(cipher))
    problems.push(`MAPLE_CIPHER must be ${ciphers.join(' or ')}`)
  const read = (name: string) => {
    const keys = listOf(env[name])
    if (keys.some((key) => Buffer.from(key, 'base64').length !== 32))
      problems.push(`${name} must be keys of 32 bytes in base64, with commas between them`)
    return keys
  }
  return {
    cipher: cipher as Cipher,
    oldFields: read('MAPLE_OLD_FIELD_KEYS'),
    oldIndexes: read('MAPLE_OLD_INDEX_KEYS'),
  }
}
