import { freshId, type Login, type Town } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of whistles, so that nothing of it is wrong but that there is no such record. */
export function whistleSamples(town: Town) {
  const one = { id: freshId() }
  return {
    listWhistles: { login: 'sorter', query: { of: 'todo', kind: 'routine', late: '1', limit: '10' } },
    listMatterWhistles: { params: one },
    getWhistleForm: { login: 'sorter', query: { matterId: freshId() } },
    getWhistle: { login: 'sorter', params: one },
    getWhistleFigures: { login: 'sorter', query: { month: '2026-11' } },
    blowWhistle: {
      login: 'sorter',
      body: {
        ...{ commandId: freshId(), ...one, unitId: town.units.north.id, kind: 'routine' },
        ...{ problem: '河堤护栏断了两处', tried: '已设警示带，网格员每日巡查', place: '柳岸河堤' },
        ...{ leadId: town.units.housing.id, assistIds: [town.units.water.id], matters: [] },
        arrivalAt: '2026-11-30T02:00:00Z',
      },
    },
    moveWhistle: {
      login: 'sorter',
      params: one,
      body: { verb: 'callOff', commandId: freshId(), reason: '已经自行解决' },
    },
  } as const satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
