import { freshId } from './factory.ts'
import { day, hour, type TestServer } from './server.ts'

/** A meeting of the street centre about one topic, with the housing bureau, the water bureau and the studio called. */
export function meetingBody(server: TestServer, more: Record<string, unknown> = {}) {
  const { units, staff } = server.town
  const called = [units.housing.id, units.water.id, units.studio.id]
  return {
    ...{ commandId: freshId(), id: freshId(), kind: 'study', rhythm: null, unitId: units.northCentre.id },
    ...{ title: '楼道堆物联合会商', startsAt: new Date(server.now + day).toISOString(), minutes: 90 },
    ...{ place: '二楼会商室', chairId: staff.sorter.accountId, minuterId: staff.desk.accountId },
    units: called.map((unitId) => ({ unitId, accountIds: [] as string[] })),
    items: [topicItem(server)],
    ...more,
  }
}

export function topicItem(_server: TestServer, more: Record<string, unknown> = {}) {
  return {
    ...{ id: freshId(), matterId: null, title: '消防通道', brief: '三个小区都有', minutes: 20 },
    ...{ presenterId: null, unitIds: [] as string[], files: [] as string[] },
    ...more,
  }
}

/** The same, called over HTTP. Out: the page as who called it sees it. */
export const callOne = (server: TestServer, more: Record<string, unknown> = {}) =>
  server.as('sorter').ok('callMeeting', { body: meetingBody(server, more) })

export const someone = (unitId: string | null, name: string, came = 'came') => ({
  ...{ id: freshId(), unitId, name, post: '科长', came },
})

/** Two of the three called units came. */
export const quorate = ({ town: { units } }: TestServer) => [
  someone(units.housing.id, '宋一平'),
  someone(units.water.id, '白小川', 'late'),
  someone(null, '林大嫂'),
]

export const aTask = (unitId: string, more: Record<string, unknown> = {}) => ({
  ...{ id: freshId(), what: '清走三楼杂物', doneWhen: '通道宽一米二以上', unitId, accountId: null },
  ...{ dueOn: '2027-12-01', ...more },
})

type Called = Awaited<ReturnType<typeof callOne>>

/** Lets the meeting begin, and saves minutes with one task for the housing bureau on its first item. */
export async function minuteIt(server: TestServer, meeting: Called, tasks?: readonly object[]) {
  server.pass(Math.max(0, Date.parse(meeting.startsAt) - server.now) + hour)
  const [item] = meeting.agenda
  const { version } = await server.as('desk').ok('getMeeting', { params: { id: meeting.id } })
  const housing = server.town.units.housing.id
  return server.as('desk').ok('saveMinutes', {
    params: { id: meeting.id },
    body: {
      ...{ commandId: freshId(), version, present: quorate(server) },
      items: [
        {
          ...{ id: item?.id, said: '住建局说了情况', conclusion: '由住建局牵头清理' },
          tasks: tasks ?? [aTask(housing)],
        },
      ],
    },
  })
}

export async function confirmIt(server: TestServer, meeting: Called) {
  const { version } = await server.as('sorter').ok('getMeeting', { params: { id: meeting.id } })
  return server.as('sorter').ok('moveMeeting', {
    params: { id: meeting.id },
    body: { commandId: freshId(), verb: 'confirm', version },
  })
}

/** A meeting that was held and confirmed, with one task. */
export async function heldOne(
  server: TestServer,
  more: Record<string, unknown> = {},
  tasks?: readonly object[],
) {
  const meeting = await callOne(server, more)
  await minuteIt(server, meeting, tasks)
  return confirmIt(server, meeting)
}
