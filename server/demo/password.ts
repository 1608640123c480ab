import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words = 'maple bridge river lantern bamboo lotus willow harbour meadow cedar orchid plum'.split(' ')

const fileOf = (home: string) => join(home, 'demo-password.txt')
const homeOr = (home: string | undefined) => home ?? process.env['MAPLE_HOME'] ?? '.maple'

/** The password of the demo accounts as known here: given by MAPLE_DEMO_PASSWORD, or made at the first start. */
export function findDemoPassword(home?: string): string | undefined {
  const given = process.env['MAPLE_DEMO_PASSWORD']
  if (given) return given
  try {
    return readFileSync(fileOf(homeOr(home)), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

/** The same, made and kept where there is none yet: no two installations share one. */
export function getDemoPassword(home?: string): string {
  const known = findDemoPassword(home)
  if (known) return known
  const folder = homeOr(home)
  const password = `${words[randomInt(words.length)]}-${words[randomInt(words.length)]}-${randomInt(1000, 10_000)}`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(fileOf(folder), `${password}\n`, { mode: 0o600 })
  return password
}
