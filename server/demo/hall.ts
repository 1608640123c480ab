import { dayOf, startOfDay } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { UnitKind } from '#domain/org/roles.ts'
import { hallPosts } from './accounts.ts'
import { randomFrom } from './random.ts'
import type { Member } from './staff.ts'
import { codeFrom, type DemoTree, type DemoUnit, demoDistrict } from './units.ts'

const minuteMs = 60_000

/** Of its own chance, so that the rest of the demo stays as it was. */
const seed = 3_399_011

/** The hall of the first street's centre: two windows, and on the third floor a studio for medical disputes with its mediator. */
export function furnishHall(tree: DemoTree, rootPath: string, since: number) {
  const random = randomFrom(seed)
  const id = () => uuidv7(since, random.bytes(10))
  const unitAt = (path: string) => {
    const unit = tree.units.find((one) => one.path === rootPath + path)
    if (!unit) throw new Error(`no unit at ${path}`)
    return unit
  }
  const [street, centre] = [unitAt('001/'), unitAt('001/ZX/')]
  const below = (above: DemoUnit, kind: UnitKind, code: string, name: string): DemoUnit => ({
    ...above,
    ...{ id: id(), parentId: above.id, kind, code, name, path: `${above.path}${code}/` },
    ...{ phone: null, outline: null },
  })
  const one = below(centre, 'room', 'W01', '1 号窗口')
  const two = below(centre, 'room', 'W02', '2 号窗口')
  const studio = below(street, 'studio', 'GZ2', '医疗纠纷调解工作室（三楼 302）')
  const members = hallPosts.map(
    (post): Member => ({
      ...{ personId: id(), accountId: id(), name: post.name, login: post.login },
      posts: [{ id: id(), role: post.role, unit: studio }],
    }),
  )
  return { random, centre, units: [one, two, studio], windows: [one, two] as const, members }
}

type Furnished = ReturnType<typeof furnishHall>

/** A morning in the hall: eight are done, one was absent, three wait, one has booked for tomorrow. In: who calls. */
export function hallRows({ random, centre, windows }: Furnished, callers: readonly string[], now: number) {
  const today = dayOf(now)
  const begin = Math.max(startOfDay(today), now - 240 * minuteMs)
  const at = (share: number) => new Date(begin + (now - begin) * share)
  const key = { district_id: demoDistrict }
  const hall = {
    ...{ ...key, id: centre.id, kiosk_code: codeFrom(random, 8), display_code: codeFrom(random, 8) },
    ...{ notice: '今天上午二楼有免费法律咨询，不用取号。', notice_on: today, day: today, calls: 9 },
  }
  const ticket = (number: number, taken: number, more: object) => ({
    ...{ ...key, id: uuidv7(now, random.bytes(10)), hall_id: hall.id, day: today, letter: 'A', number },
    ...{
      source: number % 3 === 0 ? 'desk' : 'kiosk',
      state: 'waiting',
      taken_at: at(taken),
      line_at: at(taken),
    },
    ...{ passes: 0, calls: 0, shows_surname: false },
    ...more,
  })
  const met = (i: number, from: number) => ({
    ...{
      window_id: windows[i % 2]?.id,
      caller_id: callers[i % callers.length],
      calls: 1,
      called_at: at(from),
    },
  })
  const done = Array.from({ length: 8 }, (_, i) => {
    const from = 0.05 + i * 0.104
    const times = { started_at: at(from + 0.005), done_at: at(from + 0.03 + (i % 3) * 0.01) }
    return ticket(i + 1, i * 0.1, { state: 'done', ...met(i, from), ...times })
  })
  const absent = ticket(9, 0.78, { state: 'passed', passes: 1, ...met(0, 0.9) })
  const waiting = [0.88, 0.92, 0.97].map((taken, i) => ticket(10 + i, taken, {}))
  const tomorrow = startOfDay(today) + 24 * 60 * minuteMs
  const slot = new Date(tomorrow + 10 * 60 * minuteMs)
  const booked = {
    ...ticket(1, 0.5, { letter: 'B', source: 'phone', line_at: slot, slot_at: slot }),
    day: dayOf(tomorrow),
  }
  return { hall: [hall], tickets: [...done, absent, ...waiting], booked: [booked] }
}
