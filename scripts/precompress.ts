import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const folder = new URL('../dist/', import.meta.url).pathname
const worthIt = /\.(js|css|html|svg|json|webmanifest)$/

/** Writes x.br and x.gz beside every text file of the built pages, so that no request pays for compression. */
async function compress(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < 1_000) return
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true })
await Promise.all(
  entries
    .filter((entry) => entry.isFile() && worthIt.test(entry.name))
    .map((entry) => compress(join(entry.parentPath, entry.name))),
)
