const han = /\p{Script=Han}/u
// radicals that are signs of their own, such as ⺀, are neither letters nor numbers
const run = /[\p{Script=Han}&&[\p{L}\p{N}]]+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv

/** A rare character is two units of a string; without one the string itself is its list of characters. */
const surrogate = /[\ud800-\udfff]/

/** Pairs of neighbouring Chinese characters, and whole words of other scripts: what exact search looks for. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>()
  for (const [piece] of text.normalize('NFKC').toLowerCase().matchAll(run)) {
    const signs = surrogate.test(piece) ? [...piece] : piece
    if (!han.test(piece)) grams.add(piece.slice(0, 60))
    else if (signs.length === 1) grams.add(piece)
    else for (let i = 0; i + 1 < signs.length; i++) grams.add(`${signs[i]}${signs[i + 1]}`)
  }
  return [...grams]
}

const quoted = (gram: string) => (gram.includes("'") ? `'${gram.replaceAll("'", "''")}'` : `'${gram}'`)

/** The grams as the text of a PostgreSQL tsvector. */
export function vectorText(grams: readonly string[]): string {
  return grams.map(quoted).join(' ')
}

/** Whether a gram of a search stands so in a text: a pair does; one sign, or a word of another script, only begins something. */
export const isWhole = (gram: string) => [...gram].length > 1 && han.test(gram)

/** A whole gram as a part of a tsquery. */
export const wholeText = (gram: string) => quoted(gram)

/**
 * The search as the text of a PostgreSQL tsquery: every pair must be there; a single Chinese character finds the pairs
 * it begins. Undefined when nothing searchable was typed.
 */
export function queryText(typed: string): string | undefined {
  const parts = gramsOf(typed).map((gram) => (isWhole(gram) ? quoted(gram) : `${quoted(gram)}:*`))
  return parts.length > 0 ? parts.join(' & ') : undefined
}
