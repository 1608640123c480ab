import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultProfile, type Profile } from '#domain/profile/profile.ts'
import { statusesOf } from '#test/client.ts'
import { freshId, type Login } from '#test/factory.ts'
import { matterIn, report } from '#test/matters.ts'
import { startServer, type TestServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const admin = () => server.as('admin')
const read = () => admin().ok('getProfilePage', {})
const save = async (data: Profile, version?: number) =>
  admin().ok('saveDraft', {
    body: { commandId: freshId(), version: version ?? (await read()).draft?.version ?? 0, data },
  })
const publishing = async (more: { version?: number; commandId?: string; reason?: string } = {}) => ({
  body: {
    ...{ commandId: freshId(), reason: '区里开会定的', version: (await read()).draft?.version ?? 0, ...more },
  },
})
/** The profile with another limit to accept, in office minutes. */
const accepting = (amount: number, more: Partial<Profile> = {}): Profile => ({
  ...defaultProfile,
  ...more,
  limits: defaultProfile.limits.map((rule) =>
    rule.clock === 'accept' && !rule.urgency && !rule.channel
      ? { ...rule, limit: { amount, unit: 'workMinutes' } }
      : rule,
  ),
})
const acceptDue = async (id: string) =>
  (await server.as('clerk').ok('getMatter', { params: { id } })).clocks.find((c) => c.kind === 'accept')
    ?.dueAt

describe('a draft', () => {
  test('is one for the district, kept for everybody who keeps the rules, and told when somebody wrote meanwhile', async () => {
    expect(await read()).toMatchObject({
      version: 1,
      by: null,
      reason: '',
      draft: null,
      data: defaultProfile,
    })
    const body = { commandId: freshId(), version: 0, data: accepting(60) }
    const page = await admin().ok('saveDraft', { body })
    expect(page).toMatchObject({ version: 1, draft: { data: accepting(60) } })
    expect(await admin().ok('saveDraft', { body })).toEqual(page)
    const again = { commandId: freshId(), version: 0, data: accepting(30) }
    expect(await admin().no('saveDraft', { body: again })).toMatchObject({
      status: 409,
      refused: 'staleVersion',
    })
    expect((await read()).draft?.data).toEqual(accepting(60))
  })

  test('of another shape than a profile is not taken', async () => {
    const give = async (data: object) =>
      (await admin().send('saveDraft', { body: { commandId: freshId(), version: 0, data } })).statusCode
    expect(await give({ ...defaultProfile, colour: 'red' })).toBe(400)
    expect(
      await give({ ...defaultProfile, limits: [{ clock: 'lunch', limit: { amount: 1, unit: 'days' } }] }),
    ).toBe(400)
    expect(await give({ ...defaultProfile, reopenDays: '30' })).toBe(400)
  })

  test('can be thrown away, and a draft that comes after it is never taken for it', async () => {
    const { draft: first } = await save(accepting(60))
    const body = { commandId: freshId(), version: first?.version ?? 0 }
    expect(await admin().ok('dropDraft', { body })).toMatchObject({ draft: null })
    expect(await admin().ok('dropDraft', { body })).toMatchObject({ draft: null })
    expect(await admin().no('publishProfile', await publishing())).toMatchObject({
      status: 409,
      refused: 'noDraft',
    })
    expect(await admin().no('tryDraft', { query: {} })).toMatchObject({ refused: 'noDraft' })
  })
})

test('a draft is tried on what is open: what would be due earlier or later, and nothing is changed', async () => {
  const { id } = await report(server)
  const due = await acceptDue(id)
  await save(accepting(60))
  const { clocks, earlier, later, isCapped, examples } = await admin().ok('tryDraft', {
    query: { days: '7' },
  })
  expect({ earlier, later, isCapped }).toEqual({ earlier: clocks, later: 0, isCapped: false })
  expect(examples[0]).toMatchObject({ clock: 'accept', was: due, unitName: '柳岸社区' })
  expect(Date.parse(examples[0]?.would ?? '')).toBeLessThan(Date.parse(due ?? ''))
  expect(await acceptDue(id)).toBe(due)
  server.pass(30 * 86_400_000)
  expect(await admin().ok('tryDraft', { query: { days: '7' } })).toMatchObject({ clocks: 0, examples: [] })
  server.pass(-30 * 86_400_000)
})

describe('a version that is published', () => {
  test('counts for what begins after it; what began before keeps its own, hours included', async () => {
    const { id: old } = await report(server)
    const before = await acceptDue(old)
    await save(
      accepting(60, {
        officeHours: [
          [540, 600],
          [810, 1050],
        ],
      }),
    )
    const given = await publishing()
    const page = await admin().ok('publishProfile', given)
    expect(page).toMatchObject({ version: 2, reason: '区里开会定的', draft: null })
    expect(page.by).toMatch(/^文/)
    expect(await admin().ok('publishProfile', given)).toEqual(page)
    const { id: fresh } = await report(server)
    // Half past nine, thirty minutes until ten, and thirty more from half past one.
    expect(await acceptDue(fresh)).toBe('2026-11-23T06:00:00.000Z')
    expect(await acceptDue(old)).toBe(before)
    await server.as('clerk').move(old, 'accept', {})
    const page2 = await server.as('clerk').ok('getMatter', { params: { id: old } })
    // 240 office minutes under the hours it began with: 150 before noon, 90 after half past one.
    expect(page2.clocks.find((c) => c.kind === 'dispatch')?.dueAt).toBe('2026-11-23T07:00:00.000Z')
  })

  test('stands in the history with its reason, page by page', async () => {
    const { rows, next } = await admin().ok('listProfileVersions', { query: { limit: '1' } })
    expect(rows).toMatchObject([{ version: 2, reason: '区里开会定的' }])
    expect(next).toBe(2)
    const older = await admin().ok('listProfileVersions', { query: { limit: '1', before: '2' } })
    expect(older).toMatchObject({ rows: [{ version: 1, by: null, data: defaultProfile }], next: null })
  })

  test('has nothing to mend, and differs from the one before', async () => {
    const { data } = await read()
    await save({ ...data, limits: data.limits.filter((rule) => rule.clock !== 'verify'), reopenDays: 0 })
    expect(await admin().no('publishProfile', await publishing())).toMatchObject({
      ...{ status: 422, refused: 'profileProblem', facts: { count: 2 } },
    })
  })

  test('is one: of two who publish at once the second is told', async () => {
    const { data, version } = await read()
    await save({ ...data, reopenDays: 45 })
    const given = await publishing()
    const answers = await Promise.all(
      [1, 2].map(() => admin().send('publishProfile', { body: { ...given.body, commandId: freshId() } })),
    )
    expect(statusesOf(answers)).toEqual([200, 409])
    expect(await read()).toMatchObject({ version: version + 1, data: { reopenDays: 45 }, draft: null })
    await save({ ...data, reopenDays: 45 })
    expect(await admin().no('publishProfile', await publishing())).toMatchObject({
      refused: 'nothingChanged',
    })
  })

  test('never changes: the product itself cannot', async () => {
    for (const statement of ['update profile set reason = $$x$$', 'delete from profile'])
      await expect(server.pool.query(statement), statement).rejects.toThrow(/permission denied/)
  })
})

test('a version kept before a figure existed is read with the default', async () => {
  await server.owner.query(`update profile set data = data - 'revisitTries' where version = 1`)
  const { rows } = await admin().ok('listProfileVersions', { query: { before: '2' } })
  expect(rows[0]?.data.revisitTries).toBe(defaultProfile.revisitTries)
  await matterIn(server, 'closed')
})

test.each(['clerk', 'topsorter', 'leader', 'auditor'] as Login[])(
  '%s neither reads nor writes it',
  async (login) => {
    expect(await server.as(login).no('getProfilePage', {})).toMatchObject({ status: 403 })
    expect(await server.as(login).no('publishProfile', await publishing())).toMatchObject({ status: 403 })
  },
)
