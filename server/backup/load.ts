import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { Unusable } from '../admin/command.ts'
import { listMigrations, migrate } from '../db/migrate.ts'
import type { Frame, Header, Mark } from './frames.ts'
import { copyOf, countRows, listForeignKeys, listHeads, listNoters, listTables } from './tables.ts'

export type Loaded = { header: Header; rows: number; files: number; bytes: number }

type Frames = AsyncGenerator<Frame>

/**
 * Puts a backup into an empty database and its files into `home`. The schema is made by the migrations that the backup names; the
 * data comes in one transaction that stays only if every table has its rows and every chain its head; then the newer migrations
 * follow. Throws `Unusable`, and then nothing is left of it.
 */
export async function load(frames: Frames, url: string, home: string): Promise<Loaded> {
  const header = await take(frames, 'header')
  await refuseUnknown(header)
  const folder = join(home, 'files')
  const draft = join(home, `files.restoring-${process.pid}`)
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new Unusable(`${folder} is not empty; give another --home or move it away`)
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const names = new Set(header.schema.map(({ name }) => name))
    await refuseFull(client, names)
    await migrate(url, (name) => names.has(name))
    await client.query('begin')
    const rows = await loadTables(client, frames, header)
    const files = await loadFiles(frames, draft)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    await client.query('commit').catch(async (fault: unknown) => {
      await rename(folder, draft)
      throw fault
    })
    await migrate(url)
    await client.query('analyze')
    return { header, rows, ...files }
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    await rm(draft, { recursive: true, force: true })
    throw fault
  } finally {
    await client.end()
  }
}

async function next(frames: Frames): Promise<Frame> {
  const { value, done } = (await frames.next()) as IteratorResult<Frame, undefined>
  if (done || !value) throw new Unusable('The backup is cut off: its end is missing')
  return value
}

async function take<K extends Mark['kind']>(
  frames: Frames,
  ...kinds: K[]
): Promise<Extract<Mark, { kind: K }>> {
  const frame = await next(frames)
  if (Buffer.isBuffer(frame) || !(kinds as string[]).includes(frame.kind))
    throw new Unusable('The inside of the backup is not in order')
  return frame as Extract<Mark, { kind: K }>
}

async function refuseUnknown({ format, schema }: Header): Promise<void> {
  const known = new Map((await listMigrations()).map(({ name, sha256 }) => [name, sha256]))
  const strange = schema.find(({ name, sha256 }) => known.get(name) !== sha256)
  if (format !== 1 || strange)
    throw new Unusable(
      `This backup was made by another version of the product${strange ? ` (migration ${strange.name})` : ''}; restore it with that version or a newer one`,
    )
}

/** Tables without rows are no harm: an attempt that failed leaves them. */
async function refuseFull(client: pg.Client, names: ReadonlySet<string>): Promise<void> {
  const tables = await listTables(client)
  const counts = await countRows(client, tables)
  const isMigrated = tables.some(({ name }) => name === 'migration')
  const { rows } = isMigrated
    ? await client.query<{ name: string }>('select name from migration')
    : { rows: [] }
  const full = Object.keys(counts).find((name) => name !== 'migration' && counts[name] !== 0)
  if (full !== undefined || rows.some(({ name }) => !names.has(name)))
    throw new Unusable(
      `The database to restore into is not empty${full ? ` (${full})` : ''}. Make one: create database maple encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0`,
    )
}

async function loadTables(client: pg.Client, frames: Frames, header: Header): Promise<number> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
  const ties = [...(await listForeignKeys(client)), ...(await listNoters(client))]
  // in any order of tables, and checked once at the end instead of row by row
  for (const { off } of ties) await client.query(off)
  await client.query('delete from migration')
  let total = 0
  for (const name of Object.keys(header.tables)) {
    const { columns, name: told } = await take(frames, 'table')
    if (told !== name || !tables.has(name))
      throw new Unusable(`The backup has a table ${told} that is not expected`)
    const stream = client.query(from(copyOf({ name, columns }, 'from stdin')))
    const ended = finished(stream)
    ended.catch(() => undefined)
    try {
      let frame = await next(frames)
      for (; Buffer.isBuffer(frame); frame = await next(frames))
        if (!stream.write(frame)) await Promise.race([once(stream, 'drain'), ended])
    } catch (fault) {
      // a copy that is left open keeps the rollback waiting for ever
      stream.destroy()
      throw fault
    }
    stream.end()
    await ended
    total += stream.rowCount
  }
  for (const { on } of ties.toReversed()) await client.query(on)
  await compare(client, header)
  return total
}

/** Throws unless the database has as many rows in every table, and the same heads of chains, as the backup tells. */
async function compare(client: pg.Client, header: Header): Promise<void> {
  const counts = await countRows(client, await listTables(client))
  for (const [name, rows] of Object.entries(header.tables))
    if (counts[name] !== rows) throw new Unusable(`Table ${name} has ${counts[name]} rows instead of ${rows}`)
  const key = (heads: Header['heads']) =>
    heads.map(({ district, log, no, hash }) => `${district} ${log} ${no} ${hash}`).toSorted()
  const [wanted, there] = [key(header.heads), key(await listHeads(client))]
  const odd = wanted.find((head, i) => there[i] !== head)
  if (odd !== undefined || wanted.length !== there.length)
    throw new Unusable(`The chains of the logs do not end as in the backup: ${odd ?? there.at(-1)}`)
}

async function loadFiles(frames: Frames, draft: string): Promise<{ files: number; bytes: number }> {
  await mkdir(draft, { recursive: true, mode: 0o700 })
  for (;;) {
    const mark = await take(frames, 'file', 'end')
    if (mark.kind === 'end') {
      if (!(await frames.next()).done) throw new Unusable('The inside of the backup is not in order')
      return { files: mark.files, bytes: mark.bytes }
    }
    const { path } = mark
    if (path.split('/').some((part) => part === '' || part.startsWith('.')) || /[\\\0]/.test(path))
      throw new Unusable(`The backup has a file with the path ${path}`)
    await mkdir(dirname(join(draft, path)), { recursive: true, mode: 0o700 })
    const out = createWriteStream(join(draft, path), { mode: 0o600, flags: 'wx', flush: true })
    const ended = finished(out)
    ended.catch(() => undefined)
    const hash = createHash('sha256')
    let frame = await next(frames)
    for (; Buffer.isBuffer(frame); frame = await next(frames)) {
      hash.update(frame)
      if (!out.write(frame)) await Promise.race([once(out, 'drain'), ended])
    }
    out.end()
    await ended
    if (frame.kind !== 'fileEnd' || frame.sha256 !== hash.digest('hex'))
      throw new Unusable(`File ${path} is not as it was`)
  }
}
