import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chances, live, type Moment } from '#test/rules/random-history.ts'
import { erasedTitle } from '../subject/subject.ts'
import { clockKinds } from './clocks.ts'
import { states } from './matter.ts'
import { verbs } from './moves.ts'

const seed = Math.floor(Math.random() * 0x7fffffff)
const numRuns = 300
const histories = fc.sample(chances, { numRuns, seed }).map(live)

type Rule = (moment: Moment, earlier: readonly Moment[]) => void

function holdsIn(history: readonly Moment[], rule: Rule): void {
  history.forEach((moment, i) => rule(moment, history.slice(0, i)))
}

/** Holds a rule against every moment of many legal histories; only a broken one is lived again, to find the shortest. */
function always(rule: Rule): void {
  try {
    for (const history of histories) holdsIn(history, rule)
  } catch (broken) {
    fc.assert(
      fc.property(chances, (given) => holdsIn(live(given), rule)),
      { numRuns, seed },
    )
    throw broken
  }
}

describe('whatever people do in whatever order', () => {
  test('exactly one unit holds the matter: the centre, or the unit that handles it while it is there', () => {
    always(({ matter: m }) => {
      const isWithUnit = m.state === 'dispatched' || m.state === 'handling'
      expect(m.holderId).toBe(isWithUnit ? m.handlingId : m.centreId)
      expect(m.holderPath).toBe(isWithUnit ? m.handlingPath : m.centrePath)
    })
  })

  test('it is closed when it has a closure kind and an instant of closing, and only then', () => {
    always(({ matter: m }) => {
      expect(m.closureKind !== null).toBe(m.state === 'closed')
      expect(m.closedAt !== null).toBe(m.state === 'closed')
    })
  })

  test('who took part is never forgotten', () => {
    always(({ before, matter }) => {
      if (before) expect(matter.involved).toEqual(expect.arrayContaining([...before.involved]))
      expect(new Set(matter.involved).size).toBe(matter.involved.length)
      expect(matter.involved).toContain(matter.holderId)
    })
  })

  test('each move makes it one version newer', () => {
    always(({ matter }, earlier) => expect(matter.version).toBe(earlier.length + 1))
  })

  test('what was said, where and when never changes, but that words go at the wish of whoever said them', () => {
    always(({ matter }, [first]) => {
      const { story, placePath, receivedAt, channel } = first?.matter ?? matter
      expect(matter).toMatchObject({ placePath, receivedAt, channel })
      expect([story, erasedTitle]).toContain(matter.story)
    })
  })

  test('no answer about earlier work outlives a sending back, a reopening or a new verification', () => {
    always(({ verb, matter }) => {
      if (verb === 'redo' || verb === 'reopen' || verb === 'verify')
        expect(matter).toMatchObject({ solved: null, satisfied: null, revisitTries: 0 })
    })
  })

  test('whoever handled or submitted it never verifies, revisits or closes it', () => {
    always(({ verb, actor, before }) => {
      if (verb !== 'verify' && verb !== 'revisit' && verb !== 'close') return
      const accountId = actor?.kind === 'staff' ? actor.accountId : undefined
      expect([before?.handlerId, before?.submittedBy, ...(before?.workedBy ?? [])]).not.toContain(accountId)
    })
  })

  test('it is called resolved or agreed only on the word of a person, or where there is nobody to ask', () => {
    always(({ verb, matter: m }) => {
      if (verb !== 'close' || (m.closureKind !== 'resolved' && m.closureKind !== 'agreed')) return
      expect(m.solved === true || (m.solved === null && !m.hasContact)).toBe(true)
    })
  })

  test('no unit returns it twice between two beginnings', () => {
    always(({ verb, before }, earlier) => {
      if (verb !== 'return') return
      const begun = earlier.findLastIndex((m) => m.verb === 'receive' || m.verb === 'reopen')
      const returners = earlier.slice(begun).filter((m) => m.verb === 'return')
      expect(returners.map((m) => m.before?.holderId)).not.toContain(before?.holderId)
    })
  })

  test('it changes hands between centres only by going up or down a level, and never down to where it came up from', () => {
    always(({ verb, before, matter }) => {
      if (!before || before.centreId === matter.centreId) return
      expect(['escalate', 'handDown']).toContain(verb)
      const order = ['community', 'street', 'district']
      const step = order.indexOf(matter.centreLevel) - order.indexOf(before.centreLevel)
      expect(Math.sign(step)).toBe(verb === 'escalate' ? 1 : -1)
      if (verb === 'handDown')
        expect(before.passedUp.some((area) => matter.centrePath.startsWith(area))).toBe(false)
    })
  })

  test('no loop of returns is without a bound: after two the centre rules, and what it rules is not returned', () => {
    always(({ verb, before }, earlier) => {
      if (verb === 'dispatch') expect(before?.returnedBy.length).toBeLessThan(2)
      if (verb !== 'return') return
      const begun = earlier.findLastIndex((m) => ['receive', 'reopen', 'escalate'].includes(m.verb))
      expect(earlier.slice(begun).map((m) => m.verb)).not.toContain('rule')
    })
  })

  test('whatever is sorted and filled can be given to somebody, by a dispatch or by a ruling', () => {
    always(({ matter, mayGive }) => {
      const isSorted = matter.state === 'accepted' || matter.state === 'returned'
      if (isSorted && matter.categoryCode !== null) expect(mayGive).toBe(true)
    })
  })

  test('one request waits at most, and nobody decides what they asked for', () => {
    always(({ verb, actor, before }) => {
      if (verb.startsWith('ask') && verb !== 'ask' && verb !== 'askReopen') expect(before?.request).toBeNull()
      if (!['grantHold', 'grantExtend', 'void', 'deny'].includes(verb)) return
      expect(before?.request).not.toBeNull()
      expect(actor?.kind === 'staff' && actor.accountId).not.toBe(before?.request?.by)
    })
  })

  test('what has ended waits for nothing: no request, no hold, no open part', () => {
    always(({ matter: m }) => {
      if (m.state !== 'closed') return
      expect([m.request, m.held, m.parts.filter((part) => part.outcome === null)]).toEqual([null, null, []])
    })
  })

  test('a result is handed in only when every assisting unit has answered', () => {
    always(({ verb, before }) => {
      if (verb === 'submit') expect(before?.parts.some((part) => part.outcome === null)).toBe(false)
    })
  })

  test('what counts in no number has ended for good', () => {
    always(({ before, verb }) => {
      if (before?.closureKind === 'joined' || before?.closureKind === 'voided')
        expect(['note', 'copy', 'archive', 'unrelate', 'settleSubject']).toContain(verb)
    })
  })

  test('a clock runs in every state but the closed one, and there only while a reopening is asked for', () => {
    always(({ matter, clocks }) => {
      if (matter.state === 'closed')
        expect(clocks.map(({ kind }) => kind)).toEqual(matter.reopenAsked ? ['reopen'] : [])
      else expect(clocks).not.toEqual([])
    })
  })

  test('no clock is started while one of its kind still runs', () => {
    always(({ clocks }) => {
      const running = clocks.map(({ kind }) => kind)
      expect(running.length).toBe(new Set(running).size)
    })
  })

  test('it never comes to a place from which nobody can move it on', () => {
    always(({ matter, mayGoOn }) => expect(mayGoOn || matter.state === 'closed').toBe(true))
  })

  test('a closed matter asks nothing of anybody', () => {
    always(({ matter: m }) => {
      if (m.state === 'closed') expect(m.questionOpen).toBe(false)
      else expect(m.reopenAsked).toBe(false)
    })
  })

  test('one voice of several never closes it by its own word', () => {
    always(({ verb, actor, before }) => {
      if (verb === 'withdraw' && actor?.kind === 'resident') expect(before?.appeals).toBe(1)
    })
  })
})

test('these histories come through every state, every verb and every clock', () => {
  const moments = histories.flat()
  const lived = new Set(moments.map((m) => m.verb))
  expect(verbs.filter((verb) => !lived.has(verb)).join()).toBe('')
  expect(new Set(moments.map((m) => m.matter.state))).toEqual(new Set(states))
  expect(new Set(moments.flatMap((m) => m.clocks.map((c) => c.kind)))).toEqual(new Set(clockKinds))
})
