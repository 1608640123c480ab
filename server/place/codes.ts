import { freshBytes } from '../random.ts'

/** Crockford's signs without I, L, O and U: none is mistaken for another. 32 of them, so a byte chooses evenly. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Six signs for a stairwell, drawn by chance: about a thousand million of them, so that nobody guesses the next. */
export function newPlaceCode(): string {
  return Array.from(freshBytes(6), (byte) => signs[byte % 32]).join('')
}
