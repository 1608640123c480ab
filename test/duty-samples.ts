import { freshId, type Login, type Town } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of the responsibility list, so that nothing of it is wrong but that there is no such record. */
export function dutySamples(town: Town) {
  const one = { id: freshId() }
  const admin = { login: 'admin' } as const
  const seen = { commandId: freshId(), version: 1, reason: '联席会议议定' }
  const facts = {
    ...{ categoryCode: 'S0601', areaId: town.units.north.id, mainId: town.units.housing.id, level: null },
    ...{ assistIds: [town.units.water.id], assistLevels: ['community' as const] },
    ...{ fromOn: '2026-12-01', toOn: null },
  }
  const line = { ...facts, basis: '城市管理条例第三十一条' }
  return {
    listDuties: {
      query: {
        ...{ q: '违建', category: 'S06', unit: town.units.housing.id, level: 'street', when: 'all' },
        ...{ cursor: `S0601 /1/001/ 2026-12-01 ${freshId()}`, limit: '10' },
      },
    },
    getDutyList: {},
    listDutyGaps: { query: { kind: 'noLine', cursor: '10', limit: '10' } },
    exportDuties: admin,
    importDuties: { ...admin, query: { commandId: freshId(), name: 'a.xlsx', apply: '0' }, file: true },
    tryCommunityList: { ...admin, query: { days: '7' } },
    setCommunityList: { ...admin, body: { ...seen, version: 0, from: '2027-01-01' } },
    previewDuty: { ...admin, body: { ...facts, id: freshId() } },
    getDuty: { params: one },
    addDuty: { ...admin, body: { ...line, commandId: freshId(), reason: '新增' } },
    editDuty: { ...admin, params: one, body: { ...line, ...seen } },
    endDuty: { ...admin, params: one, body: { ...seen, lastOn: '2026-12-31' } },
    listDutyProposals: { ...admin, query: { state: 'decided', cursor: freshId(), limit: '10' } },
    declineDuty: { ...admin, params: one, body: { commandId: freshId(), reason: '个案，不作为规则' } },
    getMatterDuty: { login: 'sorter', params: one },
    proposeDuty: {
      login: 'sorter',
      params: one,
      body: { id: freshId(), areaId: null, forClass: true, basis: '会商纪要', reason: '两次退单' },
    },
  } as const satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
