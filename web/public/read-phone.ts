import { isMobile, textCode } from '#domain/resident/asking.ts'
import { digitsOf, readPhone } from './read-typed.ts'

/** What is wrong with a typed number or code, or the digits themselves. */
export type ReadDigits =
  | { digits: string }
  | { none: true }
  | { short: number }
  | { long: number }
  | { wrong: true }

function ofLength(digits: string, length: number): ReadDigits {
  if (digits === '') return { none: true }
  if (digits.length < length) return { short: length - digits.length }
  return digits.length > length ? { long: digits.length - length } : { digits }
}

/** Reads a typed or pasted mobile number, with `+86`, spaces or full-width digits. */
export function readMobile(typed: string): ReadDigits {
  const digits = readPhone(typed) ?? digitsOf(typed)
  const read = ofLength(digits, 11)
  // A landline is told at once that it gets no message, however long it is.
  const isOther = digits.length > 3 && !/^1[3-9]/.test(digits)
  return isOther || ('digits' in read && !isMobile(digits)) ? { wrong: true } : read
}

/** Reads a typed or pasted code, alone or in the sentence of the message. */
export function readTextCode(typed: string): ReadDigits {
  const groups = typed.normalize('NFKC').split(/\D+/)
  const alone = groups.find((group) => group.length === textCode.digits)
  return ofLength(alone ?? digitsOf(typed), textCode.digits)
}
