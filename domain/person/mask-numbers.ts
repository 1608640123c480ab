import { maskPhone } from './mask.ts'

/** Mobile numbers, landlines with their area code, and every run of seven digits and more, such as identity and bank cards. */
const numbers = /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{7,}[Xx]?)(?!\d)/g

/**
 * A text with what may be somebody's number hidden, so that an export of what was said tells nobody whom to call. In: any
 * text. Out: the text; days, prices and house numbers stay as they are.
 */
export function maskNumbers(text: string): string {
  return text.replace(numbers, (number) => maskPhone(number.replace(/[- ]/g, '')))
}
