import { describe, expect, test } from 'vitest'
import type { Sentence } from '#contract/words/language.ts'
import { intakeWords } from '#web/intake/words.ts'
import { formWords, verbHints } from '#web/matter/form-words.ts'
import { matterWords } from '#web/matter/words.ts'
import { peopleWords } from '#web/org/people-words.ts'
import { orgWords } from '#web/org/words.ts'
import { uiWords } from '#web/ui/ui-words.ts'
import { consoleWords } from './words.ts'

const tables = {
  consoleWords,
  matterWords,
  formWords,
  verbHints,
  intakeWords,
  orgWords,
  peopleWords,
  uiWords,
}
const all = Object.entries(tables).flatMap(([table, rows]) =>
  Object.entries(rows as Record<string, Sentence>).map(
    ([key, sentence]) => [`${table}.${key}`, sentence] as const,
  ),
)
const holes = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))

describe('the words of the console', () => {
  test.each(all)('%s says the same facts in both languages', (_key, { zh, en }) => {
    expect(zh).not.toBe('')
    expect(en).not.toBe('')
    expect(holes(en)).toEqual(holes(zh))
  })

  test.each(all)('%s speaks to a colleague, without blame', (_key, { zh }) => {
    expect(zh).not.toMatch(/系统异常|非法|错误操作/)
  })
})
