import type { Instant } from '#domain/calendar/days.ts'
import type { Calendar } from '#domain/calendar/working-days.ts'
import { castingFor } from './cast.ts'
import { nameGiver, phoneOf } from './person-names.ts'
import { type Caller, type Plan, planMatter, type Wish } from './plan.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'
import { stories } from './stories/all.ts'
import { elsewhereStories } from './stories/elsewhere.ts'
import type { Story } from './stories/story.ts'
import type { DemoTree } from './units.ts'
import { listWishes, pickChannel } from './wishes.ts'

/** Every matter of the demo, the oldest first. In: chance, the world, the calendar, and the instant before which all lies. */
export function planAll(
  random: Random,
  tree: DemoTree,
  members: readonly Member[],
  rootPath: string,
  calendar: Calendar,
  now: Instant,
): Plan[] {
  const cast = castingFor(tree, members, rootPath)
  const callers = callersOf(random)
  const past = dealerOf(random, stories)
  const present = dealerOf(random, stories)
  const elsewhere = dealerOf(random, elsewhereStories)
  const places = placesOf(random, tree)
  const plans = listWishes(random).map((wish) => {
    const deal = wish.ending === 'refused' ? elsewhere : wish.halt ? present : past
    const { story, words } = deal((one) => wish.ending === 'refused' || suits(one, wish))
    const channel = pickChannel(random)
    const place = places(story)
    return planMatter(
      {
        random,
        calendar,
        now,
        story,
        words,
        place,
        channel,
        callers,
        cast: cast(story, place.unit, channel === 'desk', random.pick),
      },
      wish,
    )
  })
  return plans.sort((a, b) => a.voice.at - b.voice.at)
}

/** An emergency does not stand about for days, and only what has a bad side makes people unhappy. */
function suits(story: Story, { ending, halt, voices }: Wish): boolean {
  if (halt && story.urgency === 'critical') return false
  if (halt && story.urgency === 'urgent' && halt.minutes[0] > 1440) return false
  if (halt?.after === 'progress' && !story.progress) return false
  if (halt?.after === 'question' && story.ask) return false
  if (voices > 1) return /^S0[1-8]|^0402|^S15/.test(story.code)
  return ['unhappy', 'reopened', 'kept', 'reopenAsked'].includes(ending) ? story.unhappy !== undefined : true
}

type Deal = { story: Story; words: string }

/** Deals stories out evenly: always one of those told least so far, and each time in the words of somebody else. */
function dealerOf(random: Random, all: readonly Story[]): (fits: (story: Story) => boolean) => Deal {
  const told = new Map(random.shuffled(all).map((story) => [story, 0]))
  return (fits) => {
    const [story, times] = [...told]
      .filter(([one]) => fits(one))
      .reduce((least, one) => (one[1] < least[1] ? one : least))
    told.set(story, times + 1)
    return { story, words: story.says[times % story.says.length] ?? '' }
  }
}

/** Half of what happens, happens in the streets that the named accounts look after. */
function placesOf(random: Random, tree: DemoTree): (story: Story) => DemoTree['places'][number] {
  const [firstStreet, firstCommunity, firstGrid] = ['/001/', '/001/001/', '/001/001/01/'].map((part) =>
    tree.places.filter((place) => place.unit.path.slice(7).startsWith(part)),
  )
  return ({ by }) => {
    const dice = random.next()
    if (dice < (by === 'grid' ? 0.35 : 0.06)) return random.pick(firstGrid ?? [])
    if (dice < 0.2) return random.pick(firstCommunity ?? [])
    return random.pick(dice < 0.42 ? (firstStreet ?? []) : tree.places)
  }
}

function callersOf(random: Random): () => Caller {
  const giveName = nameGiver(random)
  let count = 0
  return () => {
    const dice = random.next()
    if (dice < 0.12) return { name: null, phone: null, isAnonymous: true, isConfidential: false }
    const name = count < 1500 ? giveName() : null
    const phone = dice < 0.18 ? null : phoneOf(count++)
    return { name, phone, isAnonymous: false, isConfidential: dice > 0.95 }
  }
}
