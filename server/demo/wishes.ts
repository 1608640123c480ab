import type { Channel } from '#domain/matter/matter.ts'
import type { Ending } from './course.ts'
import type { Halt, Wish } from './plan.ts'
import type { Random } from './random.ts'

const hour = 60
const day = 24 * hour

/** How many matters end how; the rest of the district is quiet. */
const ended: readonly [Ending, number][] = [
  ['rated', 84],
  ['revisited', 66],
  ['unreached', 8],
  ['unhappy', 11],
  ['redone', 12],
  ['returned', 13],
  ['reopened', 11],
  ['kept', 6],
  ['reopenAsked', 5],
  ['refused', 12],
  ['withdrawn', 8],
]

/** How many stand where: fresh ones, and some that have stood too long. */
const standing: readonly [number, Halt][] = [
  [3, { after: 'receive', minutes: [2, 25] }],
  [13, { after: 'receive', minutes: [25, 9 * hour] }],
  [5, { after: 'receive', minutes: [10 * hour, 2 * day] }],
  [3, { after: 'receive', minutes: [5 * day, 7 * day] }],
  [9, { after: 'accept', minutes: [15, 6 * hour] }],
  [4, { after: 'triage', minutes: [20, 5 * hour] }],
  [2, { after: 'accept', minutes: [4 * day, 6 * day] }],
  [13, { after: 'dispatch', minutes: [20, 8 * hour] }],
  [3, { after: 'dispatch', minutes: [5 * day, 8 * day] }],
  [8, { after: 'sign', minutes: [30, 10 * hour] }],
  [14, { after: 'contact', minutes: [3 * hour, 3 * day] }],
  [6, { after: 'progress', minutes: [5 * day, 8 * day] }],
  [6, { after: 'progress', minutes: [18 * day, 40 * day] }],
  [7, { after: 'question', minutes: [1 * hour, 3 * day] }],
  [6, { after: 'return', minutes: [20, 20 * hour] }],
  [2, { after: 'return', minutes: [4 * day, 5 * day] }],
  [10, { after: 'submit', minutes: [15, 16 * hour] }],
  [2, { after: 'submit', minutes: [5 * day, 7 * day] }],
  [9, { after: 'verify', minutes: [1 * hour, 5 * day] }],
  [2, { after: 'verify', minutes: [11 * day, 15 * day] }],
  [4, { after: 'missed', minutes: [2 * hour, 3 * day] }],
  [3, { after: 'grumble', minutes: [1 * hour, 2 * day] }],
]

/** Everything the demo should hold, in no particular order. */
export function listWishes(random: Random): Wish[] {
  const old = ended.flatMap(([ending, count]) =>
    Array.from({ length: count }, (_, i): Wish => {
      // Six in ten within the last half year: a district that is being used more and more.
      const daysAgo =
        ending === 'reopenAsked'
          ? ([12, 22] as const)
          : i % 10 < 6
            ? ([4, 180] as const)
            : ([181, 425] as const)
      return { ending, daysAgo, voices: ending === 'revisited' && i % 6 === 0 ? random.int(2, 6) : 1 }
    }),
  )
  const open = standing.flatMap(([count, halt]) =>
    Array.from({ length: count }, (_, i): Wish => {
      const ending: Ending =
        halt.after === 'return' ? 'returned' : halt.after === 'grumble' ? 'unhappy' : 'revisited'
      const mayEcho = ['dispatch', 'contact', 'progress', 'submit', 'verify'].includes(halt.after)
      return { ending, halt, voices: mayEcho && i % 5 === 1 ? random.int(2, 7) : 1 }
    }),
  )
  return random.shuffled([...old, ...open])
}

/** Doors and how often people knock at each, out of a hundred. */
const doors: readonly [Channel, number][] = [
  ['qr', 36],
  ['hotline', 24],
  ['desk', 9],
  ['phone', 8],
  ['grid', 7],
  ['visit', 4],
  ['building', 3],
  ['board', 3],
  ['neighbourhood', 2],
  ['letter', 1],
  ['police', 1],
  ['petition', 1],
  ['department', 1],
]

export function pickChannel(random: Random): Channel {
  let left = random.int(1, 100)
  return doors.find(([, share]) => (left -= share) <= 0)?.[0] ?? 'qr'
}
