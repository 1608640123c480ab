import type { MatterPage } from '#contract/matter.ts'
import type { State } from '#domain/matter/matter.ts'
import { moveOf, type Verb } from '#domain/matter/moves.ts'

/** What people most often do next in each state, first choice first. */
const likely: Record<State, readonly Verb[]> = {
  received: ['accept', 'triage'],
  accepted: ['dispatch', 'triage'],
  returned: ['dispatch', 'triage'],
  dispatched: ['sign'],
  handling: ['submit', 'contact', 'progress'],
  submitted: ['verify'],
  revisiting: ['close', 'revisit'],
  closed: [],
}

/** Done where what they concern is shown, not in the bar of steps. */
export const inPanels: ReadonlySet<Verb> = new Set<Verb>([
  'addParty',
  'editParty',
  'removeParty',
  'relate',
  'unrelate',
  'mediate',
  'petition',
])

export type Actions = { first: Verb | undefined; others: Verb[]; grave: Verb[] }

/** The verbs I may do now: the likely one, the ordinary ones, and those that stand apart because they need a reason. */
export function actionsOf(
  matter: Pick<MatterPage, 'state' | 'may' | 'clocks' | 'solved' | 'flags'>,
): Actions {
  const may = matter.may.filter((verb) => moveOf(verb).from.length > 0 && !inPanels.has(verb))
  const wanted = [...likely[matter.state]]
  const runs = (kind: 'contact') =>
    matter.clocks.some((clock) => clock.kind === kind && clock.stoppedAt === null)
  if (matter.state === 'handling' && runs('contact')) wanted.unshift('contact')
  if (matter.state === 'revisiting' && matter.solved === null) wanted.unshift('revisit')
  if (matter.state === 'revisiting' && matter.solved === false) wanted.unshift('redo')
  if (matter.flags.includes('reopenAsked')) wanted.unshift('reopen')
  if (matter.state === 'returned' || matter.state === 'accepted') wanted.push('rule')
  if (matter.flags.includes('held')) wanted.unshift('resume')
  if (matter.flags.includes('assisted')) wanted.unshift('answerPart')
  // A request that waits comes first for who may decide it.
  if (matter.flags.includes('approval')) wanted.unshift('grantHold', 'grantExtend', 'void')
  const first = wanted.find((verb) => may.includes(verb))
  const rest = may.filter((verb) => verb !== first)
  return {
    first,
    others: rest.filter((verb) => !moveOf(verb).grave),
    grave: rest.filter((verb) => moveOf(verb).grave),
  }
}
