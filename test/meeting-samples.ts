import { freshId, type Town } from './factory.ts'

/** What is asked of every route of meetings, so that nothing of it is wrong but that there is no such record. */
export function meetingSamples({ units, staff }: Town) {
  const one = { id: freshId() }
  const unitId = units.northCentre.id
  const item = {
    ...{ id: freshId(), matterId: freshId(), title: '楼道堆物', brief: '三次上门没有清走', minutes: 20 },
    ...{ presenterId: units.housing.id, unitIds: [units.housing.id], files: [freshId()] },
  }
  const task = {
    ...{ id: freshId(), what: '清走杂物', doneWhen: '楼道通畅', unitId: units.housing.id },
    ...{ accountId: null, dueOn: '2026-12-01' },
  }
  const person = { id: freshId(), unitId: null, name: '林小满', post: '居民代表', came: 'came' }
  return {
    listMeetings: { query: { box: 'coming', limit: 5, cursor: `2026-11-23T00:00:00.000Z|${one.id}` } },
    getMeeting: { params: one },
    callMeeting: {
      login: 'sorter',
      body: {
        ...{ commandId: freshId(), id: freshId(), kind: 'regular', rhythm: 'weekly', unitId },
        ...{ title: '每周研判', startsAt: '2026-12-01T01:00:00.000Z', minutes: 60, place: '二楼会议室' },
        ...{ link: 'https://meet.example/1', quorum: 1 },
        ...{ chairId: staff.sorter.accountId, minuterId: staff.sorter.accountId },
        units: [{ unitId: units.housing.id, accountIds: [staff.housing.accountId] }],
        items: [item],
      },
    },
    listMeetingUnits: { login: 'sorter', query: { q: '住建', unitId } },
    suggestAgenda: { login: 'sorter', query: { unitId, stillDays: '15' } },
    answerInvitation: {
      params: one,
      body: { commandId: freshId(), unitId: units.willow.id, answer: 'sends', words: '改派他人' },
    },
    saveMinutes: {
      params: one,
      body: {
        ...{ commandId: freshId(), version: 1, present: [person] },
        items: [{ id: freshId(), said: '各自说了', conclusion: '由住建局牵头', tasks: [task] }],
      },
    },
    moveMeeting: {
      params: one,
      body: { commandId: freshId(), verb: 'cancel', words: '改由书面会签' },
    },
    drawMeetingPaper: {
      params: one,
      body: { commandId: freshId(), paper: 'notice', as: 'pdf', purpose: '发通知' },
    },
    readMeetingFile: { params: { ...one, fileId: freshId() }, query: { size: 'small' } },
    listMeetingTasks: { query: { of: 'mine', limit: 5, cursor: `2026-11-23|${one.id}` } },
    moveMeetingTask: {
      params: one,
      body: { commandId: freshId(), verb: 'ask', words: '材料未到', day: '2026-12-10' },
    },
    listMatterMeetings: { params: one },
  } as const
}
