import { describe, expect, test } from 'vitest'
import type { Seat, StaffActor } from '../actor.ts'
import { inOrder, mayMendView, seesView, whyNotShare } from './sharing.ts'

const seat = (more: Partial<Seat>): Seat => ({
  ...{ postId: 'p', role: 'communityClerk', unitId: 'willow', unitKind: 'community', unitName: '柳岸社区' },
  ...{ unitPath: '/1/001/001/', servesPath: '/1/001/001/' },
  ...more,
})
const person = (accountId: string, ...seats: Seat[]): StaffActor => ({
  ...{ kind: 'staff', districtId: 1, accountId, name: '文甲', seats },
})
const clerk = person('clerk', seat({}))
const colleague = person('colleague', seat({}))
const gridder = person('gridder', seat({ role: 'gridWorker', unitId: 'grid', unitPath: '/1/001/001/G01/' }))
const plum = person('plum', seat({ unitId: 'plum', unitPath: '/1/001/002/' }))
const sorter = person('sorter', seat({ role: 'dispatcher', unitId: 'zx', unitPath: '/1/001/ZX/' }))

const community = { id: 'willow', kind: 'community', path: '/1/001/001/' } as const
const centre = { id: 'zx', kind: 'centre', path: '/1/001/ZX/' } as const

describe('a view', () => {
  test('of one’s own is nobody else’s', () => {
    const own = { accountId: 'clerk', unit: null }
    expect([clerk, colleague, gridder].map((actor) => seesView(actor, own))).toEqual([true, false, false])
    expect([clerk, colleague].map((actor) => mayMendView(actor, own))).toEqual([true, false])
  })

  test('shared with a community reaches its grids and stops at the next community', () => {
    const shared = { accountId: 'clerk', unit: community }
    expect([colleague, gridder, plum, sorter].map((actor) => seesView(actor, shared))).toEqual([
      ...[true, true, false, false],
    ])
  })

  test('shared with a centre reaches the whole street that the centre serves', () => {
    const shared = { accountId: 'sorter', unit: centre }
    expect([clerk, gridder, plum, sorter].every((actor) => seesView(actor, shared))).toBe(true)
    expect(seesView(person('far', seat({ unitPath: '/1/002/001/' })), shared)).toBe(false)
  })

  test('is mended by its owner and by whoever may share with the same unit', () => {
    const shared = { accountId: 'clerk', unit: community }
    expect([clerk, colleague, gridder, sorter].map((actor) => mayMendView(actor, shared))).toEqual([
      ...[true, true, false, false],
    ])
  })

  test('is shared only by who speaks for the unit, and with nobody by everybody', () => {
    expect(whyNotShare(clerk, 'willow')).toBeUndefined()
    expect(whyNotShare(gridder, null)).toBeUndefined()
    expect(whyNotShare(gridder, 'grid')).toMatchObject({ refused: 'notYours', field: 'unitId' })
    expect(whyNotShare(clerk, 'plum')).toMatchObject({ refused: 'notYours' })
  })
})

test('views keep the chosen order, and new ones follow as they came', () => {
  const views = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  expect(inOrder(views, ['d', 'gone', 'b']).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
})
