import type { AidLineView, AidTold, AidView, AidRow as RowView } from '#contract/aid.ts'
import type { AidLine } from '#domain/aid/aid.ts'
import { aidLineMarks } from '#domain/aid/clocks.ts'
import { type AidVerb, aidVerbs, isAidLineVerb } from '#domain/aid/moves.ts'
import { type Hand, isAtAid } from '#domain/aid/who.ts'
import { whyNotAid } from '#domain/aid/why-not.ts'
import { latenessAt, type Marks } from '#domain/whistle/clocks.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import type { Rules } from '../org/rules.ts'
import type { AidDeedLine } from './log.ts'
import type { NamedAid, NamedLine } from './queries.ts'
import { type AidWords, aidLineOf, aidOf } from './rows.ts'
import { aidGivenBy } from './store.ts'

/** What is needed, in a list: what fits two lines. */
const excerpt = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const marksOf = (row: Pick<NamedLine, 'warn_at' | 'due_at' | 'over_at'>): Marks => ({
  ...{ warn: row.warn_at, due: row.due_at, over: row.over_at },
})

const brief = (row: NamedLine, now: number) => ({
  ...{ id: row.id, name: row.name, isTeam: row.team_id !== null },
  teamId: row.may_open_team === true ? row.team_id : null,
  ...{ step: row.step as AidLine['step'], outcome: row.outcome as AidLine['outcome'] },
  ...{ dueAt: isoOrNull(row.due_at), lateness: latenessAt(marksOf(row), now) },
})

/** An order as a list shows it. */
export function aidRowOf(
  row: NamedAid,
  lines: readonly NamedLine[],
  need: string | undefined,
  now: number,
): RowView {
  const own: Marks = { warn: row.own_warn_at, due: row.own_due_at, over: row.own_over_at }
  return {
    ...{ id: row.id, number: row.number, state: row.state as RowView['state'], unitName: row.unit_name },
    kind: { code: row.kind_code, nameZh: row.kind_zh, nameEn: row.kind_en },
    ...{ byName: row.by_name, centreName: row.centre_name ?? '', postedAt: iso(row.posted_at) },
    need: need === undefined ? null : excerpt(need),
    ...{ neededBy: row.needed_by, people: row.people, isPassedUp: row.passed_up_at !== null },
    ...{ dueAt: isoOrNull(own.due), lateness: latenessAt(own, now) },
    lines: lines.map((line) => brief(line, now)),
  }
}

const shownSteps = ['accept', 'plan', 'finish', 'confirm'] as const

/** Each step of a line with its time: as it was taken, or as it runs. */
function stepsOf(line: AidLine, rules: Rules, now: number): AidLineView['steps'] {
  return shownSteps.map((step) => {
    const taken = line.steps[step]
    const isNow = line.step === step
    if (isNow) {
      const marks = aidLineMarks(line, aidGivenBy(rules))
      return { step, at: null, dueAt: isoOrNull(marks.due), lateness: latenessAt(marks, now), isNow }
    }
    // what was taken before it went back is to be done again
    const isUndone = line.step === 'plan' && step === 'finish'
    if (!taken || isUndone) return { step, at: null, dueAt: null, lateness: 'fine' as const, isNow }
    const lateness = taken.dueAt !== null && taken.at > taken.dueAt ? ('late' as const) : ('fine' as const)
    return { step, at: iso(taken.at), dueAt: isoOrNull(taken.dueAt), lateness, isNow }
  })
}

type Standing = { row: NamedAid; lines: readonly NamedLine[]; hand: Hand }

/** Verbs that a person may do now, with the order or with one of its lines. */
export function mayWithAid({ row, lines, hand }: Standing, line?: AidLine): AidVerb[] {
  const [aid, all] = [aidOf(row), lines.map(aidLineOf)]
  return aidVerbs.filter(
    (verb) =>
      isAidLineVerb(verb) === (line !== undefined) &&
      whyNotAid(verb, aid, { line, lines: all }, hand) === undefined,
  )
}

function lineView(row: NamedLine, standing: Standing, rules: Rules, now: number): AidLineView {
  const line = aidLineOf(row)
  const { rating } = line
  return {
    ...brief(row, now),
    ...{ askedAt: iso(line.askedAt), steps: stepsOf(line, rules, now), planOn: line.planOn },
    isNotDone: line.sentBackAt !== null,
    rating: rating && { speed: rating.speed, result: rating.result },
    isMine: isAtAid('asked', aidOf(standing.row), line, standing.hand),
    may: mayWithAid(standing, line),
  }
}

/** Who was asked with a step, by name: the targets of a dispatch, or of a hand-over. */
function namesOf(payload: Record<string, unknown>, lines: readonly NamedLine[]): string {
  const { targets, to } = payload as { targets?: { id: string }[]; to?: { id: string } }
  const ids = [...(targets ?? []), ...(to ? [to] : [])].map(({ id }) => id)
  const names = ids.flatMap(
    (id) => lines.find((line) => line.unit_id === id || line.team_id === id)?.name ?? [],
  )
  return names.join('、')
}

function toldOf(
  deed: AidDeedLine,
  lines: readonly NamedLine[],
  texts: ReadonlyMap<string, AidWords>,
): AidTold {
  const payload = deed.payload as Record<string, unknown>
  const facts = Object.fromEntries(
    ['on', 'speed', 'result'].flatMap((name) => {
      const value = payload[name]
      return typeof value === 'string' ? [[name, value] as const] : []
    }),
  )
  const names = namesOf(payload, lines)
  return {
    ...{ id: deed.id, at: iso(deed.at), verb: deed.verb as AidTold['verb'], byName: deed.by_name },
    ...{ lineId: deed.line_id, name: deed.line_name },
    ...{ facts: { ...facts, ...(names ? { names } : {}) }, words: { ...texts.get(deed.id) } },
  }
}

export type ReadAid = Standing & {
  deeds: readonly AidDeedLine[]
  texts: ReadonlyMap<string, AidWords>
  matters: AidView['matters']
  targets: AidView['targets']
}

/** Everything the page of an order shows to one reader. */
export function aidViewOf(read: ReadAid, rules: Rules, now: number): AidView {
  const { row, lines, deeds, texts, matters, targets } = read
  const last = deeds.findLast(({ verb }) => verb === 'post' || verb === 'again')
  const said = last && texts.get(last.id)
  return {
    ...aidRowOf(row, lines, said?.['need'], now),
    ...{ need: said?.['need'] ?? null, place: said?.['place'] ?? null, version: row.version },
    ...{ overAt: isoOrNull(row.over_at), matters, targets },
    lines: lines.map((line) => lineView(line, read, rules, now)),
    told: deeds.map((deed) => toldOf(deed, lines, texts)),
    may: mayWithAid(read),
  }
}
