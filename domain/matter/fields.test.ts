import { describe, expect, test } from 'vitest'
import { born } from '#test/rules/play.ts'
import { type Field, type FieldName, fields, isSealed, missingFor } from './fields.ts'
import { states } from './matter.ts'

const names = Object.keys(fields) as FieldName[]

describe('what is still missing', () => {
  test('nothing, for a voice that has just arrived', () => expect(missingFor('received', born())).toEqual([]))

  test('the category, before a dispatch and in every state from then on', () => {
    const demanding = states.filter((state) => missingFor(state, born()).length > 0)
    expect(demanding).toEqual(['dispatched', 'handling', 'returned', 'submitted', 'revisiting', 'closed'])
    expect(missingFor('dispatched', born())).toEqual(['categoryCode'])
    expect(missingFor('dispatched', born({ categoryCode: 'S0101' }))).toEqual([])
  })

  test('an emptied title or story, named in the order of the table', () => {
    expect(missingFor('received', { ...born(), title: '', story: '' })).toEqual(['title', 'story'])
  })

  test('never a way to be reached: whoever wishes stays unnamed', () => {
    const { contactName, contactPhone }: Record<string, Field> = fields
    expect([contactName?.requiredFrom, contactPhone?.requiredFrom]).toEqual([undefined, undefined])
  })
})

describe('sealing', () => {
  test('kind, category and urgency are sealed once a result is handed in, since the limits hung on them', () => {
    for (const name of ['kind', 'categoryCode', 'urgency'] as const)
      expect(states.filter((state) => isSealed(name, state))).toEqual(['submitted', 'revisiting', 'closed'])
  })

  test('title and place can be amended until the matter is closed, and again when it is reopened', () => {
    for (const name of ['title', 'placeText'] as const) {
      expect(states.filter((state) => isSealed(name, state))).toEqual(['closed'])
      expect(isSealed(name, 'accepted')).toBe(false)
    }
  })

  test('no field is sealed before it may be demanded', () => {
    for (const name of names) {
      const { requiredFrom }: Field = fields[name]
      if (requiredFrom !== undefined) expect(isSealed(name, requiredFrom)).toBe(false)
    }
  })
})

test('what says who somebody is counts as sensitive, and nothing else does', () => {
  expect(names.filter((name) => fields[name].sensitive)).toEqual(['contactName', 'contactPhone'])
})
