import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const notOurs = new Set(['node_modules', 'dist', '.git', '.tsbuild', '.maple'])
/** Texts only: a picture holds any sequence of signs by chance. */
const texts =
  /\.(ts|tsx|mjs|js|json|md|sql|css|html|svg|yml|yaml|sh|txt|csv|service|env|toml)$|\/(Containerfile|run)$/

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    if (notOurs.has(name)) continue
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else if (texts.test(path) && name !== 'package-lock.json') yield path
  }
}

/** What a secret looks like; the parts are put together here so that this file holds none. */
const shapes: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a key of a cloud': /\b(AKIA|ASIA|LTAI|AKID)[0-9A-Za-z]{12,}\b/,
  'a token of a forge or a chat':
    /\b(gh[pousr]_[0-9A-Za-z]{20,}|xox[abpr]-[0-9A-Za-z-]{10,}|glpat-[\w-]{15,}|npm_[0-9A-Za-z]{30,})\b/,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password in an address':
    /\b(postgres|postgresql|mysql|redis|amqp|smtps?):\/\/[^\s:/@${}]+:[^\s:/@${}]{4,}@/,
  'a key written down':
    /\b\w*(secret|token|api_?key|private_?key|field_?key|index_?key)\w*['"]?\s*[:=]\s*['"][0-9A-Za-z+/_-]{24,}={0,2}['"]/i,
  // invented numbers begin with 199 0000; no other mobile number may stand here but the rhyme that everybody takes as a password
  'a mobile number of somebody': /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])/,
}
const invented = /^(199[ -]?0000|13145201314)/

const findings = (text: string) =>
  Object.entries(shapes).flatMap(([what, shape]) =>
    [...text.matchAll(new RegExp(shape, shape.flags.includes('i') ? 'gi' : 'g'))]
      .filter(([found]) => !(what.startsWith('a mobile') && invented.test(found)))
      .map(([found]) => `${what}: ${found.slice(0, 60)}`),
  )

test('no file of the project holds a secret, or the number of a telephone that could be somebody’s', () => {
  const found = []
  let count = 0
  for (const path of files(root)) {
    count++
    for (const what of findings(readFileSync(path, 'utf8'))) found.push(`${path.slice(root.length)}: ${what}`)
  }
  expect(count).toBeGreaterThan(500)
  expect(found).toEqual([])
})

/** Each in two halves, so that this file itself holds none. */
test.each([
  ['-----BEGIN RSA PRIV', 'ATE KEY-----'],
  ['AKIA', 'IOSFODNN7EXAMPLE'],
  ['ghp', '_0123456789abcdefghij0123'],
  ['postgres://maple:', 'hunter22@db/maple'],
  ["const apiKey = '", `${'0123456789abcdef'.repeat(2)}'`],
  ['138', '23456789'],
])('what is looked for would be found: %s%s', (...halves) => {
  expect(findings(halves.join(''))).toHaveLength(1)
})
