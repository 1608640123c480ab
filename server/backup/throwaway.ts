import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded/postgres.ts'

export type Place = { url: string; home: string }

/** An empty database and an empty folder for a while: on an embedded server of its own, or on the server of an address given. */
export async function withThrowaway<T>(
  server: string | undefined,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'maple-verify-'))
  try {
    if (server !== undefined) return await withDatabaseOn(server, (url) => work({ url, home }))
    const own = await startEmbedded(join(home, 'server'), { durable: false })
    try {
      return await work({ url: own.url, home })
    } finally {
      await own.stop()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function withDatabaseOn<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const name = `maple_verify_${randomUUID().replaceAll('-', '')}`
  try {
    await client.query(
      `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    )
    const url = new URL(server)
    url.pathname = `/${name}`
    try {
      return await work(url.href)
    } finally {
      await client.query(`drop database ${name} with (force)`)
    }
  } finally {
    await client.end()
  }
}
