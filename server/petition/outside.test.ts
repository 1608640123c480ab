import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/calendar/days.ts'
import { opinion, type PetitionCase, petitionSent } from '#test/petitions.ts'
import { day, startServer, type TestServer } from '#test/server.ts'

let server: TestServer
let one: PetitionCase
const today = () => dayOf(server.now)
const outside = '临川江市人民政府'
const asked = (on = today()) => ({ on, outside, reason: '对事实认定不服' })
const received = (form: string) => ({ form, on: today(), how: 'post' })
const clock = async () => (await one.view()).clocks.at(-1)

beforeAll(async () => {
  server = await startServer()
  one = await petitionSent(server, { name: '钱外人', phone: '19900003221' })
  await one.step('accept', {}, 'housing')
}, 60_000)
afterAll(() => server.close())

test('no review is asked for before there is an answer, and none before it was received', async () => {
  expect(await one.no('askReview', asked())).toMatchObject({ refused: 'petitionNotNow' })
  await one.step('opine', { stance: 'notSupport', ...opinion }, 'housing')
  expect(await one.no('askReview', asked())).toMatchObject({ refused: 'deliverFirst' })
  await one.step('deliver', received('opinion'))
  expect(await one.no('askReview', asked(addDays(today(), -1)))).toMatchObject({ refused: 'dayBefore' })
})

test('a review of a body outside has its organ, its thirty days and its result', async () => {
  await one.step('askReview', asked())
  expect(await one.view()).toMatchObject({ reviewerName: outside })
  const review = await clock()
  expect(review).toMatchObject({ kind: 'review', amount: 30, article: 35, unitName: null, isLate: false })
  expect(review?.dueOn && review.dueOn >= addDays(today(), 30)).toBe(true)
  server.pass(45 * day)
  expect(await clock()).toMatchObject({ kind: 'review', isLate: true })
  await one.step('giveReview', { stance: 'uphold', ...opinion })
  expect(await one.view()).toMatchObject({ reviewStance: 'uphold' })
  await one.step('deliver', received('reviewOpinion'))
})

test('a re-review is asked for within thirty days of the review; the day after its last is too late', async () => {
  const last = (await clock())?.dueOn ?? ''
  expect(await clock()).toMatchObject({ kind: 'askRereview', amount: 30, article: 36 })
  server.pass(45 * day)
  expect(await one.no('askRereview', asked(addDays(last, 1)))).toMatchObject({
    ...{ refused: 'reviewTooLate', facts: { day: last }, field: 'on' },
  })
  await one.step('askRereview', asked(last))
  expect(await clock()).toMatchObject({ kind: 'rereview', amount: 30, article: 36 })
})

test('after the re-review nothing more is asked for: there is no third', async () => {
  await one.step('giveRereview', { stance: 'uphold', ...opinion })
  await one.step('deliver', received('rereviewOpinion'))
  for (const step of ['askReview', 'askRereview'] as const)
    expect(await one.no(step, asked())).toMatchObject({ refused: 'petitionNotNow' })
  const { state, ending, may, rereviewerName } = await one.view()
  expect({ state, ending, rereviewerName }).toEqual({
    ...{ state: 'ended', ending: 'final', rereviewerName: outside },
  })
  expect(may).not.toContain('askReview')
})
