import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('./walls/', import.meta.url))
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
const zones = ['domain', 'contract', 'server', 'web']

/** “not listed within the file list of project”: the file of another zone exists, but not for this one */
const wallCode = 'TS6307'
/** “cannot find name”, with three different hints */
const unknownCodes = ['TS2304', 'TS2584', 'TS2591']

let complaints: { file: string; code: string }[]

beforeAll(() => {
  const run = spawnSync(process.execPath, [tsc, '-b', '--pretty', 'false', ...zones], {
    cwd: here,
    encoding: 'utf8',
  })
  const lines = run.stdout.matchAll(/^(?:.*\/)?(\w+\/[\w-]+)\.ts\(\d+,\d+\): error (TS\d+)/gm)
  complaints = [...lines].map(([, file = '', code = '']) => ({ file, code }))
}, 120_000)

describe.each(zones)('the wall around %s', (zone) => {
  const files = readdirSync(`${here}${zone}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace('.ts', ''))
  const codesOf = (file: string) =>
    complaints.filter((each) => each.file === `${zone}/${file}`).map(({ code }) => code)

  test.each(files.filter((file) => file !== 'allowed'))('the compiler refuses a file that %s', (file) => {
    const importsAZone = readFileSync(`${here}${zone}/${file}.ts`, 'utf8').includes(`from '#`)
    const codes = codesOf(file)
    expect(codes.some((code) => (importsAZone ? [wallCode] : unknownCodes).includes(code))).toBe(true)
  })

  test('what is allowed compiles', () => {
    expect(files).toContain('allowed')
    expect(codesOf('allowed')).toEqual([])
  })
})
