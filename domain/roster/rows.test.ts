import { describe, expect, test } from 'vitest'
import { roleLabels, unitKindLabels } from '#contract/words/labels.ts'
import { proposeColumns } from '../intake/columns.ts'
import { roles, unitKinds } from '../org/roles.ts'
import { rosterBook, rosterFields, rosterKinds } from './fields.ts'
import { describeRosterProblem, rosterLabels, rosterProblemCodes } from './problems.ts'
import { readPersonRow, readPlaceRow, readUnitRow } from './rows.ts'
import { readKind, readRole } from './words.ts'

const district = 339_901
const codes = (read: unknown) =>
  Array.isArray(read) ? read.map(({ code, field }) => `${field} ${code}`) : read

describe('columns', () => {
  test('our own headings are recognised in both languages', () => {
    for (const kind of rosterKinds)
      for (const language of ['zh', 'en'] as const) {
        const headers = rosterFields[kind].map((field) => rosterLabels[language][field])
        const { columns, missing } = proposeColumns(rosterBook(kind), headers)
        expect(
          columns.map(({ field }) => field),
          `${kind} ${language}`,
        ).toEqual([...rosterFields[kind]])
        expect(missing).toEqual([])
      }
  })

  test('those of others too, and what is missing is named', () => {
    const { columns, missing } = proposeColumns(rosterBook('units'), [
      '序号',
      '机构名称*',
      '上级编码',
      '单位编码',
      '联系电话',
    ])
    expect(columns.map(({ field, column }) => [field, column])).toEqual([
      ['name', 1],
      ['parent', 2],
      ['code', 3],
      ['phone', 4],
    ])
    expect(missing).toEqual(['kind'])
  })
})

test('the words of the product name kinds and roles in a file', () => {
  for (const kind of unitKinds)
    expect([readKind(unitKindLabels[kind].zh), readKind(kind)]).toEqual([kind, kind])
  for (const role of roles) expect([readRole(roleLabels[role].zh), readRole(role)]).toEqual([role, role])
  expect([readKind(' 村（社区） '), readRole('社长')]).toEqual([undefined, undefined])
})

describe('a row of units', () => {
  const row = { kind: '社区', code: '００３', name: ' 望溪  社区 ' }
  test('is read with full-width signs, paths in every shape, and days as Excel gives them', () => {
    for (const parent of ['001', '/001/', '339901/001', '/339901/001/', '339901 > 001'])
      expect(readUnitRow({ ...row, parent, fromOn: '2026-01-02 00:00:00' }, district), parent).toEqual({
        ...{ kind: 'community', parentPath: '/339901/001/', path: '/339901/001/003/', code: '003' },
        ...{ name: '望溪 社区', phone: null, at: null, fromOn: '2026-01-02' },
      })
    expect(readUnitRow({ ...row, parent: '' }, district)).toMatchObject({ path: '/339901/003/' })
  })

  test('says everything that is wrong with it at once', () => {
    expect(codes(readUnitRow({}, district))).toEqual(['name missing', 'code missing', 'kind missing'])
    const bad = {
      kind: '飞船',
      code: 'a-b',
      name: '长'.repeat(81),
      parent: '柳岸/1',
      phone: '不知道号码是12',
      lng: '120',
    }
    expect(codes(readUnitRow({ ...bad, fromOn: '明天吧' }, district))).toEqual([
      ...['name tooLong', 'code codeBad', 'kind kindUnknown', 'parent pathBad', 'phone phoneBad'],
      ...['lat coordinateBad', 'fromOn dayBad'],
    ])
    expect(codes(readUnitRow({ ...row, kind: '区县' }, district))).toEqual(['kind kindUnknown'])
  })
})

describe('a row of people', () => {
  const row = { name: '林小满', login: 'Lin.Xiaoman', unit: '001/003', role: '网格员' }
  test('is read with its post, or without', () => {
    expect(readPersonRow({ ...row, phone: '199 0000 1234', fromOn: '2026/3/1' }, district)).toEqual({
      ...{ name: '林小满', login: 'lin.xiaoman', phone: '19900001234' },
      post: { unitPath: '/339901/001/003/', role: 'gridWorker', fromOn: '2026-03-01', toOn: null },
    })
    expect(readPersonRow({ name: '林小满', login: 'lin' }, district)).toMatchObject({ post: null })
    expect(readPersonRow({ ...row, unit: '339901', role: '领导' }, district)).toMatchObject({
      post: { unitPath: '/339901/' },
    })
  })
  test('says what is wrong', () => {
    expect(codes(readPersonRow({ ...row, login: '林' }, district))).toEqual(['login loginBad'])
    expect(codes(readPersonRow({ ...row, role: '船长' }, district))).toEqual(['role roleUnknown'])
    expect(codes(readPersonRow({ ...row, unit: '' }, district))).toEqual(['unit roleAlone'])
    const span = { fromOn: '2026-03-02', toOn: '2026-03-01' }
    expect(codes(readPersonRow({ ...row, ...span }, district))).toEqual(['toOn spanBad'])
  })
})

test('a row of codes is read, a code of its own or none', () => {
  const row = { unit: '001/003/G01/B01', label: '1 单元' }
  expect(readPlaceRow(row, district)).toEqual({
    ...{ unitPath: '/339901/001/003/G01/B01/', label: '1 单元', code: null, at: null },
  })
  expect(readPlaceRow({ ...row, code: '0abcde', lng: '120.1', lat: '29.9' }, district)).toMatchObject({
    ...{ code: '0ABCDE', at: { lng: 120.1, lat: 29.9 } },
  })
  expect(codes(readPlaceRow({ ...row, code: 'OIL' }, district))).toEqual(['code placeCodeBad'])
  expect(codes(readPlaceRow({}, district))).toEqual(['unit missing', 'label missing'])
})

test('every problem is a whole sentence in both languages', () => {
  const facts = { found: '甲', length: 1, max: 2, before: '乙', above: '丙', from: '丁', row: 3 }
  for (const code of rosterProblemCodes)
    for (const language of ['zh', 'en'] as const)
      expect(describeRosterProblem({ code, field: 'code', facts }, language), code).not.toMatch(
        /[{}]|undefined/,
      )
})
