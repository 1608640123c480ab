import { sql } from 'kysely'
import type { DutyFacts } from '#contract/duty.ts'
import { addDays, dayOf, instantAt } from '#domain/calendar/days.ts'
import type { PlaceLevel } from '#domain/duty/line.ts'
import { uuidv7 } from '#domain/id.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import { addDuty, editDuty, endDuty, setCommunityList } from '../duty/commands.ts'
import { proposeDuty } from '../duty/proposals.ts'
import { move } from '../matter/commands.ts'
import { randomFrom } from './random.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_141

type Line = {
  code: string
  /** The unit's path below the district, or the office of the place. */
  main: string
  area?: string
  assists?: readonly string[]
  item: number
}

/** What the invented district has agreed on so far: utilities, the offices with a trade of their own, and what communities do themselves. */
const lines: readonly Line[] = [
  { code: 'S0601', main: 'D01/', assists: ['community'], item: 3 },
  { code: 'S0602', main: 'D01/', assists: ['street', 'community'], item: 4 },
  { code: 'S0602', main: 'street', area: '001/', assists: ['D01/'], item: 5 },
  { code: 'S0801', main: 'Q01/', item: 11 },
  { code: 'S0802', main: 'Q02/', item: 12 },
  { code: 'S0803', main: 'Q03/', assists: ['D12/'], item: 13 },
  { code: 'S15', main: 'D07/', assists: ['street'], item: 18 },
  { code: 'S1501', main: 'D01/', assists: ['D07/', 'community'], item: 19 },
  { code: 'S13', main: 'D06/', item: 22 },
  { code: 'S1201', main: 'D03/', assists: ['community'], item: 26 },
  { code: 'S1202', main: 'D01/', assists: ['community'], item: 27 },
  { code: 'S16', main: 'community', assists: ['D04/'], item: 31 },
  { code: 'S0906', main: 'community', assists: ['D04/'], item: 32 },
  { code: 'S0905', main: 'D04/', assists: ['community', 'D19/'], item: 33 },
  { code: 'S0503', main: 'community', assists: ['D12/'], item: 36 },
]

/**
 * The responsibility list as the administrator wrote it over the last months: lines, one changed, one to come, one that ended, the day
 * from which it binds for communities, and a ruling that is proposed for it. Each step is one of real use.
 */
export async function writeDuties(
  tx: Tx,
  members: readonly Member[],
  rootPath: string,
  now: number,
): Promise<void> {
  const random = randomFrom(seed)
  const id = (at: number) => uuidv7(at, random.bytes(10))
  const keeper = members.find(({ login }) => login === 'songmingzhu')
  if (!keeper) throw new Error('nobody keeps the rules')
  const actor = actorOf(keeper)
  const today = dayOf(now)
  const { rows: units } = await sql<{ id: string; path: string }>`select id, path from unit
    where district_id = ${demoDistrict} and kind in ('street', 'department', 'company')`.execute(tx)
  const unit = (path: string) => {
    const found = units.find((one) => one.path === rootPath + path)
    if (!found) throw new Error(`no unit at ${path}`)
    return found.id
  }
  const isPlace = (name: string): name is PlaceLevel => name === 'community' || name === 'street'
  const factsOf = (line: Line, fromOn: string, toOn: string | null = null): DutyFacts => ({
    ...{ categoryCode: line.code, areaId: line.area ? unit(line.area) : null, fromOn, toOn },
    ...{
      mainId: isPlace(line.main) ? null : unit(line.main),
      level: isPlace(line.main) ? line.main : null,
    },
    assistIds: (line.assists ?? []).filter((name) => !isPlace(name)).map(unit),
    assistLevels: (line.assists ?? []).filter(isPlace),
    basis: `《枫溪区街道、社区和部门职责清单》第 ${line.item} 项`,
  })
  const at = (days: number) => instantAt(addDays(today, -days), 10 * 60)
  const add = (
    line: Line,
    days: number,
    reason: string,
    fromOn = addDays(today, -days),
    toOn: string | null = null,
  ) =>
    addDuty({
      ...{ tx, actor, now: at(days) },
      body: { commandId: id(at(days)), ...factsOf(line, fromOn, toOn), reason },
    } as Parameters<typeof addDuty>[0])

  for (const line of lines) await add(line, 75, '区委编办、民政局联合印发，第一批')
  const bins: Line = { code: 'S0205', main: 'D01/', assists: ['street'], item: 8 }
  const small = await add(bins, 60, '第二批')
  await editDuty({
    ...{ tx, actor, now: at(6), params: { id: small.id } },
    body: {
      ...factsOf({ ...bins, main: 'street', assists: ['D01/', 'community'] }, addDays(today, 20)),
      ...{ commandId: id(at(6)), version: small.version, reason: '执法力量下沉，下月起由街道主办' },
    },
  } as Parameters<typeof editDuty>[0])
  const trial = await add({ code: 'S0705', main: 'D03/', item: 40 }, 70, '僵尸车集中清理，试行两个月')
  await endDuty({
    ...{ tx, actor, now: at(12), params: { id: trial.id } },
    body: {
      commandId: id(at(12)),
      version: trial.version,
      lastOn: addDays(today, -10),
      reason: '集中清理结束',
    },
  } as Parameters<typeof endDuty>[0])
  await setCommunityList({
    ...{ tx, actor, now: at(5) },
    body: {
      ...{ commandId: id(at(5)), version: 0, from: addDays(today, 30) },
      reason: '先补齐清单、公示一个月，再对社区生效',
    },
  } as Parameters<typeof setCommunityList>[0])
  await ruleAndPropose(tx, members, { rootPath, unit, id, now })
}

/** Which office the centre names for which class of things. */
const offices: Readonly<Record<string, string>> = {
  ...{ S01: 'D13/', S02: 'D01/', S04: 'D01/', S06: 'D01/', S07: 'D03/', S11: 'D17/' },
}

type Judged = {
  rootPath: string
  unit: (path: string) => string
  id: (at: number) => string
  now: number
}

/** Where several matters wait returned, one of them is ruled upon, and that is proposed for the list. */
async function ruleAndPropose(
  tx: Tx,
  members: readonly Member[],
  { rootPath, unit, id, now }: Judged,
): Promise<void> {
  const { rows } = await sql<{ id: string; version: number; code: string; returnedBy: string[] }>`
    select id, version, category_code code, returned_by "returnedBy" from matter
    where district_id = ${demoDistrict} and state = 'returned' and not sensitive and category_code is not null
      and changed_at < ${new Date(now - 3 * 3_600_000)}
    order by changed_at limit 20`.execute(tx)
  const officeFor = (code: string) => {
    const path = offices[code.slice(0, 3)]
    return path === undefined ? undefined : unit(path)
  }
  const matter = rows.find(({ code, returnedBy }) => {
    const office = officeFor(code)
    return office !== undefined && !returnedBy.includes(office)
  })
  const judge = members.find((m) =>
    m.posts.some(({ role, unit: at }) => role === 'dispatcher' && at.path === `${rootPath}ZX/`),
  )
  if (!matter || rows.length < 3 || !judge) return
  const actor = actorOf(judge)
  const input = { unitId: officeFor(matter.code), reason: '按部门职责由该单位承担，属地配合' }
  await move(
    tx,
    actor,
    { matterId: matter.id, commandId: id(now), version: matter.version, verb: 'rule', input },
    now,
  )
  const done = await proposeDuty({
    ...{ tx, actor, now, params: { id: matter.id } },
    body: {
      ...{ id: id(now), areaId: null, forClass: false, basis: '退单裁定，区综治中心会商纪要' },
      reason: '同类事项退过几次，都因职责边界不清',
    },
  } as Parameters<typeof proposeDuty>[0])
  if (isRefusal(done)) throw new Error(JSON.stringify(done))
}
