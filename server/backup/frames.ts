/** What a backup tells beside the data. Everything comes in this order: header, tables, files, end. */
export type Mark =
  | ({ kind: 'header' } & Header)
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'tableEnd'; rows: number }
  | { kind: 'file'; path: string }
  | { kind: 'fileEnd'; sha256: string }
  | { kind: 'end'; files: number; bytes: number }

export type ChainHead = { district: number; log: string; no: number; hash: string }

export type Header = {
  format: 1
  at: string
  server: string
  /** The migrations that made the schema, in order. */
  schema: { name: string; sha256: string }[]
  /** Rows of each table. */
  tables: Record<string, number>
  heads: ChainHead[]
}

const headBytes = 5
/** A piece of data is at most so long; a mark too. */
const most = 16 * 1024 * 1024

/** A mark, or a piece of the data of the table or file that the last mark began. */
export type Frame = Mark | Buffer

export function frameOf(frame: Frame): Buffer {
  const isData = Buffer.isBuffer(frame)
  const body = isData ? frame : Buffer.from(JSON.stringify(frame))
  const head = Buffer.alloc(headBytes)
  head[0] = isData ? 0 : 1
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** Reads frames out of a stream cut anywhere. Throws when it ends within one. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let kept: Buffer[] = []
  let length = 0
  let need = headBytes
  for await (const chunk of source) {
    kept.push(chunk)
    length += chunk.length
    if (length < need) continue
    let all = Buffer.concat(kept)
    for (;;) {
      need = all.length < headBytes ? headBytes : headBytes + all.readUInt32BE(1)
      if (need > most) throw new Error('not the inside of a backup')
      if (all.length < need) break
      const body = all.subarray(headBytes, need)
      yield all[0] === 0 ? body : (JSON.parse(body.toString()) as Mark)
      all = all.subarray(need)
    }
    kept = [all]
    length = all.length
  }
  if (length > 0) throw new Error('the inside of the backup ends too early')
}
