import { readQueryCode } from '#domain/matter/number.ts'

/** What is wrong with a typed query code, or the code itself. */
export type ReadCode = { code: string } | { short: number } | { long: number } | { wrong: true }

/** Reads a typed or pasted query code. Out: the twelve digits, how many are missing or too many, or that one is mistyped. */
export function readTypedCode(typed: string): ReadCode {
  const digits = digitsOf(typed)
  if (digits.length < 12) return { short: 12 - digits.length }
  if (digits.length > 12) return { long: digits.length - 12 }
  const code = readQueryCode(digits)
  return code === undefined ? { wrong: true } : { code }
}

/** Only the digits of what was typed, full-width ones included. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '')
}

/**
 * A telephone number out of what was typed, or undefined when it cannot be one. The rule of `phone` in the contract
 * (a test holds the two together), written here so that the page needs no schema library.
 */
export function readPhone(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s\-—–()]/g, '')
    .replace(/^(\+|00)86/, '')
  return typed.length <= 60 && /^\d{5,16}$/.test(digits) ? digits : undefined
}
