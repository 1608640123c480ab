import type { AidLineStep, AidState } from './aid.ts'

/** Who does a step. `orderer`: the unit that posted; `centre`: of the street, or of the district once passed up; `asked`: who answers for the asked unit, or works in the asked team today. */
export type AidSide = 'orderer' | 'centre' | 'asked'

type OfLine = { on: 'line'; by: AidSide; from: readonly AidLineStep[] }
type OfAid = { on: 'aid'; by: AidSide; from: readonly AidState[] }

/** What may be done, by whom, and when. What is not written is not allowed. */
export const aidMoves = {
  dispatch: { on: 'aid', by: 'centre', from: ['posted', 'dispatched'] },
  back: { on: 'aid', by: 'centre', from: ['posted'] },
  decline: { on: 'aid', by: 'centre', from: ['posted'] },
  passUp: { on: 'aid', by: 'centre', from: ['posted'] },
  again: { on: 'aid', by: 'orderer', from: ['sentBack'] },
  withdraw: { on: 'aid', by: 'orderer', from: ['posted', 'sentBack', 'dispatched'] },
  accept: { on: 'line', by: 'asked', from: ['accept'] },
  refuse: { on: 'line', by: 'asked', from: ['accept'] },
  plan: { on: 'line', by: 'asked', from: ['plan'] },
  finish: { on: 'line', by: 'asked', from: ['finish'] },
  confirm: { on: 'line', by: 'orderer', from: ['confirm'] },
  notDone: { on: 'line', by: 'orderer', from: ['confirm'] },
  handOver: { on: 'line', by: 'centre', from: ['accept', 'plan', 'finish', 'handOver'] },
  takeBack: { on: 'line', by: 'centre', from: ['accept', 'plan', 'finish', 'handOver'] },
} as const satisfies Record<string, OfLine | OfAid>

export type AidVerb = keyof typeof aidMoves
export const aidVerbs = Object.keys(aidMoves) as AidVerb[]
export type AidLineVerb = { [V in AidVerb]: (typeof aidMoves)[V]['on'] extends 'line' ? V : never }[AidVerb]

/** Whether a verb is about one line. */
export const isAidLineVerb = (verb: AidVerb): verb is AidLineVerb => aidMoves[verb].on === 'line'
