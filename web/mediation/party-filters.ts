import type { ParticipantView } from '#contract/mediation.ts'
import { answerTo } from './next.ts'

export const partyFilters = ['all', 'untold', 'unanswered', 'in', 'out'] as const
export type PartyFilter = (typeof partyFilters)[number]

const fits: Record<PartyFilter, (one: ParticipantView) => boolean> = {
  all: () => true,
  untold: (one) => one.standing !== 'out' && one.told === null,
  unanswered: (one) => one.standing !== 'out' && answerTo(one, 'mediate') === undefined,
  in: (one) => one.standing === 'in',
  out: (one) => one.standing === 'out',
}

/** Whether a party belongs under a filter of the table. */
export const fitsFilter = (one: ParticipantView, filter: PartyFilter): boolean => fits[filter](one)
