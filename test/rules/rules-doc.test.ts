import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verbs } from '#domain/matter/moves.ts'
import { printRules, rulesFile } from '../../scripts/rules-doc.ts'

test('docs/rules.md says what the tables say (if not: node scripts/rules-doc.ts)', () => {
  expect(readFileSync(rulesFile, 'utf8')).toBe(printRules())
})

test('the printed rules are whole tables: as many cells in each row as in its head', () => {
  const widths = printRules()
    .split('\n\n')
    .flatMap((part) => {
      const lines = part.split('\n').filter((line) => line.startsWith('|'))
      const cells = lines.map((line) => line.replaceAll('\\|', '').split('|').length)
      return cells.length > 0 ? [new Set(cells).size] : []
    })
  expect(widths.length).toBeGreaterThan(10)
  expect(new Set(widths)).toEqual(new Set([1]))
  for (const verb of verbs) expect(printRules()).toContain(`| \`${verb}\` |`)
})
