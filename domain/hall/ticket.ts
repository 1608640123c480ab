/** Where a number stands. `passed`: called and not there. */
export const ticketStates = ['waiting', 'called', 'serving', 'done', 'passed', 'cancelled'] as const
export type TicketState = (typeof ticketStates)[number]

/** Who may go before, marked by staff who have seen it: the old, the disabled, whoever carries an infant. */
export const priorities = ['old', 'disabled', 'infant'] as const
export type Priority = (typeof priorities)[number]

/** How a number was taken. */
export const ticketSources = ['desk', 'phone', 'kiosk'] as const

/** The letters of a hall: whoever comes, and whoever booked by telephone. */
export const letters = { general: 'A', booked: 'B' } as const

export type Ticket = {
  label: string
  state: TicketState
  passes: number
  callerId: string | null
  forUnitId: string | null
  forAccountId: string | null
}

/** `A007`: what the display shows and the voice says. In: the letter, the running number of the day. */
export function ticketLabel(letter: string, number: number): string {
  return `${letter}${String(number).padStart(3, '0')}`
}

/** How often somebody who was absent may come back soon; after that only to the end of the line. */
export const soonAtMost = 2
