import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Seat, StaffActor } from '../actor.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { Role, UnitKind } from '../org/roles.ts'
import {
  type Exclusion,
  type ExclusionStep,
  type ExclusionVote,
  exclusionStepNames,
  outcomeOf,
  seatsFor,
  whyNotAsk,
  whyNotExclusion,
} from './exclusion.ts'
import { freezeDayOf, isOver, monthAfter, monthBefore, monthsToFreeze } from './month.ts'

const district = 339_901
const seat = (role: Role, unitId: string, unitKind: UnitKind, servesPath: string): Seat => ({
  ...{
    postId: `${role} ${unitId}`,
    role,
    unitId,
    unitKind,
    unitName: unitId,
    unitPath: servesPath,
    servesPath,
  },
})
const person = (accountId: string, ...seats: Seat[]): StaffActor => ({
  ...{ kind: 'staff', districtId: district, accountId, name: accountId, seats },
})
const root = `/${district}/`
const asker = person('asker', seat('departmentOfficer', 'housing', 'department', `${root}D01/`))
const voter = person('voter', seat('departmentOfficer', 'water', 'department', `${root}D02/`))
const street = person('street', seat('dispatcher', 'north', 'centre', `${root}001/`))
const centre = person('centre', seat('dispatcher', 'centre', 'centre', root))
const seats = (votes: (ExclusionVote | null)[]) =>
  votes.map((vote, i) => ({
    ...{ unitId: ['water', 'north', 'centre', 'fourth', 'fifth'][i] ?? '', vote },
    votedBy: vote && `by ${i}`,
  }))
const asked = (more: Partial<Exclusion> = {}): Exclusion => ({
  ...{ state: 'voting', unitId: 'housing', askedBy: 'asker', voteBy: '2026-11-20', appealBy: null },
  seats: seats([null, null, null]),
  ...more,
})
const code = (step: ExclusionStep, e: Exclusion, who: StaffActor, today = '2026-11-20') =>
  whyNotExclusion(step, e, who, today)?.refused

describe('the panel', () => {
  test('decides by more than half of its seats, at once when it is certain and at the latest when the day is over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<ExclusionVote | null>('exclude', 'keep', null), {
          minLength: 3,
          maxLength: 5,
        }),
        (votes) => {
          const [yes, no] = [
            votes.filter((v) => v === 'exclude').length,
            votes.filter((v) => v === 'keep').length,
          ]
          const half = votes.length / 2
          expect(outcomeOf(seats(votes), true)).toBe(yes > half ? 'excluded' : 'refused')
          expect(outcomeOf(seats(votes), false)).toBe(
            yes > half ? 'excluded' : votes.length - no <= half ? 'refused' : undefined,
          )
        },
      ),
    )
  })

  test('has neither the asking unit nor the one that handles the matter', () => {
    expect(seatsFor(['water', 'housing', 'north', 'centre', 'grid'], 'housing', 'grid')).toEqual([
      ...['water', 'north', 'centre'],
    ])
  })

  test('votes until its day, each unit once, and never the asking one', () => {
    expect(code('vote', asked(), voter)).toBeUndefined()
    expect(code('vote', asked(), voter, '2026-11-21')).toBe('voteOver')
    expect(code('vote', asked({ seats: seats(['keep', null, null]) }), voter)).toBe('votedBefore')
    expect(code('vote', asked(), person('nobody', seat('leader', 'else', 'street', `${root}002/`)))).toBe(
      'notYours',
    )
    expect(code('vote', asked(), asker)).toBe('notYours')
    const both = person('both', ...voter.seats, ...asker.seats)
    expect(code('vote', asked(), both)).toBe('ownExclusion')
    expect(code('vote', asked(), { ...voter, accountId: 'asker' })).toBe('ownExclusion')
    const twice = person('twice', ...voter.seats, ...street.seats)
    expect(code('vote', asked(), twice)).toBeUndefined()
    const once = [
      { unitId: 'water', vote: 'keep', votedBy: 'twice' } as const,
      ...seats([null, null, null]).slice(1),
    ]
    expect(code('vote', asked({ seats: once }), twice)).toBe('votedBefore')
    expect(code('vote', asked({ state: 'withdrawn' }), voter)).toBe('exclusionNotNow')
  })
})

describe('the appeal', () => {
  const refused = asked({ state: 'refused', appealBy: '2026-11-27', seats: seats(['keep', 'keep', null]) })
  const appealed = { ...refused, state: 'appealed' } as const

  test('is made once, in time, by the asking unit', () => {
    expect(code('appeal', refused, asker, '2026-11-27')).toBeUndefined()
    expect(code('appeal', refused, asker, '2026-11-28')).toBe('appealOver')
    expect(code('appeal', refused, voter)).toBe('notYours')
    expect(code('appeal', { ...refused, state: 'upheld' }, asker)).toBe('exclusionNotNow')
  })

  test('is ruled on by the district’s centre, and by nobody who asked or voted', () => {
    expect(code('grant', appealed, centre)).toBeUndefined()
    expect(code('uphold', appealed, street)).toBe('notYours')
    expect(code('grant', { ...appealed, askedBy: 'centre' }, centre)).toBe('ownExclusion')
    const voted = { ...appealed, seats: [{ unitId: 'centre', vote: 'keep', votedBy: 'centre' } as const] }
    expect(code('grant', voted, centre)).toBe('votedBefore')
    expect(code('grant', voted, { ...centre, accountId: 'colleague' })).toBeUndefined()
    expect(code('grant', refused, centre)).toBe('exclusionNotNow')
  })

  test('nobody decides what they asked for themselves, whatever posts they hold', () => {
    const posts = [...asker.seats, ...voter.seats, ...street.seats, ...centre.seats]
    for (const step of exclusionStepNames.filter((one) => one !== 'withdraw' && one !== 'appeal'))
      for (const state of ['voting', 'appealed', 'refused'] as const)
        expect(code(step, asked({ state }), person('asker', ...posts))).toBe('ownExclusion')
  })
})

test('a unit asks about what it had, in time, once, and not about what is need-to-know', () => {
  const m = {
    sensitive: false,
    isDestroyed: false,
    involved: ['housing'],
    askBy: '2026-11-20',
    isAsked: false,
  }
  const why = (more: object, today = '2026-11-20', who = asker) =>
    whyNotAsk({ ...m, ...more }, 'housing', who, today)?.refused
  expect(why({})).toBeUndefined()
  expect(why({ askBy: null }, '2027-01-01')).toBeUndefined()
  expect(why({}, '2026-11-21')).toBe('askOver')
  expect(why({ isAsked: true })).toBe('exclusionAsked')
  expect(why({ sensitive: true })).toBe('exclusionSensitive')
  expect(why({ isDestroyed: true })).toBe('fileDestroyed')
  expect(why({ involved: ['water'] })).toBe('notYours')
  expect(why({}, '2026-11-20', voter)).toBe('notYours')
})

describe('months', () => {
  const calendar = calendarOf({
    days: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({
      ...{ day, isWorking: false },
    })),
    years: [[2026, 'official']],
    hours: [[540, 1050]],
    version: 1,
  })

  test('follow one another, over the end of the year too', () => {
    expect([monthAfter('2026-12'), monthAfter('2026-01'), monthBefore('2027-01')]).toEqual([
      ...['2027-01', '2026-02', '2026-12'],
    ])
    expect([isOver('2026-10', '2026-10-31'), isOver('2026-10', '2026-11-01')]).toEqual([false, true])
  })

  test('are frozen on the working day of the profile, after the holidays', () => {
    expect(freezeDayOf(calendar, '2026-10', 5)).toBe('2026-11-06')
    expect(freezeDayOf(calendar, '2026-09', 5)).toBe('2026-10-14')
  })

  test('wait for their day, begin with last month, and catch up in order after a long stop', () => {
    expect(monthsToFreeze(undefined, '2026-11-05', calendar, 5)).toEqual([])
    expect(monthsToFreeze(undefined, '2026-11-06', calendar, 5)).toEqual(['2026-10'])
    expect(monthsToFreeze('2026-10', '2026-11-30', calendar, 5)).toEqual([])
    expect(monthsToFreeze('2026-07', '2026-11-05', calendar, 5)).toEqual(['2026-08', '2026-09'])
  })
})
