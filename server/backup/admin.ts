import { createReadStream, createWriteStream } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Command, need, readOptions, Unusable, type World } from '../admin/command.ts'
import { homeOf, withDatabase, withNewEmbedded } from '../admin/database.ts'
import { lineOf } from '../audit/findings.ts'
import { verifyLogs } from '../audit/verify.ts'
import { checkFiles } from './check-files.ts'
import { dump } from './dump.ts'
import { type Frame, frameOf, type Header, readFrames } from './frames.ts'
import { type Loaded, load } from './load.ts'
import { opening, sealing } from './sealed.ts'
import { withThrowaway } from './throwaway.ts'

const text = { type: 'string' } as const
const keysAreApart = `The keys of the fields (MAPLE_FIELD_KEY, MAPLE_INDEX_KEY, or secrets.json in MAPLE_HOME) are never inside:
      keep them apart from the backups. Without them names and telephone numbers cannot be read again.`

const sum = (tables: Header['tables']) => Object.values(tables).reduce((total, rows) => total + rows, 0)
const about = ({ at, schema, tables, heads }: Header) =>
  `of ${at}, schema ${schema.at(-1)?.name.slice(0, 4)}, ${Object.keys(tables).length} tables, ${sum(tables)} rows, ${heads.length} chains`

async function isThere(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined)
  await handle?.close()
  return handle !== undefined
}

export const backup: Command = {
  help: `backup --to FILE

      Writes the database as of one instant and the files of MAPLE_HOME into one sealed file; the product may go on.
      MAPLE_BACKUP_KEY (32 bytes in base64) or MAPLE_BACKUP_PASSPHRASE seals it.
      ${keysAreApart}`,
  async run(args, world) {
    const { to } = readOptions(args, { to: text })
    const path = resolve(need(to, '--to needs the file to write'))
    if (await isThere(path)) throw new Unusable(`${path} is there already; a backup overwrites nothing`)
    const seal = await sealing(world.env)
    const part = `${path}.${process.pid}.part`
    let header: Header | undefined
    try {
      await withDatabase(world, (url) => {
        const frames = dump(url, join(homeOf(world), 'files'), world.now(), (told) => {
          header = told
        })
        return pipeline(
          Readable.from(inBytes(frames), { objectMode: false }),
          createGzip({ level: 3 }),
          seal,
          createWriteStream(part, { mode: 0o600, flush: true }),
        )
      })
      // unlike a renaming this refuses to overwrite
      await link(part, path)
    } finally {
      await rm(part, { force: true })
    }
    world.out(`${path} is written: ${header ? about(header) : ''}\n`)
    return 0
  },
}

async function* inBytes(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield frameOf(frame)
}

/** Opens a backup and gives its inside to some work. What the file itself is to blame for comes as `Unusable`. */
async function read(
  world: World,
  file: string,
  work: (frames: AsyncGenerator<Frame>) => Promise<Loaded>,
): Promise<Loaded> {
  if (!(await isThere(file))) throw new Unusable(`${file} cannot be read`)
  const inside = createGunzip()
  const feeding = pipeline(createReadStream(file), opening(world.env), inside)
  feeding.catch(() => undefined)
  try {
    const loaded = await work(readFrames(inside))
    await feeding
    return loaded
  } catch (fault) {
    inside.destroy()
    const cause: unknown = await feeding.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    throw cause instanceof Unusable ? cause : fault
  }
}

export const restore: Command = {
  help: `restore --from FILE [--into URL] [--home FOLDER]

      Puts a backup into an empty database and its files into MAPLE_HOME (or --home), and brings the schema up to this
      version. Without --into it makes the embedded database there; secrets.json has to lie there before. Nothing is left of a backup that is cut off, changed, or sealed with another key.
      ${keysAreApart}`,
  async run(args, world) {
    const values = readOptions(args, { from: text, into: text, home: text })
    const file = need(values.from, '--from needs the backup')
    const home = values.home === undefined ? homeOf(world) : resolve(values.home)
    const into = (url: string) => read(world, file, (frames) => load(frames, url, home))
    const { header, rows, files, bytes } = await (values.into === undefined
      ? withNewEmbedded(home, into)
      : into(values.into))
    world.out(`Restored: ${about(header)}; ${rows} rows and ${files} files (${bytes} bytes) are back\n`)
    return 0
  },
}

export const verifyBackup: Command = {
  help: `verify-backup --from FILE [--server URL]

      Restores a backup into a server made for it and thrown away afterwards (or into a new database on --server),
      compares the rows of every table and the heads of all chains, follows the chains, and compares the files with
      what the database says of them. Exit code: 0 all of it is there, 1 something was found, 2 it cannot be restored.`,
  async run(args, world) {
    const values = readOptions(args, { from: text, server: text })
    const file = need(values.from, '--from needs the backup')
    return withThrowaway(values.server, async ({ url, home }) => {
      const { header, rows, files, bytes } = await read(world, file, (frames) => load(frames, url, home))
      world.out(`Restored: ${about(header)}\n`)
      world.out(
        `${rows} rows, as many as there were in each of ${Object.keys(header.tables).length} tables\n`,
      )
      world.out(`${header.heads.length} chains end as they ended\n`)
      let found = 0
      const tell = (line: string) => {
        found++
        world.out(`${line}\n`)
      }
      const checked = await verifyLogs(url, {}, (finding) => tell(lineOf(finding)))
      world.out(
        `${checked.rows} rows under ${checked.seals} seals and ${checked.matters} histories were followed\n`,
      )
      const looked = await checkFiles(url, join(home, 'files'), tell)
      world.out(`${files} files (${bytes} bytes), ${looked} of them compared with the database\n`)
      world.out(found === 0 ? 'The backup is good\n' : `${found} findings\n`)
      return found === 0 ? 0 : 1
    })
  },
}
