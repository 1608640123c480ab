import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiDoc } from '../../scripts/api-doc.ts'

test('docs/api.md is what the table of routes prints today', () => {
  const kept = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  expect(kept === apiDoc(), 'run: node scripts/api-doc.ts').toBe(true)
})
