import { sql } from 'kysely'
import type { insightRoutes } from '#contract/insight.ts'
import type { RouteAnswer } from '#contract/route.ts'
import type { StaffActor } from '#domain/actor.ts'
import { dayOf } from '#domain/calendar/days.ts'
import { answerOf, type Basis, type Fact, facts, factTable, type Standing } from '#domain/insight/facts.ts'
import { type Span, spanOf } from '#domain/insight/periods.ts'
import { type Channel, type ClosureKind, channels, closureKinds } from '#domain/matter/matter.ts'
import { type Level, levels } from '#domain/org/roles.ts'
import { scopeOf, type Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { byGrid, clockStanding, dueStanding, isCounted, isWithinDays, readByIndex } from './conditions.ts'

/** So many matters that stand alike. */
type Group = Standing & { channel: Channel; level: Level; matters: number; voices: number }
type Read = Partial<Group> & { matters: number; voices: number }

const nothing = {
  contact: null,
  handle: null,
  due: null,
  answer: null,
  solved: null,
  satisfied: null,
  passedUp: false,
  centreLevel: null,
  byGrid: false,
} as const
const blank = { ...nothing, closureKind: null, channel: 'qr', level: 'community' } as const
const groupOf = (read: Read): Group => ({ ...blank, ...read })
const counts = sql`count(*)::int matters, sum(m.appeals)::int voices`

async function listReceived(tx: Tx, district: number, span: Span, now: number): Promise<Group[]> {
  const { rows } = await sql<Read>`select m.channel, ${clockStanding('contact', now)} contact,
      ${clockStanding('handle', now)} handle, m.passed_up <> '{}' "passedUp", ${counts} from matter m
    where m.district_id = ${district} and ${isCounted} and ${isWithinDays('received', span)} group by 1, 2, 3, 4`.execute(
    tx,
  )
  return rows.map(groupOf)
}

async function listClosed(tx: Tx, district: number, span: Span): Promise<Group[]> {
  type Asked = Read & { closureKind: ClosureKind; solved: boolean | null } & {
    revisitTries: number
    hasContact: boolean
  }
  const { rows } = await sql<Asked>`select m.closure_kind "closureKind", m.level, m.solved, m.satisfied,
      least(m.revisit_tries, 1) "revisitTries", m.has_contact "hasContact",
      m.centre_level "centreLevel", ${byGrid} "byGrid", ${counts} from matter m
    where m.district_id = ${district} and m.state = 'closed' and ${isCounted} and ${isWithinDays('closed', span)}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx)
  return rows.map((row) => groupOf({ ...row, answer: answerOf(row) }))
}

async function listOpen(tx: Tx, district: number, now: number): Promise<Group[]> {
  const { rows } = await sql<Read>`select ${dueStanding(now)} due, ${counts} from matter m
    where m.district_id = ${district} and m.state <> 'closed' group by 1`.execute(tx)
  return rows.map(groupOf)
}

/** The names of what the second lock opens: areas by their path, and units where a post reads its own only. */
export async function listAreas(tx: Tx, actor: StaffActor): Promise<string[]> {
  const { areas, units } = scopeOf(actor)
  const { rows } = await sql<{ name: string }>`select name from unit where district_id = ${actor.districtId}
    and ${areas.length > 0 ? sql`path = any (${areas}::text[])` : sql`id = any (${units}::uuid[])`} order by path`.execute(
    tx,
  )
  return rows.map((row) => row.name)
}

const total = (groups: readonly Group[], key: 'matters' | 'voices') => groups.reduce((n, g) => n + g[key], 0)

/** One line for each word that occurs, in the order of the words. */
function linesOf<Key extends 'channel' | 'closureKind' | 'level'>(
  groups: readonly Group[],
  key: Key,
  words: readonly NonNullable<Group[Key]>[],
) {
  return words.flatMap((word) => {
    const same = groups.filter((group) => group[key] === word)
    const line = { [key]: word } as Record<Key, typeof word>
    return same.length > 0
      ? [{ ...line, matters: total(same, 'matters'), voices: total(same, 'voices') }]
      : []
  })
}

/** The first numbers of a period, of what the second lock lets the reader see. */
export async function getStartNumbers({
  tx,
  actor,
  query,
  now,
}: Call<typeof insightRoutes.getStartNumbers>): Promise<RouteAnswer<typeof insightRoutes.getStartNumbers>> {
  const district = actor.districtId
  const span = spanOf(query.period, dayOf(now))
  await readByIndex(tx)
  const groups: Record<Basis, Group[]> = {
    received: await listReceived(tx, district, span, now),
    closed: await listClosed(tx, district, span),
    now: await listOpen(tx, district, now),
  }
  const count = (fact: Fact) => {
    const { basis, holds } = factTable[fact]
    return total(groups[basis].filter(holds), 'matters')
  }
  return {
    ...{ period: query.period, ...span, at: new Date(now).toISOString(), areas: await listAreas(tx, actor) },
    facts: Object.fromEntries(facts.map((fact) => [fact, count(fact)])) as Record<Fact, number>,
    receivedVoices: total(groups.received, 'voices'),
    byChannel: linesOf(groups.received, 'channel', channels),
    byClosure: linesOf(groups.closed, 'closureKind', closureKinds),
    byLevel: linesOf(groups.closed.filter(factTable.settled.holds), 'level', levels),
  }
}
