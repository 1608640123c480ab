import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zipOf } from '#test/zip.ts'
import { readHead, sniffWorkbook } from './read.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sniff-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function sniff(content: Buffer | string): Promise<unknown> {
  const path = join(folder, `${++files}.xlsx`)
  await writeFile(path, content)
  return sniffWorkbook(path)
}

async function plainWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('工单').addRow(['工单编号', '诉求内容'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A compound file of one allocation sector and a directory chain, with streams of these names. */
function compoundFile(names: readonly string[], sectorSize: 512 | 4096): Buffer {
  const perSector = sectorSize / 128
  const directories = Math.ceil((names.length + 1) / perSector)
  const file = Buffer.alloc(sectorSize * (2 + directories), 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(sectorSize === 512 ? 9 : 12, 30)
  file.writeUInt32LE(1, 48)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  const table = sectorSize
  file.fill(0xff, table, table + sectorSize)
  file.writeUInt32LE(0xfffffffd, table)
  for (let at = 1; at <= directories; at++) {
    file.writeUInt32LE(at === directories ? 0xfffffffe : at + 1, table + at * 4)
  }
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    const start = sectorSize * 2 + at * 128
    file.write(name, start, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, start + 64)
    file[start + 66] = at === 0 ? 5 : 2
  }
  return file
}

const relations = (target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`

describe('telling a workbook from everything else', () => {
  it('takes a workbook, whatever its name', async () => {
    expect(await sniff(await plainWorkbook())).toBe('xlsx')
  })

  it.each([
    ['', 'empty'],
    ['工单编号,诉求内容\nFX1,路灯不亮\n', 'csv'],
    [Buffer.from('\ufeff工单编号\t诉求内容\r\n', 'utf16le'), 'csv'],
    ['<html><table><tr><td>FX1</td></tr></table></html>', 'html'],
    ['\ufeff  <meta charset="utf-8"><table><tr>', 'html'],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', 'xml'],
    ['%PDF-1.7\n', 'pdf'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'other'],
    ['hello', 'other'],
  ])('says what %j looks like', async (content, looksLike) => {
    expect(await sniff(content)).toEqual({ refused: 'notExcel', facts: { looksLike } })
  })

  it.each([
    ['word/document.xml', 'docx'],
    ['ppt/presentation.xml', 'pptx'],
    ['xl/workbook.bin', 'xlsb'],
  ])('knows a package whose main part is %s', async (part, looksLike) => {
    const zip = zipOf([
      { name: '_rels/.rels', data: relations(part) },
      { name: part, data: '<x/>' },
    ])
    expect(await sniff(zip)).toEqual({ refused: 'notExcel', facts: { looksLike } })
  })

  it('knows an OpenDocument and an ordinary zip', async () => {
    const document = zipOf([{ name: 'content.xml', data: '<x/>' }])
    expect(await sniff(document)).toEqual({ refused: 'notExcel', facts: { looksLike: 'ods' } })
    const photos = zipOf([{ name: 'photo.jpg', data: 'x' }])
    expect(await sniff(photos)).toEqual({ refused: 'notExcel', facts: { looksLike: 'zip' } })
    expect(await sniff(zipOf([]))).toEqual({ refused: 'notExcel', facts: { looksLike: 'zip' } })
  })

  it.each([512, 4096] as const)(
    'knows a workbook locked with a password (sectors of %i bytes)',
    async (size) => {
      const names = ['\u0006DataSpaces', 'Version', 'DataSpaceMap', 'EncryptionInfo', 'EncryptedPackage']
      expect(await sniff(compoundFile(names, size))).toEqual({ refused: 'encryptedExcel' })
    },
  )

  it('knows an old .xls, of Excel 97 and of Excel 4', async () => {
    expect(await sniff(compoundFile(['Workbook'], 512))).toEqual({ refused: 'oldExcel' })
    expect(await sniff(compoundFile(['A', 'B', 'C', 'D', 'E', 'F', 'Book'], 512))).toEqual({
      refused: 'oldExcel',
    })
    expect(await sniff(Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]))).toEqual({
      refused: 'oldExcel',
    })
  })

  it('does not take an old Word file for a workbook, and ends where a directory runs in a ring', async () => {
    const other = { refused: 'notExcel', facts: { looksLike: 'other' } }
    expect(await sniff(compoundFile(['WordDocument'], 512))).toEqual(other)
    const ring = compoundFile(['WordDocument'], 512)
    ring.writeUInt32LE(1, 512 + 4)
    expect(await sniff(ring)).toEqual(other)
    expect(await sniff(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(other)
  })

  it('knows a zip locked by the archiver', async () => {
    const zip = zipOf([{ name: 'xl/workbook.xml', data: '<workbook/>', encrypted: true }])
    expect(await sniff(zip)).toEqual({ refused: 'encryptedExcel' })
  })

  it('refuses a bomb by what it declares, and by how far it swells', async () => {
    const huge = zipOf([{ name: 'xl/workbook.xml', data: 'x', declaredSize: 700_000_000 }])
    expect(await sniff(huge)).toEqual({ refused: 'tooBigExcel', facts: { megabytes: 700, most: 600 } })
    const swelling = zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(20_000_000) }])
    expect(await sniff(swelling)).toMatchObject({ refused: 'tooBigExcel', facts: { megabytes: 20 } })
  })

  it('does not unpack more than a part declared', async () => {
    const path = join(folder, 'liar.xlsx')
    const sheets = '<sheets><sheet name="a" r:id="r1"/></sheets>'
    await writeFile(
      path,
      zipOf([
        {
          name: 'xl/workbook.xml',
          data: `<workbook>${sheets}${' '.repeat(100_000)}</workbook>`,
          declaredSize: 60,
        },
      ]),
    )
    expect(await readHead(path, 5)).toEqual({ refused: 'brokenExcel' })
  })

  it('calls half a workbook broken', async () => {
    const whole = await plainWorkbook()
    expect(await sniff(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'brokenExcel' })
    expect(await sniff(zipOf([{ name: '_rels/.rels', data: relations('xl/workbook.xml') }]))).toEqual({
      refused: 'brokenExcel',
    })
    expect(await sniff(zipOf([{ name: '_rels/.rels', data: '<Relationships><' }]))).toEqual({
      refused: 'brokenExcel',
    })
  })

  it('never throws on a damaged workbook, neither here nor in its head', async () => {
    const whole = await plainWorkbook()
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const damaged = Buffer.from(whole)
        for (const [at, value] of bytes) damaged[at] = value
        const path = join(folder, 'damaged.xlsx')
        await writeFile(path, damaged)
        const sniffed = await sniffWorkbook(path)
        expect(sniffed === 'xlsx' || typeof sniffed.refused === 'string').toBe(true)
        expect(await readHead(path, 5)).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })
})
