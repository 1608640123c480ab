import { freshId, type Login } from './factory.ts'
import type { Sample } from './samples.ts'

/** What is asked of every route of petitions, so that nothing of it is wrong but that there is no such record. */
export function petitionSamples() {
  const one = { id: freshId() }
  const sorter = { login: 'sorter' } as const
  return {
    getMatterPetition: { params: one },
    listPetitions: { ...sorter, query: { of: 'going', kind: 'claim', limit: 5 } },
    getPetitionFigures: { ...sorter, query: { month: '2026-11' } },
    drawPetitionPaper: {
      ...sorter,
      params: one,
      body: { commandId: freshId(), form: 'opinion', of: null, as: 'word', purpose: '存档' },
    },
  } satisfies Record<string, Omit<Sample, 'login'> & { login?: Login }>
}
