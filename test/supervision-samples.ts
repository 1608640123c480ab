import { freshId, type Login } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of supervision, so that nothing of it is wrong but that there is no such record. */
export function supervisionSamples() {
  const one = { id: freshId() }
  const supervisor = { login: 'supervisor' } as const
  const command = () => ({ commandId: freshId() })
  return {
    getSupervisionBoard: { query: { unit: freshId(), level: 'street' } },
    listStuck: { query: { column: 'handling', unit: freshId(), level: 'street', limit: 5 } },
    listInstruments: { query: { box: 'open', kind: 'yellow', cursor: freshId(), limit: 5 } },
    getInstrument: { params: one },
    giveInstrument: {
      ...supervisor,
      body: {
        ...{ ...command(), id: freshId(), matterId: freshId(), clockId: freshId(), kind: 'reminder' },
        ...{ text: '请抓紧办理', answerOn: '2026-12-01' },
      },
    },
    stepInstrument: {
      params: one,
      body: { ...command(), step: 'answer', text: '配件周三到货', day: '2026-12-01' },
    },
    drawInstrument: { params: one, body: { ...command(), as: 'word', purpose: '存档' } },
    getMatterSupervision: { params: one },
    listFindings: {
      query: { state: 'found', failing: 'notHandled', unit: freshId(), cursor: freshId(), limit: 5 },
    },
    lookForFindings: { ...supervisor, params: one, body: command() },
    decideFinding: {
      ...supervisor,
      params: one,
      body: { ...command(), step: 'dismiss', text: '等鉴定，不是拖延' },
    },
    listClosureSamples: { query: { cursor: freshId(), limit: 5 } },
    drawClosureSample: {
      ...supervisor,
      body: { ...command(), id: freshId(), unitId: freshId(), month: '2026-10-01', share: 5, minimum: 2 },
    },
    getClosureSample: { params: one },
    listSampleLines: { params: one, query: { after: 3, limit: 5 } },
    checkClosure: {
      ...supervisor,
      params: { ...one, matterId: freshId() },
      body: { ...command(), outcome: 'solved', way: 'phone', text: '本人说修好了', proposes: false },
    },
  } satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
