import { sql } from 'kysely'
import type { AidView } from '#contract/aid.ts'
import type { AidMove } from '#contract/aid-moves.ts'
import type { TeamMove, TeamView } from '#contract/team.ts'
import type { StaffActor } from '#domain/actor.ts'
import { addDays, type Day, dayOf, type Instant, instantAt } from '#domain/calendar/days.ts'
import type { Role } from '#domain/org/roles.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { moveAid } from '../aid/move.ts'
import { postAid } from '../aid/post.ts'
import { orphanLines } from '../aid/sweep.ts'
import type { Tx } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { foundTeam, moveTeam } from '../team/commands.ts'
import { sweepTeams } from '../team/sweep.ts'
import { aidStories } from './aid-stories.ts'
import { actorOf, type Member } from './staff.ts'
import { demoDistrict } from './units.ts'

const minuteMs = 60_000

type Without<T> = T extends unknown ? Omit<T, 'commandId' | 'lineId'> : never
export type AidSaid = Without<AidMove>
/** Who acts, for which unit. */
export type AidHand = { actor: StaffActor; unitId: string; unitName: string }
/** A step of a story: minutes after the order was posted, who, for whom that was asked (its name), what. */
export type AidStep = readonly [after: number, who: AidHand, name: string | null, said: AidSaid]
export type AidStory = {
  by: AidHand
  at: Instant
  kind: string
  need: string
  place: string
  neededBy?: Day
  people?: number
  matters?: readonly string[]
  steps?: readonly AidStep[]
}
export type DemoTeams = { branch: TeamView; project: TeamView }
export type HandAt = (role: Role, path: string) => AidHand

/** A rule of the day that stands in the way of what is told is a fault of the story. */
function allowed<T extends object>(done: T | Refusal): T {
  if (isRefusal(done)) throw new Error(JSON.stringify(done))
  return done
}

const personOf = ({ actor, unitId }: AidHand) => ({ accountId: actor.accountId, unitId })

/** A temporary branch that is at work, and a project team whose term ran out with an order still open. */
async function foundBoth(tx: Tx, at: HandAt, now: Instant): Promise<DemoTeams> {
  const centre = at('dispatcher', '001/ZX/')
  const [housing, water, roads] = ['D02/', 'D08/', 'D13/'].map((path) => at('departmentOfficer', path))
  const mediator = at('mediator', '001/001/TW/')
  if (!housing || !water || !roads) throw new Error('the demo has no departments')
  const found = async (
    days: number,
    kind: 'branch' | 'project',
    more: { name: string; purpose: string; toOn: Day; lead: AidHand; members: AidHand[] },
  ) => {
    const on = addDays(dayOf(now), -days)
    const when = instantAt(on, 9 * 60)
    const body = {
      ...{ commandId: newId(when), id: newId(when), kind, name: more.name, purpose: more.purpose },
      ...{ fromOn: on, toOn: more.toOn, lead: personOf(more.lead), members: more.members.map(personOf) },
    }
    return allowed(await foundTeam({ tx, actor: centre.actor, now: when, body }))
  }
  const today = dayOf(now)
  const branch = await found(40, 'branch', {
    ...{ name: '望溪老旧楼栋改造临时党支部', toOn: addDays(today, 60), lead: housing },
    ...{
      members: [water, mediator],
      purpose: '望溪社区五栋老楼的外墙、屋面、管线一次做完，边改造边听居民意见。',
    },
  })
  const project = await found(80, 'project', {
    ...{ name: '学府街架空线整治专班', toOn: addDays(today, -3), lead: roads },
    ...{ members: [housing], purpose: '学府街沿线的架空线落地，恢复人行道。' },
  })
  const noteAt = instantAt(addDays(today, -12), 17 * 60)
  const note: TeamMove = {
    ...{ verb: 'note', commandId: newId(noteAt) },
    note: '五栋楼的屋面已看完，三栋要重做防水。下周起每周三晚上在社区听居民意见。',
  }
  const { actor } = housing
  const params = { id: branch.id }
  return { branch: allowed(await moveTeam({ tx, actor, now: noteAt, params, body: note })), project }
}

/** Numbers of open matters of the first street. */
async function openNumbers(tx: Tx, rootPath: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`select number from matter where district_id = ${demoDistrict}
    and starts_with(place_path, ${`${rootPath}001/001/`}) and state in ('dispatched','handling') and not sensitive
    order by number limit 2`.execute(tx)
  return rows.map(({ number }) => number)
}

async function tell(tx: Tx, story: AidStory): Promise<AidView> {
  const { by, at, kind, need, place, neededBy = null, people = null, matters = [], steps = [] } = story
  let aid = allowed(
    await postAid({
      ...{ tx, actor: by.actor, now: at },
      body: {
        ...{ commandId: newId(at), id: newId(at), unitId: by.unitId, kind, need, place, neededBy, people },
        matters: [...matters],
      },
    }),
  )
  for (const [after, who, name, said] of steps) {
    const now = at + after * minuteMs
    const line = aid.lines.find((one) => one.name === name && one.step !== null)
    if (name !== null && !line) throw new Error(`${name} was not asked`)
    const body = { commandId: newId(now), ...(line ? { lineId: line.id } : {}), ...said } as AidMove
    aid = allowed(await moveAid({ tx, actor: who.actor, now, params: { id: aid.id }, body }))
  }
  return aid
}

/**
 * Orders for help of the first street in every state, and two teams: one at work, one whose term is over, so that the centre has to
 * hand over what is open. Each step is one of real use.
 */
export async function playAids(
  tx: Tx,
  members: readonly Member[],
  rootPath: string,
  now: Instant,
): Promise<void> {
  const at: HandAt = (role, path) => {
    const member = members.find((one) =>
      one.posts.some((post) => post.role === role && post.unit.path === rootPath + path),
    )
    const post = member?.posts.find((one) => one.role === role && one.unit.path === rootPath + path)
    if (!member || !post) throw new Error(`the demo has no ${role} at ${path}`)
    return { actor: actorOf(member), unitId: post.unit.id, unitName: post.unit.name }
  }
  const teams = await foundBoth(tx, at, now)
  for (const story of aidStories(at, teams, await openNumbers(tx, rootPath), now)) await tell(tx, story)
  await sweepTeams(tx, demoDistrict, now)
  await orphanLines(tx, demoDistrict, now)
}
