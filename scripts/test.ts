import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#server/embedded/postgres.ts'
import { ensureChromium, ensureRelay, ensureSystemPostgres } from './debian.ts'
import { checkHoles } from './holes.ts'
import { conclude, fail, newTally, root, runGate, runTests, skip, type Tally } from './tally.ts'

const tool = (...path: string[]) => join(root, 'node_modules', ...path)

/** What depends on the version of PostgreSQL more than on anything of ours: schema, plans, search, counting. */
const ofTheDatabase = ['server/db', 'server/search', 'server/insight', 'server/embedded']

/**
 * The commands on the system's own PostgreSQL, the oldest one supported. The one that is embedded, the newest, then gets
 * what depends on the version, and all stories.
 */
async function runCommands(tally: Tally): Promise<void> {
  const all = ['--project', 'server']
  const system = ensureSystemPostgres()
  if (!system) {
    skip(tally, 'server tests on PostgreSQL 15: not installed here (Debian: postgresql-15)')
    return runTests(tally, 'server tests on the embedded PostgreSQL', all)
  }
  const home = mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-`))
  const program = (name: string) => join(system.folder, name)
  const binaries = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
  try {
    const server = await startEmbedded(home, { durable: false, binaries })
    try {
      const title = `server tests on PostgreSQL ${system.major}`
      await runTests(tally, title, all, { TEST_DATABASE_URL: server.url })
    } finally {
      await server.stop()
    }
  } catch (error) {
    fail(tally, `PostgreSQL ${system.major} of this system did not start: ${String(error)}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  await runTests(tally, 'schema, plans and search on the embedded PostgreSQL', [...all, ...ofTheDatabase])
}

const tally = newTally()
const chromium = ensureChromium()
ensureRelay()

await runGate(tally, 'types', [tool('typescript', 'bin', 'tsc'), '-b'])
await runGate(tally, 'lint', [tool('oxlint', 'bin', 'oxlint'), '--type-aware'])
await runGate(tally, 'format', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'])
await runGate(tally, 'dead code', [tool('knip', 'bin', 'knip.js')])
checkHoles(tally)
await runTests(tally, 'rules', ['--project', 'rules'])
await runCommands(tally)
const built = await runGate(tally, 'pages', [join(root, 'start.mjs'), 'build'])
if (built) await runGate(tally, 'a minute of torture', [join(root, 'bench', 'torture.ts'), '--minutes', '1'])
else skip(tally, 'torture: not run, since the pages could not be built')
if (!chromium) fail(tally, 'stories: no Chromium here (Debian: apt-get install chromium fonts-noto-cjk)')
else if (!built) skip(tally, 'stories: not played, since the pages could not be built')
else await runTests(tally, 'stories', ['--project', 'stories'], { CHROMIUM_PATH: chromium })

process.exit(conclude(tally))
