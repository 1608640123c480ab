import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Argon2id, 19 MiB, two passes (OWASP's first recommendation): about 11 ms here. */
const settings = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
}
const minLength = 10

const common = new Set([
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'password123',
  'password1234',
  'admin12345',
  'a123456789',
])

/** Signs that cannot be mistaken for one another when read from a screen. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for the first time only: shown once, kept nowhere but as a hash. About 79 bits. */
export function oneTimePassword(): string {
  return Array.from({ length: 16 }, () => signs[randomInt(signs.length)]).join('')
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, settings)
}

export async function isPassword(stored: string, given: string): Promise<boolean> {
  return verify(stored, given)
}

let decoy: Promise<string> | undefined
/** Costs as much as checking a real password, so that the time of an answer does not tell which names exist. */
export async function checkNothing(given: string): Promise<void> {
  decoy ??= hashPassword('nobody has this password')
  await verify(await decoy, given)
}

/** Refuses short, common and self-referring passwords. Refusal: `weakPassword` (facts: the least length in characters). */
export function whyWeak(password: string, login: string): Refusal | undefined {
  const lower = password.toLowerCase()
  const isOneSign = new Set(lower).size <= 2
  return password.length < minLength || lower.includes(login) || common.has(lower) || isOneSign
    ? refuse('weakPassword', { min: minLength }, 'new')
    : undefined
}
