import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as mainLabels from '#contract/words/labels.ts'
import * as partyLabels from '#contract/words/party-labels.ts'
import { permissions } from '#domain/org/grants.ts'

const labels = { ...mainLabels, ...partyLabels }
const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')

/** Their words stand elsewhere: routes, verbs, fields and answers in docs/rules.md. */
const printedElsewhere = ['routeLabels', 'verbLabels', 'fieldLabels', 'satisfactionLabels']

test.each(Object.entries(labels).filter(([name]) => !printedElsewhere.includes(name)))(
  'the glossary names every word of %s',
  (_, table) => {
    expect(Object.keys(table).filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
  },
)

test('every line of the glossary has a word, its Chinese term and a meaning, and no word has two lines', () => {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|') && !/^\| word|^\|-/.test(line))
  const words = rows.map((row) => {
    const [word = '', chinese = '', meaning = ''] = row.slice(2, -2).split(' | ')
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(meaning.length).toBeGreaterThan(10)
    return word.replaceAll('*', '')
  })
  expect(words.length).toBeGreaterThan(60)
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
})

test('a permission that the glossary gives as an example exists', () => {
  const named = [...glossary.matchAll(/`(matter\.\w+)`/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !permissions.some((permission) => permission === name))).toEqual([])
})
