import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OrderField, orderFields } from './order-fields.ts'
import { type Order, readOrder } from './order-row.ts'
import { describeProblem, fieldLabels, type RowProblem, rowProblemCodes } from './problems.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const good = {
  orderNo: ' FX2026 1103001',
  title: '楼道灯不亮',
  words: '楼下的路灯坏了三天。晚上出门不方便。',
  callerName: '李某',
  callerPhone: '199-0000-1234',
  receivedAt: '2026-11-03 14:05',
  dueAt: '2026-11-10',
  place: '和平路8号',
  community: '和平社区',
  street: '枫溪街道',
  category: '市政设施',
  orderType: '投诉',
  urgency: '紧急',
  confidential: '是',
  callCount: '3次',
  remark: '第二次来电',
} satisfies Record<OrderField, string>

function order(changes: Partial<Record<OrderField, string>> = {}): Order {
  const read = readOrder({ ...good, ...changes }, 7)
  if (Array.isArray(read)) throw new Error(read.map((problem) => describeProblem(problem, 'en')).join('\n'))
  return read
}

function problems(changes: Partial<Record<OrderField, string>>): readonly RowProblem[] {
  const read = readOrder({ ...good, ...changes }, 7)
  return Array.isArray(read) ? read : []
}

const codes = (changes: Partial<Record<OrderField, string>>) =>
  problems(changes).map(({ code, field }) => `${code} ${field}`)

describe('reading a work order', () => {
  it('understands a full row', () => {
    expect(order()).toEqual({
      rowNumber: 7,
      orderNo: 'FX20261103001',
      title: '楼道灯不亮',
      words: '楼下的路灯坏了三天。晚上出门不方便。',
      callerName: '李某',
      callerPhone: '19900001234',
      otherPhones: [],
      maskedPhone: undefined,
      receivedAt: at('2026-11-03T14:05:00'),
      dueAt: at('2026-11-10T23:59:59'),
      place: '和平路8号',
      community: '和平社区',
      street: '枫溪街道',
      category: '市政设施',
      kind: 'complaint',
      urgency: 'urgent',
      confidential: true,
      callCount: 3,
      remark: '第二次来电',
    })
  })

  it('asks for nothing but a number and words', () => {
    expect(readOrder({ orderNo: 'FX1', words: '路灯不亮' }, 2)).toMatchObject({
      orderNo: 'FX1',
      title: '路灯不亮',
      urgency: 'normal',
      confidential: false,
      callCount: 1,
    })
    expect(readOrder({}, 2)).toEqual([
      { code: 'missing', field: 'orderNo', facts: {} },
      { code: 'missing', field: 'words', facts: {} },
    ])
    expect(codes({ orderNo: ' ', words: '\u200b\n ' })).toEqual(['missing orderNo', 'missing words'])
  })

  it('makes a title of the first sentence, at most 200 characters', () => {
    expect(order({ title: '' }).title).toBe('楼下的路灯坏了三天。')
    const long = order({ title: '', words: '灯'.repeat(300) }).title
    expect(long).toBe(`${'灯'.repeat(199)}…`)
  })

  it('counts characters as a reader does, and says how many are too many', () => {
    expect(order({ words: '𠮷'.repeat(5000) }).words.length).toBe(10_000)
    expect(problems({ words: '灯'.repeat(5001) })).toEqual([
      { code: 'tooLong', field: 'words', facts: { length: 5001, max: 5000 } },
    ])
    expect(codes({ title: '灯'.repeat(201), orderNo: '1'.repeat(65) })).toEqual([
      'tooLong orderNo',
      'tooLong title',
    ])
  })

  it('keeps a text that looks like a formula as a text', () => {
    expect(order({ words: '=1+1 是什么意思', title: '@物业', remark: '-催办' })).toMatchObject({
      words: '=1+1 是什么意思',
      title: '@物业',
      remark: '-催办',
    })
  })

  it('takes out what no database stores and keeps paragraphs', () => {
    expect(order({ words: '第一段\r\n\u0000第二段\ud800' }).words).toBe('第一段\n第二段\ufffd')
  })

  it('refuses a number whose end Excel has lost, for two orders would become one', () => {
    expect(codes({ orderNo: '2.02611030001234E+16' })).toEqual(['digitsLost orderNo'])
    expect(order({ orderNo: '２０２６１１０３０００１' }).orderNo).toBe('202611030001')
    expect(order({ orderNo: 'E12' }).orderNo).toBe('E12')
  })

  it('knows the five types, leaves others to triage, and looks under the category where no type is given', () => {
    const kinds = ['咨询', '求助', '投诉', '举报', '建议', '表扬'].map(
      (orderType) => order({ orderType }).kind,
    )
    expect(kinds).toEqual(['consultation', 'request', 'complaint', 'report', 'suggestion', undefined])
    expect(order({ orderType: '', category: '求助类' }).kind).toBe('request')
    expect(order({ orderType: '表扬', category: '投诉' }).kind).toBeUndefined()
  })

  it('reads haste generously and asks where it cannot', () => {
    const urgencies = ['', '一般', '不紧急', '加急', '特急件', '非常紧急'].map(
      (urgency) => order({ urgency }).urgency,
    )
    expect(urgencies).toEqual(['normal', 'normal', 'normal', 'urgent', 'critical', 'critical'])
    expect(codes({ urgency: '马上' })).toEqual(['urgencyUnknown urgency'])
  })

  it('asks where it cannot tell whether a name is secret', () => {
    expect(
      ['', '否', '不保密', '√', '要求保密'].map((confidential) => order({ confidential }).confidential),
    ).toEqual([false, false, false, true, true])
    expect(codes({ confidential: '看情况' })).toEqual(['yesNoUnknown confidential'])
  })

  it('reports everything that is wrong with a row at once', () => {
    const wrong = {
      orderNo: '',
      callerPhone: '123',
      receivedAt: '3/11/2026',
      dueAt: '2026-02-30',
      callCount: '多次',
    }
    expect(codes(wrong)).toEqual([
      'missing orderNo',
      'phoneUnreadable callerPhone',
      'dateAmbiguous receivedAt',
      'dateImpossible dueAt',
      'countUnreadable callCount',
    ])
  })

  it('notices a limit before the call', () => {
    expect(codes({ dueAt: '2026-11-02' })).toEqual(['dueBeforeReceived dueAt'])
    expect(codes({ dueAt: '2026-11-03' })).toEqual([])
  })

  it('quotes what it found, shortened', () => {
    const [problem] = problems({ receivedAt: `尽快${'啊'.repeat(100)}` })
    expect(problem?.facts.found).toBe(`尽快${'啊'.repeat(27)}…`)
  })

  it('gives an order or at least one problem, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2026-11-03', '是', '投诉', '199****1234'),
    )
    const cells = fc.record(Object.fromEntries(orderFields.map((field) => [field, cell])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(cells, (row) => {
        const read = readOrder(row, 2)
        if (Array.isArray(read)) {
          expect(read.length).toBeGreaterThan(0)
          return
        }
        expect(read.orderNo).not.toMatch(/\s|^$/)
        expect([...read.title].length).toBeGreaterThan(0)
        expect([...read.title].length).toBeLessThanOrEqual(200)
        expect(JSON.stringify(read)).not.toContain('\\u0000')
      }),
    )
  })
})

describe('saying what is wrong', () => {
  it('fills every sentence in both languages, without a hole', () => {
    const facts = { found: '某某', length: 6000, max: 5000, received: '2026-11-03' }
    for (const code of rowProblemCodes) {
      for (const language of ['zh', 'en'] as const) {
        const sentence = describeProblem({ code, field: 'dueAt', facts }, language)
        expect(sentence).not.toMatch(/[{}]|undefined/)
        expect(sentence).toContain(fieldLabels[language].dueAt)
      }
    }
  })

  it('does not fill holes that came in with the cell', () => {
    const problem = { code: 'dateUnreadable', field: 'dueAt', facts: { found: '{field}$&' } } as const
    expect(describeProblem(problem, 'zh')).toContain('「{field}$&」')
  })
})
