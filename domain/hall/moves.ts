import type { StaffActor } from '../actor.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Hall, seatsIn } from './places.ts'
import { soonAtMost, type Ticket, type TicketState } from './ticket.ts'

type TicketMove = {
  from: readonly TicketState[]
  /** Absent: it stays where it is. */
  to?: TicketState
  needs: 'hall.serve' | 'hall.take'
  /** Only for who called it; somebody else cannot know whether the person is there. */
  isCallers?: true
}

/** What is done with a number: from where, to where, and who may. What is not written is not allowed. */
export const ticketMoves = {
  call: { from: ['waiting', 'passed'], to: 'called', needs: 'hall.serve' },
  recall: { from: ['called'], needs: 'hall.serve', isCallers: true },
  start: { from: ['called'], to: 'serving', needs: 'hall.serve', isCallers: true },
  pass: { from: ['called'], to: 'passed', needs: 'hall.serve', isCallers: true },
  finish: { from: ['called', 'serving'], to: 'done', needs: 'hall.serve', isCallers: true },
  rejoin: { from: ['passed'], to: 'waiting', needs: 'hall.take' },
  transfer: { from: ['waiting', 'called', 'serving'], to: 'waiting', needs: 'hall.serve' },
  favour: { from: ['waiting'], needs: 'hall.take' },
  link: { from: ['called', 'serving'], needs: 'hall.serve', isCallers: true },
  cancel: { from: ['waiting', 'called', 'passed'], to: 'cancelled', needs: 'hall.take' },
} as const satisfies Record<string, TicketMove>

export type TicketVerb = keyof typeof ticketMoves
export const ticketVerbs = Object.keys(ticketMoves) as TicketVerb[]

/** Where a number stands after a verb. */
export function stateAfter<S extends string>(verb: TicketVerb, state: S): S | TicketState {
  const { to }: TicketMove = ticketMoves[verb]
  return to ?? state
}

/** `busyWith`: the label of the number the actor has at the window; `firstId`: whose turn it is; `windowId`: where the actor sits. */
export type HallFacts = { busyWith: string | null; firstId: string | null; windowId: string | null }
export type Numbered = Ticket & { id: string }

type Guard = (ticket: Numbered, hall: Hall, actor: StaffActor, facts: HallFacts) => Refusal | undefined

/** Whether a number waits for this person, for a unit where this person works, or for the window where this person sits. */
export function isFor(
  ticket: Pick<Ticket, 'forUnitId' | 'forAccountId'>,
  actor: StaffActor,
  windowId: string | null,
): boolean {
  if (ticket.forAccountId !== null) return ticket.forAccountId === actor.accountId
  if (ticket.forUnitId === null) return false
  return ticket.forUnitId === windowId || actor.seats.some((seat) => seat.unitId === ticket.forUnitId)
}

const guards: Partial<Record<TicketVerb, Guard>> = {
  // One at a time, and nobody is called out of turn: absent ones and those sent here are called by name.
  call: (ticket, hall, actor, { busyWith, firstId, windowId }) => {
    if (busyWith !== null) return refuse('windowBusy', { number: busyWith })
    if (ticket.state === 'passed') return undefined
    if (ticket.forUnitId === null && ticket.forAccountId === null)
      return ticket.id === firstId ? undefined : refuse('notInTurn', { number: ticket.label })
    return isFor(ticket, actor, windowId) || seatsIn(actor, hall, 'hall.take').length > 0
      ? undefined
      : refuse('notYours')
  },
}

/**
 * Why this person may not do this to this number now. Refusals: `notFound` (not their hall), `notYours`, `ticketNotNow`
 * (facts: its number), `windowBusy`, `notInTurn`.
 */
export function whyNotTicket(
  verb: TicketVerb,
  ticket: Numbered,
  hall: Hall,
  actor: StaffActor,
  facts: HallFacts,
): Refusal | undefined {
  const move: TicketMove = ticketMoves[verb]
  if (whyNotEnter(hall, actor)) return refuse('notFound')
  if (seatsIn(actor, hall, move.needs).length === 0) return refuse('notYours')
  if (!move.from.includes(ticket.state)) return refuse('ticketNotNow', { number: ticket.label })
  if (move.isCallers && ticket.callerId !== actor.accountId) return refuse('notYours')
  return guards[verb]?.(ticket, hall, actor, facts)
}

/** Why somebody may not even see a hall. Refusal: `notFound`. */
export function whyNotEnter(hall: Hall, actor: StaffActor): Refusal | undefined {
  return seatsIn(actor, hall, 'hall.serve').length > 0 ? undefined : refuse('notFound')
}

/** Whether somebody who was absent may come back soon: twice, and then only to the end. Refusal: `passedOften`. */
export function whyNotSoon(ticket: Pick<Ticket, 'passes' | 'label'>): Refusal | undefined {
  return ticket.passes > soonAtMost ? refuse('passedOften', { number: ticket.label }) : undefined
}
