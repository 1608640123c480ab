import type { AidMove } from '#contract/aid-moves.ts'
import type { Aid, AidLine } from '#domain/aid/aid.ts'
import type { Tx } from '../db/scope.ts'
import { askedOf, both, centreOf, orderersOf, type To, tellAid } from './tell.ts'

type Teller = { tx: Tx; district: number; now: number; actorId: string }
type Kind = Parameters<typeof tellAid>[2]

/** Tells a step to whoever has to act on it, and what became of their work to whoever did it. In: the order and its lines after it. */
export async function tellAidMove(
  { tx, district, now, actorId }: Teller,
  move: AidMove,
  {
    aid,
    line,
    lines,
    open,
  }: { aid: Aid; line: AidLine | undefined; lines: readonly AidLine[]; open: readonly AidLine[] },
): Promise<void> {
  const say = (kind: Kind, to: To) => tellAid(tx, { district, at: now, aidId: aid.id, actorId }, kind, to)
  const orderers = () => orderersOf(tx, district, aid, now)
  const centre = () => centreOf(tx, district, aid.centrePath, now)
  const asked = (some: readonly AidLine[]) => askedOf(tx, district, some, now)
  const fresh = lines.filter((one) => one.askedAt === now && one.step === 'accept')
  const own = line ? [line] : []
  const tellings: Record<AidMove['verb'], () => Promise<void>> = {
    dispatch: async () => say('aidAsked', await asked(fresh)),
    back: async () => say('aidBack', await orderers()),
    decline: async () => say('aidDeclined', await orderers()),
    passUp: async () => say('aidPassedUp', await centre()),
    again: async () => say('aidPosted', await centre()),
    withdraw: async () => say('aidWithdrawn', both(await centre(), await asked(open))),
    accept: async () => say('aidTaken', await orderers()),
    refuse: async () => say('aidRefused', both(await centre(), await orderers())),
    plan: async () => say('aidPlanned', await orderers()),
    finish: async () => say('aidFinished', await orderers()),
    confirm: async () => say('aidConfirmed', both(await asked(own), await centre())),
    notDone: async () => {
      const isOrphan = lines.some((one) => one.id === line?.id && one.step === 'handOver')
      await (isOrphan ? say('aidOrphaned', await centre()) : say('aidNotDone', await asked(own)))
    },
    handOver: async () => {
      await say('aidTakenBack', await asked(own))
      await say('aidAsked', await asked(fresh))
    },
    takeBack: async () => say('aidTakenBack', await asked(own)),
  }
  await tellings[move.verb]()
}
