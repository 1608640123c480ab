import { gramsOf } from '../search/grams.ts'
import { findCategory } from './categories.ts'

/** What of a matter is compared: what was said, where, of which category, and when (epoch milliseconds). */
export type Said = { words: string; placePath: string | null; categoryCode: string | null; at: number }

/** Why two matters are held to be about the same thing; each is said to the person who decides. */
export type Reason =
  | { kind: 'samePlace' | 'nearPlace' | 'sameCommunity' | 'sameCategory' }
  | { kind: 'sameWords'; words: string[] }
  | { kind: 'days'; days: number }

export type Likeness = { score: number; reasons: Reason[] }

/** Most points that each sign may give; together 100. Words weigh most: one place has many troubles. */
const most = { words: 50, place: 25, category: 15, time: 10 } as const
/** Below this nobody should be bothered with it. */
export const worthShowing = 35
/** Beyond these characters a text is not compared: a long paper says the same thing often. */
const longest = 1500
/** Days after which half of the nearness in time is gone. */
const halfLifeDays = 14
const dayMs = 86_400_000

/** Words that stand in any message and say nothing of what it is about. */
const idle = new RegExp(
  '我家 家里 你好 您好 老人 我们 他们 你们 这个 那个 一个 这里 那里 没有 有人 希望 请问 谢谢 反映 问题 现在 已经 一直 经常 非常 处理 解决 情况 可以 因为 所以 不是 就是 还是 今天 昨天 每天 来电 市民 诉求 相关 部门 进行 对此 核实 求助 投诉 影响 生活 居民 小区 社区 领导 多次 时候 什么 怎么 一下 帮忙 麻烦'
    .split(' ')
    .join('|'),
  'g',
)

/** Signs that hold a sentence together: two of them beside each other name nothing. */
const particles = new Set(
  '的了着过是在我你他她它们有没不上下来去好几个这那就也都还要会说到人很太又被把给和与及等每天多少么吗呢吧啊',
)

type Weighed = { grams: ReadonlySet<string>; text: string }

function weighed(words: string): Weighed {
  const text = words.normalize('NFKC').toLowerCase().slice(0, longest)
  return { text, grams: new Set(gramsOf(text.replace(idle, ' ')).filter(isTelling)) }
}

const isTelling = (gram: string) => [...gram].some((sign) => !particles.has(sign))

/** Depths of the tree, in codes of a path: /district/street/community/grid/building/. */
const depths = { community: 3, grid: 4 } as const

const codesOf = (path: string) => path.split('/').filter(Boolean)

function placeOf(a: string | null, b: string | null): { share: number; reason?: Reason } {
  if (a === null || b === null) return { share: 0 }
  const [one, two] = [codesOf(a), codesOf(b)]
  const shared = one.findIndex((code, i) => code !== two[i])
  const depth = shared < 0 ? one.length : shared
  if (a === b && depth >= depths.grid) return { share: 1, reason: { kind: 'samePlace' } }
  if (depth >= depths.grid) return { share: 0.7, reason: { kind: 'nearPlace' } }
  return depth >= depths.community ? { share: 0.4, reason: { kind: 'sameCommunity' } } : { share: 0 }
}

/** The longest runs that stand in both texts, at most three, as the first says them. */
function sharedRuns(a: Weighed, b: Weighed): string[] {
  const runs: string[] = []
  const signs = [...a.text]
  for (let from = 0; from < signs.length; ) {
    let to = from
    while (to + 1 < signs.length && b.grams.has(`${signs[to]}${signs[to + 1]}`)) to++
    const run = signs.slice(from, to + 1).join('')
    if (to > from && b.text.includes(run)) runs.push(run)
    from = to + 1
  }
  // whole words of other scripts are grams by themselves
  for (const gram of a.grams) if (/^[\p{L}\p{N}]{3,}$/u.test(gram) && b.grams.has(gram)) runs.push(gram)
  const longestFirst = [...new Set(runs)].sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
  return longestFirst.filter((run, i) => !longestFirst.slice(0, i).some((r) => r.includes(run))).slice(0, 3)
}

/** How much of the shorter text the other says too, tempered by how much they share altogether; 0 to 1, either way round. */
function wordShare(a: Weighed, b: Weighed): number {
  const shared = [...a.grams].filter((gram) => b.grams.has(gram)).length
  if (shared < 2) return 0
  const least = Math.max(Math.min(a.grams.size, b.grams.size), 6)
  return (shared / least + (2 * shared) / (a.grams.size + b.grams.size)) / 2
}

/**
 * How alike two sayings are, with the reasons. In: two sayings; places as paths of the tree, instants in milliseconds. Out: 0
 * to 100, the same whichever comes first, never more for more days apart; and the reasons that gave points, the heaviest first.
 * Without a word in common only the same category at the same spot scores: one house has many troubles.
 */
export function likeness(a: Said, b: Said): Likeness {
  const [one, two] = [weighed(a.words), weighed(b.words)]
  const words = Math.min(wordShare(one, two), 1)
  const place = placeOf(a.placePath, b.placePath)
  const category = categoryShare(a.categoryCode, b.categoryCode)
  if (words === 0 && (place.share < 0.7 || category < 1)) return { score: 0, reasons: [] }
  const days = Math.floor(Math.abs(a.at - b.at) / dayMs)
  const time = 0.5 ** (days / halfLifeDays)
  const score = Math.round(
    most.words * words ** 0.7 + most.place * place.share + most.category * category + most.time * time,
  )
  const runs = words > 0 ? sharedRuns(one, two) : []
  return {
    score,
    reasons: [
      ...(place.reason ? [place.reason] : []),
      ...(runs.length > 0 ? [{ kind: 'sameWords' as const, words: runs }] : []),
      ...(category === 1 ? [{ kind: 'sameCategory' as const }] : []),
      { kind: 'days' as const, days },
    ],
  }
}

function categoryShare(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  if (a === b) return 1
  const parent = (code: string) => findCategory(code)?.parentCode ?? null
  return parent(a) !== null && parent(a) === parent(b) ? 0.4 : 0
}

/** The candidates worth showing, the likest first. In: what is being said, what is here, how many at most. */
export function likest<T extends { said: Said }>(
  said: Said,
  candidates: readonly T[],
  max: number,
): (T & Likeness)[] {
  return candidates
    .map((one) => ({ ...one, ...likeness(said, one.said) }))
    .filter((one) => one.score >= worthShowing)
    .sort((a, b) => b.score - a.score || b.said.at - a.said.at)
    .slice(0, max)
}
