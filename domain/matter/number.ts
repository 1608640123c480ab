import type { Day } from '../calendar/days.ts'

/** The Luhn check digit (ISO/IEC 7812-1 annex B): catches every single wrong digit and most swaps when read out by phone. */
function luhn(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}

/** The number of a matter: the day, a running number of the district, a check digit: `261122-00057-1`. */
export function matterNumber(day: Day, sequence: number): string {
  const body = day.slice(2).replaceAll('-', '')
  const running = String(sequence).padStart(5, '0')
  return `${body}-${running}-${luhn(body + running)}`
}

/** A query code of twelve digits from eleven random ones. It is a secret: whoever holds it tracks the appeal. */
export function queryCode(random: Uint8Array): string {
  let digits = ''
  for (const byte of random) if (byte < 250 && digits.length < 11) digits += String(byte % 10)
  if (digits.length < 11) throw new Error('not enough random bytes for a query code')
  return digits + luhn(digits)
}

/** Twelve digits out of whatever was typed or pasted (full-width, spaces, dashes), or undefined when it cannot be one. */
export function readQueryCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  return digits.length === 12 && luhn(digits.slice(0, 11)) === Number(digits[11]) ? digits : undefined
}

/** A query code as people read it out: `3847 2210 5596`. */
export function spacedQueryCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
