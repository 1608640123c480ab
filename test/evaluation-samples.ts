import { freshId, type Login } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of evaluation and exclusions, so that nothing of it is wrong but that there is no such record. */
export function evaluationSamples() {
  const one = { id: freshId() }
  const sorter = { login: 'topsorter' } as const
  const command = () => ({ commandId: freshId() })
  const params = { month: '2026-10' }
  return {
    getEvaluation: { params, query: { as: 'present', unit: freshId() } },
    listEvaluationUnits: {},
    listEvaluationLines: {
      query: {
        ...{ month: '2026-10', as: 'present', unit: freshId(), measure: 'onTime', class: 'late' },
        ...{ excluded: '0', own: '1', cursor: `${freshId()} ${freshId()} ${freshId()}`, limit: 5 },
      },
    },
    exportEvaluation: {
      body: {
        ...command(),
        month: '2026-10',
        as: 'present',
        unit: freshId(),
        purpose: '周例会',
        language: 'zh',
      },
    },
    listFrozenMonths: { query: { before: '2026-10', limit: 5 } },
    freezeMonth: { ...sorter, params: { month: '2031-10' }, body: command() },
    listDifferences: { params, query: { unit: freshId(), cursor: 'onTime', limit: 5 } },
    listExclusions: { query: { box: 'all', cursor: freshId(), limit: 5 } },
    getExclusion: { params: one },
    readExclusionFile: { params: { ...one, fileId: freshId() }, query: { size: 'small' } },
    prepareExclusion: { params: one },
    askExclusion: {
      body: {
        ...{ ...command(), id: freshId(), matterId: freshId(), unitId: freshId() },
        ...{ reason: 'untrue', measures: ['satisfaction'], text: '现场核实，路灯一直亮着' },
      },
    },
    stepExclusion: {
      params: one,
      body: { ...command(), step: 'vote', vote: 'exclude', text: '证据充分' },
    },
    getPanel: {},
    setPanel: { ...sorter, body: { ...command(), unitIds: [freshId(), freshId(), freshId()] } },
  } satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
