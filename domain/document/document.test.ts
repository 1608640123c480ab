import { expect, test } from 'vitest'
import { type Block, clauseMark, type Document, faultOf, inChinese, label, value } from './document.ts'

const one = (...blocks: Block[]): Document[] => [{ title: '记录', code: 'FQ', blocks }]

test('numbers of clauses are said in Chinese', () => {
  expect([1, 10, 12, 20, 21, 100, 105, 110, 1003, 9999].map(inChinese)).toEqual([
    ...['一', '十', '十二', '二十', '二十一', '一百', '一百零五', '一百一十', '一千零三'],
    '九千九百九十九',
  ])
  expect(
    (['ideographic', 'arabic', 'bracketed', 'article'] as const).map((mark) => clauseMark(mark, 3)),
  ).toEqual([...['三、', '3.', '（三）', '第三条　']])
})

test('a form whose rows are filled from edge to edge can be drawn, and no other', () => {
  const fields = (...rows: ReturnType<typeof label>[][]) => one({ kind: 'fields', columns: [1, 2, 2], rows })
  expect(
    faultOf(fields([label('申请人', { rows: 2 }), label('姓名'), value('林')], [value('', { columns: 2 })])),
  ).toBeUndefined()
  expect(faultOf(fields([label('姓名'), value('林')]))).toContain('row 0 covers 2 of 3 columns')
  expect(faultOf(fields([label('姓名', { rows: 2 }), value('林', { columns: 2 })]))).toContain(
    'below the last row',
  )
})

test('a list wants one cell a column, and an index names documents that are in the file and bear a number', () => {
  const index = (pageOf: number): Block => ({
    kind: 'table',
    columns: [{ head: '页号', width: 1 }],
    rows: [[{ pageOf, as: 'first' }]],
  })
  expect(faultOf([])).toBeDefined()
  expect(faultOf(one(index(0)))).toBeUndefined()
  expect(faultOf(one(index(1)))).toContain('not in the file')
  expect(faultOf([{ title: '封面', code: '', isUncounted: true, blocks: [index(0)] }])).toContain(
    'no page number',
  )
  expect(faultOf(one({ kind: 'table', columns: [{ head: '', width: 1 }], rows: [['', '']] }))).toContain(
    'one cell a column',
  )
  expect(faultOf(one({ kind: 'table', columns: [{ head: '', width: 0 }], rows: [] }))).toContain(
    'without width',
  )
})
