import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { commonPasswords } from '#domain/org/common-passwords.ts'
import { minPasswordLength, whyWeakPassword } from '#domain/org/password.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { isLeaked } from './breach-list.ts'

/** Argon2id, 19 MiB, two passes (OWASP's first recommendation): about 11 ms here. */
const settings = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
}

/** Signs that cannot be mistaken for one another when read from a screen. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for the first time only: shown once, kept nowhere but as a hash. About 79 bits. */
export function oneTimePassword(): string {
  return freshSigns(16)
}

/** Chance in signs that can be read aloud: five bits each, nearly. */
export function freshSigns(length: number): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, settings)
}

export async function isPassword(stored: string, given: string): Promise<boolean> {
  return verify(stored, given)
}

let decoy: Promise<string> | undefined
/** Costs as much as checking a real password, so that the time of an answer does not tell which names exist. Out: false. */
export async function checkNothing(given: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await verify(await decoy, given)
  return false
}

/** Refuses a new password. Refusals: `weakPassword` (facts: min), `leakedPassword`. */
export async function whyNotPassword(
  password: string,
  owner: { login: string; name: string; pinyin: string },
): Promise<Refusal | undefined> {
  if (whyWeakPassword(password, owner) || commonPasswords.has(password.toLowerCase()))
    return refuse('weakPassword', { min: minPasswordLength }, 'new')
  return (await isLeaked(password)) ? refuse('leakedPassword', undefined, 'new') : undefined
}
