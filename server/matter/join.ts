import { after } from '#domain/matter/effects.ts'
import { moveOf } from '#domain/matter/moves.ts'
import type { Tx } from '../db/scope.ts'
import type { AppealRow, MatterActionRow, MatterRow } from '../db/tables.gen.ts'
import { tellMoves } from '../notify/tell.ts'
import type { Author } from './birth.ts'
import { lockMatters, writeAdditions } from './bulk.ts'
import { chained, digestOf } from './history.ts'
import { matterOf } from './rows.ts'
import { nudge } from './store.ts'

/** What arrives for a matter that is already here: one more voice, or the same voice once more with other words. */
export type Addition =
  | {
      verb: 'join'
      matterId: string
      commandId: string
      appeal: AppealRow
      /** The number it came with, where that stands with an earlier voice of the matter already. */
      cameWith?: string | null
    }
  | {
      verb: 'note'
      matterId: string
      commandId: string
      appealId: string
      text: string
      files?: readonly string[]
    }

type Step = { row: MatterRow; action: MatterActionRow }

function stepOf(row: MatterRow, addition: Addition, author: Author, now: number): Step | undefined {
  const matter = matterOf(row)
  const { verb } = addition
  if (!(moveOf(verb).from as readonly string[]).includes(matter.state)) return undefined
  const input =
    addition.verb === 'join'
      ? {
          hasContact: addition.appeal.phone_sealed !== null,
          channel: addition.appeal.channel,
          externalNo: addition.appeal.external_no ?? addition.cameWith ?? null,
        }
      : { text: addition.text, files: [...(addition.files ?? [])] }
  const told = verb === 'note' ? { supplement: true } : {}
  const next = after(matter, { verb, matterId: row.id, at: now, actorId: author.id, payload: input })
  const line = {
    district_id: row.district_id,
    matter_id: row.id,
    seq: row.last_seq + 1,
    id: addition.commandId,
    verb,
    at: now,
    actor_kind: author.kind,
    actor_id: author.id,
    post_id: author.postId,
    unit_id: author.unitId,
    appeal_id: addition.verb === 'join' ? addition.appeal.id : addition.appealId,
    state: next.state,
    payload: { ...input, ...told, inputDigest: digestOf(input).toString('hex'), version: next.version },
  }
  const action = chained(line, row.last_hash)
  const grown = {
    appeals: next.appeals,
    has_contact: next.hasContact,
    revisit_tries: next.revisitTries,
    solved: next.solved,
    satisfied: next.satisfied,
    version: next.version,
  }
  return {
    row: { ...row, ...grown, last_seq: action.seq, last_hash: action.hash, changed_at: action.at },
    action,
  }
}

/**
 * Adds voices and supplements to matters that are already here: locks them all, chains their histories, writes, tells. Out: the
 * additions that came too late, since their matter was closed in the meantime. A caller has seen to it that no addition is new twice.
 */
export async function addVoices(
  tx: Tx,
  district: number,
  additions: readonly Addition[],
  author: Author,
  now: number,
): Promise<Addition[]> {
  if (additions.length === 0) return []
  const rows = await lockMatters(tx, district, [...new Set(additions.map((a) => a.matterId))])
  const matters = new Map(rows.map((row) => [row.id, row]))
  const late: Addition[] = []
  const steps: Step[] = []
  const done: Addition[] = []
  for (const addition of additions) {
    const row = matters.get(addition.matterId)
    const step = row && stepOf(row, addition, author, now)
    if (!step) {
      late.push(addition)
      continue
    }
    matters.set(step.row.id, step.row)
    steps.push(step)
    done.push(addition)
  }
  const touched = new Set(done.map((a) => a.matterId))
  const grown = [...matters.values()].filter((row) => touched.has(row.id))
  await writeAdditions(tx, district, {
    grown,
    appeals: done.flatMap((a) => (a.verb === 'join' ? [a.appeal] : [])),
    actions: steps.map(({ action }) => action),
    repeated: done.flatMap((a) => (a.verb === 'note' ? [a.appealId] : [])),
  })
  for (const row of grown) await nudge(tx, { kind: 'matter', district, id: row.id, version: row.version })
  await tellMoves(
    tx,
    steps.map(({ row, action }) => ({ number: row.number, matter: matterOf(row), action })),
  )
  return late
}
