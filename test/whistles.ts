import { insertRows } from '#server/db/insert-rows.ts'
import type { Answer, Given } from './client.ts'
import { district, freshId, type Login } from './factory.ts'
import type { TestServer } from './server.ts'

/** Two of the staff lead the north street: one blows, the other is the second approval. */
export const [firstLeader, secondLeader] = ['expert', 'lawyer'] as const satisfies Login[]

/** Gives the north street its two leaders. */
export async function appointLeaders({ owner, town }: TestServer): Promise<void> {
  const of = { district_id: district, unit_id: town.units.north.id, role: 'leader', from_on: '2020-01-01' }
  await insertRows(
    owner,
    'post',
    [firstLeader, secondLeader].map((login) => ({
      ...of,
      id: freshId(),
      person_id: town.staff[login].personId,
    })),
  )
}

export type Blown = Answer<'getWhistle'>

export const blowing = (
  { town }: TestServer,
  more: Partial<Given<'blowWhistle'>['body']> = {},
): Given<'blowWhistle'> => ({
  body: {
    ...{ commandId: freshId(), id: freshId(), unitId: town.units.north.id, kind: 'routine' },
    ...{ problem: '河堤护栏断了两处，夜里有人散步', tried: '已设警示带，网格员每日巡查' },
    ...{ leadId: town.units.housing.id, assistIds: [town.units.water.id] },
    ...more,
  },
})

/** Blows a whistle of the north street, at once unless it is a hard one. */
export function blow(
  server: TestServer,
  more: Partial<Given<'blowWhistle'>['body']> = {},
  login: Login = 'sorter',
): Promise<Blown> {
  return server.as(login).ok('blowWhistle', blowing(server, more))
}

type Move = Given<'moveWhistle'>['body']
type Without<T> = T extends unknown ? Omit<T, 'commandId' | 'lineId'> : never
/** What is said with a step of a line. */
export type Said = Without<Move>

export const moving = (whistle: Blown, unit: string | null, said: Said): Given<'moveWhistle'> => {
  const line = unit === null ? undefined : whistle.lines.find(({ unitName }) => unitName === unit)
  const body = { commandId: freshId(), ...(line ? { lineId: line.id } : {}), ...said } as Move
  return { params: { id: whistle.id }, body }
}

const record = { who: '维修科文师傅等三人', found: '护栏立柱锈断两根' }

/** Everything a department does up to a step of its line, the step itself included. */
export async function work(
  server: TestServer,
  whistle: Blown,
  {
    login,
    unit,
    upTo,
  }: { login: Login; unit: string; upTo: 'sign' | 'contact' | 'arrive' | 'plan' | 'finish' },
): Promise<Blown> {
  const until = new Date(server.now + 8 * 3_600_000).toISOString().slice(0, 10)
  const steps: Said[] = [
    { verb: 'sign' },
    { verb: 'contact', withWhom: '北桥街道文主任' },
    { verb: 'arrive', ...record },
    { verb: 'plan', what: '换两根立柱', until },
    { verb: 'finish', outcome: 'solved', result: '已换好并验收' },
  ]
  let now = whistle
  for (const step of steps) {
    now = await server.as(login).ok('moveWhistle', moving(now, unit, step))
    if (step.verb === upTo) break
  }
  return now
}
