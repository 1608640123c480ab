import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { expect } from 'vitest'
import { anchorRound, sealRound } from '#server/audit/jobs.ts'
import { district, freshId } from './factory.ts'
import { fillLogs, typed } from './logs.ts'
import { type Appeal, matterIn } from './matters.ts'
import { startServer, type TestServer } from './server.ts'

export const key = { MAPLE_BACKUP_KEY: Buffer.alloc(32, 7).toString('base64') }

/** An installation with logs, matters and a photograph, and a good backup of it. */
export type BackedUp = {
  server: TestServer
  /** Where everything of this test lies. */
  folder: string
  home: string
  /** The environment of the installation. */
  env: NodeJS.ProcessEnv
  good: string
  matter: Appeal
  close(): Promise<void>
}

export async function makeBackedUp(): Promise<BackedUp> {
  const folder = await mkdtemp(join(tmpdir(), 'maple-backup-'))
  const home = join(folder, 'home')
  const server = await startServer({ folder: join(home, 'files') })
  await fillLogs(server)
  const matter = await matterIn(server, 'handling')
  const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
  const picture = sharp({ create: { width: 900, height: 700, channels: 3, background: '#888', noise } })
  const id = freshId()
  const file = await picture.jpeg().toBuffer()
  const sent = { params: { id }, query: { name: '现场.jpg' }, file, mime: 'image/jpeg' }
  expect((await server.as('housing').send('uploadFile', sent)).statusCode).toBe(200)
  await server.as('housing').move(matter.id, 'progress', { text: '到场', files: [id] })
  await addPaidList(server, matter.id)
  await sealRound(server.platform)
  await anchorRound(server.platform)
  const good = join(folder, 'good.maple')
  const env = { ...key, DATABASE_URL: server.url, MAPLE_HOME: home }
  expect(await typed(env, 'backup', '--to', good)).toMatchObject({ code: 0, err: '' })
  const close = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { server, folder, home, env, good, matter, close }
}

/** An approved subsidy list with a line that is paid: what the database lets nobody change has to come back all the same. */
async function addPaidList(server: TestServer, matterId: string): Promise<void> {
  const [list, mediation] = [freshId(), freshId()]
  const { clerk, supervisor } = server.town.staff
  const [by, other, unit] = [clerk.accountId, supervisor.accountId, server.town.units.mediators.id]
  const run = (text: string, values: unknown[]) => server.owner.query(text, [district, ...values])
  await run(
    `insert into mediation (district_id, id, matter_id, committee_id, year, no, state, lead_id, facts, version, opened_at, changed_at)
      values ($1, $2, $3, $4, 2026, 1, 'filed', $5, '{}', 1, now(), now())`,
    [mediation, matterId, unit, by],
  )
  await run(
    `insert into subsidy_list (district_id, id, unit_id, from_on, to_on, state, profile_version, drawn_by, drawn_at, checked_by, checked_at)
      values ($1, $2, $3, '2026-01-01', '2026-12-31', 'checked', 1, $4, now(), $4, now())`,
    [list, unit, by],
  )
  await run(
    `insert into subsidy_line (district_id, list_id, mediation_id, matter_id, no, closed_on, lead_id, level, tier, fen, reasons, missing, is_final)
      values ($1, $2, $3, $4, 1, '2026-11-01', $5, 'community', 'ordinary', 3000, '{}', '{}', true)`,
    [list, mediation, matterId, by],
  )
  await run(
    `update subsidy_list set state = 'approved', approved_by = $3, approved_at = now() where district_id = $1 and id = $2`,
    [list, other],
  )
}

/** Every row of every table as one text a table. */
export async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const all: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') text from ${name} t`,
    )
    all[name] = rows[0]?.text ?? ''
  }
  await client.end()
  return all
}

/** The paths of the files below a folder. */
export const filesBelow = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length))
    .toSorted()
