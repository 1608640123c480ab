import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeness, likest, type Said, worthShowing } from './similar.ts'

const day = 86_400_000
const base = Date.UTC(2026, 10, 23)
const house = '/339901/001/001/G01/B03/'
const said = (words: string, more: Partial<Said> = {}): Said => ({
  ...{ words, placePath: house, categoryCode: null, at: base },
  ...more,
})
const kindsOf = (a: Said, b: Said) => likeness(a, b).reasons.map(({ kind }) => kind)

describe('two people who tell of one thing', () => {
  const lamp = said('三楼楼道的灯坏了一个星期，老人上下楼很危险。')

  test('are found by what both say, where and when, and told why', () => {
    const other = said('我们这栋三楼楼道灯不亮，晚上看不见。', { at: base - 2 * day })
    const found = likeness(lamp, other)
    expect(found.score).toBeGreaterThanOrEqual(worthShowing)
    expect(found.reasons).toEqual([
      { kind: 'samePlace' },
      { kind: 'sameWords', words: ['三楼楼道'] },
      { kind: 'days', days: 2 },
    ])
  })

  test('in the next building of the grid stand near, in another grid only in one community', () => {
    expect(kindsOf(lamp, said('楼道灯坏了', { placePath: '/339901/001/001/G01/B04/' }))).toContain(
      'nearPlace',
    )
    expect(kindsOf(lamp, said('楼道灯坏了', { placePath: '/339901/001/001/G02/B01/' }))).toContain(
      'sameCommunity',
    )
    expect(kindsOf(lamp, said('楼道灯坏了', { placePath: '/339901/002/001/G02/B01/' }))).not.toContain(
      'sameCommunity',
    )
  })

  test('of one house and nothing else in common are left alone', () => {
    expect(likeness(lamp, said('物业乱收停车费，没有公示标准')).score).toBeLessThan(worthShowing)
  })

  test('by words that stand in any message are left alone', () => {
    const one = said('希望领导处理一下这个问题，谢谢', { placePath: null })
    expect(likeness(one, said('希望领导解决这个问题，谢谢', { placePath: null })).score).toBe(0)
  })

  test('about one company in two streets are found by its name', () => {
    const one = said('鑫达健身房关门了不退卡，一千八百元', { placePath: '/339901/001/001/' })
    const two = said('在鑫达健身办的卡不给退，人也找不到', { placePath: '/339901/002/004/' })
    expect(likeness(one, two).reasons[0]).toEqual({ kind: 'sameWords', words: ['鑫达健身'] })
    expect(likeness(one, { ...two, categoryCode: '0501' }).score).toBeGreaterThan(20)
  })
})

test('only what is worth showing is shown, the likest first, and no more than asked for', () => {
  const lamp = said('楼道灯坏了')
  const candidates = ['楼道灯坏了，单元门也坏了', '楼道灯坏了', '停车费太贵', '楼道的灯一闪一闪坏了'].map(
    (words) => ({
      said: said(words),
    }),
  )
  const found = likest(lamp, candidates, 2)
  expect(found.map((one) => one.said.words)).toEqual(['楼道灯坏了', '楼道灯坏了，单元门也坏了'])
})

const anyPath = fc.constantFrom(
  null,
  '/339901/',
  '/339901/001/',
  '/339901/001/001/',
  '/339901/001/001/G01/',
  house,
  '/339901/002/004/G02/B09/',
)
const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...'楼道灯坏了漏水物业停车费噪音施工扰民'), { maxLength: 60 })
    .map((w) => w.join('')),
)
const anySaid = fc.record<Said>({
  words: anyWords,
  placePath: anyPath,
  categoryCode: fc.constantFrom(null, 'S0101', 'S0102', '0203'),
  at: fc.integer({ min: base - 200 * day, max: base }),
})

describe('for any two sayings', () => {
  test('the score lies between 0 and 100 and is the same either way round', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (a, b) => {
        const { score } = likeness(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(likeness(b, a).score).toBe(score)
      }),
    )
  })

  test('nothing is liker than itself, and whatever scores has a reason', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (a, b) => {
        const { score, reasons } = likeness(a, b)
        if (score > 0) expect(reasons.length).toBeGreaterThan(0)
        expect(likeness(a, { ...b, words: a.words, placePath: a.placePath }).score).toBeGreaterThanOrEqual(
          score,
        )
      }),
    )
  })

  test('more days apart never make them liker', () => {
    fc.assert(
      fc.property(anySaid, anySaid, fc.integer({ min: 0, max: 400 }), (a, b, days) => {
        const later = { ...b, at: Math.min(a.at, b.at) - days * day }
        expect(likeness(a, later).score).toBeLessThanOrEqual(
          likeness(a, { ...b, at: Math.min(a.at, b.at) }).score,
        )
      }),
    )
  })

  test('the words given as a reason stand in both texts', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (a, b) => {
        const read = (text: string) => text.normalize('NFKC').toLowerCase()
        for (const reason of likeness(a, b).reasons)
          if (reason.kind === 'sameWords')
            for (const word of reason.words) {
              expect(read(a.words)).toContain(word)
              expect(read(b.words)).toContain(word)
            }
      }),
    )
  })
})
