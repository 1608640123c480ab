import { expect, test } from 'vitest'
import { closureKinds, states } from '#domain/matter/matter.ts'
import { standingOf, standingOfLine } from './turn.ts'
import { closedWords, turnExtra, turnWords } from './words/turn.ts'

const now = Date.parse('2026-11-25T02:00:00Z')
const base = {
  state: 'handling',
  dueAt: '2026-11-27T09:30:00Z',
  question: null,
  rating: null,
  closureKind: null,
  may: [],
  steps: [],
} as const
const step = (verb: 'askReopen' | 'reopen' | 'keepClosed', at: string) => ({
  verb,
  at,
  unitName: null,
  words: null,
  byMe: true,
  files: [],
})

test('before the promised time it is under way, after it is late and says so', () => {
  expect(standingOf({ ...base, may: [], steps: [] }, now)).toMatchObject({
    tone: 'going',
    sentence: turnWords.handling.inTime,
  })
  const later = standingOf({ ...base, may: [], steps: [], dueAt: '2026-11-24T09:30:00Z' }, now)
  expect(later).toMatchObject({ tone: 'late', sentence: turnWords.handling.late })
})

test('without a promised time none is named', () => {
  expect(standingOf({ ...base, may: [], steps: [], dueAt: null }, now)).toMatchObject({
    sentence: turnWords.handling.open,
    due: undefined,
  })
})

test('an open question makes it the person’s turn, whatever the clock says', () => {
  const asked = {
    ...base,
    question: '哪一层？',
    may: ['answer' as const],
    steps: [],
    dueAt: '2026-11-24T09:30:00Z',
  }
  expect(standingOf(asked, now)).toMatchObject({ tone: 'yours', sentence: turnExtra.question })
})

test('a result to be rated makes it the person’s turn', () => {
  expect(standingOf({ ...base, state: 'revisiting', may: ['rate'], steps: [] }, now).tone).toBe('yours')
  expect(standingOf({ ...base, state: 'revisiting', may: [], steps: [] }, now).tone).toBe('going')
})

test('a closed matter names how it was closed, and only “resolved” says solved', () => {
  for (const closureKind of closureKinds) {
    const { tone, sentence } = standingOf({ ...base, state: 'closed', closureKind, may: [], steps: [] }, now)
    expect(tone).toBe('over')
    expect(sentence).toBe(closedWords[closureKind])
    expect(/问题解决了/.test(sentence.zh)).toBe(closureKind === 'resolved')
  }
})

test('a person who said “not solved” is never told that it is', () => {
  const rating = { solved: false, satisfied: 'unsatisfied' as const, words: null }
  const rated = { ...base, may: [], steps: [], rating }
  expect(standingOf({ ...rated, state: 'closed', closureKind: 'resolved' }, now).sentence).toBe(
    turnExtra.closedUnsolved,
  )
  expect(standingOf({ ...rated, state: 'revisiting' }, now)).toMatchObject({
    tone: 'going',
    sentence: turnExtra.ratedUnsolved,
  })
})

test('a request to reopen shows as waiting until it is answered', () => {
  const closed = { ...base, state: 'closed' as const, closureKind: 'resolved' as const, may: [] }
  const asked = step('askReopen', '2026-11-25T01:00:00Z')
  expect(standingOf({ ...closed, steps: [asked] }, now).sentence).toBe(turnExtra.reopenAskedDue)
  expect(
    standingOf({ ...closed, steps: [asked, step('keepClosed', '2026-11-25T01:30:00Z')] }, now).tone,
  ).toBe('over')
})

test('every state has a standing', () => {
  for (const state of states) {
    for (const dueAt of [null, '2026-11-24T09:30:00Z', '2026-11-27T09:30:00Z']) {
      expect(standingOf({ ...base, state, dueAt, may: [], steps: [] }, now).sentence.zh, state).toBeTruthy()
    }
  }
})

test('a line of a list says the same as the page of the appeal', () => {
  const line = {
    ...{ state: 'handling' as const, dueAt: '2026-11-27T09:30:00Z', closureKind: null },
    ...{ asked: null, isReopenAsked: false, rating: null },
  }
  const page = { ...base, may: [], steps: [] }
  expect(standingOfLine(line, now)).toEqual(standingOf(page, now))
  const question = { ...page, question: '几楼？', may: ['answer' as const] }
  expect(standingOfLine({ ...line, asked: 'answer' as const }, now)).toEqual(standingOf(question, now))
  const rate = { ...page, state: 'revisiting' as const, may: ['rate' as const] }
  expect(standingOfLine({ ...line, state: 'revisiting', asked: 'rate' }, now)).toEqual(standingOf(rate, now))
  const over = { state: 'closed', closureKind: 'resolved', dueAt: null } as const
  const asked = { ...page, ...over, steps: [step('askReopen', '2026-11-24T09:30:00Z')] }
  expect(standingOfLine({ ...line, ...over, isReopenAsked: true }, now)).toEqual(standingOf(asked, now))
  const rating = { solved: false, satisfied: 'unsatisfied' as const, words: null }
  const denied = { ...page, ...over, rating }
  expect(standingOfLine({ ...line, ...over, rating: { solved: false } }, now)).toEqual(
    standingOf(denied, now),
  )
})
