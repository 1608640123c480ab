import type { Permission } from '../org/grants.ts'
import type { ClockKind } from './clocks.ts'
import { type State, states } from './matter.ts'

export type Move = {
  /** States from which it may be done; what is not written is not allowed. Empty: it begins a matter. */
  from: readonly State[]
  to: State | 'same'
  /** The permission a person of the staff needs, or undefined when it is not theirs to do. */
  needs?: Permission
  /** Whether the resident who holds the query code may do it. */
  resident?: true
  /** Whether a party of a mediation may do it by its link. */
  party?: true
  /** Whether the product may do it by itself, as the follow-up of another move. */
  system?: true
  /** Who holds the matter afterwards; absent: unchanged. */
  holder?: 'target' | 'centre' | 'handling'
  starts?: readonly ClockKind[]
  stops?: readonly ClockKind[]
  /** Whether the resident sees it in the tracking of the appeal. */
  told?: true
  /** Shown apart, with a reason asked for. */
  grave?: true
}

/** The clocks of sorting and of handling, for what takes a matter out of somebody's hands. */
const sorting = ['accept', 'dispatch'] as const
const working = ['sign', 'contact', 'handle', 'approve', 'hold'] as const

const open = [
  'received',
  'accepted',
  'dispatched',
  'handling',
  'returned',
  'submitted',
  'revisiting',
] as const

/** Every verb a person can do to a matter. The only way anything changes (domain rules §2.5, §3; house rule "the heart is a table"). */
export const moves = {
  receive: {
    from: [],
    to: 'received',
    needs: 'matter.receive',
    system: true,
    holder: 'centre',
    starts: ['accept'],
    told: true,
  },
  accept: {
    from: ['received'],
    to: 'accepted',
    needs: 'matter.accept',
    stops: ['accept'],
    starts: ['dispatch'],
    told: true,
  },
  refuse: {
    from: ['received', 'accepted', 'returned'],
    to: 'closed',
    needs: 'matter.refuse',
    stops: [...sorting, 'approve'],
    told: true,
    grave: true,
  },
  triage: { from: ['received', 'accepted', 'returned'], to: 'same', needs: 'matter.triage' },
  dispatch: {
    from: ['accepted', 'returned'],
    to: 'dispatched',
    needs: 'matter.dispatch',
    holder: 'target',
    stops: ['dispatch'],
    starts: ['sign', 'contact', 'handle'],
    told: true,
  },
  sign: { from: ['dispatched'], to: 'handling', needs: 'matter.handle', stops: ['sign'], told: true },
  return: {
    from: ['dispatched', 'handling'],
    to: 'returned',
    needs: 'matter.handle',
    holder: 'centre',
    stops: working,
    starts: ['dispatch'],
    grave: true,
  },
  // The centre decides a dispute about who handles it; what it names may not come back (domain rules §12.6).
  rule: {
    from: ['accepted', 'returned'],
    to: 'dispatched',
    needs: 'matter.rule',
    holder: 'target',
    stops: ['dispatch'],
    starts: ['sign', 'contact', 'handle'],
    told: true,
  },
  // 上报: what was tried goes along. What runs ends here, so that lateness stays with the level that had it (house rule on clocks).
  escalate: {
    from: ['received', 'accepted', 'returned', 'handling'],
    to: 'accepted',
    needs: 'matter.escalate',
    holder: 'centre',
    stops: [...sorting, ...working],
    starts: ['dispatch'],
    told: true,
  },
  handDown: {
    from: ['received', 'accepted', 'returned'],
    to: 'accepted',
    needs: 'matter.handDown',
    holder: 'centre',
    stops: [...sorting, 'approve'],
    starts: ['dispatch'],
    told: true,
  },
  handOver: { from: ['handling'], to: 'same', needs: 'matter.handle' },
  assist: { from: ['accepted', 'dispatched', 'handling'], to: 'same', needs: 'matter.assist' },
  answerPart: { from: open, to: 'same', needs: 'matter.part' },
  dropPart: { from: open, to: 'same', needs: 'matter.assist', grave: true },
  askHold: { from: ['handling'], to: 'same', needs: 'matter.handle', starts: ['approve'] },
  askExtend: { from: ['handling'], to: 'same', needs: 'matter.handle', starts: ['approve'] },
  askVoid: {
    from: ['received', 'accepted', 'dispatched', 'handling', 'returned'],
    to: 'same',
    needs: 'matter.askVoid',
    starts: ['approve'],
    grave: true,
  },
  // 复审: once, of a hold or more time that was denied; somebody above who denied it decides.
  askReview: { from: ['handling'], to: 'same', needs: 'matter.handle', starts: ['approve'] },
  grantHold: {
    from: ['handling'],
    to: 'same',
    needs: 'matter.approve',
    stops: ['approve'],
    starts: ['hold'],
  },
  grantExtend: { from: ['handling'], to: 'same', needs: 'matter.approve', stops: ['approve'] },
  void: {
    from: ['received', 'accepted', 'dispatched', 'handling', 'returned'],
    to: 'closed',
    needs: 'matter.approve',
    holder: 'centre',
    stops: [...sorting, ...working],
    told: true,
    grave: true,
  },
  deny: { from: open, to: 'same', needs: 'matter.approve', stops: ['approve'] },
  resume: { from: ['handling'], to: 'same', needs: 'matter.resume', stops: ['hold'], told: true },
  expedite: { from: open, to: 'same', needs: 'matter.expedite' },
  copy: { from: states, to: 'same', needs: 'matter.copy' },
  contact: { from: ['handling'], to: 'same', needs: 'matter.handle', stops: ['contact'], told: true },
  progress: { from: ['handling'], to: 'same', needs: 'matter.handle', told: true },
  ask: { from: ['received', 'accepted', 'handling'], to: 'same', needs: 'matter.ask', told: true },
  answer: { from: open, to: 'same', resident: true, told: true },
  submit: {
    from: ['handling'],
    to: 'submitted',
    needs: 'matter.handle',
    holder: 'centre',
    stops: ['contact', 'handle', 'approve', 'hold'],
    starts: ['verify'],
    told: true,
  },
  verify: {
    from: ['submitted'],
    to: 'revisiting',
    needs: 'matter.verify',
    stops: ['verify'],
    starts: ['revisit'],
  },
  redo: {
    from: ['submitted', 'revisiting'],
    to: 'handling',
    needs: 'matter.verify',
    holder: 'handling',
    stops: ['verify', 'revisit'],
    starts: ['handle'],
    told: true,
    grave: true,
  },
  // An answer stops no clock: the time to revisit runs until somebody closes or sends back, so that nothing asked lies still.
  revisit: { from: ['revisiting'], to: 'same', needs: 'matter.revisit' },
  rate: { from: ['revisiting', 'closed'], to: 'same', resident: true, told: true },
  close: {
    from: ['revisiting'],
    to: 'closed',
    needs: 'matter.close',
    system: true,
    stops: ['revisit'],
    told: true,
  },
  askReopen: { from: ['closed'], to: 'same', resident: true, starts: ['reopen'], told: true },
  reopen: {
    from: ['closed'],
    to: 'accepted',
    needs: 'matter.reopen',
    holder: 'centre',
    stops: ['reopen'],
    starts: ['dispatch'],
    told: true,
    grave: true,
  },
  keepClosed: { from: ['closed'], to: 'same', needs: 'matter.reopen', stops: ['reopen'], told: true },
  withdraw: {
    from: ['received', 'accepted', 'dispatched', 'handling', 'returned'],
    to: 'closed',
    needs: 'matter.withdraw',
    resident: true,
    holder: 'centre',
    stops: [...sorting, ...working],
    told: true,
    grave: true,
  },
  // 并案: its voices go to another matter, each with its own code and rating; nothing is deleted.
  merge: {
    from: ['received', 'accepted', 'dispatched', 'handling', 'returned'],
    to: 'closed',
    needs: 'matter.join',
    holder: 'centre',
    stops: [...sorting, ...working],
    grave: true,
  },
  // 分案: voices leave for a matter of their own.
  split: { from: open, to: 'same', needs: 'matter.join' },
  join: { from: open, to: 'same', system: true, told: true },
  note: { from: states, to: 'same', needs: 'matter.note' },
  // Who is concerned 当事人; the payload names nobody (docs/adr/0016).
  addParty: { from: open, to: 'same', needs: 'matter.party' },
  editParty: { from: open, to: 'same', needs: 'matter.party' },
  removeParty: { from: open, to: 'same', needs: 'matter.party', grave: true },
  // 关联: written in the story of both; an old matter may be what a new one follows from.
  relate: { from: states, to: 'same', needs: 'matter.relate' },
  unrelate: { from: states, to: 'same', needs: 'matter.triage', grave: true },
  // 调解: which step, and whether it may be taken, is for its own table (domain/mediation).
  mediate: {
    from: ['handling', 'submitted', 'revisiting', 'closed'],
    to: 'same',
    needs: 'mediation.run',
    party: true,
  },
  // 信访: which step, and whether it may be taken, is for its own table (domain/petition). A review may come after the matter has closed.
  petition: { from: states, to: 'same', needs: 'petition.run' },
  correct: { from: open, to: 'same', needs: 'matter.correct' },
  archive: { from: ['closed'], to: 'same', needs: 'matter.archive' },
  // 个人信息请求的答复: that it was answered and what went; never whose it was (docs/adr/0026).
  settleSubject: { from: states, to: 'same', system: true },
} as const satisfies Record<string, Move>

export type Verb = keyof typeof moves
export const verbs = Object.keys(moves) as Verb[]

/** The verbs by which something is asked for that somebody has to decide. */
export const asking: readonly Verb[] = ['askHold', 'askExtend', 'askVoid', 'askReview']

/** The row of one verb, with every optional column readable. */
export function moveOf(verb: Verb): Move {
  return moves[verb]
}

/** The state a matter is in after a verb. In: the state before (undefined at birth). Out: the state after. */
export function stateAfter(verb: Verb, before: State | undefined): State {
  const { to } = moveOf(verb)
  return to === 'same' ? (before ?? 'received') : to
}
