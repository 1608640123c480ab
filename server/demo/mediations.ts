import { addDays, dayOf, type Instant, instantAt, minuteMs } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import { avertedKinds } from '#domain/mediation/averted.ts'
import type { Step } from '#domain/mediation/moves.ts'
import type { Tx } from '../db/scope.ts'
import { move } from '../matter/commands.ts'
import { listPresent } from '../party/queries.ts'
import { chanceOf, hasParties } from './parties.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { demoDistrict } from './units.ts'

type Taken = { at: Instant; run: (tx: Tx) => Promise<void> }

/** Between which instants a plan has its handler at work with nothing else in the way; undefined: never. */
function freeTime(
  { steps }: Plan,
  now: Instant,
): { from: Instant; until: Instant; isOver: boolean } | undefined {
  const signedAt = steps.findIndex(({ verb }) => verb === 'sign')
  const submittedAt = steps.findIndex(({ verb }, i) => i > signedAt && verb === 'submit')
  const [signed, submitted] = [steps[signedAt], steps[submittedAt]]
  const rest = steps.slice(signedAt + 1, submittedAt < 0 ? undefined : submittedAt)
  const quiet = rest.every(({ verb }) => verb === 'contact' || verb === 'progress' || verb === 'note')
  if (!signed || !quiet) return undefined
  const until = submitted?.at ?? now
  return { from: signed.at, until, isOver: submitted !== undefined }
}

/**
 * The mediation of some of the disputes that a committee or a studio has in hand: an oral agreement on the spot where the plan goes on
 * to its result, and for those still in hand somewhere between asking and a session to come. Each step is one of real use.
 */
export function mediationOf(plan: Plan, now: Instant): Taken[] {
  const { handler } = plan.cast
  const free = freeTime(plan, now)
  const isFor = handler.unit.kind === 'committee' || handler.unit.kind === 'studio'
  if (!free || !isFor || !hasParties(plan)) return []
  const random = chanceOf(plan, 11)
  const span = free.until - free.from - 4 * minuteMs
  if (span < 40 * minuteMs || (free.isOver && random.chance(0.35))) return []
  const actor = handler.actor
  const newId = () => uuidv7(free.from, random.bytes(10))
  const [mediationId, sessionId, agreementId, obligationId] = [newId(), newId(), newId(), newId()]
  const [a, b] = [(present: Present) => present.a, (present: Present) => present.b]
  const oral = (who: (present: Present) => string) => (present: Present) => ({
    ...{ partyId: who(present), byId: who(present), way: 'oral', witness: '楼长在场' },
  })
  const agreed = (who: (present: Present) => string) => (present: Present) => ({
    ...oral(who)(present),
    ...{ topic: 'mediate', answer: true },
  })
  const fen = random.int(2, 40) * 10_000
  const steps: [step: Step, input: (present: Present, at: Instant) => object][] = [
    [
      'open',
      ({ a, b }) => ({
        ...{ type: 'people', source: random.chance(0.8) ? 'applied' : 'proactive' },
        ...{ mediators: [{ accountId: actor.accountId, part: 'lead' }], partyIds: [a, b] },
        ...{ story: plan.voice.words, requests: [plan.story.title] },
      }),
    ],
    ['tell', oral(a)],
    ['tell', oral(b)],
    ['consent', agreed(a)],
    ['consent', agreed(b)],
    ['begin', () => ({})],
    [
      'schedule',
      ({ a, b }, at) => ({
        ...{ id: sessionId, kind: 'joint', way: 'onSite', minutes: 60, partyIds: [a, b] },
        startsAt: new Date(free.isOver ? at : toCome(now, random)).toISOString(),
        place: `${plan.place.label}楼下`,
      }),
    ],
    [
      'hold',
      ({ a, b }, at) => ({
        ...{ sessionId, heldAt: new Date(at).toISOString(), present: [a, b], methods: ['perspective'] },
        ...{
          subject: plan.story.title,
          record: plan.story.contact ?? '双方各自说了经过，愿意商量。',
          readBack: true,
        },
      }),
    ],
    [
      'draft',
      ({ a, b }, at) => ({
        ...{
          id: agreementId,
          kind: 'oral',
          partyIds: [a, b],
          facts: plan.voice.words,
          issues: plan.story.title,
        },
        ...{ clauses: [plan.story.result], manner: '当面履行', whyOral: '当场可以履行，双方都不要求书面。' },
        reachedOn: dayOf(at),
        obligations: [
          {
            ...{ id: obligationId, kind: 'pay', byId: b, toId: a, fen, dueOn: dayOf(at), text: '当场付清' },
          },
        ],
      }),
    ],
    ['signAsMediator', () => ({ agreementId, version: 1 })],
    ['settle', () => (random.chance(0.15) ? { [random.pick(avertedKinds)]: random.int(1, 6) } : {})],
    ['perform', (_present, at) => ({ agreementId, obligationId, fen, on: dayOf(at) })],
  ]
  // what is still in hand stands somewhere: only asked, or with a session to come
  const upTo = free.isOver ? steps.length : random.pick([1, 3, 5, 7])
  return steps.slice(0, upTo).map(([step, input], i) => {
    const at = free.from + 2 * minuteMs + Math.floor((span * (i + 1)) / (steps.length + 1))
    return {
      at,
      run: async (tx) => {
        const present = await presentOf(tx, plan)
        const command = { mediationId, step, input: input(present, at) }
        const commandId = uuidv7(at, random.bytes(10))
        await move(tx, actor, { matterId: plan.matterId, commandId, verb: 'mediate', input: command }, at)
      },
    }
  })
}

/** A session to come is at an hour at which people meet. */
const toCome = (now: Instant, random: Random): Instant =>
  instantAt(addDays(dayOf(now), random.int(1, 5)), random.pick([9, 10, 14, 15, 16, 19]) * 60)

type Present = { a: string; b: string }

async function presentOf(tx: Tx, { matterId }: Plan): Promise<Present> {
  const rows = await listPresent(tx, demoDistrict, matterId)
  const of = (side: 'a' | 'b') => rows.find((row) => row.side === side)?.id ?? ''
  return { a: of('a'), b: of('b') }
}

/**
 * In which lane each plan is played. What is mediated is played one after another: numbers and rooms are given under locks that last as
 * long as the transaction, and that of a lane is long.
 */
export function lanesOf(plans: readonly Plan[], lanes: number, now: Instant): number[] {
  return plans.map((plan, i) => (mediationOf(plan, now).length > 0 ? 0 : i % lanes))
}
