import { sql } from 'kysely'
import type { deskRoutes } from '#contract/desk.ts'
import { readExternalNo } from '#domain/intake/hand-over.ts'
import { moves } from '#domain/matter/moves.ts'
import { reachingSeat } from '#domain/org/grants.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { Call } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { appealRow } from '../matter/birth.ts'
import { addVoices } from '../matter/join.ts'
import { findMatter } from '../matter/queries.ts'
import { findRepeated, receivesAt } from '../matter/receive.ts'
import { matterOf } from '../matter/rows.ts'
import { claimFiles } from '../matter/store.ts'
import { findPaper } from './paper.ts'
import { saidOf } from './register.ts'
import { registeredOf } from './slip.ts'

/**
 * Adds what somebody says at the desk to a matter that is here, as a voice of its own with a code of its own. A number of
 * another office that this matter came with already stays with its first voice; the history keeps that it came again.
 * Refusals: `notFound`, `notYours`, `notNow` (closed), `paperHere`, `paperElsewhere`, `fileMissing`, `commandReused`.
 */
export async function joinVoice({ tx, actor, params, body, now }: Call<typeof deskRoutes.joinVoice>) {
  const district = actor.districtId
  const { input, appealId, commandId } = body
  const row = await findMatter(tx, district, params.id)
  if (!row) return refuse('notFound')
  const repeated = await findRepeated(tx, district, appealId)
  if (repeated) {
    const isSame = repeated.matter_id === row.id && repeated.command_id === commandId
    if (!isSame || repeated.words !== input.words) return refuse('commandReused')
    return registeredOf(tx, district, row.id, appealId)
  }
  const matter = matterOf(row)
  if (!reachingSeat(actor, 'matter.read', matter)) return refuse('notFound')
  const seat = actor.seats.find((one) => receivesAt(one, matter.placePath))
  if (!seat) return refuse('notYours')
  if (!(moves.join.from as readonly string[]).includes(matter.state))
    return refuse('notNow', { state: matter.state })
  const externalNo = readExternalNo(input.externalNo ?? '')
  const paper = await findPaper(tx, district, input.channel, externalNo)
  if (paper && paper.matterId !== row.id)
    return paper.matter
      ? refuse('paperHere', { externalNo, number: paper.matter.number }, 'externalNo')
      : refuse('paperElsewhere', { externalNo }, 'externalNo')
  const said = await saidOf(tx, district, { matterId: row.id, appealId }, input, now)
  const { row: appeal } = appealRow(paper ? { ...said, externalNo: null } : said, now)
  const author = { kind: 'staff', id: actor.accountId, postId: seat.postId, unitId: seat.unitId } as const
  const addition = { verb: 'join', matterId: row.id, commandId, appeal, cameWith: said.externalNo } as const
  const late = await addVoices(tx, district, [addition], author, now)
  if (late.length > 0) throw new Refused(refuse('notNow', { state: 'closed' }))
  await claim(tx, { district, matterId: row.id, appealId, commandId }, input.files, actor.accountId)
  return registeredOf(tx, district, row.id, appealId)
}

/** Binds the files to the voice and to the step of the history by which it joined. */
async function claim(
  tx: Tx,
  to: { district: number; matterId: string; appealId: string; commandId: string },
  ids: readonly string[],
  accountId: string,
): Promise<void> {
  if (ids.length === 0) return
  const { district, matterId, appealId } = to
  const { rows } = await sql<{ seq: number }>`select seq from matter_action
    where district_id = ${district} and id = ${to.commandId}`.execute(tx)
  const seq = rows[0]?.seq ?? 0
  const claimed = await claimFiles(tx, {
    district,
    ids,
    owner: `account:${accountId}`,
    matterId,
    appealId,
    seq,
  })
  if (claimed !== new Set(ids).size) throw new Refused(refuse('fileMissing', undefined, 'files'))
}
