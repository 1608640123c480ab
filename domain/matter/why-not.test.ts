import { describe, expect, test } from 'vitest'
import { born, circumstancesAt, dispatchTo, later, monday, played } from '#test/rules/play.ts'
import { resident, staffAt, stranger, system, units, visitor } from '#test/rules/scene.ts'
import { situations } from '#test/rules/situations.ts'
import type { Actor } from '../actor.ts'
import { instantAt } from '../calendar/days.ts'
import type { Matter, State } from './matter.ts'
import { moveOf, type Verb, verbs } from './moves.ts'
import { mayDo, whyNot } from './why-not.ts'

const all = situations(units.community, units.department)
const atStreet = played(born({}, units.streetCentre), ['accept'])
const at = (name: string): Matter => {
  const matter = name === 'accepted, at the street' ? atStreet : all[name]
  if (!matter) throw new Error(`no situation ${name}`)
  return matter
}
const clerk = staffAt('communityClerk', units.community)
const dispatcher = staffAt('dispatcher', units.streetCentre)
const officer = staffAt('departmentOfficer', units.department)
const why = (verb: Verb, matter: Matter, actor: Actor, now = later(0)) =>
  whyNot(verb, matter, actor, circumstancesAt(matter, now))

describe('who asks', () => {
  test('what one may not see is answered as if it did not exist, whatever the verb', () => {
    for (const verb of verbs) {
      expect(why(verb, at('received'), staffAt('communityClerk', units.siblingCommunity))).toEqual({
        refused: 'notFound',
      })
      expect(why(verb, at('received'), stranger)).toEqual({ refused: 'notFound' })
      expect(why(verb, at('received'), visitor)).toEqual({ refused: 'notFound' })
    }
  })

  test('what one may see but not do is not yours, before anything is said of the state', () => {
    expect(why('accept', at('closed'), staffAt('leader', units.street))).toEqual({ refused: 'notYours' })
    expect(why('verify', at('closed'), resident)).toEqual({ refused: 'notYours' })
    expect(why('accept', at('received'), system)).toEqual({ refused: 'notYours' })
  })

  test('what is yours but not now names the state', () => {
    expect(why('dispatch', at('received'), dispatcher)).toEqual({
      refused: 'notNow',
      facts: { state: 'received' },
    })
  })

  test('nobody begins a matter that is already there', () => {
    expect(why('receive', at('received'), clerk)).toMatchObject({ refused: 'notNow' })
    expect(mayDo(at('received'), clerk, circumstancesAt(at('received'), monday))).not.toContain('receive')
  })

  test('staff never speak for the person: answering, rating and asking to reopen are hers', () => {
    for (const verb of ['answer', 'rate', 'askReopen'] as const)
      expect(why(verb, at('closed'), dispatcher)).toEqual({ refused: 'notYours' })
  })

  test('a sensitive matter is unseen by everybody who need not know, leaders too', () => {
    const secret = { ...at('handling'), sensitive: true, needToKnow: [clerk.accountId] }
    for (const actor of [officer, dispatcher, staffAt('leader', units.district)])
      expect(why('note', secret, actor)).toEqual({ refused: 'notFound' })
    expect(why('note', secret, clerk)).toBeUndefined()
  })
})

/** One situation and one actor for each verb, so that no verb goes without a test. */
const doable: Record<Exclude<Verb, 'receive'>, [situation: string, who: Actor]> = {
  accept: ['received', clerk],
  refuse: ['received', clerk],
  triage: ['accepted', clerk],
  dispatch: ['accepted', dispatcher],
  sign: ['dispatched', officer],
  return: ['dispatched', officer],
  contact: ['handling', officer],
  progress: ['handling', officer],
  ask: ['handling', officer],
  answer: ['handling, question open', resident],
  submit: ['handling', officer],
  verify: ['submitted', clerk],
  redo: ['submitted', clerk],
  revisit: ['revisiting, nobody asked yet', staffAt('deskOfficer', units.streetCentre)],
  rate: ['closed', resident],
  close: ['revisiting, person asked', clerk],
  askReopen: ['closed', resident],
  reopen: ['closed', clerk],
  keepClosed: ['closed, reopening asked', clerk],
  withdraw: ['handling', resident],
  join: ['received', system],
  note: ['closed', clerk],
  correct: ['received', clerk],
  rule: ['returned', dispatcher],
  escalate: ['accepted', clerk],
  handDown: ['accepted, at the street', dispatcher],
  handOver: ['handling', officer],
  assist: ['handling', officer],
  answerPart: ['handling, part open', staffAt('departmentOfficer', units.otherDepartment)],
  dropPart: ['handling, part open', officer],
  askHold: ['handling', officer],
  askExtend: ['handling', officer],
  askVoid: ['received', clerk],
  askReview: ['handling, hold denied', officer],
  grantHold: ['handling, hold asked', clerk],
  grantExtend: ['handling, extension asked', clerk],
  void: ['received, void asked', clerk],
  deny: ['handling, hold asked', clerk],
  resume: ['handling, held', officer],
  expedite: ['handling', dispatcher],
  copy: ['closed', clerk],
  merge: ['received', clerk],
  split: ['received, two voices', clerk],
  addParty: ['handling', officer],
  editParty: ['received', clerk],
  removeParty: ['received', clerk],
  relate: ['closed', clerk],
  unrelate: ['closed', clerk],
  mediate: ['handling', officer],
  petition: ['closed', clerk],
  archive: ['closed', clerk],
  settleSubject: ['closed', system],
}

test.each(Object.entries(doable))(
  '%s is done by whom it belongs to, when its time has come',
  (verb, [name, who]) => {
    const matter = name === 'handling, question open' ? played(at('handling'), ['ask']) : at(name)
    expect(why(verb as Verb, matter, who)).toBeUndefined()
  },
)

test.each(verbs.filter((verb) => moveOf(verb).from.length > 0))(
  '%s is refused in every state that its row does not name',
  (verb) => {
    const everybody = [
      clerk,
      dispatcher,
      officer,
      resident,
      system,
      staffAt('communityClerk', units.department),
    ]
    const elsewhere = Object.values(all).filter(({ state }) => !moveOf(verb).from.includes(state))
    for (const matter of elsewhere)
      for (const actor of everybody) expect(why(verb, matter, actor)).toBeDefined()
  },
)

describe('dispatch', () => {
  test('waits for a category, and says which field is missing', () => {
    const accepted = played(born(), ['accept'])
    expect(why('dispatch', accepted, clerk)).toEqual({
      refused: 'missingField',
      field: 'categoryCode',
      facts: { field: 'categoryCode' },
    })
    expect(why('dispatch', at('accepted'), clerk)).toBeUndefined()
  })
})

describe('rule', () => {
  const back = (from: Matter) =>
    played(from, ['return'], ['dispatch', dispatchTo(units.otherDepartment)], ['return'])
  const up = ['escalate', { ...dispatchTo(units.streetCentre), fromArea: units.community.path }] as const

  test('is for what was returned', () => {
    expect(why('rule', at('accepted'), dispatcher)).toEqual({
      refused: 'notNow',
      facts: { state: 'accepted' },
    })
    expect(why('rule', at('returned'), dispatcher)).toBeUndefined()
  })

  test('is still open where a dispute was passed up, so that nothing lies where nobody may give it to anybody', () => {
    const passedUp = played(back(at('dispatched')), up)
    expect(why('dispatch', passedUp, dispatcher)).toEqual({ refused: 'ruleFirst', facts: { returns: 2 } })
    expect(why('rule', passedUp, dispatcher)).toBeUndefined()
  })
})

describe('return', () => {
  const dispatched = at('dispatched')

  test('is open until the office closes two working days after the dispatch, weekends not counted', () => {
    const friday = played(at('accepted'), ['dispatch', dispatchTo(units.department), 'x', later(4)])
    const tuesdayClose = instantAt('2026-03-10', 17 * 60 + 30)
    expect(why('return', friday, officer, tuesdayClose)).toBeUndefined()
    expect(why('return', friday, officer, tuesdayClose + 1)).toEqual({
      refused: 'returnTooLate',
      facts: { days: 2 },
    })
  })

  test('is possible after signing too', () => {
    expect(why('return', at('handling'), officer, later(1))).toBeUndefined()
  })

  test('is argued once by each unit: sent back to the same one it has to be handled', () => {
    const again = played(dispatched, ['return'], ['dispatch', dispatchTo(units.department)])
    expect(why('return', again, officer)).toEqual({ refused: 'alreadyReturned' })
  })

  test('by another unit is still possible', () => {
    const elsewhere = played(dispatched, ['return'], ['dispatch', dispatchTo(units.otherDepartment)])
    expect(why('return', elsewhere, staffAt('departmentOfficer', units.otherDepartment))).toBeUndefined()
  })

  test('may be argued anew after a reopening, which may be about something else', () => {
    const first = played(dispatched, ['return'], ['dispatch', dispatchTo(units.department)])
    const reopened = played(
      first,
      ['sign'],
      ['submit', { result: '好了' }],
      ['verify'],
      ['close'],
      ['reopen'],
    )
    const again = played(reopened, ['dispatch', dispatchTo(units.department)])
    expect(why('return', again, officer)).toBeUndefined()
  })
})

describe('checking the work', () => {
  test.each(['the signer', 'the submitter'])('is not done by %s', (accountId) => {
    const own = staffAt('communityClerk', units.community, accountId)
    expect(why('verify', at('submitted'), own)).toEqual({ refused: 'notYourself' })
    expect(why('revisit', at('revisiting, nobody asked yet'), own)).toEqual({ refused: 'notYourself' })
    expect(why('close', at('revisiting, person asked'), own)).toEqual({ refused: 'notYourself' })
    expect(why('verify', at('submitted'), clerk)).toBeUndefined()
  })
})

describe('close', () => {
  const fresh = at('revisiting, nobody asked yet')
  const tried = (times: number) =>
    Array.from({ length: times }, () => ['revisit', { reached: false }] as const)

  test('waits until the person was asked', () => {
    expect(why('close', fresh, clerk)).toEqual({ refused: 'revisitFirst', facts: { tries: 3 } })
    expect(why('close', at('revisiting, person asked'), clerk)).toBeUndefined()
  })

  test('or until three tries did not reach her', () => {
    expect(why('close', played(fresh, ...tried(2)), clerk)).toMatchObject({ refused: 'revisitFirst' })
    expect(why('close', played(fresh, ...tried(3)), clerk)).toBeUndefined()
  })

  test('waits for nobody where no voice left a way to be reached', () => {
    expect(why('close', { ...fresh, hasContact: false }, clerk)).toBeUndefined()
  })

  test('is done by the product itself only on the word that it is solved', () => {
    const rated = (solved: boolean) => played(fresh, ['rate', { solved, satisfied: 'satisfied' }])
    expect(why('close', rated(true), system)).toBeUndefined()
    expect(why('close', rated(false), system)).toMatchObject({ refused: 'revisitFirst' })
    expect(why('close', played(fresh, ...tried(3)), system)).toMatchObject({ refused: 'revisitFirst' })
    expect(why('close', { ...fresh, hasContact: false }, system)).toMatchObject({ refused: 'revisitFirst' })
  })
})

describe('what the person may do', () => {
  test('answer only what was asked, and once', () => {
    expect(why('answer', at('handling'), resident)).toEqual({ refused: 'noQuestion' })
    const asked = played(at('handling'), ['ask'])
    expect(why('answer', asked, resident)).toBeUndefined()
    expect(why('answer', played(asked, ['answer']), resident)).toEqual({ refused: 'noQuestion' })
  })

  test('answer a question although the matter has moved on to another unit', () => {
    const asked = played(at('handling'), ['ask'], ['return'], ['dispatch', dispatchTo(units.otherDepartment)])
    expect(why('answer', asked, resident)).toBeUndefined()
  })

  test('ask to reopen for thirty days after closing, once at a time', () => {
    const closed = at('closed')
    const lastMoment = (closed.closedAt ?? 0) + 30 * 86_400_000
    expect(why('askReopen', closed, resident, lastMoment)).toBeUndefined()
    expect(why('askReopen', closed, resident, lastMoment + 1)).toEqual({
      refused: 'reopenTooLate',
      facts: { days: 30 },
    })
    expect(why('askReopen', at('closed, reopening asked'), resident)).toEqual({
      refused: 'reopenAlreadyAsked',
    })
    const kept = played(at('closed, reopening asked'), ['keepClosed'])
    expect(why('askReopen', kept, resident)).toBeUndefined()
  })

  test('withdraw what only she has said, but not what others have said too', () => {
    expect(why('withdraw', at('handling'), resident)).toBeUndefined()
    const joined = played(at('handling'), ['join', { hasContact: false }])
    expect(why('withdraw', joined, resident)).toEqual({ refused: 'othersJoined', facts: { appeals: 2 } })
    expect(why('withdraw', joined, dispatcher)).toBeUndefined()
  })

  test('rate what was worked on, not what was withdrawn or not accepted', () => {
    expect(why('rate', at('closed'), resident)).toBeUndefined()
    const unworked = [played(at('handling'), ['withdraw']), played(at('received'), ['refuse'])]
    for (const matter of unworked)
      expect(why('rate', matter, resident)).toEqual({ refused: 'notNow', facts: { state: 'closed' } })
  })

  test('withdraw until a result is handed in, then rate it', () => {
    const open: State[] = ['received', 'accepted', 'dispatched', 'handling', 'returned']
    for (const state of open) expect(why('withdraw', at(state), resident)).toBeUndefined()
    expect(why('withdraw', at('submitted'), resident)).toMatchObject({ refused: 'notNow' })
    expect(why('rate', at('revisiting, nobody asked yet'), resident)).toBeUndefined()
  })
})

test('keeping closed answers a request, and without one there is nothing to answer', () => {
  expect(why('keepClosed', at('closed'), clerk)).toEqual({ refused: 'nothingAsked' })
  expect(why('keepClosed', at('closed, reopening asked'), clerk)).toBeUndefined()
})

test('what one may do are exactly the verbs that are not refused, in the order of the table', () => {
  for (const matter of Object.values(all)) {
    for (const actor of [clerk, dispatcher, officer, resident, system]) {
      const circumstances = circumstancesAt(matter, monday)
      expect(mayDo(matter, actor, circumstances)).toEqual(
        verbs.filter((verb) => whyNot(verb, matter, actor, circumstances) === undefined),
      )
    }
  }
})
