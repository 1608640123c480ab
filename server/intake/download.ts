import { createReadStream, type ReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { type WrittenWorkbook, writeWorkbook } from '../excel/write.ts'
import { answersFile } from '../http/file-answer.ts'

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes a workbook beside the product, inside the caller's transaction, and gives it to be sent; the file goes once it was read or given up. */
export async function sendWorkbook(
  reply: FastifyReply,
  fileName: string,
  written: WrittenWorkbook,
): Promise<ReadStream> {
  const folder = await mkdtemp(join(tmpdir(), 'maple-export-'))
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'out.xlsx')
    await writeWorkbook(path, written)
    const stream = createReadStream(path)
    stream.once('close', () => void drop())
    answersFile(reply, { mime, name: fileName })
    return stream
  } catch (fault) {
    await drop()
    throw fault
  }
}

/** The name of a file that answers another: `十一月工单.xlsx` → `十一月工单-办理回复.xlsx`. */
export function answeringName(fileName: string, addition: string): string {
  return `${fileName.replace(/\.[^.]{1,5}$/, '').slice(0, 80)}-${addition}.xlsx`
}
