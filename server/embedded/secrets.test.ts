import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecrets } from './secrets.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-`))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

test('secrets are made once, are long enough, and only their owner may read them', () => {
  const first = readSecrets(home)
  expect(readSecrets(home)).toEqual(first)
  expect(Buffer.from(first.fieldKey, 'base64')).toHaveLength(32)
  expect(new Set(Object.values(first)).size).toBe(4)
  expect(statSync(join(home, 'secrets.json')).mode & 0o077).toBe(0)
})

test('a damaged secrets file is refused, not silently replaced', () => {
  writeFileSync(join(home, 'secrets.json'), '{"databasePassword":"x"}')
  expect(() => readSecrets(home)).toThrow('fieldKey')
})
