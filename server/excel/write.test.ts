import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHead, readRows } from './read.ts'
import { type CellValue, type WrittenColumn, writeWorkbook } from './write.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
const nextPath = () => join(folder, `${++files}.xlsx`)

const columns: WrittenColumn[] = [
  { header: '工单编号', width: 20, kind: 'text' },
  { header: '诉求内容', width: 60, kind: 'text' },
  { header: '受理时间', width: 20, kind: 'date' },
  { header: '来电次数', width: 10, kind: 'number' },
]

async function cellsIn(path: string): Promise<string[][]> {
  const rows = []
  for await (const { cells } of readRows(path, 2)) rows.push(cells)
  return rows
}

async function written(rows: CellValue[][]): Promise<string> {
  const path = nextPath()
  await writeWorkbook(path, { sheetName: '退回', columns, rows })
  return path
}

describe('writing a workbook', () => {
  it('comes back as it was, dates in China time', async () => {
    const path = await written([
      ['0012', '第一段\n第二段', Date.parse('2026-11-03T14:05:09+08:00'), 3],
      ['FX2', null, new Date('2026-11-02T16:00:00Z'), undefined],
    ])
    expect(await readHead(path, 1)).toEqual({
      sheetName: '退回',
      rows: [columns.map(({ header }) => header)],
      sheets: ['退回'],
    })
    expect(await cellsIn(path)).toEqual([
      ['0012', '第一段\n第二段', '2026-11-03 14:05:09', '3'],
      ['FX2', '', '2026-11-03 00:00:00'],
    ])
  })

  it('writes a text as a text, so that nothing in it is ever evaluated', async () => {
    const dangerous = ['=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', "'=1", '_x0041_', '\t=1']
    const path = await written(dangerous.map((text) => [text, `${text} `]))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    const sheet = workbook.getWorksheet('退回')
    dangerous.forEach((text, at) => {
      const cell = sheet?.getCell(at + 2, 1)
      expect(cell?.type).toBe(ExcelJS.ValueType.String)
      expect(cell?.numFmt).toBe('@')
      if (!text.includes('_x')) expect(cell?.value).toBe(text)
    })
    expect((await cellsIn(path)).map(([text]) => text)).toEqual(dangerous)
  })

  it('keeps the headings bold, in view and with a filter, and wraps texts', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await written([['FX1', '路灯不亮', 0, 1]]))
    const sheet = workbook.getWorksheet('退回')
    expect(sheet?.getCell('A1').font.bold).toBe(true)
    expect(sheet?.getCell('A2').font?.bold).toBeFalsy()
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(sheet?.autoFilter).toBe('A1:D1')
    expect(sheet?.getCell('B2').alignment).toMatchObject({ wrapText: true })
    expect(sheet?.getColumn(2).width).toBe(60)
    expect(sheet?.getCell('C2').numFmt).toBe('yyyy-mm-dd hh:mm:ss')
  })

  it('puts a note on a sheet of its own, behind the rows', async () => {
    const path = nextPath()
    await writeWorkbook(path, {
      sheetName: '退回',
      columns,
      rows: [],
      note: '改好后可直接再次导入。\n=不会计算',
    })
    expect(await readHead(path, 5)).toMatchObject({ sheetName: '退回', sheets: ['退回', '说明'] })
    expect(await readHead(path, 5, '说明')).toMatchObject({
      rows: [['改好后可直接再次导入。'], ['=不会计算']],
    })
  })

  it('mends names and texts that Excel would not open', async () => {
    const path = nextPath()
    const sheetName = `'11/3[退回]:${'长'.repeat(40)}`
    await writeWorkbook(path, { sheetName, columns, rows: [[`\u0000\u0008a\ud800${'长'.repeat(40_000)}`]] })
    const [[text = ''] = []] = await cellsIn(path)
    expect(text).toHaveLength(32_767)
    expect(text.slice(0, 3)).toBe('a\ufffd长')
    const head = await readHead(path, 1)
    expect('sheetName' in head && head.sheetName).toMatch(/^11 3 退回 {2}长+…$/)
  })

  it('writes from a stream of rows into a stream', async () => {
    const path = nextPath()
    const stream = createWriteStream(path)
    const closed = once(stream, 'close')
    async function* rows(): AsyncGenerator<CellValue[]> {
      for (let at = 0; at < 2000; at++) yield [`FX${at}`, '路灯不亮', at, at]
    }
    await writeWorkbook(stream, { sheetName: '回复', columns, rows: rows() })
    await closed
    const read = await cellsIn(path)
    expect(read).toHaveLength(2000)
    expect(read[1999]?.[0]).toBe('FX1999')
  })

  it('fails where it cannot write or the rows fail, rather than hang', async () => {
    await expect(
      writeWorkbook(join(folder, 'no', 'such', 'place.xlsx'), { sheetName: 'a', columns, rows: [['x']] }),
    ).rejects.toThrow()
    async function* rows(): AsyncGenerator<CellValue[]> {
      yield ['FX1']
      throw new Error('rows end here')
    }
    const path = nextPath()
    await expect(writeWorkbook(path, { sheetName: 'a', columns, rows: rows() })).rejects.toThrow(
      'rows end here',
    )
    expect(existsSync(path)).toBe(false)
  })

  it('stops when whoever takes the file goes away', async () => {
    const stream = createWriteStream(nextPath())
    function* rows(): Generator<CellValue[]> {
      for (let at = 0; at < 100_000; at++) {
        if (at === 500) stream.destroy()
        yield [`FX${at}`, '路灯不亮'.repeat(20)]
      }
      throw new Error('nobody stopped it')
    }
    await expect(writeWorkbook(stream, { sheetName: 'a', columns, rows: rows() })).rejects.toThrow(
      'Premature close',
    )
  })

  it('gives back every text that a cell can hold', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (given) =>
          given.trim() !== '' && !/[\r\u200b\u2060\ufeff\u0000-\u0008\u000b-\u001f\u007f]/.test(given),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        const path = await written(texts.map((given) => [given]))
        expect((await cellsIn(path)).map(([given]) => given)).toEqual(texts)
      }),
      { numRuns: 30 },
    )
  })
})
