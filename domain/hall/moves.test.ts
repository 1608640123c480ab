import { describe, expect, test } from 'vitest'
import type { Seat, StaffActor } from '../actor.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import { servesPath } from '../org/tree.ts'
import {
  type HallFacts,
  isFor,
  type Numbered,
  stateAfter,
  ticketMoves,
  ticketVerbs,
  whyNotSoon,
  whyNotTicket,
} from './moves.ts'
import { type Hall, isWindowOf } from './places.ts'
import { type TicketState, ticketStates } from './ticket.ts'

const hall: Hall = { id: 'hall', kind: 'centre', path: '/1/001/ZX/' }

function staff(role: Role, unitKind: UnitKind, unitPath: string, accountId = 'me'): StaffActor {
  const unit = { kind: unitKind, path: unitPath }
  const seat: Seat = {
    ...{ postId: 'post', role, unitId: unitPath, unitKind, unitName: '', unitPath },
    servesPath: servesPath(unit),
  }
  return { kind: 'staff', districtId: 1, accountId, name: '', seats: [seat] }
}

const desk = staff('deskOfficer', 'centre', hall.path)
const expert = staff('mediator', 'studio', '/1/001/GZ1/')
const free: HallFacts = { busyWith: null, firstId: 'it', windowId: null }
const ticket = (state: TicketState, more: Partial<Numbered> = {}): Numbered => ({
  ...{ id: 'it', label: 'A001', state, passes: 0, callerId: 'me', forUnitId: null, forAccountId: null },
  ...more,
})
const why = (verb: (typeof ticketVerbs)[number], t: Numbered, who = desk, facts = free) =>
  whyNotTicket(verb, t, hall, who, facts)?.refused

describe.each(ticketVerbs)('%s', (verb) => {
  test('is possible from the states of its line and from no other', () => {
    for (const state of ticketStates) {
      const isFrom = (ticketMoves[verb].from as readonly string[]).includes(state)
      expect(why(verb, ticket(state)), state).toBe(isFrom ? undefined : 'ticketNotNow')
    }
  })

  test('is not there for another centre, nor for who has no such permission', () => {
    const [state] = ticketMoves[verb].from
    expect(why(verb, ticket(state), staff('deskOfficer', 'centre', '/1/002/ZX/'))).toBe('notFound')
    expect(why(verb, ticket(state), staff('departmentOfficer', 'centre', hall.path))).toBe('notFound')
    if (ticketMoves[verb].needs === 'hall.take') expect(why(verb, ticket(state), expert)).toBe('notYours')
  })
})

test('every number can come to an end, and what is over stays over', () => {
  const ends = ['done', 'cancelled']
  for (const state of ticketStates) {
    const ways = ticketVerbs.filter((verb) => (ticketMoves[verb].from as readonly string[]).includes(state))
    const out = ways.map((verb) => stateAfter(verb, state)).filter((to) => to !== state)
    expect(out.length > 0, state).toBe(!ends.includes(state))
  }
})

test('only who called it knows whether the person is there', () => {
  for (const verb of ['recall', 'start', 'pass', 'finish', 'link'] as const)
    expect(why(verb, ticket('called', { callerId: 'colleague' })), verb).toBe('notYours')
  expect(why('transfer', ticket('serving', { callerId: 'colleague' }))).toBeUndefined()
})

test('one number at a time, in turn; the absent and those sent here by name', () => {
  expect(why('call', ticket('waiting'), desk, { ...free, busyWith: 'A009' })).toBe('windowBusy')
  expect(why('call', ticket('waiting'), desk, { ...free, firstId: 'other' })).toBe('notInTurn')
  expect(why('call', ticket('passed'), desk, { ...free, firstId: 'other' })).toBeUndefined()
  const sent = ticket('waiting', { forUnitId: '/1/001/GZ1/' })
  const later = { ...free, firstId: 'other' }
  expect(why('call', sent, expert, later)).toBeUndefined()
  expect(why('call', sent, staff('expert', 'room', `${hall.path}W01/`), later)).toBe('notYours')
  expect(
    why('call', sent, staff('expert', 'room', `${hall.path}W01/`), { ...later, windowId: '/1/001/GZ1/' }),
  ).toBeUndefined()
})

test('a number sent to a person is for nobody else at the same window', () => {
  const sent = { forUnitId: null, forAccountId: 'me' }
  expect(isFor(sent, desk, null)).toBe(true)
  expect(isFor(sent, { ...desk, accountId: 'colleague' }, hall.path)).toBe(false)
})

test('who was absent three times goes to the end', () => {
  expect(whyNotSoon(ticket('passed', { passes: 2 }))).toBeUndefined()
  expect(whyNotSoon(ticket('passed', { passes: 3 }))?.refused).toBe('passedOften')
})

test('windows are the rooms of a hall, and the studios and committees beside a centre', () => {
  const is = (kind: UnitKind, path: string) => isWindowOf({ kind, path }, hall)
  expect([
    is('room', `${hall.path}W01/`),
    is('studio', '/1/001/GZ1/'),
    is('committee', '/1/001/TW/'),
  ]).toEqual([true, true, true])
  expect([
    is('room', '/1/001/R1/'),
    is('department', '/1/001/D01/'),
    is('studio', '/1/002/GZ1/'),
    is('studio', '/1/001/001/GZ1/'),
  ]).toEqual([false, false, false, false])
  const outpost: Hall = { id: 'c', kind: 'community', path: '/1/001/001/' }
  expect(isWindowOf({ kind: 'committee', path: '/1/001/001/TW/' }, outpost)).toBe(true)
  expect(isWindowOf({ kind: 'studio', path: '/1/001/GZ1/' }, outpost)).toBe(false)
})
