import { spawnSync } from 'node:child_process'
import { fail, root, skip, type Tally } from './tally.ts'

type Audit = { metadata?: { vulnerabilities?: Record<string, number> } }

/** Asks the registry for known weaknesses in what the product ships; not every registry answers such questions. */
export function checkHoles(tally: Tally): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  })
  const found = readAudit(run.stdout)?.metadata?.vulnerabilities
  if (!found) return skip(tally, 'known weaknesses of the libraries: the registry at hand does not tell')
  const serious = (found['high'] ?? 0) + (found['critical'] ?? 0)
  if (serious > 0) fail(tally, `${serious} serious weaknesses in the libraries: see npm audit --omit=dev`)
  else tally.passed++
}

function readAudit(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit
  } catch {
    return undefined
  }
}
