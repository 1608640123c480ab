import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsByField, headerKey, proposeMapping, rememberMapping } from './columns.ts'
import { columnNames, orderFields } from './order-fields.ts'

/** Which heading was taken for which field. */
function taken(headers: string[], remembered?: Record<string, string>): Record<string, string> {
  const { columns } = proposeMapping(headers, remembered)
  return Object.fromEntries(columns.map(({ field, header }) => [field, header]))
}

describe('proposing which column is what', () => {
  it('finds all sixteen fields under the names we write ourselves', () => {
    const headers = orderFields.map((field) => columnNames[field][0] as string)
    const { columns, missing } = proposeMapping(headers)
    expect(columns.map(({ field }) => field)).toEqual([...orderFields])
    expect(columns.every(({ reason }) => reason === 'name')).toBe(true)
    expect(missing).toEqual([])
  })

  it('sees through full-width letters, spaces, line ends, asterisks, numbering and remarks in brackets', () => {
    expect(
      taken([
        '＊工单 编号\n（必填）',
        '2、诉求内容*',
        '【联系电话】',
        '受理时间（格式：2026-11-03）：',
        'Ｔｉｔｌｅ',
      ]),
    ).toEqual({
      orderNo: '＊工单 编号\n（必填）',
      words: '2、诉求内容*',
      callerPhone: '【联系电话】',
      receivedAt: '受理时间（格式：2026-11-03）：',
      title: 'Ｔｉｔｌｅ',
    })
  })

  it('reads the heads of a message board', () => {
    expect(taken(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签'])).toEqual({
      orderNo: '留言编号',
      callerName: '留言用户',
      title: '留言主题',
      receivedAt: '留言时间',
      words: '留言详情',
      category: '一级标签',
    })
  })

  it('prefers the better name and leaves the other column free', () => {
    expect(taken(['编号', '工单编号', '内容', '诉求内容'])).toEqual({
      orderNo: '工单编号',
      words: '诉求内容',
    })
  })

  it('takes a heading that ends in a known name', () => {
    const { columns } = proposeMapping(['12345热线工单编号', '市民来电内容'])
    expect(columns.map(({ field, reason, name }) => [field, reason, name])).toEqual([
      ['orderNo', 'ending', '工单编号'],
      ['words', 'ending', '来电内容'],
    ])
  })

  it('never takes the handler, the answer or who is complained about for the caller', () => {
    expect(
      taken([
        '承办单位联系电话',
        '承办人姓名',
        '回访内容',
        '被投诉人',
        '处理时间',
        '办理单位地址',
        '答复内容',
      ]),
    ).toEqual({})
  })

  it('takes the lower line of a two-line head, unless the upper one speaks of somebody else', () => {
    const headers = [
      '工单编号',
      '承办人信息/姓名',
      '承办人信息/电话',
      '来电人信息/姓名',
      '来电人信息/电话',
      '诉求/内容',
    ]
    expect(taken(headers)).toEqual({
      orderNo: '工单编号',
      callerName: '来电人信息/姓名',
      callerPhone: '来电人信息/电话',
      words: '诉求/内容',
    })
  })

  it('is not misled by a paragraph in a heading cell', () => {
    expect(taken([`请如实填写${'说明'.repeat(150)}诉求内容`, '标题'])).toEqual({ title: '标题' })
  })

  it('puts what people chose last time first, also that a column is for nothing', () => {
    const headers = ['单据', '标题', '诉求内容', '工单编号']
    const remembered = { 单据: 'orderNo', 标题: '' }
    const { columns } = proposeMapping(headers, remembered)
    expect(columns.map(({ header, field, reason }) => [header, field, reason])).toEqual([
      ['单据', 'orderNo', 'remembered'],
      ['诉求内容', 'words', 'name'],
    ])
  })

  it('ignores remembered words that are no field of ours', () => {
    expect(taken(['诉求内容'], { 诉求内容: 'constructor' })).toEqual({})
    expect(taken(['constructor', '__proto__', '诉求内容'])).toEqual({ words: '诉求内容' })
  })

  it('remembers a choice so that the same file comes out the same', () => {
    const headers = ['A列', 'B列', '来电人信息/姓名', '备注', '备注']
    const choice = [
      { field: 'orderNo', column: 0 },
      { field: 'words', column: 1 },
      { field: 'remark', column: 4 },
    ] as const
    const kept = rememberMapping(headers, choice)
    expect(kept).toEqual({ a列: 'orderNo', b列: 'words', '来电人信息/姓名': '', 备注: 'remark' })
    expect(proposeMapping(headers, kept).columns.map(({ field }) => field)).toEqual([
      'orderNo',
      'words',
      'remark',
    ])
  })

  it('names the required fields nobody holds', () => {
    expect(proposeMapping(['标题']).missing).toEqual(['orderNo', 'words'])
  })

  it('uses every column and every field at most once, whatever the headings', () => {
    const names = orderFields.flatMap((field) => columnNames[field])
    const heading = fc.oneof(fc.constantFrom(...names), fc.string(), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(
        fc.array(heading, { maxLength: 40 }),
        fc.dictionary(heading, heading),
        (headers, remembered) => {
          const { columns } = proposeMapping(headers, remembered)
          expect(new Set(columns.map(({ column }) => column)).size).toBe(columns.length)
          expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length)
          for (const { column, header } of columns) expect(headers[column]).toBe(header)
        },
      ),
    )
  })

  it('spells every known name as headerKey does, or it could never match', () => {
    for (const field of orderFields) for (const name of columnNames[field]) expect(headerKey(name)).toBe(name)
  })

  it('knows no name twice, or two fields would fight for it', () => {
    const names = orderFields.flatMap((field) => columnNames[field])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('picks the cells of a row by field', () => {
    const row = cellsByField(
      ['x', 'FX1'],
      [
        { field: 'orderNo', column: 1 },
        { field: 'words', column: 7 },
      ],
    )
    expect([row.orderNo, row.words, row.remark]).toEqual(['FX1', '', ''])
  })
})
