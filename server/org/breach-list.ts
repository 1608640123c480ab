import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

let folder: string | undefined

/** Sets the folder of the list once per process; undefined: there is none. One that is named has to be there. */
export async function useBreachList(path: string | undefined): Promise<void> {
  if (path !== undefined) {
    if (!(await holdsList(path)))
      throw new Error(
        `MAPLE_BREACH_LIST: ${path} holds no files named by five digits of a SHA-1, such as 0018A.txt`,
      )
  }
  folder = path
}

/** Whether a folder holds a file of the list; it may hold a million, so it is not read whole. */
async function holdsList(path: string): Promise<boolean> {
  try {
    for await (const { name } of await opendir(path)) if (/^[0-9A-F]{5}(\.txt)?$/i.test(name)) return true
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ENOENT') throw fault
  }
  return false
}

/**
 * Whether a password stands in the list of leaked ones: a folder with one file for each first five digits of a SHA-1, whose
 * lines hold the other thirty-five and how often (`00D4F6E8FA6EECAD2A3AA415EEC418D38EC:2`). Only the one file is read, and
 * nothing leaves the house. A file that is not there lists nothing.
 */
export async function isLeaked(password: string): Promise<boolean> {
  if (folder === undefined) return false
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  const [prefix, rest] = [hash.slice(0, 5), hash.slice(5)]
  for (const name of [prefix, `${prefix}.txt`]) {
    const found = await hasLine(join(folder, name), rest)
    if (found !== undefined) return found
  }
  return false
}

/** Whether a line of the file begins with the text; undefined where there is no such file. */
async function hasLine(path: string, start: string): Promise<boolean | undefined> {
  const lines = createInterface({ input: createReadStream(path, 'latin1'), crlfDelay: Infinity })
  try {
    for await (const line of lines) {
      const [rest = '', count = '1'] = line.toUpperCase().split(':')
      // Entries with a count of nought only fill a file up, so that its length tells nothing.
      if (rest.trim() === start && Number(count) > 0) return true
    }
    return false
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return undefined
    throw fault
  } finally {
    lines.close()
  }
}
