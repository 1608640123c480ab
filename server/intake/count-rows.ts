import { isRefusal } from '#domain/refusal.ts'
import { openParts } from '../excel/package-parts.ts'
import { readWorkbook } from '../excel/workbook.ts'

const ending = Buffer.from('</row>')

/**
 * About how many rows a sheet has, for showing progress: the ends of its rows are counted and nothing is parsed, so that
 * 100,000 rows take a fraction of a second. Null where that cannot be told; a faulty file is found when it is read.
 */
export async function countRows(path: string, sheetName: string): Promise<number | null> {
  const parts = await openParts(path)
  if (isRefusal(parts)) return null
  try {
    const book = await readWorkbook(parts, 0)
    const sheet = book.sheets.find(({ name }) => name === sheetName)
    if (!sheet) return null
    let count = 0
    let rest = Buffer.alloc(0)
    for await (const chunk of await parts.open(sheet.part)) {
      const bytes = Buffer.concat([rest, chunk as Buffer])
      let at = bytes.indexOf(ending)
      let after = 0
      for (; at >= 0; at = bytes.indexOf(ending, after)) {
        count++
        after = at + ending.length
      }
      rest = bytes.subarray(Math.max(after, bytes.length - ending.length + 1))
    }
    return count || null
  } catch {
    return null
  } finally {
    parts.close()
  }
}
