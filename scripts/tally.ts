import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
export const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

export type Tally = { passed: number; failed: number; skipped: number; notes: string[] }

export const newTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0, notes: [] })

/** Runs a program with its output shown; gives its exit code. Whatever ends us ends it too. */
function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    })
    const end = () => child.kill('SIGTERM')
    process.once('disconnect', end)
    process.once('SIGTERM', end)
    child.once('error', (error) => {
      console.error(error)
      resolve(1)
    })
    child.once('exit', (code) => {
      process.off('disconnect', end)
      process.off('SIGTERM', end)
      resolve(code ?? 1)
    })
  })
}

async function timed<T>(title: string, work: () => Promise<T>): Promise<T> {
  console.log(`\n── ${title}`)
  const began = performance.now()
  const result = await work()
  console.log(`   ${title}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

/** A check that holds or does not: counts as one test. */
export async function runGate(tally: Tally, title: string, ...commands: string[][]): Promise<boolean> {
  const ok = await timed(title, async () => {
    for (const command of commands) if ((await run(command)) !== 0) return false
    return true
  })
  if (ok) tally.passed++
  else fail(tally, title)
  return ok
}

export function fail(tally: Tally, note: string): void {
  tally.failed++
  tally.notes.push(`✗ ${note}`)
}

export function skip(tally: Tally, note: string): void {
  tally.skipped++
  tally.notes.push(`○ ${note}`)
}

/** A run of vitest: counts the tests it reports, and as a failure each file that could not even be loaded. */
export async function runTests(
  tally: Tally,
  title: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'maple-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await timed(title, () => run([vitest, 'run', ...reporters, ...args], env))
  const failedBefore = tally.failed
  try {
    count(tally, title, JSON.parse(readFileSync(file, 'utf8')) as Report)
  } catch {
    fail(tally, `${title}: no report was written`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  // an error outside any test, in a set-up or after the last one
  if (code !== 0 && tally.failed === failedBefore) fail(tally, `${title}: ended with code ${code}`)
}

/** What a failed test said, short: a run of half an hour is read from its end. */
const saidBy = (messages: readonly string[] = []): string => {
  const said = messages.join(' ').replace(/\s+/g, ' ').trim()
  return said === '' ? '' : `: ${said.slice(0, 500)}`
}

function count(tally: Tally, title: string, report: Report): void {
  tally.passed += report.numPassedTests
  tally.failed += report.numFailedTests
  for (const file of report.testResults) {
    const name = file.name.replace(root, '')
    for (const test of file.assertionResults) {
      if (test.status === 'failed')
        tally.notes.push(`✗ ${name} › ${test.fullName}${saidBy(test.failureMessages)}`)
      else if (test.status !== 'passed') skip(tally, `${name} › ${test.fullName}`)
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      fail(tally, `${title}: ${name} could not be loaded: ${(file.message ?? '').slice(0, 500)}`)
    }
  }
  if (report.testResults.length === 0) fail(tally, `${title}: no test was found`)
}

/** Prints what failed and what was left out, then the line of counts; gives the exit code. */
export function conclude(tally: Tally): number {
  console.log('')
  for (const note of tally.notes) console.log(note)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`)
  return tally.failed > 0 ? 1 : 0
}
