import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { staffAt, units } from '#test/rules/scene.ts'
import { groupOf, reasonKinds, reasonsFor, type Studied } from './agenda.ts'
import { comingBack, isSameSeries, type Unfinished } from './coming-back.ts'
import { attendances, type Meeting, type Task, taskStates } from './meeting.ts'
import { type ItemMinutes, whyNotConfirm, whyNotRecord } from './minutes.ts'
import { meetingVerbs, taskAfter, taskVerbs, whyNotMeeting, whyNotTask } from './moves.ts'
import { unitsThere, usualQuorum, whyNotConclude, whyNotQuorum } from './quorum.ts'
import { seesItem, seesMeeting } from './sight.ts'

const all = Object.values(units)
const unitId = fc.constantFrom(...all.map(({ id }) => id))
const day = fc.constantFrom('2026-11-23', '2026-11-30', '2026-12-10')
const called = fc.uniqueArray(unitId, { minLength: 1, maxLength: 6 })
const present = fc.array(fc.record({ unitId: fc.option(unitId), came: fc.constantFrom(...attendances) }), {
  maxLength: 12,
})
const task = fc.record({ unitId, accountId: fc.option(fc.constantFrom('a', 'b')), dueOn: day })
const minutes: fc.Arbitrary<ItemMinutes> = fc.record({
  no: fc.integer({ min: 1, max: 9 }),
  said: fc.constantFrom('', '各自说了'),
  conclusion: fc.constantFrom('', '由住建局牵头'),
  isPlain: fc.boolean(),
  needToKnow: fc.subarray(['a', 'b']),
  tasks: fc.array(task, { maxLength: 3 }),
})

describe('a quorum', () => {
  test('is more than half of the called units, and can be met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const quorum = usualQuorum(count)
        expect(quorum * 2).toBeGreaterThan(count)
        expect((quorum - 1) * 2).toBeLessThanOrEqual(count)
        expect(whyNotQuorum(quorum, count)).toBeUndefined()
        expect(whyNotQuorum(count + 1, count)?.refused).toBe('quorumTooHigh')
      }),
    )
  })

  test('counts each called unit once, whoever else comes and however many', () => {
    fc.assert(
      fc.property(called, present, (ids, people) => {
        const count = unitsThere(ids, people)
        expect(count).toBeLessThanOrEqual(ids.length)
        expect(unitsThere(ids, [...people, ...people])).toBe(count)
        expect(unitsThere(ids, [...people, { unitId: null, came: 'came' }])).toBe(count)
        expect(
          unitsThere(
            ids,
            people.map((one) => ({ ...one, came: 'absent' })),
          ),
        ).toBe(0)
      }),
    )
  })
})

test('nothing is concluded without a quorum, and every task has one owner who was there to be charged and a day', () => {
  fc.assert(
    fc.property(
      called,
      unitId,
      present,
      fc.array(minutes, { maxLength: 5 }),
      (ids, caller, people, items) => {
        const meeting = { quorum: usualQuorum(ids.length), unitIds: ids, unitId: caller }
        if (whyNotRecord(meeting, '2026-11-25', people, items)) return
        const tasks = items.flatMap((item) => item.tasks)
        if (items.some(({ conclusion }) => conclusion !== '') || tasks.length > 0)
          expect(whyNotConclude(meeting, people)).toBeUndefined()
        for (const one of tasks) {
          expect([caller, ...ids]).toContain(one.unitId)
          expect(one.dueOn >= '2026-11-25').toBe(true)
        }
        for (const { isPlain, needToKnow, tasks: own } of items)
          if (!isPlain) for (const { accountId } of own) expect(needToKnow).toContain(accountId)
      },
    ),
  )
})

test('what is confirmed had a quorum, and says something of each item', () => {
  fc.assert(
    fc.property(called, present, fc.array(minutes, { maxLength: 5 }), (ids, people, items) => {
      const meeting = { quorum: usualQuorum(ids.length), unitIds: ids }
      if (whyNotConfirm(meeting, people, items)) return
      expect(unitsThere(ids, people)).toBeGreaterThanOrEqual(meeting.quorum)
      for (const { conclusion, tasks } of items) expect(conclusion !== '' || tasks.length > 0).toBe(true)
    }),
  )
})

const series = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3'),
  kind: fc.constantFrom('study' as const, 'regular' as const),
  rhythm: fc.constant('weekly' as const),
  unitId: fc.constantFrom('u1', 'u2'),
})
const matterId = fc.option(fc.constantFrom('x', 'y', 'z'))
const unfinished: fc.Arbitrary<Unfinished> = fc.record({
  id: fc.constantFrom('t1', 't2', 't3', 't4', 't5'),
  ...{ itemId: fc.constantFrom('i1', 'i2', 'i3'), matterId, unitId: fc.constantFrom('u1', 'u2') },
  ...{ state: fc.constantFrom(...taskStates), from: series },
})
const agenda = fc.tuple(series, fc.uniqueArray(fc.constantFrom('x', 'y', 'z'))).map(([of, ids]) => ({
  ...of,
  items: [{ id: 'topic', matterId: null }, ...ids.map((id) => ({ id: `item ${id}`, matterId: id }))],
}))

test('what is unfinished comes back exactly once onto the next agenda of its matter or series, and nothing else does', () => {
  fc.assert(
    fc.property(agenda, fc.uniqueArray(unfinished, { selector: ({ id }) => id }), (next, tasks) => {
      const { fit, carry } = comingBack(next, tasks)
      const back = [...fit.map(({ taskId }) => taskId), ...carry.flatMap(({ taskIds }) => taskIds)]
      expect(new Set(back).size).toBe(back.length)
      for (const one of tasks) {
        const isAbout = next.items.some((item) => item.matterId !== null && item.matterId === one.matterId)
        const belongs =
          one.state === 'open' && one.from.id !== next.id && (isAbout || isSameSeries(one.from, next))
        expect(back.includes(one.id)).toBe(belongs)
      }
      const again = comingBack(next, tasks, new Set(back))
      expect([...again.fit, ...again.carry]).toEqual([])
      // each matter, or old item without one, is carried as one item
      const keys = carry.map((one) => one.matterId ?? one.fromItemId)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

const meeting: Meeting = {
  ...{ id: 'm', kind: 'study', rhythm: null, state: 'called', unitId: units.streetCentre.id },
  ...{ areaPath: units.street.path, chairId: 'chair', minuterId: 'minuter', quorum: 1, startsAt: 1000 },
  unitIds: [units.department.id, units.committee.id],
}
const sorter = staffAt('dispatcher', units.streetCentre)
const officer = staffAt('departmentOfficer', units.department)
const stranger = staffAt('departmentOfficer', units.otherDepartment)
const chair = staffAt('dispatcher', units.streetCentre, 'chair')

describe('who does what with a meeting', () => {
  test('who was not called does not know of it; who oversees the area reads it', () => {
    for (const verb of meetingVerbs)
      expect(whyNotMeeting(verb, meeting, stranger, 2000)?.refused).toBe('notFound')
    expect(seesMeeting(staffAt('leader', units.district), meeting)).toBe(true)
    expect(seesMeeting(staffAt('supervisor', units.otherStreet), meeting)).toBe(false)
  })

  test('a called unit answers and does nothing else; the chair alone confirms, and not before it began', () => {
    const of = (actor: typeof sorter, at = 2000) =>
      meetingVerbs.filter((verb) => whyNotMeeting(verb, meeting, actor, at) === undefined)
    expect(of(officer)).toEqual(['answer'])
    expect(of(sorter)).toEqual(['change', 'attach', 'cancel'])
    expect(of(chair)).toEqual(['change', 'attach', 'record', 'confirm', 'adjourn', 'cancel'])
    expect(of(chair, 500)).toEqual(['change', 'attach', 'cancel'])
  })

  test('confirmed minutes are never changed: only a correction is added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sorter, officer, chair),
        fc.constantFrom(...meetingVerbs),
        (actor, verb) => {
          const no = whyNotMeeting(verb, { ...meeting, state: 'confirmed' }, actor, 2000)
          expect(no === undefined).toBe(verb === 'note' && actor === chair)
        },
      ),
    )
  })
})

describe('a task', () => {
  const open: Task = {
    ...{ id: 't', meetingId: 'm', itemId: 'i', matterId: null, unitId: units.department.id },
    ...{ accountId: null, dueOn: '2026-12-01', state: 'open', askedOn: null },
  }
  test('is reported on by its owner; another day is granted, and it is dropped, by who called the meeting', () => {
    const of = (actor: typeof sorter, one: Task) =>
      taskVerbs.filter((verb) => whyNotTask(verb, one, meeting, actor) === undefined)
    expect(of(officer, open)).toEqual(['progress', 'done', 'ask'])
    expect(of(officer, { ...open, askedOn: '2026-12-10' })).toEqual(['progress', 'done'])
    expect(of(sorter, open)).toEqual(['drop'])
    expect(of(sorter, { ...open, askedOn: '2026-12-10' })).toEqual(['grant', 'deny', 'drop'])
    expect(of(sorter, { ...open, state: 'done' })).toEqual([])
  })

  test('keeps one owner and a day whatever is done with it, and stays over once it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...taskVerbs), day), { maxLength: 8 }), (steps) => {
        let now = open
        for (const [verb, on] of steps) {
          const actor = ['progress', 'done', 'ask'].includes(verb) ? officer : sorter
          if (whyNotTask(verb, now, meeting, actor)) continue
          const next = taskAfter(now, verb, on)
          expect(now.state).toBe('open')
          expect([next.unitId, next.accountId]).toEqual([open.unitId, open.accountId])
          expect(next.dueOn).toBe(verb === 'grant' ? now.askedOn : now.dueOn)
          now = next
        }
      }),
    )
  })
})

test('a need-to-know matter is shown to who may know it, whoever runs the meeting and whatever the agenda names', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.uniqueArray(unitId), fc.uniqueArray(unitId), (runs, named, mine) => {
      const item = { matterId: 'x', unitIds: named, isPlain: false }
      expect(seesItem(item, { runs, units: mine, seesMatter: false })).toBe(false)
      expect(seesItem(item, { runs, units: mine, seesMatter: true })).toBe(true)
      const plain = { ...item, isPlain: true }
      const isNamed = named.some((id) => mine.includes(id))
      expect(seesItem(plain, { runs, units: mine, seesMatter: false })).toBe(runs || isNamed)
    }),
  )
})

describe('what a regular study meeting should talk about', () => {
  const now = Date.UTC(2026, 10, 23, 4)
  const calm: Studied = {
    ...{ dueAt: null, heldSince: null, changedAt: now, reopenings: 0, appeals: 1, samePlace: 1 },
    ...{ urgency: 'normal', sensitive: false, assisting: 0, returned: 0, passedUp: 0 },
  }
  const ago = (days: number) => now - days * 86_400_000

  test('is nothing where all is calm, and says each reason with its figure', () => {
    expect(reasonsFor(calm, 15, now)).toEqual([])
    const bad = { ...calm, dueAt: ago(3), changedAt: ago(20), appeals: 6, returned: 1, samePlace: 4 }
    expect(reasonsFor(bad, 15, now)).toEqual([
      { kind: 'overdue', count: 3 },
      { kind: 'still', count: 20 },
      { kind: 'samePlace', count: 4 },
      { kind: 'group', count: 6 },
      { kind: 'returned', count: 1 },
    ])
    expect(reasonsFor({ ...calm, changedAt: ago(20), heldSince: ago(20) }, 15, now)).toEqual([
      { kind: 'held', count: 20 },
    ])
  })

  test('has a group for every reason', () => {
    for (const kind of reasonKinds) expect(groupOf(kind)).toBeTruthy()
  })
})
