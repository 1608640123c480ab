import type { followRoutes } from '#contract/follow.ts'
import { refuse } from '#domain/refusal.ts'
import type { Call, Functions } from '../http/bind.ts'
import { findMatter } from '../matter/queries.ts'
import { insertFollow, removeFollow, writeOpening, writeSeen } from './store.ts'

type Open = Call<typeof followRoutes.openMatter>
const mineOf = ({ actor, params }: Pick<Open, 'actor' | 'params'>) => ({
  ...{ district: actor.districtId, accountId: actor.accountId, matterId: params.id },
})

/** All three are mine alone, and each may be sent again. Refusal: `notFound` (invisible). */
export const followFunctions: Functions<typeof followRoutes> = {
  openMatter: async ({ tx, actor, params, body, now }) => {
    if (!(await findMatter(tx, actor.districtId, params.id))) return refuse('notFound')
    const mine = mineOf({ actor, params })
    await writeOpening(tx, mine, now)
    return { isFollowed: await writeSeen(tx, mine, body.version) }
  },
  followMatter: async ({ tx, actor, params, now }) => {
    const row = await findMatter(tx, actor.districtId, params.id)
    if (!row) return refuse('notFound')
    await insertFollow(tx, mineOf({ actor, params }), row.version, now)
    return { isFollowed: true }
  },
  unfollowMatter: async ({ tx, actor, params }) => {
    await removeFollow(tx, mineOf({ actor, params }))
    return { isFollowed: false }
  },
}
