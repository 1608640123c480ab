import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proposeMapping } from '#domain/intake/columns.ts'
import { findHeader } from '#domain/intake/header.ts'
import { zipOf } from '#test/zip.ts'
import { readHead, readRows } from './read.ts'
import { WorkbookRefused } from './refused.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
const nextPath = () => join(folder, `${++files}.xlsx`)

/** Writes a workbook with Excel's usual shared texts, and gives its path. */
async function made(build: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  build(workbook)
  const path = nextPath()
  await workbook.xlsx.writeFile(path)
  return path
}

async function rowsOf(path: string, fromRow = 1, sheetName?: string) {
  const rows = []
  for await (const row of readRows(path, fromRow, sheetName)) rows.push(row)
  return rows
}

const workbookXml =
  '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>'
const relationsXml =
  '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'

/** A workbook by hand around one sheet's XML. */
async function byHand(sheet: string, sharedStrings = '<sst/>'): Promise<string> {
  const path = nextPath()
  const parts = { 'xl/workbook.xml': workbookXml, 'xl/_rels/workbook.xml.rels': relationsXml }
  const all = { ...parts, 'xl/sharedStrings.xml': sharedStrings, 'xl/worksheets/sheet1.xml': sheet }
  await writeFile(path, zipOf(Object.entries(all).map(([name, data]) => ({ name, data }))))
  return path
}

describe('reading a workbook', () => {
  it('gives dates as typed, formulas as saved, and everything as text', async () => {
    const path = await made((workbook) => {
      const sheet = workbook.addWorksheet('工单')
      const row = sheet.addRow([
        new Date(Date.UTC(2026, 10, 3, 14, 5, 9)),
        new Date(Date.UTC(2026, 10, 3)),
        46_329.586805555555,
        '2026/11/3 14:05',
        { formula: 'A1+1', result: 42 },
        { formula: 'HYPERLINK("x")', result: '=cmd|calc' },
        { formula: 'A1' },
        { error: '#N/A' },
        true,
        { richText: [{ text: '路' }, { text: '灯', font: { bold: true } }] },
        { text: '官网', hyperlink: 'https://example.com' },
        19_900_001_234,
        0.1 + 0.2,
        '=1+1',
        20_261_103_000_123_456,
        12.5,
      ])
      row.getCell(1).numFmt = 'yyyy-mm-dd hh:mm:ss'
      row.getCell(2).numFmt = 'yyyy"年"m"月"d"日"'
      row.getCell(16).numFmt = '#,##0.00"元/m²"'
    })
    expect((await rowsOf(path))[0]?.cells).toEqual([
      '2026-11-03 14:05:09',
      '2026-11-03',
      '46329.586805555555',
      '2026/11/3 14:05',
      '42',
      '=cmd|calc',
      '',
      '',
      'TRUE',
      '路灯',
      '官网',
      '19900001234',
      '0.30000000000000004',
      '=1+1',
      '2.0261103000123456E+16',
      '12.5',
    ])
  })

  it('reads dates counted from 1904, times of day and the days before March 1900', async () => {
    const from1904 = await made((workbook) => {
      workbook.properties.date1904 = true
      workbook
        .addWorksheet('a')
        .addRow([new Date(Date.UTC(2026, 10, 3, 8))])
        .getCell(1).numFmt = 'yyyy-mm-dd hh:mm'
    })
    expect((await rowsOf(from1904))[0]?.cells).toEqual(['2026-11-03 08:00:00'])
    const odd = await made((workbook) => {
      const row = workbook.addWorksheet('a').addRow([0.5, 1, 59, 61, -3])
      for (const column of [1, 2, 3, 4, 5]) row.getCell(column).numFmt = column === 1 ? 'h:mm' : 'yyyy/m/d'
    })
    expect((await rowsOf(odd))[0]?.cells).toEqual([
      '12:00:00',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '-3',
    ])
  })

  it('leaves out hidden sheets and begins with the first that is not empty', async () => {
    const path = await made((workbook) => {
      workbook.addWorksheet('字典', { state: 'hidden' }).addRow(['工单编号', '诉求内容'])
      workbook.addWorksheet('缓存', { state: 'veryHidden' }).addRow(['工单编号', '诉求内容'])
      workbook.addWorksheet('空')
      workbook.addWorksheet('十一月').addRow(['编号'])
      workbook.addWorksheet('十月').addRow(['旧编号'])
    })
    expect(await readHead(path, 5)).toEqual({
      sheetName: '十一月',
      rows: [['编号']],
      sheets: ['空', '十一月', '十月'],
    })
    expect(await readHead(path, 5, '十月')).toMatchObject({ rows: [['旧编号']] })
    expect(await readHead(path, 5, '字典')).toEqual({ refused: 'noHeader' })
    expect(await rowsOf(path, 1, '十月')).toEqual([{ rowNumber: 1, cells: ['旧编号'] }])
  })

  it('refuses a workbook with nothing in it', async () => {
    const path = await made((workbook) => workbook.addWorksheet('空'))
    expect(await readHead(path, 5)).toEqual({ refused: 'noHeader' })
    await expect(rowsOf(path)).rejects.toMatchObject({ refusal: { refused: 'noHeader' } })
  })

  it('keeps row numbers over empty rows, and starts where it is told', async () => {
    const path = await made((workbook) => {
      const sheet = workbook.addWorksheet('a')
      sheet.getCell('B3').value = '头'
      sheet.getCell('A5').value = '  '
      sheet.getCell('A7').value = '尾'
      sheet.getCell('C7').font = { bold: true }
    })
    expect(await readHead(path, 6)).toMatchObject({ rows: [[], [], ['', '头']] })
    expect(await rowsOf(path, 4)).toEqual([{ rowNumber: 7, cells: ['尾'] }])
  })

  it('reads two-line heads with merged cells, and finds the columns under them', async () => {
    const path = await made((workbook) => {
      const sheet = workbook.addWorksheet('工单')
      sheet.addRow(['枫溪区热线工单明细'])
      sheet.addRow(['工单编号', '诉求', null, '来电人信息', null])
      sheet.addRow([null, '标题', '内容', '姓名', '电话'])
      sheet.addRow(['FX1', '路灯', '路灯不亮', '李某', '19900001234'])
      for (const range of ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2']) sheet.mergeCells(range)
    })
    const head = await readHead(path, 15)
    const found = 'rows' in head ? findHeader(head.rows) : undefined
    expect(found).toMatchObject({ firstRow: 2, lastRow: 3 })
    expect(proposeMapping(found?.headers ?? []).columns.map(({ field }) => field)).toEqual([
      'orderNo',
      'title',
      'words',
      'callerName',
      'callerPhone',
    ])
    expect(await rowsOf(path, 4)).toHaveLength(1)
  })

  it('takes two hundred columns, leaves the rest, and bears headings of three hundred characters', async () => {
    const path = await made((workbook) => {
      workbook.addWorksheet('宽').addRow(Array.from({ length: 260 }, (_, at) => `列${at}${'长'.repeat(300)}`))
    })
    const cells = (await rowsOf(path))[0]?.cells
    expect(cells).toHaveLength(200)
    expect(cells?.[199]).toBe(`列199${'长'.repeat(300)}`)
  })

  it('reads what other programs write: prefixes, no references, inline texts, phonetic marks, escapes', async () => {
    const path = await byHand(
      `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:r><x:t>乙</x:t></x:r></x:is></x:c>
       <x:c t="s"><x:v>0</x:v></x:c><x:c t="d"><x:v>2026-11-03T14:05:00</x:v></x:c><x:c><x:v>1.9900001234E10</x:v></x:c><x:c t="s"><x:v>9</x:v></x:c>
       <x:c t="str"><x:f>A1</x:f><x:v>a_x000D_b&amp;<![CDATA[<c>]]></x:v></x:c></x:row><x:row r="9"><x:c r="b9" t="b"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      '<sst><si><t>长孙</t><rPh sb="0" eb="2"><t>ZHANGSUN</t></rPh></si></sst>',
    )
    expect(await rowsOf(path)).toEqual([
      { rowNumber: 1, cells: ['甲乙', '长孙', '2026-11-03 14:05:00', '19900001234', '', 'a\rb&<c>'] },
      { rowNumber: 9, cells: ['', 'FALSE'] },
    ])
  })

  it('finds the texts of the headings even where they stand last', async () => {
    const texts = Array.from({ length: 60_000 }, (_, at) => `<si><t>第${at}条</t></si>`).join('')
    const sheet =
      '<worksheet><sheetData><row><c t="s"><v>60000</v></c><c t="s"><v>5</v></c></row></sheetData></worksheet>'
    const path = await byHand(sheet, `<sst>${texts}<si><t>工单编号</t></si></sst>`)
    expect(await readHead(path, 1)).toMatchObject({ rows: [['工单编号', '第5条']] })
  })

  it.each([
    ['a row that is cut off', '<worksheet><sheetData><row r="1"><c><v>1</v></c>', 'brokenExcel'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>', 'brokenExcel'],
    [
      'an entity nobody declared',
      '<worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>',
      'brokenExcel',
    ],
    [
      'more rows than Excel has',
      '<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>',
      'tooManyRows',
    ],
    [
      'a text without an end',
      `<worksheet><sheetData><row><c><v>${'ab'.repeat(4_100_000)}</v></c></row></sheetData></worksheet>`,
      'brokenExcel',
    ],
  ])('refuses %s', async (_, sheet, refused) => {
    const path = await byHand(sheet)
    await expect(rowsOf(path)).rejects.toMatchObject({ refusal: { refused } })
    await expect(rowsOf(path)).rejects.toBeInstanceOf(WorkbookRefused)
  })

  it('hands out the rows before the damage', async () => {
    const row = '<row><c><v>1</v></c></row>'
    const path = await byHand(`<worksheet><sheetData>${row.repeat(20_000)}</broken>`)
    let rows = 0
    await expect(
      (async () => {
        for await (const _ of readRows(path, 1)) rows++
      })(),
    ).rejects.toMatchObject({ refusal: { refused: 'brokenExcel' } })
    expect(rows).toBeGreaterThan(1000)
  })

  it('lets go of the file when the reader stops early', async () => {
    const path = await made((workbook) => {
      const sheet = workbook.addWorksheet('a')
      for (let at = 0; at < 5000; at++) sheet.addRow([`FX${at}`, '路灯不亮'])
    })
    for await (const { rowNumber } of readRows(path, 3)) {
      expect(rowNumber).toBe(3)
      break
    }
    await rm(path)
  })
})
