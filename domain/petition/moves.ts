import type { PetitionState } from './petition.ts'

/**
 * Who takes a step. `office`: the petition office; `body`: the one it was sent to; `turn`: whichever of the two has it; `head`: a
 * leader over that body; `superior`: a leader over all competent bodies; `reviewer`, `rereviewer`: the level above; `person`: the
 * petitioner through the office, the body or an agent; `agent`: somebody with a mandate; `any`: whoever works on it.
 */
export type PetitionDoer =
  | 'office'
  | 'body'
  | 'turn'
  | 'head'
  | 'superior'
  | 'reviewer'
  | 'rereviewer'
  | 'person'
  | 'agent'
  | 'any'

type PetitionMove = {
  from: readonly PetitionState[]
  to: PetitionState | 'same'
  by: PetitionDoer
  /** Of the Regulation on Petition Work; null: of the practice of the field. */
  article: number | null
  /** Shown apart, with a reason. */
  grave?: true
}

const atFirst = ['sorting', 'sent'] as const
const going = [
  'sorting',
  'disputed',
  'sent',
  'objected',
  'accepted',
  'answered',
  'review',
  'reviewed',
  'rereview',
] as const
const all = [...going, 'ended'] as const

/** Every step of a petition with its article. What is not written is not allowed. */
export const petitionMoves = {
  register: { from: [], to: 'sorting', by: 'office', article: 22 },
  judge: { from: atFirst, to: 'same', by: 'turn', article: 19 },
  // to `disputed` where the bodies do not agree
  send: { from: ['sorting'], to: 'sent', by: 'office', article: 22 },
  decide: { from: ['disputed'], to: 'sent', by: 'superior', article: 24 },
  object: { from: ['sent'], to: 'objected', by: 'body', article: 23 },
  agreeReturn: { from: ['objected'], to: 'sorting', by: 'office', article: 23 },
  keepSent: { from: ['objected'], to: 'sent', by: 'office', article: 23 },
  tellRoute: { from: atFirst, to: 'ended', by: 'turn', article: 31, grave: true },
  refuseDouble: { from: atFirst, to: 'ended', by: 'turn', article: 19, grave: true },
  accept: { from: ['sent'], to: 'accepted', by: 'body', article: 23 },
  notAccept: { from: ['sent'], to: 'ended', by: 'body', article: 23, grave: true },
  extend: { from: ['accepted'], to: 'same', by: 'head', article: 34 },
  opine: { from: ['accepted'], to: 'answered', by: 'body', article: 32 },
  reply: { from: ['accepted'], to: 'ended', by: 'body', article: 29 },
  reconcile: { from: ['accepted'], to: 'ended', by: 'body', article: 33 },
  deliver: { from: all, to: 'same', by: 'any', article: 32 },
  askReview: { from: ['answered'], to: 'review', by: 'person', article: 35 },
  giveReview: { from: ['review'], to: 'reviewed', by: 'reviewer', article: 35 },
  askRereview: { from: ['reviewed'], to: 'rereview', by: 'person', article: 36 },
  beginHearing: { from: ['rereview'], to: 'same', by: 'rereviewer', article: 36 },
  endHearing: { from: ['rereview'], to: 'same', by: 'rereviewer', article: 36 },
  giveRereview: { from: ['rereview'], to: 'ended', by: 'rereviewer', article: 36 },
  finish: { from: ['answered', 'reviewed'], to: 'ended', by: 'any', article: 35 },
  reportUp: { from: going, to: 'same', by: 'any', article: 25, grave: true },
  withdraw: { from: going, to: 'ended', by: 'person', article: null, grave: true },
  mandate: { from: going, to: 'same', by: 'any', article: null },
  revoke: { from: all, to: 'same', by: 'any', article: null, grave: true },
  actFor: { from: all, to: 'same', by: 'agent', article: null },
} as const satisfies Record<string, PetitionMove>

export type PetitionStep = keyof typeof petitionMoves
export const petitionSteps = Object.keys(petitionMoves) as PetitionStep[]
export const petitionMoveOf = (step: PetitionStep): PetitionMove => petitionMoves[step]
