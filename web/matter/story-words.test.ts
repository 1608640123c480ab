import { describe, expect, test } from 'vitest'
import { verbs } from '#domain/matter/moves.ts'
import { actionSentence, changesOf, quoteOf, whoOf } from './story-words.ts'

type Action = Parameters<typeof actionSentence>[0]
const staff = { kind: 'staff', name: '陈敏', role: 'communityClerk', unitName: '滨河社区' } as const
const person = { kind: 'resident', name: null, role: null, unitName: null } as const
const system = { kind: 'system', name: null, role: null, unitName: null } as const
const names = { categoryOf: (code: string) => (code === 'S01' ? '路灯' : undefined) }
const zh = (action: Action) => actionSentence(action, 'zh', names)

describe('the story', () => {
  test('names who, from where, and to whom', () => {
    expect(zh({ verb: 'dispatch', actor: staff, payload: { unitName: '区住建局' } })).toBe(
      '滨河社区 陈敏 派给了区住建局。',
    )
    expect(whoOf(staff, 'en')).toBe('陈敏 (滨河社区)')
    expect(whoOf({ ...staff, forName: '李四' }, 'zh')).toBe('滨河社区 陈敏（代李四） ')
  })

  test('tells the ways of a verb apart', () => {
    expect(zh({ verb: 'receive', actor: person, payload: { channel: 'qr' } })).toBe(
      '诉求人提出了诉求（码上办）。',
    )
    expect(zh({ verb: 'receive', actor: system, payload: { channel: 'hotline' } })).toBe(
      '通过“12345 工单”转来了这件诉求。',
    )
    expect(zh({ verb: 'contact', actor: staff, payload: { how: 'unreached' } })).toContain('没有联系上')
    expect(zh({ verb: 'revisit', actor: staff, payload: { reached: false } })).toContain('没有联系上诉求人')
    expect(zh({ verb: 'close', actor: system, payload: { closureKind: 'resolved' } })).toBe(
      '诉求人确认已解决，自动结案：实质化解。',
    )
    expect(zh({ verb: 'withdraw', actor: person, payload: {} })).toBe('诉求人撤回了诉求。')
  })

  test.each(verbs)('%s is a whole sentence in both languages, also with nothing known', (verb) => {
    for (const language of ['zh', 'en'] as const)
      expect(actionSentence({ verb, actor: staff, payload: {} }, language, names)).not.toMatch(
        /[{}]|undefined|null/,
      )
  })

  test('what was written stands below, except the first words, which stand above', () => {
    expect(quoteOf({ verb: 'submit', payload: { result: '已修好' } })).toBe('已修好')
    expect(quoteOf({ verb: 'rate', payload: { words: '很快', note: 'x' } })).toBe('很快')
    expect(quoteOf({ verb: 'receive', payload: { words: '灯坏了' } })).toBeUndefined()
  })

  test('a triage tells what it changed, in words', () => {
    const payload = {
      title: '灯',
      categoryCode: 'S01',
      kind: 'hazard',
      before: { title: '灯', categoryCode: null, kind: 'request' },
    }
    expect(changesOf({ payload }, 'zh', names)).toEqual([
      { field: '分类', before: '', after: '路灯' },
      { field: '类别', before: '求助', after: '隐患' },
    ])
  })
})
