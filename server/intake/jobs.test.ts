import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { district } from '#test/factory.ts'
import { imported, type OrderCells, orderBook, orderCells, started, work } from '#test/orders.ts'
import { day, startServer, type TestServer } from '#test/server.ts'
import { importTask, ringRunning, runImport } from './jobs.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => orderCells(i % 40 === 3 ? { 联系电话: '12x' } : {}))

async function standing(id: string, orders: readonly OrderCells[]): Promise<void> {
  const numbers = orders.map((order) => order.工单编号)
  const { rows } = await server.owner.query(
    'select count(*)::int n, count(distinct external_no)::int d from appeal where external_no = any ($1)',
    [numbers],
  )
  const bad = orders.filter((order) => order.联系电话 === '12x').length
  expect(rows[0]).toEqual({ n: orders.length - bad, d: orders.length - bad })
  expect((await server.owner.query('select from intake_bad_row where import_id = $1', [id])).rowCount).toBe(
    bad,
  )
  const view = await server.as('desk').ok('getImport', { params: { id } })
  expect(view).toMatchObject({
    state: 'done',
    rowsDone: orders.length,
    rowsNew: orders.length - bad,
    rowsBad: bad,
    rowsTotal: orders.length,
  })
}

describe('an import that does not come to its end', () => {
  test('because its worker dies goes on at the first row that is not in, and doubles nothing', async () => {
    const orders = many(1300)
    const id = await started(server, 'desk', await orderBook(orders))
    let looks = 0
    const dying = {
      ...server.platform,
      clock: () => {
        if (++looks > 3) throw new Error('killed')
        return server.now
      },
    }
    await expect(runImport(dying, { district, importId: id })).rejects.toThrow('killed')
    const half = await server.as('desk').ok('getImport', { params: { id } })
    expect(half).toMatchObject({ state: 'running', rowsDone: 1000 })
    await work(server, id)
    await standing(id, orders)
  })

  test('because two workers take it at once is taken in once', async () => {
    const orders = many(1300)
    const id = await started(server, 'desk', await orderBook(orders))
    const ends = await Promise.allSettled([work(server, id), work(server, id), work(server, id)])
    expect(ends.filter((end) => end.status === 'rejected')).toEqual([])
    await work(server, id)
    await standing(id, orders)
  })

  test('because somebody stops it keeps what is in, and a further start takes in the rest', async () => {
    const orders = many(1700)
    const id = await started(server, 'desk', await orderBook(orders))
    let looks = 0
    const clock = () => {
      if (++looks === 3) void server.as('sorter').send('stopImport', { params: { id } })
      return server.now
    }
    await runImport({ ...server.platform, clock }, { district, importId: id })
    const stopped = await server.as('desk').ok('getImport', { params: { id } })
    expect(stopped.state).toBe('stopped')
    expect(stopped.rowsDone).toBeLessThan(1700)
    expect(stopped.rowsDone % 500).toBe(0)
    const { mapping } = await server.as('desk').ok('previewImport', { params: { id }, body: {} })
    await server.as('desk').ok('startImport', { params: { id }, body: { mapping } })
    await work(server, id)
    await standing(id, orders)
  })

  test('because the worker ends finishes the batch in hand, and a new worker is rung for it', async () => {
    const orders = many(1300)
    const id = await started(server, 'desk', await orderBook(orders))
    const ending = new AbortController()
    let looks = 0
    const clock = () => {
      if (++looks === 2) ending.abort()
      return server.now
    }
    const given = { district, importId: id }
    const worker = importTask({ ...server.platform, clock }, given, { abortSignal: ending.signal })
    await expect(worker).rejects.toThrow('abort')
    const half = await server.as('desk').ok('getImport', { params: { id } })
    expect(half.state).toBe('running')
    expect(half.rowsDone % 500).toBe(0)
    await server.owner.query('delete from graphile_worker._private_jobs')
    await ringRunning(server.platform)
    const { rows } = await server.owner.query(
      'select payload from graphile_worker._private_jobs where key = $1',
      [`import:${id}`],
    )
    expect(rows).toEqual([{ payload: given }])
    await work(server, id)
    await standing(id, orders)
  })

  test('because of a fault that stays is shown as failed, and may be started again', async () => {
    const orders = many(3)
    const id = await started(server, 'desk', await orderBook(orders))
    const files = { ...server.platform.files, get: () => Promise.reject(new Error('disk')) }
    const ring = (attempts: number) =>
      importTask({ ...server.platform, files }, { district, importId: id }, { job: { attempts } })
    await expect(ring(1)).rejects.toThrow('disk')
    expect((await server.as('desk').ok('getImport', { params: { id } })).state).toBe('running')
    await expect(ring(5)).rejects.toThrow('disk')
    const failed = await server.as('desk').ok('getImport', { params: { id } })
    expect(failed).toMatchObject({ state: 'failed', failure: 'fault' })
    const { mapping } = await server.as('desk').ok('previewImport', { params: { id }, body: {} })
    await server.as('desk').ok('startImport', { params: { id }, body: { mapping } })
    await work(server, id)
    await standing(id, orders)
  })

  test('because its file is no longer whole says so', async () => {
    const id = await started(server, 'desk', await orderBook(many(3)))
    const files = { ...server.platform.files, get: async () => Buffer.from('PK\x03\x04', 'latin1') }
    await runImport({ ...server.platform, files }, { district, importId: id })
    expect(await server.as('desk').ok('getImport', { params: { id } })).toMatchObject({
      state: 'failed',
      failure: 'brokenExcel',
    })
  })
})

test('an order that another door brings between look and write is taken for known', async () => {
  const orders = many(20)
  const file = await orderBook(orders)
  const [a, b] = [await started(server, 'desk', file), await started(server, 'southsorter', file)]
  await Promise.all([work(server, a), work(server, b)])
  const views = [
    await server.as('desk').ok('getImport', { params: { id: a } }),
    await server.as('southsorter').ok('getImport', { params: { id: b } }),
  ]
  expect(views.map((view) => view.state)).toEqual(['done', 'done'])
  expect(views.reduce((sum, view) => sum + view.rowsNew, 0)).toBe(19)
  expect(views.reduce((sum, view) => sum + view.rowsKnown, 0)).toBe(19)
})

test('numbers go on across imports of the same day', async () => {
  server.pass(3 * day)
  await imported(server, 'desk', many(600))
  const { rows } = await server.owner.query(
    "select count(*)::int n, count(distinct number)::int d from matter where number like '261126-%'",
  )
  expect(rows[0].n).toBe(rows[0].d)
  expect(rows[0].n).toBe(585)
})
