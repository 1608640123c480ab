/** One line of the proposal: words that speak for a category, by weight. */
export type Rule = { code: string } & Partial<Words>

/**
 * Words by weight. They are parted by spaces; `a|b` means either, `a+b` both, within 16 characters of each other and in any
 * order.
 */
export type Words = { sure: string; likely: string; hint: string }

export const weights = { sure: 4, likely: 2, hint: 1 } as const
const reach = 16

type Pattern = { order: number; code: string; weight: number; second: readonly string[] | undefined }

/** The rules made ready for reading a text once: which patterns each word may begin, and the words by first character. */
export type RuleBook = {
  patternsOf: ReadonlyMap<string, readonly Pattern[]>
  wordsFrom: ReadonlyMap<string, readonly string[]>
}

/** A pattern that fits a text: what was found, as it stands there (`楼上…漏水`), where, and for which category. */
export type Hit = { order: number; code: string; weight: number; found: string; at: number }

/** Makes the book of some rules. Done once, when the tables are loaded. */
export function bookOf(rules: readonly Rule[]): RuleBook {
  const patternsOf = new Map<string, Pattern[]>()
  const words = new Set<string>()
  let order = 0
  for (const rule of rules) {
    for (const degree of ['sure', 'likely', 'hint'] as const) {
      for (const text of wordsOf(rule[degree])) {
        const [first = [], second] = text.split('+').map((part) => part.split('|'))
        const pattern = { order: order++, code: rule.code, weight: weights[degree], second }
        for (const word of first) patternsOf.set(word, [...(patternsOf.get(word) ?? []), pattern])
        for (const word of [...first, ...(second ?? [])]) words.add(word)
      }
    }
  }
  return { patternsOf, wordsFrom: Map.groupBy(words, (word) => word.charAt(0)) }
}

/** Every pattern of the book that fits the text, each once, in the order of the tables. */
export function findHits(book: RuleBook, text: string): Hit[] {
  const places = placesOf(book, text)
  const hits = new Map<number, Hit>()
  for (const [word, starts] of places) {
    for (const { order, code, weight, second } of book.patternsOf.get(word) ?? []) {
      if (hits.has(order)) continue
      const hit = second ? findNear(word, starts, second, places) : { found: word, at: starts[0] ?? 0 }
      if (hit) hits.set(order, { order, code, weight, ...hit })
    }
  }
  return [...hits.values()].sort((a, b) => a.order - b.order)
}

function placesOf(book: RuleBook, text: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at < text.length; at++) {
    for (const word of book.wordsFrom.get(text.charAt(at)) ?? []) {
      if (!text.startsWith(word, at)) continue
      const known = places.get(word)
      if (known) known.push(at)
      else places.set(word, [at])
    }
  }
  return places
}

function findNear(
  word: string,
  starts: readonly number[],
  second: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
) {
  for (const at of starts) {
    for (const other of second) {
      for (const there of places.get(other) ?? []) {
        const [from, before, to, after] = at <= there ? [at, word, there, other] : [there, other, at, word]
        const gap = to - from - before.length
        if (gap >= 0 && gap <= reach)
          return { found: gap === 0 ? before + after : `${before}…${after}`, at: from }
      }
    }
  }
  return undefined
}

/**
 * Tidies words as a person types them: commas and line breaks part them too, signs become half-width. Out: the words parted
 * by single spaces.
 */
export function tidyWords(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[,、，;；\s]+/g, ' ')
    .replace(/ ?([|+]) ?/g, '$1')
    .trim()
}

const longestWord = 60

/** The first word of a tidied line that cannot be read: an empty side of a sign, more than one `+`, or too long. */
export function findBadWord(line: string): string | undefined {
  return wordsOf(line).find((word) => {
    const sides = word.split('+')
    const isWhole = sides.every((side) => side.split('|').every((one) => one !== ''))
    return sides.length > 2 || !isWhole || word.length > longestWord
  })
}

function wordsOf(line: string | undefined): string[] {
  return line?.split(/\s+/).filter((word) => word !== '') ?? []
}
