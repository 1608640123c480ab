import type { Kind, Urgency } from '../matter/matter.ts'
import type { Category } from './category.ts'
import { bookOf, findHits, type RuleBook, type Words, weights } from './rule.ts'
import { kindRules, quarrel, takenBack, urgencyRules } from './signal-rules.ts'

/** What is proposed for a text; null where nothing may be proposed. `because`: the words it rests on, as they stand there. */
export type Proposal = {
  categoryCode: string | null
  kind: Kind | null
  urgency: Urgency | null
  because: string[]
}

/** Below this a category is a guess. One word of middling weight reaches it, one hint does not. */
const floor = 2
/** Words this early are the subject of the message and count half more. */
const subjectLength = 30
const longest = 3000

/** The categories of a district made ready for reading texts. */
export type TriageTable = { book: RuleBook; kinds: ReadonlyMap<string, Kind | null> }

/**
 * Makes the table of some categories, in their order: of two that fit equally well the first counts. What is not in it is
 * not proposed. Done once for many texts.
 */
export function triageTableOf(categories: readonly (Pick<Category, 'code' | 'kind'> & Words)[]): TriageTable {
  return { book: bookOf(categories), kinds: new Map(categories.map(({ code, kind }) => [code, kind])) }
}

type Score = { code: string; score: number; found: string[] }

/**
 * Proposes category, kind and urgency of what somebody said, from a table of words; a person decides. In: the text of one
 * appeal, of which beyond 3,000 characters nothing is read, and the district's table. Pure, about 50 µs. A quarrel between people becomes a dispute whatever
 * door it came through (有诉即调). An urgency of null means: nothing in the words asks for haste.
 */
export function classify(text: string, table: TriageTable): Proposal {
  const read = text.normalize('NFKC').slice(0, longest)
  const best = bestRule(read, table.book)
  const danger = urgencyIn(read)
  const act = kindRules
    .map((rule) => ({ kind: rule.kind, word: firstOf(rule.words, read) }))
    .find((a) => a.word !== undefined)
  const because = withoutParts([...(danger ? [danger.word] : []), ...(best?.found ?? [])]).slice(0, 6)
  if (!best) {
    if (act?.word !== undefined) because.push(act.word)
    return { categoryCode: null, kind: act?.kind ?? null, urgency: danger?.urgency ?? null, because }
  }
  return {
    categoryCode: best.code,
    kind: kindFor(table.kinds.get(best.code) ?? null, act?.kind, read),
    urgency: danger?.urgency ?? null,
    because,
  }
}

function bestRule(text: string, book: RuleBook): Score | undefined {
  const scores = new Map<string, Score>()
  for (const { code, weight, found, at } of findHits(book, text)) {
    const known = scores.get(code) ?? { code, score: 0, found: [] }
    known.score += at < subjectLength ? weight * 1.5 : weight
    if (weight > weights.hint || known.found.length === 0) known.found.push(found)
    scores.set(code, known)
  }
  let best: Score | undefined
  for (const score of scores.values())
    if (score.score >= floor && score.score > (best?.score ?? 0)) best = score
  return best
}

function kindFor(usual: Kind | null, act: Kind | undefined, text: string): Kind | null {
  if (usual !== 'dispute') {
    // A hazard, an errand or a wish is one however it is worded.
    return usual === 'hazard' || usual === 'errand' || usual === 'wish' ? usual : (act ?? usual)
  }
  const onlyAsks = act === 'consultation' || act === 'suggestion'
  return onlyAsks && firstOf(quarrel, text) === undefined ? act : usual
}

function urgencyIn(text: string): { urgency: Urgency; word: string } | undefined {
  for (const { urgency, words } of urgencyRules) {
    for (const match of text.matchAll(words)) {
      if (!takenBack.test(text.slice(Math.max(0, match.index - 12), match.index)))
        return { urgency, word: match[0] }
    }
  }
  return undefined
}

/** Drops what is already said by a longer word of the list. */
function withoutParts(words: readonly string[]): string[] {
  return [...new Set(words)].filter(
    (word, _, all) => !all.some((other) => other !== word && other.includes(word)),
  )
}

function firstOf(words: RegExp, text: string): string | undefined {
  words.lastIndex = 0
  return words.exec(text)?.[0]
}
