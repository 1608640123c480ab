import { freshId, type Login, type Town } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of orders for help and of teams, so that nothing of it is wrong but that there is no such record. */
export function aidSamples(town: Town) {
  const one = { id: freshId() }
  const person = { accountId: town.staff.housing.accountId, unitId: town.units.housing.id }
  return {
    listAids: {
      login: 'sorter',
      query: { of: 'todo', kind: 'RENEWAL', late: '1', team: freshId(), limit: '10' },
    },
    listMatterAids: { params: one },
    getAidForm: { login: 'clerk', query: { matterId: freshId() } },
    getAid: { login: 'sorter', params: one },
    getAidFigures: { login: 'sorter', query: { month: '2026-11' } },
    postAid: {
      login: 'clerk',
      body: {
        ...{ commandId: freshId(), ...one, unitId: town.units.willow.id, kind: 'RENEWAL' },
        ...{ need: '老楼外墙渗水，想请懂改造的人来看', place: '柳岸新村 3 幢', matters: [] },
        ...{ neededBy: '2026-11-30', people: 3 },
      },
    },
    moveAid: {
      login: 'sorter',
      params: one,
      body: { verb: 'back', commandId: freshId(), reason: '请写明哪几个单元' },
    },
    listAidKinds: { login: 'admin' },
    saveAidKind: {
      login: 'admin',
      params: { code: 'GARDEN' },
      body: { commandId: freshId(), version: 1, nameZh: '绿化修剪', nameEn: 'Pruning', isOn: true },
    },
    listTeams: { login: 'sorter', query: { of: 'on', limit: '10' } },
    getTeam: { login: 'sorter', params: one },
    listTeamPeople: { login: 'sorter', query: { q: '住建' } },
    foundTeam: {
      login: 'sorter',
      body: {
        ...{ commandId: freshId(), ...one, kind: 'project', name: '柳岸改造专班' },
        ...{ purpose: '把三幢楼的改造一起做完', fromOn: '2026-11-23', toOn: '2027-03-31' },
        ...{ lead: person, members: [] },
      },
    },
    moveTeam: {
      login: 'sorter',
      params: one,
      body: { verb: 'note', commandId: freshId(), note: '今天看了现场' },
    },
  } as const satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
