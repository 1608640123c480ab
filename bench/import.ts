import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSecrets } from '#server/embedded/secrets.ts'
import { writeWorkbook } from '#server/excel/write.ts'
import { newId } from '#server/ids.ts'
import { type Bed, makeBed } from './bed.ts'
import { signIn } from './client.ts'
import type { Figure } from './figure.ts'
import { round } from './measure.ts'
import { sentence } from './words.ts'

const rows = 100_000
const headers = [
  '工单编号',
  '工单类型',
  '标题',
  '诉求内容',
  '来电人',
  '联系电话',
  '来电时间',
  '所属社区',
  '地址',
  '紧急程度',
]

/** Rows a second from the press of "start" to the end of the job, how flat the rate stays, and the worker's most memory. */
export async function importFigure(): Promise<Figure[]> {
  const bed = await makeBed()
  const worker = startWorker(bed)
  try {
    await once(worker, 'message')
    const path = join(bed.home, 'orders.xlsx')
    await writeWorkbook(path, {
      sheetName: '工单',
      columns: headers.map((header) => ({ header, width: 16, kind: 'text' })),
      rows: orders(),
    })
    const client = await clientOf(bed)
    const id = newId(Date.now())
    await client(`/api/imports/${id}?name=orders.xlsx`, 'PUT', await readFile(path))
    const { mapping } = await client(`/api/imports/${id}/preview`, 'POST', {})
    const began = performance.now()
    await client(`/api/imports/${id}/start`, 'POST', { mapping })
    const marks = await watch(client, id, began)
    const seconds = (performance.now() - began) / 1000
    const rate = (from: number, to: number) => rateBetween(marks, from, to)
    return [
      {
        figure: 'import',
        value: round(rows / seconds, 0),
        unit: 'rows/s',
        rows,
        first_tenth: round(rate(0, rows / 10), 0),
        last_tenth: round(rate(rows * 0.9, rows), 0),
        worker_peak_mb: await peakMemory(worker),
      },
    ]
  } finally {
    worker.kill('SIGTERM')
    await once(worker, 'exit')
    await bed.stop()
  }
}

function* orders(): Generator<string[]> {
  for (let i = 0; i < rows; i++)
    yield [
      `GD${String(20_261_100_000_000 + i)}`,
      i % 3 === 0 ? '投诉' : '求助',
      '',
      sentence(i),
      '钱某',
      `1990000${String(1000 + (i % 9000))}`,
      `2026-11-0${(i % 9) + 1} 0${i % 9}:15:00`,
      `量测第${(i % 4) + 1}社区`,
      `${(i % 90) + 1}号楼`,
      '一般',
    ]
}

function startWorker(bed: Bed): ChildProcess {
  const { fieldKey, indexKey } = readSecrets(bed.home)
  return fork(new URL('../server/worker.ts', import.meta.url), {
    env: {
      ...process.env,
      DATABASE_URL: bed.url,
      MAPLE_HOME: bed.home,
      MAPLE_FIELD_KEY: fieldKey,
      MAPLE_INDEX_KEY: indexKey,
    },
    execArgv: ['--max-semi-space-size=8'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

type Client = (path: string, method: string, body?: unknown) => Promise<never>

async function clientOf(bed: Bed): Promise<Client> {
  const cookie = await signIn(bed)
  return async (path, method, body) => {
    const isFile = Buffer.isBuffer(body)
    const type = isFile
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'application/json'
    const response = await fetch(`${bed.base}${path}`, {
      method,
      headers: { cookie, 'x-maple': '1', ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as never
  }
}

type Mark = { at: number; done: number }

async function watch(client: Client, id: string, began: number): Promise<Mark[]> {
  const marks: Mark[] = [{ at: 0, done: 0 }]
  for (;;) {
    const view: { state: string; rowsDone: number; rowsNew: number } = await client(
      `/api/imports/${id}`,
      'GET',
    )
    marks.push({ at: performance.now() - began, done: view.rowsDone })
    if (view.state === 'done' && view.rowsNew === rows) return marks
    if (view.state !== 'running' || performance.now() - began > 300_000)
      throw new Error(`import ended as ${JSON.stringify(view)}`)
    await sleep(100)
  }
}

/** Rows a second between two counts of rows done, by the first marks at or past them. */
function rateBetween(marks: readonly Mark[], from: number, to: number): number {
  const at = (done: number) => marks.find((m) => m.done >= done) ?? { at: 0, done: 0 }
  const [a, b] = [at(from), at(to)]
  return (b.done - a.done) / Math.max((b.at - a.at) / 1000, 0.001)
}

async function peakMemory(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024)
}
