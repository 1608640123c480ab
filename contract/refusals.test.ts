import { describe, expect, test } from 'vitest'
import { refusalCodes } from '#domain/refusal.ts'
import { refusals, sentenceOf } from './refusals.ts'
import { languages } from './words/language.ts'

const slots = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()
/** Column names stand in the file as they are, whatever language its reader speaks. */
const quotesColumns = ['noHeader']
const han = /\p{Script=Han}/u
/** What is written in Latin letters in Chinese as well. */
const latinInChinese = /\b(Excel|xlsx|xls|JPG|PNG|WebP|PDF|MB)\b|\{\w+\}/g

describe.each(refusalCodes)('%s', (code) => {
  const row = refusals[code]

  test('has a whole sentence in both languages', () => {
    expect(row.zh).toMatch(/[。？！：]$|\{hint\}$/)
    expect(row.en).toMatch(/[.?!]$|\{hint\}$/)
    expect([row.zh.trim(), row.en.trim()]).toEqual([row.zh, row.en])
  })

  test('tells the same facts in both languages', () => expect(slots(row.en)).toEqual(slots(row.zh)))

  test('is written in Chinese and in English, and not in a mixture', () => {
    expect(row.zh).toMatch(han)
    expect(row.zh.replace(latinInChinese, '')).not.toMatch(/[A-Za-z]{2,}/)
    if (!quotesColumns.includes(code)) expect(row.en).not.toMatch(han)
  })

  test('leaves no gap when its facts are given, and none of them is lost', () => {
    const facts = Object.fromEntries(slots(row.zh).map((name) => [name, `<${name}>`]))
    for (const language of languages) {
      const said = sentenceOf({ refused: code, facts }, language)
      expect(said).not.toMatch(/[{}]/)
      for (const fact of Object.values(facts)) expect(said).toContain(fact)
    }
  })

  test('blames nobody and hides behind no system', () => {
    expect(row.zh).not.toMatch(/系统异常|系统错误|非法|操作失败|你错|您错/)
    expect(row.en).not.toMatch(/system error|illegal|invalid|failed|your fault/i)
  })
})

test('a fact that is absent leaves nothing behind, least of all its name', () => {
  expect(sentenceOf({ refused: 'notNow' }, 'zh')).not.toMatch(/[{}]|undefined|state/)
})

test('what is missing, forbidden and untimely answer with different statuses', () => {
  const of = (...codes: (typeof refusalCodes)[number][]) => codes.map((code) => refusals[code].status)
  expect(of('notFound', 'notYours', 'notNow', 'signInFirst', 'badInput', 'tooBusy')).toEqual([
    404, 403, 409, 401, 400, 429,
  ])
})
