import { addDays, dayOf, type Instant, minuteMs } from '#domain/calendar/days.ts'
import type { Calendar } from '#domain/calendar/working-days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { Channel } from '#domain/matter/matter.ts'
import type { Verb } from '#domain/matter/moves.ts'
import { findCategory } from '#domain/triage/categories.ts'
import type { Cast } from './cast.ts'
import { courseOf, type Draft, type Ending } from './course.ts'
import * as lines from './lines.ts'
import type { Random } from './random.ts'
import type { Story } from './stories/story.ts'
import { arrival, awake, later } from './timetable.ts'
import type { DemoPlace } from './units.ts'

/** A caller as invented: no name, a name, or a name and a number. */
export type Caller = {
  name: string | null
  phone: string | null
  isAnonymous: boolean
  isConfidential: boolean
}
export type Voice = {
  appealId: string
  commandId: string
  at: Instant
  channel: Channel
  words: string
  caller: Caller
}
export type Step = Draft & { at: Instant; commandId: string }
export type Plan = {
  matterId: string
  story: Story
  kind: string
  place: DemoPlace
  cast: Cast
  voice: Voice
  /** Those who say the same later. */
  echoes: Voice[]
  steps: Step[]
}

/** Where an unfinished matter stands: the last verb done, and how many minutes ago, from and to. */
export type Halt = {
  after: Verb | 'receive' | 'question' | 'missed' | 'grumble'
  minutes: readonly [number, number]
}
export type Wish = { ending: Ending; daysAgo?: readonly [number, number]; halt?: Halt; voices: number }

type Setting = {
  random: Random
  calendar: Calendar
  now: Instant
  story: Story
  /** How the first voice says it. */
  words: string
  place: DemoPlace
  cast: Cast
  channel: Channel
  callers: () => Caller
}

const atOffice: ReadonlySet<Channel> = new Set([
  'desk',
  'visit',
  'phone',
  'letter',
  'police',
  'court',
  'petition',
  'department',
])

/** Works out one matter from its first word to its last step, all before `now`. */
export function planMatter(setting: Setting, wish: Wish): Plan {
  const { random, calendar, now, story, place, cast, channel } = setting
  const caller = setting.callers()
  const kind = story.kind ?? findCategory(story.code)?.kind ?? 'request'
  const facts = { story, hasContact: caller.phone !== null, kind, handlerName: cast.handler.unit.name }
  const course = cut(random, courseOf(random, facts, wish.ending), wish.halt)
  const isFresh = wish.halt !== undefined && wish.halt.minutes[0] < 600
  const drafts = isFresh ? course.map(onDuty) : course
  const isOffice = atOffice.has(channel)
  const rest = wish.halt ? random.int(...wish.halt.minutes) * minuteMs : 0
  let receivedAt = wish.halt
    ? awake(random, now - rest)
    : arrival(random, addDays(dayOf(now), -random.int(...(wish.daysAgo ?? [3, 420]))), isOffice)
  const waits = drafts.map((draft) => ({
    draft,
    slow:
      !wish.halt && draft.wait[0] === 'work' && draft.verb !== 'return' && random.chance(0.03)
        ? random.int(4, 7)
        : 1,
  }))
  const run = () => {
    let at = receivedAt
    return waits.map(({ draft, slow }): Step => {
      at = later(random, calendar, at, draft.wait, slow)
      return { ...draft, at, commandId: uuidv7(at, random.bytes(10)) }
    })
  }
  let steps = run()
  if (wish.halt && steps.length > 0) {
    // Begin early enough for the last step to lie as far back as wished.
    const wanted = now - rest
    for (let turn = 0; turn < 60 && (steps.at(-1)?.at ?? receivedAt) > wanted; turn++) {
      receivedAt = awake(
        random,
        receivedAt - Math.max(30 * minuteMs, (steps.at(-1)?.at ?? receivedAt) - wanted),
      )
      steps = run()
    }
  }
  receivedAt = Math.min(receivedAt, now - minuteMs)
  steps = steps.slice(
    0,
    firstIndex(steps, (step) => step.at >= now),
  )
  const say = (at: Instant, words: string, who: Caller, by: Channel): Voice => ({
    appealId: uuidv7(at, random.bytes(10)),
    commandId: uuidv7(at, random.bytes(10)),
    at,
    channel: by,
    words: fill(random, words, story, place),
    caller: who,
  })
  const voice = say(receivedAt, wordsOf(random, setting.words), caller, channel)
  return {
    matterId: uuidv7(receivedAt, random.bytes(10)),
    story,
    kind,
    place,
    cast,
    voice,
    echoes: echoesOf(setting, steps, receivedAt, wish.voices).map(({ at, by }) =>
      say(
        at,
        random.chance(0.3) ? wordsOf(random, random.pick(story.says)) : random.pick(lines.echoes),
        setting.callers(),
        by,
      ),
    ),
    steps,
  }
}

/** What is fresh was done just now, whatever day it is: somebody is on duty at weekends too. */
function onDuty(draft: Draft): Draft {
  const [measure, from, to] = draft.wait
  return measure === 'work' ? { ...draft, wait: ['home', from, Math.min(to, from + 150)] } : draft
}

/** The course up to where it halts. */
function cut(random: Random, course: Draft[], halt: Halt | undefined): Draft[] {
  if (!halt) return course
  const { after } = halt
  if (after === 'receive') return []
  const upTo = (verb: Verb) => course.slice(0, course.findIndex((draft) => draft.verb === verb) + 1)
  if (after === 'question') {
    const [question] = random.pick(lines.questions)
    return [...upTo('sign'), { verb: 'ask', by: 'handler', input: { question }, wait: ['work', 10, 200] }]
  }
  if (after === 'missed') {
    const input = { reached: false, how: 'phone', note: '无人接听。' }
    const miss: Draft = { verb: 'revisit', by: 'reviser', input, wait: ['work', 100, 500] }
    return [...upTo('verify'), miss, ...(random.chance(0.5) ? [miss] : [])]
  }
  if (after === 'grumble') return upTo('revisit')
  if (after === 'contact' || after === 'progress')
    return course.slice(
      0,
      course.findLastIndex((draft) => draft.verb === 'progress' || draft.verb === 'contact') + 1,
    )
  return upTo(after)
}

/** When the others speak up: after the first voice and before the result, as long as it is not too late to join. */
function echoesOf(
  { random, now }: Setting,
  steps: readonly Step[],
  receivedAt: Instant,
  voices: number,
): { at: Instant; by: Channel }[] {
  const submitted = steps.find((step) => step.verb === 'submit')?.at ?? now
  const span = Math.min(submitted, now) - receivedAt - 2 * minuteMs
  if (span < 10 * minuteMs) return []
  return Array.from({ length: voices - 1 }, () => ({
    at: receivedAt + minuteMs + Math.floor(random.next() * span),
    by: random.pick(['qr', 'qr', 'hotline', 'neighbourhood', 'board', 'grid'] as const),
  })).sort((a, b) => a.at - b.at)
}

function wordsOf(random: Random, says: string): string {
  return random.pick(lines.openings) + says + random.pick(lines.endingsOfWords)
}

function fill(random: Random, words: string, story: Story, { unit, label }: DemoPlace): string {
  const [estate = '', number = ''] = unit.name.split(' ')
  const floor = random.int(2, 6)
  const values: Record<string, string> = {
    e: estate,
    b: number,
    u: label.split(' ').at(-2) ?? '1',
    f: String(floor),
    r: `${floor}0${random.int(1, 3)}`,
    d: random.pick(lines.someDays),
    t: random.pick(lines.nightTimes),
    w: random.pick(lines.elders),
    title: story.title,
  }
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}

function firstIndex<T>(list: readonly T[], holds: (one: T) => boolean): number {
  const index = list.findIndex(holds)
  return index < 0 ? list.length : index
}
