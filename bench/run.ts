import { clockFigures } from './clocks.ts'
import { cost } from './cost.ts'
import { document } from './document.ts'
import { evaluation } from './evaluation.ts'
import type { Figure } from './figure.ts'
import { importFigure } from './import.ts'
import { intake } from './intake.ts'
import { list, search } from './list.ts'
import { mediation } from './mediation.ts'
import { moves } from './moves.ts'
import { publicPage } from './public-page.ts'
import { screen } from './screen.ts'
import { start } from './start.ts'

const benches: Record<string, () => Promise<Figure[]>> = {
  intake,
  import: importFigure,
  start,
  'public-page': publicPage,
  list,
  search,
  moves,
  screen,
  cost,
  document,
  mediation,
  clocks: clockFigures,
  evaluation,
}

// npm run bench -- NAME… [--json]
const names = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const asJson = process.argv.includes('--json')
const unknown = names.filter((n) => !(n in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `no such figure: ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}\n`,
  )
  process.exit(2)
}
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const figures = (await benches[name]?.()) ?? []
  for (const f of figures) {
    if (asJson) process.stdout.write(`${JSON.stringify(f)}\n`)
    else {
      const { figure, value, unit, ...more } = f
      process.stdout.write(`${figure}: ${value} ${unit}  ${JSON.stringify(more)}\n`)
    }
  }
}
process.exit(0)
