import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusals } from '#contract/refusals.ts'
import type { RouteName } from '#contract/routes.ts'
import { freshId, type Login } from '#test/factory.ts'
import { type Given, requestsOf } from '#test/fuzz.ts'
import { report } from '#test/matters.ts'
import { expectToHold, listHistories } from '#test/replay.ts'
import { routeNames, routeOf } from '#test/samples.ts'
import { known, makeOutsiders, makeSecret, outsiders, secretsFrom, strangers } from '#test/secret.ts'
import { startServer, type TestServer } from '#test/server.ts'

/** `FUZZ_RUNS=100000` for a long run. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 5_000)
const patienceMs = 20_000

let server: TestServer
let meant: string[]
let matters: string[]
let clientOf: (who: string) => ReturnType<TestServer['as']>
beforeAll(async () => {
  server = await startServer()
  const secret = await makeSecret(server)
  const others = await makeOutsiders(server)
  clientOf = (who) => others.get(who) ?? server.as(who as Login)
  const own = []
  for (let i = 0; i < 6; i++) own.push(await report(server))
  matters = [...own.map((appeal) => appeal.id), secret.id]
  const { units, staff, places } = server.town
  meant = [
    ...own.flatMap((appeal) => [appeal.id, appeal.appealId, appeal.number, appeal.queryCode]),
    ...[secret.id, secret.appealId, secret.fileId, secret.viewId, secret.exportId],
    ...Object.values(units).flatMap(({ id, path }) => [id, path]),
    ...Object.values(staff).flatMap(({ accountId, personId, postId }) => [accountId, personId, postId]),
    ...[...Object.values(places), ...Object.values(known), '2026-11-23', '2026-12-31', '10', '楼道', 'S0101'],
  ]
})
afterAll(() => server.close())

/** People who may do much, so that requests get far; and strangers, who must not get anywhere. */
const insiders = ['sorter', 'clerk', 'housing', 'desk', 'topsorter', 'gridder', 'leader', 'supervisor']
/** What ends the sessions that the others need, or never ends. */
const left = new Set<RouteName>([
  ...(['live', 'signOut', 'signOutEverywhere', 'changePassword', 'disableAccount', 'resetPassword'] as const),
  ...(['endPost', 'endAllPosts', 'closeUnit', 'signIn', 'leave', 'leaveEverywhere'] as const),
])

test('no request is a fault, hangs, or is told what is not its own', async () => {
  // ids that are not there yet come new in every request
  const texts = fc.oneof(
    { weight: 5, arbitrary: fc.nat().map((n) => meant[n % meant.length] ?? '') },
    { weight: 2, arbitrary: fc.nat().map(() => freshId()) },
  )
  const requests = fc.oneof(
    ...routeNames
      .filter((name) => !left.has(name))
      .map((name) => ({
        // the one door to every move of the table weighs as much as forty others
        weight: name === 'moveMatter' ? 40 : 1,
        arbitrary: fc
          .tuple(requestsOf(name, routeOf(name), texts), fc.nat())
          .map(([given, n]) => ({ name, given: name === 'moveMatter' ? aimed(given, n) : given })),
      })),
  )
  const callers = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...insiders) },
    { weight: 2, arbitrary: fc.constantFrom(...strangers, ...outsiders) },
  )
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests, callers, async ({ name, given }, who) => {
      if (who === 'a partner of the south') server.pass(150)
      const response = await asked(name, given, who)
      const what = `${who} ${name} ${response.body.slice(0, 300)} ${String((server.faults.at(-1) as Error)?.stack)}`
      seen.set(response.statusCode, (seen.get(response.statusCode) ?? 0) + 1)
      expect(response.statusCode, what).toBeLessThan(500)
      if (response.statusCode >= 400) expect(Object.keys(refusals)).toContain(response.json().refused)
      if (!insiders.includes(who))
        for (const said of secretsFrom(who)) expect(response.body, what).not.toContain(said)
    }),
    { numRuns: runs, endOnFailure: true },
  )
  // requests that all stop at the door would try nothing
  expect((seen.get(200) ?? 0) / runs).toBeGreaterThan(0.04)
  expectToHold(await listHistories(server.url))
}, 3_600_000)

/** A move is of a matter that is there, in most cases: of all the ids there are, few are. */
const aimed = (given: Given, n: number): Given =>
  n % 5 === 0 ? given : { ...given, params: { id: matters[n % matters.length] } }

function asked(name: RouteName, given: Given, who: string) {
  const { file } = routeOf(name)
  const client = clientOf(who)
  const answer = client.send(name, file ? { ...given, file: Buffer.from(JSON.stringify(given)) } : given)
  const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`${name} has not answered after ${patienceMs} ms`)
  })
  return Promise.race([answer, late])
}
