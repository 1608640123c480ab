import type { LineStep, WhistleState } from './whistle.ts'

/**
 * Who does a step. `unit`: whoever answers for the called department; `blower`: the unit that blew; `holder`: the same, or the
 * district's centre once the whistle was passed up to it; `second`: another leader of the blowing unit; `judge`: the district's centre.
 */
export type Side = 'unit' | 'blower' | 'holder' | 'second' | 'judge'

type LineMove = {
  on: 'line'
  by: Side
  /** The steps of a line at which it may be done; `ended`: once its work was confirmed. */
  from: readonly (LineStep | 'ended')[]
}
type WhistleMove = { on: 'whistle'; by: Side; from: readonly WhistleState[] }

/** What may be done, by whom, and when. What is not written is not allowed. */
export const whistleMoves = {
  second: { on: 'whistle', by: 'second', from: ['waiting'] },
  decline: { on: 'whistle', by: 'second', from: ['waiting'] },
  sign: { on: 'line', by: 'unit', from: ['sign'] },
  contact: { on: 'line', by: 'unit', from: ['contact'] },
  arrive: { on: 'line', by: 'unit', from: ['arrive'] },
  plan: { on: 'line', by: 'unit', from: ['plan'] },
  finish: { on: 'line', by: 'unit', from: ['finish'] },
  object: { on: 'line', by: 'unit', from: ['sign', 'contact', 'arrive'] },
  rule: { on: 'line', by: 'judge', from: ['rule'] },
  confirm: { on: 'line', by: 'holder', from: ['confirm'] },
  sendBack: { on: 'line', by: 'holder', from: ['confirm'] },
  rate: { on: 'line', by: 'blower', from: ['ended'] },
  rateBack: { on: 'line', by: 'unit', from: ['confirm', 'ended'] },
  upgrade: { on: 'whistle', by: 'blower', from: ['sounding'] },
  callOff: { on: 'whistle', by: 'holder', from: ['waiting', 'sounding'] },
  misuse: { on: 'whistle', by: 'judge', from: ['sounding', 'over', 'calledOff'] },
} as const satisfies Record<string, LineMove | WhistleMove>

export type WhistleVerb = keyof typeof whistleMoves
export const whistleVerbs = Object.keys(whistleMoves) as WhistleVerb[]
export type LineVerb = {
  [V in WhistleVerb]: (typeof whistleMoves)[V]['on'] extends 'line' ? V : never
}[WhistleVerb]

/** Whether a verb is about one line. */
export const isLineVerb = (verb: WhistleVerb): verb is LineVerb => whistleMoves[verb].on === 'line'
