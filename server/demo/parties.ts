import type { Instant } from '#domain/calendar/days.ts'
import { uuidv7 } from '#domain/id.ts'
import type { LinkKind } from '#domain/nearby/links.ts'
import type { Tx } from '../db/scope.ts'
import { move } from '../matter/commands.ts'
import { nameGiver, phoneOf } from './person-names.ts'
import type { Plan } from './plan.ts'
import { type Random, randomFrom } from './random.ts'

/** Firms that exist nowhere. */
const firms = ['枫林物业服务部', '听泉装饰工程队', '望溪餐饮店', '雁回电器商行'] as const

/** Chance of this plan alone, so that the rest of the demo stays as it was. */
export const chanceOf = ({ voice }: Plan, seed = 7): Random =>
  randomFrom([...voice.appealId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed))

/** Whether parties are registered in it once somebody has signed for it. */
export const hasParties = ({ kind, voice: { caller } }: Plan) =>
  kind === 'dispute' && caller.name !== null && !caller.isConfidential

/** Who is registered in a dispute once somebody has signed for it: the caller, and whom it is about. */
export function partiesOf(plan: Plan): { at: Instant; run: (tx: Tx) => Promise<void> }[] {
  const signed = plan.steps.find((step) => step.verb === 'sign')
  if (!signed || !hasParties(plan)) return []
  const random = chanceOf(plan)
  const name = nameGiver(random)
  const phone = () => phoneOf(7000 + random.int(0, 900))
  const isFirm = random.chance(0.3)
  const inputs: Record<string, unknown>[] = [
    { side: 'a', kind: 'person', role: 'applicant', appealId: plan.voice.appealId },
    isFirm
      ? {
          ...{ side: 'b', kind: 'organisation', role: 'respondent', name: random.pick(firms) },
          ...{ contactName: name(), phone: phone() },
        }
      : {
          ...{ side: 'b', kind: 'person', role: 'respondent', name: name(), phone: phone() },
          address: `${plan.place.label}附近`,
        },
    ...(random.chance(0.25) ? [{ side: 'third', kind: 'person', role: 'witness', name: name() }] : []),
  ]
  return inputs.map((input) => ({
    at: signed.at,
    run: async (tx) => {
      const commandId = uuidv7(signed.at, random.bytes(10))
      await move(
        tx,
        plan.cast.handler.actor,
        { matterId: plan.matterId, commandId, verb: 'addParty', input },
        signed.at,
      )
    },
  }))
}

type Pair = { later: Plan; earlier: Plan; relation: LinkKind }

/** Matters of one thing in one place hang together; so many of them at most. */
function pairsOf(plans: readonly Plan[], most: number): Pair[] {
  const last = new Map<string, Plan>()
  const pairs: Pair[] = []
  for (const later of plans) {
    const key = `${later.cast.community.path} ${later.story.code}`
    const earlier = last.get(key)
    const isSorted = later.steps.length > 1
    if (earlier && isSorted && pairs.length < most)
      pairs.push({ later, earlier, relation: later.place === earlier.place ? 'followUp' : 'sameCause' })
    last.set(key, later)
  }
  return pairs
}

/** Relates matters that say the same of one community, the newest ones; done by who sorts there, after all that happened. */
export async function relateSome(tx: Tx, plans: readonly Plan[], now: Instant): Promise<void> {
  for (const { later, earlier, relation } of pairsOf(plans.slice(-300), 16)) {
    const commandId = uuidv7(now, chanceOf(later).bytes(10))
    const input = { otherId: earlier.matterId, relation }
    await move(tx, later.cast.sorter, { matterId: later.matterId, commandId, verb: 'relate', input }, now)
  }
}
