import { type RawBuilder, sql } from 'kysely'
import type { petitionRoutes } from '#contract/petition.ts'
import type { StaffActor } from '#domain/actor.ts'
import { addDays } from '#domain/calendar/days.ts'
import { reachOf } from '#domain/org/grants.ts'
import { petitionEndings, petitionKinds } from '#domain/petition/petition.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call } from '../http/bind.ts'
import { getRules } from '../org/rules.ts'
import { factsOf, type PetitionLine } from './queries.ts'
import { unitNames } from './read.ts'
import { petitionRowOf, unitsNamed } from './views.ts'

type Box = 'turn' | 'going' | 'late' | 'over'
type Line = PetitionLine & { matter_number: string; title: string; sort_key: string }

const due = sql`coalesce(p.due_at, 'infinity'::timestamptz)`

/** The units at which somebody works on petitions. */
const unitsOf = (actor: StaffActor) =>
  actor.seats.filter((seat) => reachOf(seat, 'petition.run') !== undefined).map(({ unitId }) => unitId)

const boxes: Record<Box, (actor: StaffActor, now: number) => RawBuilder<unknown>> = {
  turn: (actor) => sql`p.state <> 'ended' and p.turn_id = any (${unitsOf(actor)}::uuid[])`,
  going: () => sql`p.state <> 'ended'`,
  // the petitioner's own time is nobody's lateness
  late: (_actor, now) =>
    sql`p.state <> 'ended' and p.state not in ('answered','reviewed') and ${due} < ${new Date(now)}`,
  over: () => sql`p.state = 'ended'`,
}

function cursorOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const [, key, id] =
    /^(infinity|\d{4}-\d\d-\d\d [\d:.]+\+\d\d(?::\d\d)?)\|([0-9a-f-]{36})$/.exec(cursor) ?? []
  return key === undefined || id === undefined ? null : { key, id }
}

/** The petitions whose matters are in sight, box by box; those due first at the top, those that are over the newest first. Refusal: `badInput`. */
export async function listPetitions({ tx, actor, query, now }: Call<typeof petitionRoutes.listPetitions>) {
  const after = cursorOf(query.cursor)
  if (after === null) return refuse('badInput', { field: 'cursor', hint: '' }, 'cursor')
  const isOver = query.of === 'over'
  const key = isOver ? sql`p.changed_at` : due
  const beyond = after
    ? isOver
      ? sql`and (${key}, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
      : sql`and (${key}, p.id) > (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``
  const kind = query.kind === undefined ? sql`` : sql`and p.kind = ${query.kind}`
  const order = isOver ? sql`${key} desc, p.id desc` : sql`${key}, p.id`
  // each matter by its key, and only those that the reader sees
  const { rows } =
    await sql<Line>`select p.*, u.name office_name, m.number matter_number, m.title, (${key})::text sort_key
    from petition p
    join lateral (select number, title from matter where district_id = p.district_id and id = p.matter_id
      and destroyed_at is null offset 0) m on true
    join unit u on u.district_id = p.district_id and u.id = p.office_id
    where p.district_id = ${actor.districtId} and ${boxes[query.of](actor, now)} ${kind} ${beyond}
    order by ${order} limit ${query.limit + 1}`.execute(tx)
  const shown = rows.slice(0, query.limit)
  const all = shown.flatMap((line) => factsOf(line) ?? [])
  const names = await unitNames(tx, actor.districtId, [...new Set(all.flatMap(unitsNamed))])
  const { calendar, profile } = await getRules(tx, actor.districtId)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    rows: shown.flatMap((line) => {
      const p = factsOf(line)
      return p ? [petitionRowOf(line, p, { calendar, warnShare: profile.warnShare, names, now })] : []
    }),
    next: last ? `${last.sort_key}|${last.id}` : null,
  }
}

type Counts = Record<string, number>

/** What a month's petitions of the area count to: of matters in sight; shares with their denominators. */
export async function getPetitionFigures({
  tx,
  actor,
  query,
  now,
}: Call<typeof petitionRoutes.getPetitionFigures>) {
  const from = `${query.month}-01`
  const to = `${addDays(from, 31).slice(0, 7)}-01`
  const of = (name: string) => sql.raw(name)
  const kinds = petitionKinds.map(
    (one) => sql`count(*) filter (where p.kind = ${one})::int ${of(`"kind_${one}"`)}`,
  )
  const endings = petitionEndings.map(
    (one) => sql`count(*) filter (where p.ending = ${one})::int ${of(`"ending_${one}"`)}`,
  )
  // what runs past its time counts as not in time, so that nobody is the better for not doing it
  const runsLate = (states: RawBuilder<unknown>) =>
    sql`(p.state in (${states}) and p.due_at < ${new Date(now)})`
  const timed = (
    [
      ['sort', sql`p.sort_late`, sql`'sorting','disputed','objected'`],
      ['notice', sql`p.notice_late`, sql`'sent'`],
      ['handle', sql`p.handle_late`, sql`'accepted'`],
    ] as const
  ).map(
    ([name, late, states]) => sql`count(*) filter (where ${late} = false)::int ${of(`"${name}_n"`)},
      count(*) filter (where ${late} is not null or ${runsLate(states)})::int ${of(`"${name}_of"`)}`,
  )
  const { rows } =
    await sql<Counts>`select count(*)::int received, ${sql.join([...kinds, ...endings, ...timed])},
      count(*) filter (where p.state <> 'ended')::int open,
      count(*) filter (where p.facts->'review' <> 'null'::jsonb)::int reviews,
      count(*) filter (where p.facts->'rereview' <> 'null'::jsonb)::int rereviews
    from petition p
    join lateral (select 1 from matter where district_id = p.district_id and id = p.matter_id offset 0) m on true
    where p.district_id = ${actor.districtId} and p.received_on >= ${from}::date and p.received_on < ${to}::date`.execute(
      tx,
    )
  const counts = rows[0] ?? {}
  const n = (name: string) => counts[name] ?? 0
  const share = (name: string) => ({ n: n(`${name}_n`), of: n(`${name}_of`) })
  return {
    ...{ received: n('received'), open: n('open'), reviews: n('reviews'), rereviews: n('rereviews') },
    ...{ sort: share('sort'), notice: share('notice'), handle: share('handle') },
    kinds: Object.fromEntries(petitionKinds.map((one) => [one, n(`kind_${one}`)])) as never,
    endings: Object.fromEntries(petitionEndings.map((one) => [one, n(`ending_${one}`)])) as never,
  }
}
