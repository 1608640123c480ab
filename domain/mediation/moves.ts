import type { MediationState } from './mediation.ts'

/** Who does a step: a mediator of this case; anybody of the unit who may mediate; or somebody who is not its mediator. */
export type Doer = 'mediator' | 'unit' | 'other'

export type MediationMove = {
  from: readonly MediationState[]
  to: MediationState | 'same'
  by: Doer
  /** A party may do it by its link. */
  party?: true
  /** Shown apart, with a reason asked for. */
  grave?: true
}

const living = ['asking', 'running'] as const

/**
 * Every step of a mediation, with its article. What is not written is not allowed.
 * 人民调解法 17 (agreement), 19 (mediators), 20 (outsiders), 23 (leaving at any time), 26 (other routes), 27 (file), 29–33.
 */
export const mediationMoves = {
  open: { from: [], to: 'asking', by: 'unit' },
  tell: { from: living, to: 'same', by: 'mediator', party: true },
  consent: { from: living, to: 'same', by: 'mediator', party: true },
  mandate: { from: ['asking', 'running', 'agreed'], to: 'same', by: 'mediator' },
  revokeMandate: {
    from: ['asking', 'running', 'agreed'],
    to: 'same',
    by: 'mediator',
    party: true,
    grave: true,
  },
  appoint: { from: living, to: 'same', by: 'unit' },
  disclose: { from: living, to: 'same', by: 'mediator' },
  recuse: { from: living, to: 'same', by: 'unit', party: true, grave: true },
  begin: { from: ['asking'], to: 'running', by: 'mediator' },
  schedule: { from: ['running'], to: 'same', by: 'mediator' },
  reply: { from: ['running'], to: 'same', by: 'mediator', party: true },
  cancel: { from: ['running'], to: 'same', by: 'mediator', grave: true },
  hold: { from: ['running'], to: 'same', by: 'mediator' },
  signRecord: { from: ['running', 'agreed', 'ended'], to: 'same', by: 'mediator', party: true },
  offer: { from: ['running'], to: 'same', by: 'mediator', party: true },
  answerOffer: { from: ['running'], to: 'same', by: 'mediator', party: true },
  withdrawOffer: { from: ['running'], to: 'same', by: 'mediator', party: true },
  askExtension: { from: ['running'], to: 'same', by: 'mediator' },
  extend: { from: ['running'], to: 'same', by: 'mediator' },
  pause: { from: ['running'], to: 'same', by: 'mediator' },
  resume: { from: ['running'], to: 'same', by: 'mediator' },
  draft: { from: ['running'], to: 'same', by: 'mediator' },
  dropDraft: { from: ['running'], to: 'same', by: 'mediator', grave: true },
  sign: { from: ['running'], to: 'same', by: 'mediator', party: true },
  signAsMediator: { from: ['running'], to: 'same', by: 'mediator' },
  seal: { from: ['running'], to: 'same', by: 'unit' },
  leave: { from: living, to: 'same', by: 'mediator', party: true, grave: true },
  settle: { from: ['running'], to: 'agreed', by: 'mediator' },
  end: { from: living, to: 'ended', by: 'mediator', grave: true },
  perform: { from: ['agreed'], to: 'same', by: 'mediator' },
  miss: { from: ['agreed'], to: 'same', by: 'mediator', grave: true },
  confirm: { from: ['agreed'], to: 'same', by: 'mediator' },
  revisit: { from: ['agreed', 'ended'], to: 'same', by: 'other' },
  file: { from: ['agreed', 'ended'], to: 'filed', by: 'unit' },
} as const satisfies Record<string, MediationMove>

export type Step = keyof typeof mediationMoves
export const steps = Object.keys(mediationMoves) as Step[]
export const mediationMoveOf = (step: Step): MediationMove => mediationMoves[step]
