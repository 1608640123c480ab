import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categories, findCategory } from './categories.ts'
import { classify as classifyBy, triageTableOf } from './classify.ts'
import { disputeRules } from './dispute-rules.ts'
import { peopleRules } from './people-rules.ts'
import { placeRules } from './place-rules.ts'
import { findBadWord, tidyWords } from './rule.ts'

const table = triageTableOf(categories)
const classify = (text: string) => classifyBy(text, table)

describe('a quarrel is a dispute, whatever door it came through', () => {
  test.each([
    ['楼上漏水，天花板泡坏了，找了三次他都不认', '0203'],
    ['隔壁半夜打麻将，吵得全家睡不着', '0203'],
    ['老板拖欠工资三个月，一直不给', '0701'],
    ['房东扣着押金不退', '0602'],
    ['弟兄几个为老父亲的赡养吵翻了', '0102'],
    ['健身房关门了，会员卡退不了', '0601'],
    ['物业公司把公共收益藏着不公布', '0402'],
    ['借条写得清清楚楚，借钱不还', '0804'],
  ])('%s', (text, code) => {
    expect(classify(text)).toMatchObject({ categoryCode: code, kind: 'dispute' })
  })
})

describe('what nobody disputes stays an everyday matter', () => {
  test.each([
    ['3 栋单元门口的路灯不亮了', 'S0101', 'request'],
    ['小区门口的下水道堵了，污水往外冒', 'S0103', 'request'],
    ['楼道里停满电动车，还从窗户拉线充电', 'S0502', 'hazard'],
    ['工地凌晨两点还在打桩', 'S0401', 'complaint'],
    ['邻居家的狗不牵绳，电梯里吓到孩子', 'S1201', 'complaint'],
    ['小朋友的心愿是想要一套绘本', 'S1602', 'wish'],
    ['高龄津贴怎么办理，需要带什么', 'S0901', 'consultation'],
    ['请问离婚登记在哪里办', '0101', 'consultation'],
    ['建议在东门增设一处公交站', 'S0707', 'suggestion'],
    ['举报顶楼违建阳光房', 'S0601', 'report'],
  ])('%s', (text, code, kind) => {
    expect(classify(text)).toMatchObject({ categoryCode: code, kind })
  })
})

describe('haste is asked for by danger now, not by danger past, feared or practised', () => {
  test.each([
    ['三楼着火了，快来人', 'critical'],
    ['楼道里一股很浓的燃气味', 'critical'],
    ['她在楼顶说不想活了', 'critical'],
    ['楼下两家又动手打人了', 'critical'],
    ['电梯里困人了，老人在里面', 'critical'],
    ['井盖不见了，孩子差点掉下去', 'urgent'],
    ['整栋楼停水一天了', 'urgent'],
    ['去年着火以后楼道一直没有刷', null],
    ['电动车上楼，万一起火怎么跑', null],
    ['很担心着火', null],
    ['社区什么时候办火灾演练', null],
    ['火锅店排队太吵，火车站那家也一样', null],
    ['没有着火，只是饭糊了', null],
    ['路灯不亮', null],
  ])('%s', (text, urgency) => {
    expect(classify(text).urgency).toBe(urgency)
  })
})

test('says nothing where the words say nothing', () => {
  for (const text of ['', '你好', '12345', '今天天气不错', '哈哈哈哈', 'hello there'])
    expect(classify(text)).toEqual({ categoryCode: null, kind: null, urgency: null, because: [] })
})

test('one weak hint is not enough for a category', () => {
  expect(classify('小区').categoryCode).toBeNull()
})

test('names the words it rests on as they stand in the text', () => {
  const text = '楼上又漏水了，天花板滴答滴答，大家协商不成'
  const { because } = classify(text)
  expect(because.length).toBeGreaterThan(0)
  for (const word of because) for (const part of word.split('…')) expect(text).toContain(part)
})

test('words far apart do not speak together', () => {
  const far = `楼上住着一家人。${'我们这个院子一向安安静静。'.repeat(4)}厨房的水龙头漏水`
  expect(classify(far).because).not.toContain('楼上…漏水')
})

test('reads whatever it is given and answers with codes that exist', () => {
  const words = [...disputeRules, ...placeRules, ...peopleRules]
    .flatMap((r) => [r.sure, r.likely, r.hint])
    .join(' ')
    .split(/[ |+]/)
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (t) => {
      const { categoryCode, kind, because } = classify(t)
      if (categoryCode !== null) expect(findCategory(categoryCode)).toBeDefined()
      expect(because.length).toBeLessThanOrEqual(6)
      if (because.length === 0) expect([categoryCode, kind]).toEqual([null, null])
    }),
  )
})

describe('the shipped categories', () => {
  test('have every code once, and every parent', () => {
    const codes = categories.map((c) => c.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, parentCode } of categories) {
      expect(code).toMatch(/^[0-9A-Z]{2,8}$/)
      if (parentCode !== null) expect(codes).toContain(parentCode)
    }
  })

  test('have a class before its members, so that they can be stored in this order', () => {
    const seen = new Set<string>()
    for (const { code, parentCode } of categories) {
      if (parentCode !== null) expect(seen.has(parentCode)).toBe(true)
      seen.add(code)
    }
  })

  test('hold the seventeen classes of the governance table', () => {
    const classes = categories
      .filter((c) => c.parentCode === null && !c.code.startsWith('S'))
      .map((c) => c.code)
    expect(classes).toHaveLength(17)
  })

  test('keep administrative, court, discipline and religious matters from mediation', () => {
    const barred = categories
      .filter((c) => !c.mediable && !c.code.startsWith('S'))
      .map((c) => c.code.slice(0, 2))
    expect([...new Set(barred)]).toEqual(['13', '14', '15', '16'])
    expect(categories.filter((c) => c.code.startsWith('S') && c.mediable)).toEqual([])
  })

  test('know every code the rules propose', () => {
    for (const rule of [...disputeRules, ...placeRules, ...peopleRules])
      expect(findCategory(rule.code), rule.code).toBeDefined()
  })
})

describe('a district keeps its own words', () => {
  const own = { code: 'S9901', kind: 'request', sure: '共享滑板+乱停|倒', likely: '', hint: '滑板' } as const

  test('which decide, also for a category that did not come with the product', () => {
    const text = '共享滑板又倒了一地'
    expect(classify(text).categoryCode).not.toBe('S9901')
    expect(classifyBy(text, triageTableOf([own, ...categories]))).toMatchObject({
      ...{ categoryCode: 'S9901', kind: 'request' },
      because: ['共享滑板…倒'],
    })
  })

  test('and what is left out is no longer proposed', () => {
    const without = triageTableOf(categories.filter(({ code }) => code !== 'S0101'))
    expect(classifyBy('路灯不亮', without).categoryCode).toBeNull()
  })

  test.each([
    ['路灯，楼道灯、 声控灯', '路灯 楼道灯 声控灯'],
    ['灯 ＋ 不亮｜坏', '灯+不亮|坏'],
    ['  ', ''],
  ])('typed as %s', (typed, tidied) => expect(tidyWords(typed)).toBe(tidied))

  test.each([
    ['路灯 灯+', '灯+'],
    ['a||b', 'a||b'],
    ['灯+坏+黑', '灯+坏+黑'],
    [`灯 ${'长'.repeat(61)}`, '长'.repeat(61)],
    ['灯+不亮|坏 路灯', undefined],
  ])('and %s is told apart from what can be read', (line, bad) => expect(findBadWord(line)).toBe(bad))

  test('as the shipped ones are written', () => {
    for (const { code, sure, likely, hint } of categories)
      for (const line of [sure, likely, hint]) {
        expect(findBadWord(line), code).toBeUndefined()
        expect(tidyWords(line), code).toBe(line)
      }
  })
})
