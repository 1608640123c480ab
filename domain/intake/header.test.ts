import { describe, expect, it } from 'vitest'
import { proposeMapping } from './columns.ts'
import { findHeader, headerScore, joinHeads } from './header.ts'

const heads = ['工单编号', '标题', '诉求内容', '来电人', '联系电话']
const data = ['FX20261103001', '路灯不亮', '楼下路灯坏了三天', '李某', '19900000001']

describe('finding the headings', () => {
  it('takes the first row where it is one', () => {
    expect(findHeader([heads, data])).toEqual({ firstRow: 1, lastRow: 1, headers: heads })
  })

  it('passes over a title, a note and empty rows', () => {
    const rows = [['枫溪区12345热线工单明细表'], [], ['导出时间：2026-11-03', '', '单位：件'], heads, data]
    expect(findHeader(rows)).toEqual({ firstRow: 4, lastRow: 4, headers: heads })
  })

  it('joins a two-line head whose upper cells are merged', () => {
    const upper = ['工单编号', '诉求', '', '来电人信息', '', '承办人信息', '', '备注']
    const lower = ['', '标题', '内容', '姓名', '电话', '姓名', '电话']
    const head = findHeader([['明细表'], upper, lower, data])
    expect(head).toMatchObject({ firstRow: 2, lastRow: 3 })
    expect(head?.headers).toEqual([
      '工单编号',
      '诉求/标题',
      '诉求/内容',
      '来电人信息/姓名',
      '来电人信息/电话',
      '承办人信息/姓名',
      '承办人信息/电话',
      '备注',
    ])
    const { columns } = proposeMapping(head?.headers ?? [])
    expect(columns.map(({ field, column }) => [field, column])).toEqual([
      ['orderNo', 0],
      ['title', 1],
      ['words', 2],
      ['callerName', 3],
      ['callerPhone', 4],
      ['remark', 7],
    ])
  })

  it('does not take a title above single-line headings for a group', () => {
    expect(findHeader([['工单编号一览'], heads])).toMatchObject({ firstRow: 2, lastRow: 2 })
  })

  it('does not swallow the first row of data', () => {
    const sparse = ['FX1', '', '', '', '标题']
    expect(findHeader([heads, sparse])).toMatchObject({ firstRow: 1, lastRow: 1 })
  })

  it('finds headings only a person knew, once they are remembered', () => {
    const rows = [
      ['单据', '说的话'],
      ['FX1', '路灯不亮'],
    ]
    expect(findHeader(rows)).toBeUndefined()
    expect(findHeader(rows, { 单据: 'orderNo', 说的话: 'words' })).toMatchObject({ firstRow: 1, lastRow: 1 })
  })

  it('finds none in data, in nothing and below row 15', () => {
    expect(findHeader([data, data])).toBeUndefined()
    expect(findHeader([])).toBeUndefined()
    expect(findHeader([...Array.from({ length: 15 }, () => [] as string[]), heads])).toBeUndefined()
  })

  it('scores whole names above endings and data at nothing', () => {
    expect(headerScore(heads)).toBe(10)
    expect(headerScore(['热线工单编号'])).toBe(1)
    expect(headerScore(data)).toBe(0)
  })

  it('lets a group end where the next one begins', () => {
    expect(joinHeads(['甲', '', '乙'], ['1', '2', '', '4'])).toEqual(['甲/1', '甲/2', '乙', '4'])
  })
})
