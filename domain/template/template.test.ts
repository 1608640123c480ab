import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill, piecesOf, type TemplateFacts, templateFields, whyNotBody, withTemplate } from './template.ts'

const facts: TemplateFacts = {
  number: '261123-00001-0',
  title: '楼道灯不亮',
  place: '柳岸新村 3 幢',
  categoryName: '路灯照明',
  unit: '枫溪区住建局',
  today: '2026年11月23日',
  dueOn: null,
}

describe('a template', () => {
  test('fills in what is known of the matter, by either name of a field', () => {
    const body = '您反映的“{{title}}”（{{ 编号 }}），{{unit}}已于{{今天}}处理。'
    expect(fill(body, facts, {})).toEqual({
      text: '您反映的“楼道灯不亮”（261123-00001-0），枫溪区住建局已于2026年11月23日处理。',
      toFill: [],
    })
  })

  test('says what is still to fill, once each, and is whole when the writer has said it', () => {
    const body = '已{{?measure}}，最迟{{dueOn}}办好。再说一次：{{?measure}}。'
    expect(fill(body, facts, { measure: '  ' })).toEqual({
      text: '已【measure】，最迟【dueOn】办好。再说一次：【measure】。',
      toFill: ['measure', 'dueOn'],
    })
    expect(fill(body, facts, { measure: '更换灯泡', dueOn: '周五' })).toEqual({
      text: '已更换灯泡，最迟周五办好。再说一次：更换灯泡。',
      toFill: [],
    })
  })

  test('reads full-width signs as they are typed in Chinese', () => {
    expect(piecesOf('{{？措施}}')).toEqual([{ kind: 'blank', name: '措施' }])
  })

  test.each([
    ['{{phone}}', 'phone'],
    ['{{titel}} 已处理', 'titel'],
    ['{{?}}', '?'],
    ['{{}}', '{{}}'],
    ['{{title', '{{'],
    ['title}}', '}}'],
    [`{{?${'长'.repeat(21)}}}`, `?${'长'.repeat(21)}`],
    ['{{constructor}}', 'constructor'],
    ['{{title.length}}', 'title.length'],
  ])('with %s is not kept, and the name is told', (body, name) => {
    expect(whyNotBody(body)).toMatchObject({ refused: 'unknownField', field: 'body', facts: { name } })
  })

  test('never reads what was filled in as a template, and never takes a name for more than a name', () => {
    expect(fill('{{title}}', { ...facts, title: '{{number}}' }, {}).text).toBe('{{number}}')
    expect(fill('{{?a}}', facts, { a: '{{title}}' }).text).toBe('{{title}}')
    expect(fill('{{?constructor}}', facts, {}).toFill).toEqual(['constructor'])
  })

  test('that is kept leaves no brace and nothing unsaid behind, whatever it is made of', () => {
    const part = fc.oneof(
      fc.constantFrom(...Object.keys(templateFields).map((name) => `{{${name}}}`)),
      fc.constantFrom('{{?a}}', '{{?b}}', '，', '已办好。', '{', '}'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.boolean(), (parts, saysAll) => {
        const body = parts.join('')
        if (whyNotBody(body)) return
        const { text, toFill } = fill(body, facts, saysAll ? { a: '甲', b: '乙', dueOn: '周五' } : {})
        expect(text).not.toMatch(/\{\{|\}\}/)
        expect(toFill.length > 0).toBe(/【/.test(text))
        if (saysAll) expect(toFill).toEqual([])
      }),
    )
  })
})

describe('what is typed already', () => {
  test.each([
    ['', '新', 0, '新'],
    ['旧', '新', 1, '旧\n新'],
    ['旧\n', '新', 2, '旧\n新'],
    ['前后', '新', 1, '前\n新\n后'],
    ['旧', '新', 0, '新\n旧'],
  ])('%j takes in %j at %i', (typed, text, at, whole) => expect(withTemplate(typed, text, at)).toBe(whole))

  test('stays, whatever it is and wherever a template goes in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (typed, text, n) => {
        const at = n % (typed.length + 1)
        const whole = withTemplate(typed, text, at)
        expect(whole.startsWith(typed.slice(0, at))).toBe(true)
        expect(whole.endsWith(typed.slice(at))).toBe(true)
      }),
    )
  })
})
