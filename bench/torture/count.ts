import { sql } from 'kysely'
import { startedBy } from '#domain/matter/clocks.ts'
import { after } from '#domain/matter/effects.ts'
import type { Matter } from '#domain/matter/matter.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'
import { openDatabase, openPool } from '#server/db/pool.ts'
import { inScope, scopeOf, type Tx } from '#server/db/scope.ts'
import type { AppealRow, AttachmentRow, ClockRow, MatterActionRow, MatterRow } from '#server/db/tables.gen.ts'
import { diskStore } from '#server/files/file-store.ts'
import { keyOf } from '#server/files/routes.ts'
import { clockFacts, derived } from '#server/matter/clock-rows.ts'
import { findBreak } from '#server/matter/history.ts'
import { getProfile, getRules, rulesUnder } from '#server/org/rules.ts'
import type { Received } from '#test/receivers.ts'
import type { Acknowledged } from './load.ts'
import type { Stand } from './stand.ts'

export type Count = {
  lost: number
  doubled: number
  wrongClocks: number
  resent: number
  matters: number
  said: string[]
}

/** Compares what was acknowledged with what is there, and everything that is there with itself. */
export async function count(stand: Stand, told: Acknowledged, received: readonly Received[]): Promise<Count> {
  const pool = openPool(stand.url, 2)
  try {
    return await inScope(
      openDatabase(pool),
      scopeOf({ kind: 'system', districtId: stand.district }),
      async (tx) => counted(tx, stand, told, received),
    )
  } finally {
    await pool.end()
  }
}

async function counted(
  tx: Tx,
  stand: Stand,
  told: Acknowledged,
  received: readonly Received[],
): Promise<Count> {
  const all = async <Row>(text: string) => (await sql.raw<Row>(text).execute(tx)).rows
  const matters = await all<MatterRow>('select * from matter')
  const actions = await all<MatterActionRow>('select * from matter_action order by matter_id, seq')
  const voices = new Map((await all<AppealRow>('select * from appeal')).map((row) => [row.id, row]))
  const clocks = await all<ClockRow>('select * from clock')
  const files = new Map((await all<AttachmentRow>('select * from attachment')).map((row) => [row.id, row]))
  const result: Count = { lost: 0, doubled: 0, wrongClocks: 0, resent: 0, matters: matters.length, said: [] }
  const note = (what: 'lost' | 'doubled' | 'wrongClocks', said: string) => {
    result[what]++
    if (result.said.length < 20) result.said.push(`${what}: ${said}`)
  }

  const byMatter = Map.groupBy(actions, (action) => action.matter_id)
  const numbers = new Map(matters.map((row) => [row.id, row.number]))
  const byId = Map.groupBy(actions, (action) => action.id)
  for (const [command, matterId] of told.commands) {
    const done = byId.get(command) ?? []
    if (!done.some((action) => action.matter_id === matterId)) note('lost', `command ${command}`)
    if (done.length > 1) note('doubled', `command ${command}`)
  }
  for (const [id, voice] of told.voices)
    if (voices.get(id)?.matter_id !== voice.matterId || numbers.get(voice.matterId) !== voice.number)
      note('lost', `voice ${id}`)
  if (new Set(numbers.values()).size < numbers.size) note('doubled', 'a number')
  const store = diskStore(`${stand.home}/files`)
  for (const id of told.files) {
    const row = files.get(id)
    const bytes = row && (await store.get(keyOf(row, 'full')))
    if (!bytes || bytes.length !== row.bytes) note('lost', `file ${id}`)
  }

  for (const row of matters) {
    const history = byMatter.get(row.id) ?? []
    const verbs = history.map((action) => action.verb)
    // none of the verbs of this load is done twice to one matter
    if (new Set(verbs).size < verbs.length) note('doubled', `${row.number}: ${verbs.join(' ')}`)
    if (findBreak(history) !== undefined || history.length !== row.last_seq)
      note('lost', `history of ${row.number}`)
  }
  for (let i = 0; i < stand.toldEarly; i++) note('wrongClocks', 'a mark was told before its time')
  await countClocks(tx, stand.district, matters, byMatter, clocks, note)
  countTold(actions, received, result, note)
  return result
}

type Note = (what: 'lost' | 'doubled' | 'wrongClocks', said: string) => void

/** The clocks that should run by each history, since when, until when; and that each mark that has passed was told, once. */
async function countClocks(
  tx: Tx,
  district: number,
  matters: readonly MatterRow[],
  byMatter: ReadonlyMap<string, MatterActionRow[]>,
  clocks: readonly ClockRow[],
  note: Note,
): Promise<void> {
  const rules = await getRules(tx, district)
  const ofMatter = Map.groupBy(clocks, (clock) => clock.matter_id)
  for (const row of matters) {
    const should = new Map<string, number>()
    let matter: Matter | undefined
    for (const action of byMatter.get(row.id) ?? []) {
      const verb = action.verb as Verb
      const { matter_id: matterId, at, actor_id: actorId, payload } = action
      matter = after(matter, { verb, matterId, at, actorId, payload })
      for (const kind of moveOf(verb).stops ?? []) should.delete(kind)
      for (const kind of startedBy(verb, matter)) should.set(kind, at)
    }
    const running = (ofMatter.get(row.id) ?? []).filter((clock) => clock.stopped_at === null)
    const profile = await getProfile(tx, district, row.profile_version)
    const under = rulesUnder(rules, profile, row.profile_version)
    for (const clock of running) {
      const fresh = derived(clockFacts(clock), under, clock.told)
      const isRight =
        should.get(clock.kind) === clock.started_at &&
        fresh.due_at === clock.due_at &&
        fresh.next_at === clock.next_at
      if (!isRight) note('wrongClocks', `${row.number} ${clock.kind}`)
      // two rounds of the worker are five seconds each
      if (clock.next_at !== null && clock.next_at < Date.now() - 20_000)
        note('wrongClocks', `${row.number} ${clock.kind}: a mark passed untold`)
    }
    if (running.length !== should.size) note('wrongClocks', `${row.number}: ${running.length} run`)
    const first = Math.min(...running.map((clock) => clock.due_at ?? Number.POSITIVE_INFINITY))
    if (running.length > 0 && first !== (row.due_at ?? Number.POSITIVE_INFINITY))
      note('wrongClocks', `${row.number}: due on the matter`)
  }
  const { rows: twice } = await sql<{ number: string }>`select m.number from notice n
    join matter m on m.district_id = n.district_id and m.id = n.matter_id
    where n.kind like 'clock%' group by m.number, n.matter_id, n.unit_id, n.kind, n.facts having count(*) > 1`.execute(
    tx,
  )
  for (const { number } of twice) note('doubled', `${number}: a clock told twice`)
}

/** What another system was told: every move once; sent again only under the id it had. */
function countTold(
  actions: readonly MatterActionRow[],
  received: readonly Received[],
  result: Count,
  note: Note,
): void {
  const ids = new Map<string, Set<string>>()
  for (const { body } of received) {
    const { id, matterId, verb } = JSON.parse(body) as Record<'id' | 'matterId' | 'verb', string>
    const key = `${matterId} ${verb}`
    if (ids.get(key)?.has(id)) result.resent++
    ids.set(key, (ids.get(key) ?? new Set()).add(id))
  }
  for (const action of actions) {
    const sent = ids.get(`${action.matter_id} ${action.verb}`)
    if (!sent) note('lost', `${action.verb} of ${action.matter_id} was not told to the other system`)
    else if (sent.size > 1) note('doubled', `${action.verb} of ${action.matter_id} told under two ids`)
  }
}
