import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/db/migrate.ts'
import { startEmbedded } from '#server/embedded/postgres.ts'
import { findRunning } from '#server/embedded/postmaster.ts'
import { isAlive } from '#server/embedded/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** a server for tests: its administrator's address and the name of the migrated database to clone */
    server: { url: string; template: string }
  }
}

let tidyUp: (() => Promise<void>) | undefined

/** Starts one server for all test files (or uses TEST_DATABASE_URL) and migrates a template once. */
export async function setup(project: TestProject): Promise<void> {
  clearLeftovers()
  const given = process.env['TEST_DATABASE_URL']
  const home = given ? undefined : mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-`))
  const embedded = home ? await startEmbedded(home, { durable: false }) : undefined
  const url = given ?? embedded?.url ?? ''
  const template = `maple_template_${process.pid}_${Date.now().toString(36)}`

  tidyUp = async () => {
    if (given)
      await administer(url, [
        `alter database ${template} allow_connections true`,
        `drop database ${template}`,
      ])
    await embedded?.stop()
    if (home) rmSync(home, { recursive: true, force: true })
  }
  await administer(url, [
    `create database ${template} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  ])
  const address = new URL(url)
  address.pathname = `/${template}`
  await migrate(address.href)
  // a template somebody is connected to cannot be cloned
  await administer(url, [`alter database ${template} allow_connections false`])
  project.provide('server', { url, template })
}

/** Ends the servers and removes the folders of runs that were killed. */
function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const runner = Number(/^maple-test-(\d+)-/.exec(name)?.[1])
    if (!runner || isAlive(runner)) continue
    const running = findRunning(join(tmpdir(), name, 'postgres', 'data'))
    if (running) process.kill(running.pid, 'SIGQUIT')
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

export async function teardown(): Promise<void> {
  await tidyUp?.()
}

async function administer(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
