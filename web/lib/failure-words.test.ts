import { describe, expect, test } from 'vitest'
import { type Facts, refusalCodes, refuse } from '#domain/refusal.ts'
import { failureWords, fieldOf } from './failure-words.ts'
import { FaultError, OfflineError, RefusalError } from './failures.ts'

const words = (code: (typeof refusalCodes)[number], facts?: Facts, field?: string) =>
  failureWords(new RefusalError(refuse(code, facts, field), 422), 'zh')

describe('failures in words', () => {
  test('a field is called what the form calls it', () => {
    expect(words('missingField', { field: 'input.closureKind' })).toBe('还缺少“结案类型”，补上后就可以继续。')
    expect(
      failureWords(new RefusalError(refuse('tooLong', { field: 'reason', max: 1000 }), 400), 'en'),
    ).toContain('“Reason”')
  })

  test('a code of the checker never reaches the reader', () => {
    expect(words('badInput', { field: 'phone', hint: 'phone' })).toBe(
      '“电话”这一项填写有误：请填写 5 到 16 位数字的电话号码。',
    )
    expect(words('badInput', { field: 'kind', hint: 'invalid_value' })).not.toMatch(/invalid/)
  })

  test('a state is named in the reader’s language', () => {
    expect(words('notNow', { state: 'closed' })).toContain('“已结案”')
  })

  test('so is what a mandate lacks, and where else a dispute goes', () => {
    expect(words('mandateNarrow', { power: 'sign' })).toContain('签署协议和文书')
    expect(words('unsuitable', { article: '人民调解法 25', route: 'police' })).toContain('公安机关')
  })

  test('the network and our own faults say what is safe', () => {
    expect(failureWords(new OfflineError(), 'zh')).toContain('不会重复提交')
    expect(failureWords(new FaultError(500, 'r-9'), 'zh')).toContain('r-9')
    expect(failureWords(new TypeError('x is not a function'), 'en')).toContain('Everything saved is safe')
  })

  test('what passes by itself is told apart from a fault of ours: it may be tried again soon, and is not done twice', () => {
    expect(failureWords(new FaultError(503, 'r-8'), 'zh')).toMatch(/正在恢复.*不会重复提交.*r-8/)
    expect(failureWords(new FaultError(503, 'r-8'), 'en')).toMatch(/recovering.*not be sent twice.*r-8/)
    expect(failureWords(new FaultError(502, 'r-8'), 'en')).toContain('Everything saved is safe')
  })

  test('the name of a field is the last step of its path', () => {
    expect(fieldOf('input.files.0')).toBe('files')
    expect(fieldOf(undefined)).toBeUndefined()
  })

  test.each(refusalCodes)('%s leaves no hole and no blame in either language', (code) => {
    for (const language of ['zh', 'en'] as const)
      expect(failureWords(new RefusalError(refuse(code), 409), language)).not.toMatch(
        /[{}]|undefined|系统异常/,
      )
  })
})
