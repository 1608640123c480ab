import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { refusals } from '#contract/refusals.ts'
import { type RefusalCode, refusalCodes } from '#domain/refusal.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The reader of workbooks knows no file names: whoever calls it adds these facts to its refusals in one place. */
const reader = 'server/excel/'
const addedToReader = { file: 'server/intake/stored-file.ts', facts: ['name', 'max'] }

const sources = globSync('{domain,contract,server}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }))

type Call = { file: string; code: string; facts: string[] }

/** The text between a bracket and its partner. */
function inside(text: string, from: number): string {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if ('([{'.includes(text[i] ?? '')) depth++
    if (')]}'.includes(text[i] ?? '')) depth--
    if (depth === 0) return text.slice(from + 1, i)
  }
  throw new Error('a bracket without a partner')
}

/** The keys of an object written as text; of a name, those of the object it was last given in the same file. */
function keysOf(written: string, text: string): string[] {
  const named = /^(\w+)$/.exec(written.trim())
  if (named) return declared(named[1] ?? '', text)
  if (!written.trim().startsWith('{')) return []
  const body = inside(written.trim(), 0)
  const spread = [...body.matchAll(/\.\.\.(\w+)/g)].flatMap(([, name = '']) => declared(name, text))
  return [...spread, ...[...body.matchAll(/(?:^|[,{])\s*(\w+)\s*(?=[:,}]|$)/g)].map(([, key = '']) => key)]
}

function declared(name: string, text: string): string[] {
  const found = [...text.matchAll(new RegExp(`const ${name}(?:: \\w+)? = \\{`, 'g'))].at(-1)
  return found ? keysOf(`{${inside(text, found.index + found[0].length - 1)}}`, '') : []
}

function callsOf({ file, text }: (typeof sources)[number]): Call[] {
  return [...text.matchAll(/\brefuse\(\s*'(\w+)'/g)].map((match) => {
    const [, code = ''] = match
    const rest = inside(text, match.index + 'refuse'.length).replace(/^\s*'\w+',?\s*/, '')
    const facts = rest.startsWith('{') ? `{${inside(rest, 0)}}` : (rest.split(',')[0] ?? '')
    return { file, code, facts: keysOf(facts, text) }
  })
}

const calls = sources.flatMap(callsOf)
const slots = (code: RefusalCode) =>
  new Set([...refusals[code].zh.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))

describe('every refusal that the code makes', () => {
  test('is found by this test at all', () => {
    expect(calls.length).toBeGreaterThan(80)
    expect(calls).toContainEqual({
      file: 'domain/matter/why-not.ts',
      code: 'returnTooLate',
      facts: ['days'],
    })
    expect(calls).toContainEqual({ file: 'domain/org/targets.ts', code: 'notATarget', facts: ['unit'] })
    expect(calls).toContainEqual({ file: 'server/http/parse.ts', code: 'tooLong', facts: ['field', 'max'] })
  })

  test('carries every fact that its sentence has a place for', () => {
    const lacking = calls.flatMap(({ file, code, facts }) => {
      const given = file.startsWith(reader) ? [...facts, ...addedToReader.facts] : facts
      return [...slots(code as RefusalCode)]
        .filter((slot) => !given.includes(slot))
        .map((slot) => `${file}: refuse('${code}') says nothing for {${slot}}`)
    })
    expect(lacking).toEqual([])
  })

  test('of the reader of workbooks gets its file name and its limit where it is called', () => {
    const text = readFileSync(root + addedToReader.file, 'utf8')
    for (const fact of addedToReader.facts) expect(text).toMatch(new RegExp(`\\b${fact}: `))
  })
})

test('no refusal has a sentence that is never said', () => {
  const said = (code: string) =>
    sources.some(
      ({ file, text }) =>
        file !== 'domain/refusal.ts' && file !== 'contract/refusals.ts' && text.includes(`'${code}'`),
    )
  expect(refusalCodes.filter((code) => !said(code))).toEqual([])
})
