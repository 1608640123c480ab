import type { LineView, WhistleRow as RowView, WhistleTold, WhistleView } from '#contract/whistle.ts'
import type { StaffActor } from '#domain/actor.ts'
import { latenessAt, type Marks, stepMarks } from '#domain/whistle/clocks.ts'
import { isLineVerb, type WhistleVerb, whistleVerbs } from '#domain/whistle/moves.ts'
import { type Line, type LineStep, type Whistle } from '#domain/whistle/whistle.ts'
import { isAt } from '#domain/whistle/who.ts'
import { whyNotWhistle } from '#domain/whistle/why-not.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import type { Rules } from '../org/rules.ts'
import type { DeedLine, LineRow, Named } from './queries.ts'
import { lineOf, type Words, whistleOf } from './rows.ts'
import { givenBy } from './store.ts'

/** A problem in a list: what fits two lines. */
const excerpt = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const marksOf = (row: Pick<LineRow, 'warn_at' | 'due_at' | 'over_at'>): Marks => ({
  ...{ warn: row.warn_at, due: row.due_at, over: row.over_at },
})

const brief = (row: LineRow, now: number) => ({
  ...{ id: row.id, unitName: row.unit_name, role: row.role as Line['role'] },
  ...{ step: row.step as Line['step'], outcome: row.outcome as Line['outcome'] },
  ...{ dueAt: isoOrNull(row.due_at), lateness: latenessAt(marksOf(row), now) },
})

/** A whistle as a list shows it. */
export function rowOf(
  row: Named,
  lines: readonly LineRow[],
  problem: string | undefined,
  now: number,
): RowView {
  const approvalDue = row.state === 'waiting' ? row.due_at : null
  return {
    ...{ id: row.id, number: row.number, kind: row.kind as RowView['kind'] },
    ...{ state: row.state as RowView['state'], unitName: row.unit_name, byName: row.by_name },
    problem: problem === undefined ? null : excerpt(problem),
    ...{ askedAt: iso(row.asked_at), soundedAt: isoOrNull(row.sounded_at), dueAt: isoOrNull(approvalDue) },
    lateness: latenessAt({ warn: null, due: approvalDue, over: null }, now),
    ...{ isUpgraded: row.upgraded_at !== null, isMisused: row.misused_at !== null },
    lines: lines.map((line) => brief(line, now)),
  }
}

const shownSteps = ['sign', 'contact', 'arrive', 'plan', 'finish', 'confirm'] as const
const fromCall: ReadonlySet<LineStep> = new Set(['sign', 'contact', 'arrive'])

/** Each step of a line with its time: as it was taken, as it runs, or until when it will be due where that is known already. */
function stepsOf(line: Line, whistle: Whistle, rules: Rules, now: number): LineView['steps'] {
  return shownSteps.map((step) => {
    const taken = line.steps[step]
    if (taken) {
      const { at, dueAt } = taken
      const lateness = dueAt !== null && at > dueAt ? ('late' as const) : ('fine' as const)
      return { step, at: iso(at), dueAt: isoOrNull(dueAt), lateness, isNow: false }
    }
    const isNow = line.step === step
    const isKnown = whistle.soundedAt !== null && line.step !== null && (isNow || fromCall.has(step))
    if (!isKnown) return { step, at: null, dueAt: null, lateness: 'fine' as const, isNow }
    const marks = stepMarks(line, step, whistle.kind, givenBy(rules))
    return { step, at: null, dueAt: isoOrNull(marks.due), lateness: latenessAt(marks, now), isNow }
  })
}

/** Verbs that a person may do now, with the whistle or with one of its lines. */
function mayWith(whistle: Whistle, line: Line | undefined, actor: StaffActor): WhistleVerb[] {
  return whistleVerbs.filter(
    (verb) =>
      isLineVerb(verb) === (line !== undefined) && whyNotWhistle(verb, whistle, line, actor) === undefined,
  )
}

function lineView(row: LineRow, whistle: Whistle, actor: StaffActor, rules: Rules, now: number): LineView {
  const line = lineOf(row)
  const { objection, rating, ratedBack } = line
  return {
    ...brief(row, now),
    ...{ calledAt: iso(line.calledAt), steps: stepsOf(line, whistle, rules, now) },
    ...{ planUntil: line.planUntil, finished: line.finished, isSentBack: line.sentBackAt !== null },
    objection: objection && {
      ...{ at: iso(objection.at), ruling: objection.ruling, ruledAt: isoOrNull(objection.ruledAt) },
    },
    rating: rating && { speed: rating.speed, help: rating.help, result: rating.result },
    ratedBack: ratedBack && { accurate: ratedBack.accurate },
    isMine: isAt('unit', whistle, line, actor),
    may: mayWith(whistle, line, actor),
  }
}

/** What was decided with a step, for the sentence that tells it; the department that a ruling named, by its name. */
function factsOf(deed: DeedLine, lines: readonly LineRow[]): WhistleTold['facts'] {
  if (deed.verb === 'blow') return {}
  const { unitId, ...facts } = deed.payload as WhistleTold['facts'] & { unitId?: string }
  const named = unitId === undefined ? undefined : lines.find((line) => line.unit_id === unitId)
  return { ...facts, ...(named ? { named: named.unit_name } : {}) }
}

function toldOf(deed: DeedLine, lines: readonly LineRow[], texts: ReadonlyMap<string, Words>): WhistleTold {
  return {
    ...{ id: deed.id, at: iso(deed.at), verb: deed.verb as WhistleTold['verb'], byName: deed.by_name },
    ...{ lineId: deed.line_id, unitName: deed.unit_name },
    ...{ facts: factsOf(deed, lines), words: { ...texts.get(deed.id) } },
  }
}

export type Read = {
  row: Named
  lines: readonly LineRow[]
  deeds: readonly DeedLine[]
  texts: ReadonlyMap<string, Words>
  matters: WhistleView['matters']
  others: WhistleView['others']
}

/** Everything the page of a whistle shows to one reader. */
export function viewOf(read: Read, actor: StaffActor, rules: Rules, now: number): WhistleView {
  const { row, lines, deeds, texts, matters, others } = read
  const whistle = whistleOf(row)
  const first = deeds.find(({ verb }) => verb === 'blow')
  const said = first && texts.get(first.id)
  return {
    ...rowOf(row, lines, said?.['problem'], now),
    ...{ problem: said?.['problem'] ?? null, tried: said?.['tried'] ?? null, place: said?.['place'] ?? null },
    ...{ version: row.version, arrivalAt: isoOrNull(row.arrival_at), secondName: row.second_name },
    ...{ overAt: isoOrNull(row.over_at), matters },
    lines: lines.map((line) => lineView(line, whistle, actor, rules, now)),
    told: deeds.map((deed) => toldOf(deed, lines, texts)),
    may: mayWith(whistle, undefined, actor),
    others,
  }
}
