import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOfNumber } from '../calendar/days.ts'
import { grants } from './grants.ts'
import { roles, unitKinds } from './roles.ts'
import { lastDayOf, rolesAt, whyNotLeave, whyNotPost } from './staffing.ts'

const day = fc.integer({ min: 9000, max: 40_000 }).map(dayOfNumber)

describe('the roles of a unit', () => {
  test('every kind of unit has some, and every role stands somewhere', () => {
    for (const kind of unitKinds) expect(rolesAt[kind].length, kind).toBeGreaterThan(0)
    expect(
      roles.filter((role) => !Object.values(rolesAt).some((here) => here.includes(role as never))),
    ).toEqual([])
  })

  test('what reaches the whole district to change it is held at the district only', () => {
    const editing = roles.filter((role) => 'org.edit' in grants[role])
    expect(editing).toEqual(['administrator'])
    for (const kind of unitKinds) {
      const refusal = whyNotPost('administrator', { kind, name: '某处', isClosed: false })
      expect(refusal?.refused, kind).toBe(kind === 'district' ? undefined : 'roleNotHere')
    }
  })

  test('a unit that has ended takes nobody', () => {
    expect(whyNotPost('gridWorker', { kind: 'grid', name: '某网格', isClosed: true })).toEqual({
      refused: 'closedUnit',
      facts: { unit: '某网格' },
      field: 'unitId',
    })
  })
})

describe('the last day of a post', () => {
  test('is the day asked for, or yesterday when it ends at once', () => {
    expect(lastDayOf('2026-01-01', '2026-12-31', '2026-11-23')).toBe('2026-12-31')
    expect(lastDayOf('2026-01-01', null, '2026-11-23')).toBe('2026-11-22')
  })

  test('at once never counts today, and lies at most one day before the first', () => {
    fc.assert(
      fc.property(day, day, (from, today) => {
        const last = lastDayOf(from, null, today)
        expect(last >= addDays(from, -1)).toBe(true)
        expect(from <= today && today <= last).toBe(false)
      }),
    )
  })
})

describe('leaving', () => {
  const free = { name: '文甲', matters: 0, isAdministrator: false, others: 0 }
  test('is free to whoever has nothing open', () => expect(whyNotLeave(free)).toBeUndefined())
  test('waits for what was signed for', () =>
    expect(whyNotLeave({ ...free, matters: 3 })).toEqual({
      refused: 'hasOpenWork',
      facts: { name: '文甲', matters: 3 },
    }))
  test('is not for the last administrator', () => {
    expect(whyNotLeave({ ...free, isAdministrator: true })?.refused).toBe('lastAdministrator')
    expect(whyNotLeave({ ...free, isAdministrator: true, others: 1 })).toBeUndefined()
  })
})
