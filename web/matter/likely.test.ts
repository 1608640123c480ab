import { describe, expect, test } from 'vitest'
import { states } from '#domain/matter/matter.ts'
import { moveOf, verbs } from '#domain/matter/moves.ts'
import { actionsOf, inPanels } from './likely.ts'

type Matter = Parameters<typeof actionsOf>[0]
const matter = (change: Partial<Matter>): Matter => ({
  state: 'received',
  may: [],
  clocks: [],
  solved: null,
  flags: [],
  ...change,
})
const contactClock = [{ kind: 'contact', stoppedAt: null }] as unknown as Matter['clocks']

describe('the likely step', () => {
  test.each([
    [{ state: 'received', may: ['accept', 'triage', 'note'] }, 'accept'],
    [{ state: 'accepted', may: ['triage', 'note'] }, 'triage'],
    [{ state: 'accepted', may: ['triage', 'dispatch'] }, 'dispatch'],
    [{ state: 'dispatched', may: ['sign', 'return'] }, 'sign'],
    [{ state: 'handling', may: ['contact', 'submit'] }, 'submit'],
    [{ state: 'handling', may: ['contact', 'submit'], clocks: contactClock }, 'contact'],
    [{ state: 'revisiting', may: ['revisit', 'redo'] }, 'revisit'],
    [{ state: 'revisiting', may: ['revisit', 'close', 'redo'], solved: true }, 'close'],
    [{ state: 'revisiting', may: ['revisit', 'close', 'redo'], solved: false }, 'redo'],
    [{ state: 'closed', may: ['reopen', 'note'] }, undefined],
    [{ state: 'closed', may: ['reopen', 'keepClosed'], flags: ['reopenAsked'] }, 'reopen'],
  ] as [Partial<Matter>, string | undefined][])('of %j is %s', (change, first) => {
    expect(actionsOf(matter(change)).first).toBe(first)
  })

  test.each(states)('in %s no verb is lost and the grave ones stand apart', (state) => {
    const may = verbs.filter((verb) => moveOf(verb).from.includes(state))
    const { first, others, grave } = actionsOf(matter({ state, may }))
    // those of the panels have their buttons there
    const here = may.filter((verb) => !inPanels.has(verb))
    expect(here.length).toBeGreaterThanOrEqual(may.length - inPanels.size)
    expect(new Set([first, ...others, ...grave].filter(Boolean))).toEqual(new Set(here))
    expect(others.some((verb) => moveOf(verb).grave)).toBe(false)
  })
})
