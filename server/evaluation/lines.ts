import { type RawBuilder, sql } from 'kysely'
import { startOfDay } from '#domain/calendar/days.ts'
import { type Class, type Measure, measures } from '#domain/evaluation/measures.ts'
import { firstOf, type Month, monthAfter } from '#domain/evaluation/month.ts'
import { isCounted } from '../insight/conditions.ts'

// The SQL twin of domain/evaluation/measures.ts: the lines of a month, each with one class.

/** One line as it stands in the database. `voice_id` is the matter's own id where matters are counted. */
export type LineRow = {
  measure: Measure
  unit_id: string
  matter_id: string
  voice_id: string
  class: Class
  exclusion_id: string | null
}

/** Whose lines: a district, a month, and up to when time has passed. */
export type Of = { district: number; month: Month; now: number }

const bounds = ({ month, now }: Of) => {
  const end = startOfDay(firstOf(monthAfter(month)))
  return {
    from: new Date(startOfDay(firstOf(month))),
    to: new Date(end),
    // what is not due yet is not counted, whether it is done early or not
    due: new Date(Math.min(end, now)),
  }
}

const clockLines = (measure: 'response' | 'onTime', kind: 'contact' | 'handle', of: Of) => {
  const { from, due } = bounds(of)
  return sql`select ${sql.lit(measure)} measure, c.unit_id, c.matter_id, c.matter_id voice_id,
      case when bool_or(c.stopped_at is null) then 'overdue' when bool_or(c.outcome = 'late') then 'late' else 'met' end class
    from clock c join matter m on m.district_id = c.district_id and m.id = c.matter_id
    where c.district_id = ${of.district} and c.kind = ${sql.lit(kind)} and c.due_at >= ${from} and c.due_at < ${due}
      and c.outcome is distinct from 'dropped' and ${isCounted} group by c.unit_id, c.matter_id`
}

/** Who was not heard, and why. */
const unheard = sql`when m.revisit_tries > 0 then 'unreachable' when m.has_contact then 'notAsked' else 'noContact' end`
/** Who had it when it was closed. */
const doer = sql`coalesce(m.handling_id, m.centre_id)`

/** What was closed in the month and about which there is somebody to ask; as `answerOf` of domain/insight. */
const closed = (of: Of) => {
  const { from, to } = bounds(of)
  return sql`m.district_id = ${of.district} and m.closed_at >= ${from} and m.closed_at < ${to} and m.state = 'closed'
    and m.closure_kind not in ('withdrawn', 'notAccepted', 'joined', 'voided')`
}

const solutionLines = (
  of: Of,
) => sql`select 'solution' measure, ${doer} unit_id, m.id matter_id, m.id voice_id,
    case when m.solved then 'solved' when not m.solved then 'unsolved' ${unheard} class
  from matter m where ${closed(of)}`

const voiceLines = (
  of: Of,
) => sql`select 'satisfaction' measure, ${doer} unit_id, m.id matter_id, a.id voice_id,
    case when a.satisfied is not null then a.satisfied when a.at = 1 and a.rated = 0 and m.satisfied is not null then m.satisfied
      when m.solved is not null or a.rated > 0 then 'unanswered' ${unheard} class
  from matter m cross join lateral (select v.id, v.satisfied, row_number() over (order by v.received_at, v.id) at,
      count(v.satisfied) over () rated from appeal v where v.district_id = m.district_id and v.matter_id = m.id) a
  where ${closed(of)}`

/** What was sent back, by the unit that did; what was taken up again, with the unit that had handled it before. */
const sentLines = (measure: 'returned' | 'reopened', verb: 'return' | 'reopen', of: Of) => {
  const { from, to } = bounds(of)
  const had = sql`coalesce((select c.unit_id from clock c where c.district_id = x.district_id and c.matter_id = x.matter_id
    and c.kind = 'handle' and c.started_at <= x.at order by c.started_at desc, c.id desc limit 1), m.centre_id)`
  return sql`select distinct ${sql.lit(measure)} measure, ${verb === 'return' ? sql`coalesce(x.unit_id, m.centre_id)` : had} unit_id,
      x.matter_id, x.matter_id voice_id, ${sql.lit(measure)} class
    from matter_action x join matter m on m.district_id = x.district_id and m.id = x.matter_id
    where x.district_id = ${of.district} and x.verb = ${sql.lit(verb)} and x.at >= ${from} and x.at < ${to} and ${isCounted}`
}

const linesFor: Record<Measure, (of: Of) => RawBuilder<unknown>> = {
  response: (of) => clockLines('response', 'contact', of),
  solution: solutionLines,
  satisfaction: voiceLines,
  onTime: (of) => clockLines('onTime', 'handle', of),
  returned: (of) => sentLines('returned', 'return', of),
  reopened: (of) => sentLines('reopened', 'reopen', of),
}

/** The lines of a month as the record says now, with the exclusion that leaves each out. In: of which measures. */
export function presentLines(of: Of, wanted: readonly Measure[] = measures): RawBuilder<LineRow> {
  const each = wanted.map((measure) => sql`(${linesFor[measure](of)})`)
  return sql<LineRow>`(select l.measure, l.unit_id, l.matter_id, l.voice_id, l.class,
      (select e.id from exclusion e where e.district_id = ${of.district} and e.matter_id = l.matter_id
        and e.state in ('excluded', 'granted') and l.measure = any (e.measures) order by e.decided_at, e.id limit 1) exclusion_id
    from (${sql.join(each, sql` union all `)}) l)`
}

/** The lines of a month as they were frozen. */
export function frozenLines(of: Pick<Of, 'district' | 'month'>, wanted: readonly Measure[] = measures) {
  // one measure as an equality, so that its lines come in the order of the key
  const isWanted =
    wanted.length === 1 ? sql`l.measure = ${wanted[0]}` : sql`l.measure = any (${[...wanted]}::text[])`
  return sql<LineRow>`(select l.measure, l.unit_id, l.matter_id, l.voice_id, l.class, l.exclusion_id from evaluation_line l
    where l.district_id = ${of.district} and l.month = ${firstOf(of.month)}::date and ${isWanted})`
}
