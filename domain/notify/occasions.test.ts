import { describe, expect, test } from 'vitest'
import { after } from '../matter/effects.ts'
import type { Matter } from '../matter/matter.ts'
import { type Verb, verbs } from '../matter/moves.ts'
import { noticeKinds, occasions, pressingOf, tellingOf, topicOf, topics } from './occasions.ts'

const matter: Matter = {
  ...after(undefined, {
    ...{ verb: 'receive', matterId: 'm', at: 0, actorId: null },
    payload: { centreId: 'centre', centrePath: '/1/2/', urgency: 'normal', words: '' },
  }),
  ...{ holderId: 'holder', handlingId: 'handling', handlerId: null },
}
const told = (
  verb: Verb,
  change: Partial<Matter> = {},
  payload: unknown = {},
  actorId: string | null = 'me',
) => tellingOf({ verb, matter: { ...matter, ...change }, payload, actorId })
const units = (...ids: string[]) => ids.map((unitId) => ({ unitId, accountId: null }))
const people = (...ids: string[]) => ids.map((accountId) => ({ unitId: null, accountId }))

describe('who is told of a move', () => {
  test.each([
    ['receive', 'centre'],
    ['dispatch', 'holder'],
    ['return', 'centre'],
    ['submit', 'centre'],
    ['askReopen', 'centre'],
    ['join', 'holder'],
    ['close', 'handling'],
  ] as const)('%s: the %s', (verb, id) => expect(told(verb)?.to).toEqual(units(id)))

  test.each(['redo', 'answer'] as const)('%s: who signed for it, or the unit, or the holder', (verb) => {
    expect(told(verb, { handlerId: 'someone' })?.to).toEqual(people('someone'))
    expect(told(verb)?.to).toEqual(units('handling'))
    expect(told(verb, { handlingId: null })?.to).toEqual(units('holder'))
  })

  test('a rating only where it is not solved', () => {
    expect(told('rate', {}, { solved: false })?.to).toEqual(units('centre'))
    expect(told('rate', {}, { solved: true })).toBeUndefined()
    expect(told('rate', {}, null)).toBeUndefined()
  })

  test('the units or the person that a move names, and who asked for what was decided', () => {
    expect(told('assist', {}, { units: [{ id: 'a' }, { id: 'b' }] })?.to).toEqual(units('a', 'b'))
    expect(told('dropPart', {}, { unitId: 'a' })?.to).toEqual(units('a'))
    expect(told('handOver', {}, { accountId: 'you' })?.to).toEqual(people('you'))
    expect(told('deny', {}, { request: { by: 'you' } })?.to).toEqual(people('you'))
    expect(told('deny', {}, { request: { by: 'me' } })).toBeUndefined()
  })

  test('never the account that did it, and nobody at all where nobody else is left', () => {
    expect(told('redo', { handlerId: 'me' })).toBeUndefined()
    expect(told('note', {}, { mentions: ['me', 'you'] })?.to).toEqual(people('you'))
  })

  test('whoever a note mentions, each once, and no more than twenty; a note that mentions badly mentions nobody', () => {
    expect(told('note', {}, { mentions: ['a', 'b', 'a', 7, null] })?.to).toEqual(people('a', 'b'))
    const many = Array.from({ length: 50 }, (_, i) => `${i}`)
    expect(told('note', {}, { mentions: many })?.to).toHaveLength(20)
    for (const payload of [null, {}, { mentions: 'a' }, { mentions: {} }, 'text'])
      expect(told('note', {}, payload)).toBeUndefined()
  })

  test('what a channel brought of the person: whose work it is, and of a closed matter the centre', () => {
    const payload = { text: '又灭了', supplement: true }
    expect(told('note', { handlerId: 'someone' }, payload)).toMatchObject({
      kind: 'supplement',
      to: people('someone'),
    })
    expect(told('note', { handlingId: null }, payload)?.to).toEqual(units('holder'))
    expect(told('note', { state: 'closed', handlerId: 'someone' }, payload)?.to).toEqual(units('centre'))
  })

  test('one unit is told once, though it is two things at once', () => {
    expect(told('withdraw', { handlingId: 'centre' })?.to).toEqual(units('centre'))
    expect(told('withdraw', { handlingId: null })?.to).toEqual(units('centre'))
  })

  test('of a verb without an occasion nobody', () => {
    const silent = verbs.filter((verb) => !(verb in occasions))
    expect(silent).toContain('triage')
    for (const verb of silent) expect(told(verb)).toBeUndefined()
  })
})

test('what somebody should do for a matter of the highest urgency is critical; what is good to know is not', () => {
  expect(told('dispatch', { urgency: 'critical' })?.pressing).toBe('critical')
  expect(told('dispatch', { urgency: 'urgent' })?.pressing).toBe('act')
  expect(told('close', { urgency: 'critical' })?.pressing).toBe('know')
  expect([pressingOf('clockLate'), pressingOf('clockFarOver')]).toEqual(['act', 'critical'])
})

test('every kind of notice has a topic that a person can choose', () => {
  expect(new Set(noticeKinds.map(topicOf))).toEqual(new Set(topics))
  expect(topicOf('clockLate')).toBe('clock')
})
