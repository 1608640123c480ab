import { type RawBuilder, sql } from 'kysely'
import type { InstrumentPage, InstrumentView, supervisionRoutes } from '#contract/supervision.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import type { ClockKind } from '#domain/matter/clocks.ts'
import type { State } from '#domain/matter/matter.ts'
import { type Permission, reachOf } from '#domain/org/grants.ts'
import type { Role } from '#domain/org/roles.ts'
import { refuse } from '#domain/refusal.ts'
import type { Instrument, InstrumentState } from '#domain/supervision/instruments.ts'
import { mayStep, type Standing } from '#domain/supervision/steps.ts'
import type { Tx } from '../db/scope.ts'
import type { SupervisionRow } from '../db/tables.gen.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { iso, isoOrNull } from '../matter/views.ts'
import { type Line, listLines } from './log.ts'

/** An instrument with the names on it, and whether its giver's very post is still held. */
export type InstrumentLine = SupervisionRow & {
  unit_name: string
  giver_name: string
  number: string
  title: string
  matter_state: State
  is_post_held: boolean
}

/** The areas in which somebody watches, and the units for which they answer. */
export function reachIn(actor: StaffActor, permission: Permission) {
  const areas = actor.seats.flatMap((seat) => {
    const reach = reachOf(seat, permission)
    return reach === 'all' ? [`/${actor.districtId}/`] : reach === 'subtree' ? [seat.servesPath] : []
  })
  const units = actor.seats
    .filter((seat) => reachOf(seat, permission) !== undefined)
    .map((seat) => seat.unitId)
  return { areas: [...new Set(areas)], units: [...new Set(units)] }
}

/** Of what one may know the matter of (the second lock says): what concerns one's own unit, or lies in the area by unit or by place. */
const inReach = (actor: StaffActor): RawBuilder<unknown> => {
  const { areas, units } = reachIn(actor, 'supervision.read')
  return sql`(s.unit_id = any (${units}::uuid[]) or s.giver_unit_id = any (${units}::uuid[])
    or is_within_any(u.path, ${areas.join(',')}) or is_within_any(m.place_path, ${areas.join(',')}))`
}

/** Instruments in reach that fulfil a condition on `s`, in an order. */
export async function readInstruments(
  tx: Tx,
  actor: StaffActor,
  condition: RawBuilder<unknown>,
  now: number,
  order: RawBuilder<unknown> = sql`order by s.id`,
): Promise<InstrumentLine[]> {
  const today = dayOf(now)
  const { rows } =
    await sql<InstrumentLine>`select s.*, u.name unit_name, g.name giver_name, m.number, m.title, m.state matter_state,
      exists (select from post p where p.district_id = s.district_id and p.id = s.giver_post_id and p.from_on <= ${today}::date
        and (p.to_on is null or p.to_on >= ${today}::date)) is_post_held
    from supervision s
    join matter m on m.district_id = s.district_id and m.id = s.matter_id
    join unit u on u.district_id = s.district_id and u.id = s.unit_id
    join unit g on g.district_id = s.district_id and g.id = s.giver_unit_id
    where s.district_id = ${actor.districtId} and ${inReach(actor)} and ${condition} ${order}`.execute(tx)
  return rows
}

/** One instrument. Throws the refusal `notFound`. */
export async function findInstrument(
  tx: Tx,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<InstrumentLine> {
  const [row] = await readInstruments(tx, actor, sql`s.id = ${id}`, now)
  if (!row) throw new Refused(refuse('notFound'))
  return row
}

/** As the rules see it. */
export const standingOf = (row: InstrumentLine): Standing => ({
  ...{ state: row.state as InstrumentState, unitId: row.unit_id },
  ...{ isObjected: row.is_objected, isAskedAgain: row.is_asked_again },
  giver: {
    ...{ accountId: row.given_by, postId: row.giver_post_id, role: row.giver_role as Role },
    ...{ unitId: row.giver_unit_id, servesPath: row.giver_path, isPostHeld: row.is_post_held },
  },
})

export const instrumentView = (row: InstrumentLine, actor: StaffActor, now: number): InstrumentView => ({
  ...{ id: row.id, kind: row.kind as Instrument, year: row.year, no: row.no },
  state: row.state as InstrumentState,
  matter: { id: row.matter_id, number: row.number, title: row.title, state: row.matter_state },
  unit: { id: row.unit_id, name: row.unit_name },
  giver: { unit: { id: row.giver_unit_id, name: row.giver_name }, role: row.giver_role as Role },
  ...{ clockKind: row.clock_kind as ClockKind, clockDueAt: isoOrNull(row.clock_due_at) },
  ...{ givenAt: iso(row.given_at), answerOn: row.answer_on, promisedOn: row.promised_on },
  isOverdue: row.state === 'waiting' && row.answer_on < dayOf(now),
  isMine: actor.seats.some((seat) => seat.unitId === row.unit_id),
})

export const toldView = (line: Line) => ({
  ...{ id: line.id, at: iso(line.at), verb: line.verb, unitName: line.unit_name, role: line.role },
  ...{ day: line.payload.day ?? null, text: line.text },
})

/** An instrument with its story and what the reader may do. Throws the refusal `notFound`. */
export async function pageOf(tx: Tx, actor: StaffActor, id: string, now: number): Promise<InstrumentPage> {
  const row = await findInstrument(tx, actor, id, now)
  const lines = await listLines(tx, actor.districtId, [id])
  return {
    ...instrumentView(row, actor, now),
    story: lines.map(toldView),
    may: mayStep(standingOf(row), actor),
  }
}

export const getInstrument = ({ tx, actor, params, now }: Call<typeof supervisionRoutes.getInstrument>) =>
  pageOf(tx, actor, params.id, now)

const isOpen = sql`s.state in ('waiting','answered','objected','ruledOut')`

/** One list of instruments, the newest first, and how many wait for an answer of the reader's units. */
export async function listInstruments({
  tx,
  actor,
  query,
  now,
}: Call<typeof supervisionRoutes.listInstruments>) {
  const mine = reachIn(actor, 'supervision.answer').units
  const own = reachIn(actor, 'supervision.read').units
  const boxes = {
    toAnswer: sql`s.unit_id = any (${mine}::uuid[]) and s.state = 'waiting'`,
    given: sql`s.giver_unit_id = any (${own}::uuid[])`,
    open: isOpen,
    ended: sql`not ${isOpen}`,
  } as const
  const { box, kind, cursor, limit } = query
  const condition = sql`${boxes[box]} ${kind === undefined ? sql`` : sql`and s.kind = ${kind}`}
    ${cursor === undefined ? sql`` : sql`and s.id < ${cursor}`}`
  const order = sql`order by s.id desc limit ${limit + 1}`
  const rows = await readInstruments(tx, actor, condition, now, order)
  const shown = rows.slice(0, limit)
  const waiting = await readInstruments(tx, actor, boxes.toAnswer, now, sql`limit 100`)
  return {
    rows: shown.map((row) => instrumentView(row, actor, now)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    toAnswer: waiting.length,
  }
}
