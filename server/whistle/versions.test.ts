import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultProfile, type Profile } from '#domain/profile/profile.ts'
import { freshId } from '#test/factory.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { type Blown, blow, moving } from '#test/whistles.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const housing = '枫溪区住建局'
const { whistleLimits } = defaultProfile
const faster: Profile = {
  ...defaultProfile,
  whistleLimits: {
    ...whistleLimits,
    sign: { ...whistleLimits.sign, routine: { amount: 30, unit: 'workMinutes' } },
    contact: { ...whistleLimits.contact, routine: { amount: 60, unit: 'minutes' }, source: '区里定的' },
  },
  whistlePlanDays: { ...defaultProfile.whistlePlanDays, routine: 2 },
}
async function publish(data: Profile): Promise<void> {
  const admin = server.as('admin')
  await admin.ok('saveDraft', { body: { commandId: freshId(), version: 0, data } })
  const { draft } = await admin.ok('getProfilePage', {})
  const body = { commandId: freshId(), version: draft?.version ?? 0, reason: '响应提速' }
  await admin.ok('publishProfile', { body })
}
const read = (whistle: Blown) => server.as('sorter').ok('getWhistle', { params: { id: whistle.id } })
const dueOf = async (whistle: Blown, step: string) =>
  (await read(whistle)).lines[0]?.steps.find((one) => one.step === step)?.dueAt
const minutesAfter = (minutes: number) => new Date(server.now + minutes * 60_000).toISOString()

test('a whistle ends under the version of the profile that it was blown under, and the next begins under the new one', async () => {
  const before = await blow(server)
  expect(await dueOf(before, 'sign')).toBe(minutesAfter(60))
  await publish(faster)
  const { limits } = await server.as('sorter').ok('getWhistleForm', { query: {} })
  expect(limits.routine.sign).toEqual({ amount: 30, unit: 'workMinutes' })
  const after = await blow(server)
  expect(await dueOf(after, 'sign')).toBe(minutesAfter(30))
  expect(await dueOf(after, 'contact')).toBe(minutesAfter(60))
  expect(await dueOf(before, 'sign')).toBe(minutesAfter(60))
  expect(await dueOf(before, 'contact')).toBe(minutesAfter(1440))

  // a step taken leaves the next one its own limit too
  await server.as('housing').ok('moveWhistle', moving(before, housing, { verb: 'sign' }))
  expect(await dueOf(before, 'contact')).toBe(minutesAfter(1440))
  const plan = { verb: 'plan', what: '换护栏', until: '2026-12-11' } as const
  for (const whistle of [before, after]) {
    if (whistle === after)
      await server.as('housing').ok('moveWhistle', moving(whistle, housing, { verb: 'sign' }))
    const steps = [
      { verb: 'contact', withWhom: '街道值班人员' },
      { verb: 'arrive', who: '维修科两人', found: '立柱锈断' },
    ] as const
    for (const step of steps) await server.as('housing').ok('moveWhistle', moving(whistle, housing, step))
  }
  const days = 24 * 60
  const until = minutesAfter(5 * days).slice(0, 10)
  await server.as('housing').ok('moveWhistle', moving(before, housing, { ...plan, until }))
  expect(
    await server.as('housing').no('moveWhistle', moving(after, housing, { ...plan, until })),
  ).toMatchObject({
    ...{ refused: 'planTooFar', facts: { days: 2 } },
  })
})

test('limits that would leave a step without a time are not published', async () => {
  const data = {
    ...faster,
    whistleLimits: {
      ...faster.whistleLimits,
      rule: { ...whistleLimits.rule, hard: { amount: 0, unit: 'workDays' as const } },
    },
  }
  const admin = server.as('admin')
  await admin.ok('saveDraft', { body: { commandId: freshId(), version: 0, data } })
  const { draft } = await admin.ok('getProfilePage', {})
  const body = { commandId: freshId(), version: draft?.version ?? 0, reason: '试试' }
  expect(await admin.no('publishProfile', { body })).toMatchObject({
    refused: 'profileProblem',
    facts: { count: 1 },
  })
})
