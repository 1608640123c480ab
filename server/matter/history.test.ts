import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verb } from '#domain/matter/moves.ts'
import { inScope, scopeOf, type Tx } from '#server/db/scope.ts'
import type { MatterActionRow } from '#server/db/tables.gen.ts'
import { findBreak } from '#server/matter/history.ts'
import type { Answer, Client } from '#test/client.ts'
import { district, freshId, type Login } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { anyStep } from '#test/mediation-walk.ts'
import { dispute } from '#test/mediations.ts'
import { anyPetitionStep } from '#test/petitions.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { moveSamples } from '#test/samples.ts'
import { hour, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  still = (await report(server)).id
  await Promise.all(Array.from({ length: walks }, (_, i) => walk(i + 1)))
}, 120_000)
afterAll(() => server.close())

const walks = 18
/** A matter that nobody walks: being related to another changes both. */
let still: string
const staff: readonly Login[] = ['clerk', 'colleague', 'sorter', 'topsorter', 'housing', 'housing2', 'water']

/** Chance that can be repeated. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Verbs that end a story are seldom chosen, so that the stories become long. */
const dull: ReadonlySet<Verb> = new Set([
  ...(['refuse', 'withdraw', 'note', 'correct', 'ask', 'return', 'merge', 'escalate', 'void'] as const),
  ...(['askVoid', 'expedite', 'copy', 'handDown'] as const),
  ...(['addParty', 'editParty', 'removeParty', 'relate', 'unrelate', 'petition'] as const),
])
function pick(may: readonly Verb[], draw: (below: number) => number): Verb | undefined {
  const lively = draw(10) === 0 ? may : may.filter((verb) => !dull.has(verb))
  return lively[draw(lively.length)]
}

/** Lets staff and resident do at random what the product says they may; whatever it offers has to work. */
async function walk(seed: number): Promise<void> {
  const draw = chance(seed)
  const { id, queryCode } = await report(server, seed % 3 === 0 ? { name: undefined, phone: undefined } : {})
  let mayBeMediated = false
  for (let step = 0; step < 45; step++) {
    const verb = draw(8) === 0 ? await residentStep(queryCode, draw) : await staffStep(id, draw, step)
    if (verb !== undefined) done.add(verb)
    if (verb === 'triage') mayBeMediated = true
    // a mediation is a story of its own: who holds the matter takes several steps of it in a row
    if (mayBeMediated && draw(4) === 0)
      for (let i = 0; i < 4; i++) if (await mediate(id, draw)) done.add('mediate')
  }
}
const done = new Set<Verb>(['receive'])

/** Whether somebody of a unit that handles such matters could take a step of its mediation. */
async function mediate(id: string, draw: (n: number) => number): Promise<boolean> {
  const who = server.as(draw(2) === 0 ? 'housing' : 'water')
  const seen = await who.send('getMatter', { params: { id } })
  if (seen.statusCode !== 200 || !seen.json().may.includes('mediate')) return false
  const taken = await anyStep(who, id, draw)
  if (taken) await who.move(id, 'mediate', taken)
  return taken !== undefined
}

async function residentStep(queryCode: string, draw: (n: number) => number): Promise<Verb | undefined> {
  const params = { district }
  const { may } = await server.visitor.ok('track', { params, body: { queryCode } })
  const verb = pick(may, draw)
  if (verb === undefined) return undefined
  const input = { ...moveSamples(server.town)[verb], files: [], solved: draw(2) === 0 }
  const body = { queryCode, commandId: freshId(), verb, input }
  const response = await server.visitor.send('moveTracked', { params, body })
  expect([200, 409], response.body).toContain(response.statusCode)
  return response.statusCode === 200 ? verb : undefined
}

type For = 'dispatch' | 'rule' | 'handDown' | 'assist' | 'copy'
const toUnit: ReadonlySet<string> = new Set<For>(['dispatch', 'rule', 'handDown', 'assist', 'copy'])

/** Whom or what a verb names, out of what the product offers; `nobody` where it offers none. */
async function choose(who: Client, id: string, verb: Verb, draw: (n: number) => number) {
  if (verb === 'merge') return { intoId: (await report(server)).id }
  if (verb === 'triage' && draw(3) > 0) return dispute
  if (verb === 'addParty') return { ...plain, role: 'concerned', side: draw(2) === 0 ? 'a' : 'b' }
  if (verb === 'petition') return (await anyPetitionStep(who, id, draw)) ?? 'nobody'
  if (verb === 'mediate') return (await anyStep(who, id, draw)) ?? 'nobody'
  if (verb === 'editParty' || verb === 'removeParty') return nameParty(who, id, draw)
  if (verb === 'relate' || verb === 'unrelate') return nameLink(who, id, verb)
  if (verb === 'handOver') {
    const { rows } = await who.ok('listHandlers', { params: { id } })
    const [one] = rows
    return one ? { accountId: one.id } : 'nobody'
  }
  if (!toUnit.has(verb)) return {}
  const { rows } = await who.ok('listTargets', { params: { id }, query: { verb: verb as For } })
  const likely = verb === 'assist' ? server.town.units.water.id : server.town.units.housing.id
  const isOffered = rows.some((row) => row.id === likely) && draw(8) > 0
  const unitId = isOffered ? likely : rows[draw(rows.length)]?.id
  if (unitId === undefined) return 'nobody'
  return verb === 'assist' || verb === 'copy' ? { unitIds: [unitId] } : { unitId }
}

/** Of a party what needs no other party, and no place among the five who may speak for a side. */
const plain = { appealId: undefined, actsFor: undefined, capacity: undefined, isRepresentative: false }

async function nameParty(who: Client, id: string, draw: (n: number) => number) {
  const { rows } = await who.ok('listParties', { params: { id } })
  const open = rows.filter((row) => row.mayReveal)
  const party = open[draw(open.length)]
  if (!party) return 'nobody'
  // a person speaks for itself: only an organisation has somebody to ask for
  const contactName = party.kind === 'organisation' ? '林' : undefined
  const named = { partyId: party.id, side: party.side, role: party.role, name: `当事人 ${draw(1e6)}` }
  return { ...plain, ...named, contactName }
}

async function nameLink(who: Client, id: string, verb: 'relate' | 'unrelate') {
  const { rows } = await who.ok('listLinks', { params: { id } })
  const linkId = rows.find((row) => row.linkId !== null)?.linkId
  if (verb === 'unrelate') return linkId ? { linkId } : 'nobody'
  const { rows: seen } = await who.ok('listMatters', { query: { box: 'all' } })
  const mayRelate = seen.some((one) => one.id === still) && !rows.some((row) => row.other.id === still)
  return mayRelate ? { otherId: still } : 'nobody'
}

async function staffStep(id: string, draw: (n: number) => number, step: number): Promise<Verb | undefined> {
  const who = server.as(staff[draw(staff.length)] ?? 'clerk')
  const response = await who.send('getMatter', { params: { id } })
  if (response.statusCode === 404) return undefined
  expect(response.statusCode, response.body).toBe(200)
  const page = response.json() as Answer<'getMatter'>
  const verb = pick(page.may, draw)
  if (verb === undefined) return undefined
  const input: Record<string, unknown> = { ...moveSamples(server.town)[verb], files: [] }
  const chosen = await choose(who, id, verb, draw)
  if (chosen === 'nobody') return undefined
  Object.assign(input, chosen)
  if (verb === 'dropPart') input['unitId'] = page.parts.find((part) => part.outcome === null)?.unitId
  if (verb === 'close') input['closureKind'] = page.solved ? 'resolved' : 'procedural'
  if (verb === 'revisit' && draw(2) === 0)
    Object.assign(input, { reached: false, solved: null, satisfied: null })
  if (verb === 'correct') input['title'] = `题目 ${step}`
  const body = { commandId: freshId(), version: page.version, verb, input }
  const answer = await who.send('moveMatter', { params: { id }, body })
  // whom a mediation or a petition goes on with stays where they stand: that depends on who is named
  const isHeld = ['standsInMediation', 'standsInPetition'].includes(answer.json().refused)
  if (isHeld && (verb === 'removeParty' || verb === 'editParty')) return undefined
  expect(answer.statusCode, `${verb} was offered: ${answer.body}`).toBe(200)
  return verb
}

const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
  inScope(server.platform.db, scopeOf({ kind: 'system', districtId: district }), work)

describe('the history', () => {
  test('covers nearly every verb here, so that it proves something', () => {
    expect(done.size).toBeGreaterThanOrEqual(30)
    expect(done).toContain('mediate')
  })

  test('replayed gives the columns of every matter, and is chained without a break', async () => {
    const histories = await listHistories(server.url)
    expect(histories.length).toBeGreaterThanOrEqual(walks)
    expectToHold(histories)
  })

  test('shows where it was tampered with', async () => {
    const history = (await listHistories(server.url)).find(({ actions }) => actions.length > 3)
    const actions = history?.actions ?? []
    const changed = (at: number, change: Partial<MatterActionRow>) =>
      actions.map((action, i) => (i === at ? { ...action, ...change } : action))
    expect(findBreak(changed(1, { payload: { note: 'forged' } }))).toBe(2)
    expect(findBreak(changed(0, { at: (actions[0]?.at ?? 0) + hour }))).toBe(1)
    expect(findBreak(changed(2, { actor_id: freshId() }))).toBe(3)
    expect(findBreak([...actions.slice(0, 1), ...actions.slice(2)])).toBe(2)
  })

  test('cannot be changed or removed by the product itself', async () => {
    const statements = [
      sql`update matter_action set verb = 'note'`,
      sql`delete from matter_action`,
      sql`truncate matter_action cascade`,
      sql`update read_log set purpose = 'x'`,
      sql`delete from read_log`,
      sql`alter table matter_action disable row level security`,
      sql`drop table matter_action`,
      sql`update district set name = 'x'`,
    ]
    for (const statement of statements)
      await expect(asSystem((tx) => statement.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  test('has running clocks only where somebody owes something, and their earliest end on the matter', async () => {
    const { rows } = await server.owner.query(
      `select m.number, m.state, m.due_at, min(c.due_at) first_due, count(c.id)::int running from matter m
        left join clock c on c.matter_id = m.id and c.stopped_at is null group by m.district_id, m.id`,
    )
    for (const row of rows) {
      expect(row.due_at, row.number).toEqual(row.first_due)
      if (row.state === 'closed') expect(row.running, row.number).toBeLessThanOrEqual(1)
    }
  })
})
