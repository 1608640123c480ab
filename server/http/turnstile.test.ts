import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

/** Work that ends when told to. */
function work() {
  let end = () => {}
  const ending = new Promise<void>((resolve) => {
    end = resolve
  })
  return { ending, end: () => end() }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

test('so many go in at once, the others in the order in which they came', async () => {
  const through = turnstile(2, 10)
  const inside: number[] = []
  const jobs = [0, 1, 2, 3].map(() => work())
  const done = jobs.map((job, i) =>
    through(() => {
      inside.push(i)
      return job.ending
    }),
  )
  await soon()
  expect(inside).toEqual([0, 1])
  jobs[1]?.end()
  await soon()
  expect(inside).toEqual([0, 1, 2])
  jobs[0]?.end()
  await soon()
  expect(inside).toEqual([0, 1, 2, 3])
  for (const job of jobs) job.end()
  await Promise.all(done)
})

test('a place is given back when the work fails', async () => {
  const through = turnstile(1, 10)
  await expect(through(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await through(() => Promise.resolve('in'))).toBe('in')
})

test('a line too long is refused as too busy, and those who stand in it still get in', async () => {
  const through = turnstile(1, 1)
  const first = work()
  const running = through(() => first.ending)
  const waiting = through(() => Promise.resolve('second'))
  await expect(through(() => Promise.resolve('third'))).rejects.toMatchObject({
    refusal: { refused: 'tooBusy', facts: { seconds: 5 } },
  })
  first.end()
  await running
  expect(await waiting).toBe('second')
})
