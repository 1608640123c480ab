import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reachingSeat } from '#domain/org/grants.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { inScope, scopeOf } from '#server/db/scope.ts'
import type { MatterRow } from '#server/db/tables.gen.ts'
import { matterOf } from '#server/matter/rows.ts'
import { district, freshId } from '#test/factory.ts'
import { report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { grow, inserting, type Node, personAt, posts, trees } from './organisation.ts'

let server: TestServer
let sample: Record<string, unknown>
beforeAll(async () => {
  server = await startServer()
  const { id } = await report(server)
  const { rows } = await server.owner.query('select to_jsonb(m) row from matter m where id = $1', [id])
  sample = rows[0].row
})
afterAll(() => server.close())

const matters = fc.array(
  fc.record({
    place: fc.nat(),
    holder: fc.nat(),
    centre: fc.nat(),
    involved: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    sensitive: fc.boolean(),
    needToKnow: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

test('who sees a matter is the same in TypeScript and under row-level security', async () => {
  let pairs = 0
  let seen = 0
  await fc.assert(
    fc.asyncProperty(
      trees,
      fc.array(posts, { minLength: 1, maxLength: 8 }),
      matters,
      async (lines, staff, told) => {
        const nodes = grow(server, lines)
        const pick = (n: number) => nodes[n % nodes.length] as Node
        await insertRows(server.owner, 'unit', inserting(nodes))
        const people = staff.map((seats) => personAt(seats, pick))
        const rows = told.map((m, i) => ({
          ...sample,
          ...{ id: freshId(), number: `twin-${freshId()}`, sensitive: m.sensitive },
          ...{ place_unit_id: pick(m.place).id, place_path: pick(m.place).path },
          ...{ holder_id: pick(m.holder).id, holder_path: pick(m.holder).path },
          ...{ centre_id: pick(m.centre).id, centre_path: pick(m.centre).path },
          involved: m.involved.map((n) => pick(n).id),
          need_to_know: m.needToKnow ? [people[i % people.length]?.accountId] : [],
        }))
        await insertRows(server.owner, 'matter', rows)
        const ids = rows.map((row) => row.id)
        for (const actor of people) {
          const found = await inScope(server.platform.db, scopeOf(actor), (tx) =>
            sql<{ id: string }>`select id from matter where id = any (${ids}::uuid[])`.execute(tx),
          )
          const inSql = new Set(found.rows.map((row) => row.id))
          const inTypeScript = rows.filter((row) =>
            reachingSeat(actor, 'matter.read', matterOf(row as never as MatterRow)),
          )
          expect([...inSql].sort()).toEqual(inTypeScript.map((row) => row.id).sort())
          pairs += rows.length
          seen += inSql.size
        }
        await server.owner.query('delete from matter where id = any ($1)', [ids])
        await server.owner.query('delete from unit where id = any ($1)', [
          nodes.slice(1).map((node) => node.id),
        ])
      },
    ),
    { numRuns: 120 },
  )
  // Neither twin is right by always saying the same.
  expect(seen).toBeGreaterThan(pairs * 0.05)
  expect(seen).toBeLessThan(pairs * 0.95)
})

test('another district, a visitor, and a resident with another code see nothing; the product itself sees everything', async () => {
  const { id, appealId } = await report(server)
  await server.owner.query('update matter set sensitive = true where id = $1', [id])
  const sees = async (scope: ReturnType<typeof scopeOf>) => {
    const found = await inScope(server.platform.db, scope, (tx) =>
      sql`select from matter where id = ${id}`.execute(tx),
    )
    return found.rows.length === 1
  }
  const resident = { kind: 'resident', districtId: district, appealId, matterId: id } as const
  expect(await sees(scopeOf({ kind: 'system', districtId: district }))).toBe(true)
  expect(await sees(scopeOf(resident))).toBe(true)
  expect(await sees(scopeOf({ ...resident, matterId: freshId() }))).toBe(false)
  expect(await sees(scopeOf({ ...resident, districtId: district + 1 }))).toBe(false)
  expect(await sees(scopeOf({ kind: 'visitor', districtId: district }))).toBe(false)
  expect(await sees(scopeOf({ kind: 'system', districtId: district + 1 }))).toBe(false)
  const { rows } = await sql`select from matter`.execute(server.platform.db)
  expect(rows, 'without a scope').toEqual([])
})

test('nothing of a scope outlives its transaction on the connection', async () => {
  const system = scopeOf({ kind: 'system', districtId: district })
  await Promise.all(
    Array.from({ length: 30 }, () => inScope(server.platform.db, system, (tx) => sql`select 1`.execute(tx))),
  )
  for (let i = 0; i < 30; i++) {
    const { rows } = await sql<{ district: string }>`select app_setting('district') district`.execute(
      server.platform.db,
    )
    expect(rows).toEqual([{ district: '' }])
  }
})
