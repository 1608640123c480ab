import { describe, expect, test } from 'vitest'
import { born, dispatchTo, later, monday, played, triaged, voice } from '#test/rules/play.ts'
import { units } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import { after } from './effects.ts'
import type { Matter } from './matter.ts'

const all = situations(units.community, units.department)
const at = (name: string) => all[name] as Matter

describe('a new matter', () => {
  test('is held by the place that sorts it, with one voice and nothing done', () => {
    expect(born()).toMatchObject({
      state: 'received',
      holderId: units.community.id,
      centreId: units.community.id,
      involved: [units.community.id],
      handlingId: null,
      appeals: 1,
      version: 1,
      receivedAt: monday,
      story: voice().words,
    })
  })

  test('begins with receive and nothing else', () => {
    const action = { verb: 'accept', matterId: 'm', at: 0, actorId: null, payload: {} } as const
    expect(() => after(undefined, action)).toThrow('receive')
  })
})

describe('whose turn it is', () => {
  test('a dispatch hands it to the unit, which stays known as having taken part', () => {
    expect(at('dispatched')).toMatchObject({
      holderId: units.department.id,
      holderPath: units.department.path,
      handlingId: units.department.id,
      handlingPath: units.department.path,
      level: 'district',
      handlerId: null,
    })
    expect(at('returned').involved).toEqual([units.community.id, units.department.id])
  })

  test('signing names the person', () => expect(at('handling').handlerId).toBe('the signer'))

  test('a return gives it back to the centre, nobody handles it, and the unit is remembered', () => {
    expect(at('returned')).toMatchObject({
      holderId: units.community.id,
      handlingId: null,
      handlingPath: null,
      handlerId: null,
      returnedBy: [units.department.id],
    })
  })

  test('a result gives it to the centre, and the unit that handled it is still known', () => {
    expect(at('submitted')).toMatchObject({
      holderId: units.community.id,
      handlingId: units.department.id,
      submittedBy: 'the submitter',
    })
  })

  test('sent back, it goes to the unit that handled it', () => {
    for (const name of ['submitted', 'revisiting, person asked'])
      expect(played(at(name), ['redo'])).toMatchObject({
        state: 'handling',
        holderId: units.department.id,
        solved: null,
        satisfied: null,
        submittedBy: null,
        revisitTries: 0,
      })
  })

  test('withdrawn while a department had it, it lies with the centre again', () => {
    expect(played(at('handling'), ['ask'], ['withdraw', {}, 'x', later(2)])).toMatchObject({
      state: 'closed',
      closureKind: 'withdrawn',
      closedAt: later(2),
      holderId: units.community.id,
      questionOpen: false,
    })
  })
})

describe('what the person says', () => {
  const asked = at('revisiting, nobody asked yet')
  const joined = played(asked, ['join', { hasContact: true }])

  test('one voice alone decides for the matter', () => {
    expect(played(asked, ['rate', { solved: true, satisfied: 'basically' }])).toMatchObject({
      solved: true,
      satisfied: 'basically',
    })
  })

  test('one voice of several cannot say for the others that it is solved, but it can say that it is not', () => {
    expect(played(joined, ['rate', { solved: true, satisfied: 'satisfied' }]).solved).toBeNull()
    expect(played(joined, ['rate', { solved: false, satisfied: 'unsatisfied' }])).toMatchObject({
      solved: false,
      satisfied: 'unsatisfied',
    })
  })

  test('a try that did not reach her counts as a try and says nothing', () => {
    const tried = played(asked, ['revisit', { reached: false, solved: null, satisfied: null }])
    expect(tried).toMatchObject({ revisitTries: 1, solved: null, satisfied: null })
  })

  test('a later answer replaces an earlier one', () => {
    const first = played(asked, ['revisit', { reached: true, solved: false, satisfied: 'unsatisfied' }])
    expect(played(first, ['revisit', { reached: true, solved: true, satisfied: 'satisfied' }])).toMatchObject(
      { solved: true, satisfied: 'satisfied', revisitTries: 2 },
    )
  })

  test('what one has answered is no answer of a neighbour who joins while a result is checked or asked about', () => {
    const answered = at('revisiting, person asked')
    expect(answered).toMatchObject({ solved: true, satisfied: 'satisfied', revisitTries: 1 })
    const open = { solved: null, satisfied: null, revisitTries: 0, appeals: 2 }
    expect(played(answered, ['join', { hasContact: true }])).toMatchObject(open)
    const missed = played(asked, ['revisit', { reached: false, solved: null, satisfied: null }])
    expect(played(missed, ['join', { hasContact: false }])).toMatchObject(open)
  })

  test('each verification asks anew', () => {
    const again = played(at('revisiting, person asked'), ['redo'], ['submit', { result: '再修' }], ['verify'])
    expect(again).toMatchObject({ solved: null, satisfied: null, revisitTries: 0 })
  })
})

describe('reopening', () => {
  const reopened = played(at('closed, reopening asked'), ['reopen'])

  test('begins a new round with the centre and keeps what went before', () => {
    expect(reopened).toMatchObject({
      state: 'accepted',
      holderId: units.community.id,
      handlingId: null,
      submittedBy: null,
      reopenAsked: false,
      reopenings: 1,
      closedAt: null,
      closureKind: null,
      returnedBy: [],
      solved: null,
      satisfied: null,
      revisitTries: 0,
    })
    expect(reopened.involved).toContain(units.department.id)
    expect(reopened.result).toBe('灯已换好。')
  })

  test('may be answered with no, and then nothing is asked any more', () => {
    const kept = played(at('closed, reopening asked'), ['keepClosed'])
    expect(kept).toMatchObject({ state: 'closed', reopenAsked: false, closureKind: 'resolved' })
  })
})

describe('what triage and correction change', () => {
  test('triage sets title, kind, category and urgency, and nothing of what was said', () => {
    const before = played(born(), ['accept'])
    const payload = { ...triaged, title: '楼上漏水', kind: 'dispute', urgency: 'urgent', words: '别的话' }
    expect(played(before, ['triage', payload])).toEqual({
      ...before,
      title: '楼上漏水',
      kind: 'dispute',
      categoryCode: triaged.categoryCode,
      urgency: 'urgent',
      version: before.version + 1,
    })
  })

  test('a correction changes only what it names', () => {
    const before = born()
    expect(played(before, ['correct', { placeText: '4 栋' }])).toEqual({
      ...before,
      placeText: '4 栋',
      version: 2,
    })
    expect(played(before, ['correct', { title: '路灯' }]).title).toBe('路灯')
  })
})

test('a joined voice is counted, and one way to reach anybody is enough', () => {
  const silent = born({ hasContact: false })
  expect(played(silent, ['join', { hasContact: false }])).toMatchObject({ appeals: 2, hasContact: false })
  expect(played(silent, ['join', { hasContact: true }])).toMatchObject({ appeals: 2, hasContact: true })
  expect(played(born(), ['join', { hasContact: false }]).hasContact).toBe(true)
})

test('the matter before a move is never touched', () => {
  const frozen = Object.freeze({ ...at('accepted'), involved: Object.freeze([units.community.id]) })
  expect(() => played(frozen, ['dispatch', dispatchTo(units.department)])).not.toThrow()
  expect(frozen.state).toBe('accepted')
})
