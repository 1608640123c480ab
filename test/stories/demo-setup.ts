import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadDemoIfEmpty } from '#server/demo/load.ts'
import { useKeys } from '#server/secrets.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the demo district, loaded once for all stories of a run: a database to clone, its folder to copy, its keys */
    demo: { template: string; home: string; fieldKey: string; indexKey: string }
  }
}

let tidyUp: (() => Promise<void>) | undefined

/** Loads the demo once; every story begins with a copy of it that is its own. */
export async function setup(project: TestProject): Promise<void> {
  const { url, template: empty } = project.getProvidedContext().server
  const template = `${empty}_demo`
  const home = mkdtempSync(join(tmpdir(), `maple-test-${process.pid}-demo-`))
  const [fieldKey, indexKey] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  tidyUp = async () => {
    rmSync(home, { recursive: true, force: true })
    await client.query(`drop database if exists ${template} with (force)`)
    await client.end()
  }
  await client.query(`create database ${template} template ${empty}`)
  const address = new URL(url)
  address.pathname = `/${template}`
  useKeys(fieldKey, indexKey)
  await loadDemoIfEmpty(address.href, { home, onProgress: () => {} })
  await client.query(`alter database ${template} allow_connections false`)
  project.provide('demo', { template, home, fieldKey, indexKey })
}

export const teardown = () => tidyUp?.()
