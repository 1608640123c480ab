import { sql } from 'kysely'
import type { Task, TaskState } from '#domain/meeting/meeting.ts'
import type { Tx } from '../db/scope.ts'
import type { MeetingItemRow, MeetingRow } from '../db/tables.gen.ts'
import { sealWords, type TextKind, type Words } from './sealed.ts'

export type NewText = {
  [K in TextKind]: { ofId: string; kind: K; itemId: string | null; words: Words[K] }
}[TextKind]

/** Writes texts, each over an older wording of the same thing; empty ones are taken away. */
export async function writeTexts(
  tx: Tx,
  at: { district: number; meetingId: string },
  texts: readonly NewText[],
): Promise<void> {
  for (const { ofId, kind, itemId, words } of texts) {
    if (words === '') {
      await sql`delete from meeting_text where district_id = ${at.district} and of_id = ${ofId} and kind = ${kind}`.execute(
        tx,
      )
      continue
    }
    const sealed = sealWords(at.district, ofId, kind, words)
    await sql`insert into meeting_text (district_id, of_id, kind, meeting_id, item_id, sealed)
      values (${at.district}, ${ofId}, ${kind}, ${at.meetingId}, ${itemId}, ${sealed})
      on conflict (district_id, of_id, kind) do update set sealed = excluded.sealed`.execute(tx)
  }
}

type NewRow = Omit<
  MeetingRow,
  'state' | 'adjourned_to' | 'reminded' | 'confirmed_at' | 'digest' | 'version' | 'starts_at' | 'called_at'
> & { starts_at: number; called_at: number }

/** Writes a meeting that is called. Out: whether its id was free. */
export async function insertMeeting(tx: Tx, g: NewRow): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into meeting (district_id, id, kind, rhythm, unit_id, area_path, title, starts_at, minutes,
      place, link, chair_id, minuter_id, quorum, state, called_by, called_at)
    values (${g.district_id}, ${g.id}, ${g.kind}, ${g.rhythm}, ${g.unit_id}, ${g.area_path}, ${g.title},
      ${new Date(g.starts_at)}, ${g.minutes}, ${g.place}, ${g.link}, ${g.chair_id}, ${g.minuter_id}, ${g.quorum}, 'called',
      ${g.called_by}, ${new Date(g.called_at)})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function insertUnits(
  tx: Tx,
  district: number,
  meetingId: string,
  units: readonly { unitId: string; accountIds: readonly string[] }[],
): Promise<void> {
  for (const { unitId, accountIds } of units)
    await sql`insert into meeting_unit (district_id, meeting_id, unit_id, account_ids)
      values (${district}, ${meetingId}, ${unitId}, ${[...accountIds]}::uuid[])`.execute(tx)
}

/** Puts items on an agenda. Out: whether their ids were free. */
export async function insertItems(tx: Tx, items: readonly MeetingItemRow[]): Promise<boolean> {
  let count = 0n
  for (const i of items) {
    const { numAffectedRows } =
      await sql`insert into meeting_item (district_id, id, meeting_id, no, matter_id, presenter_id, minutes, unit_ids, carried)
      values (${i.district_id}, ${i.id}, ${i.meeting_id}, ${i.no}, ${i.matter_id}, ${i.presenter_id}, ${i.minutes},
        ${i.unit_ids}::uuid[], ${i.carried})
      on conflict do nothing`.execute(tx)
    count += numAffectedRows ?? 0n
  }
  return count === BigInt(items.length)
}

export async function insertReturn(
  tx: Tx,
  r: { district: number; meetingId: string; taskId: string; itemId: string },
): Promise<void> {
  await sql`insert into meeting_return (district_id, meeting_id, task_id, item_id)
    values (${r.district}, ${r.meetingId}, ${r.taskId}, ${r.itemId}) on conflict do nothing`.execute(tx)
}

/** Binds uploaded files to an item; only what this owner uploaded and nothing has taken. Out: how many. */
export async function claimItemFiles(
  tx: Tx,
  claim: { district: number; itemId: string; ids: readonly string[]; owner: string },
): Promise<number> {
  if (claim.ids.length === 0) return 0
  const { numAffectedRows } = await sql`update attachment set meeting_item_id = ${claim.itemId}
    where district_id = ${claim.district} and id = any (${[...claim.ids]}::uuid[]) and owner = ${claim.owner}
      and matter_id is null and meeting_item_id is null`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export type NewAction = {
  district: number
  id: string
  meetingId: string
  taskId?: string | null
  at: number
  accountId: string | null
  unitId: string | null
  verb: string
  /** Ids, days and counts; never a word or a name. */
  payload: object
}

export async function insertMeetingAction(tx: Tx, a: NewAction): Promise<void> {
  await sql`insert into meeting_action (district_id, id, meeting_id, task_id, at, account_id, unit_id, verb, payload)
    values (${a.district}, ${a.id}, ${a.meetingId}, ${a.taskId ?? null}, ${new Date(a.at)}, ${a.accountId}, ${a.unitId},
      ${a.verb}, ${JSON.stringify(a.payload)}::jsonb)`.execute(tx)
}

type Changed = Partial<
  Pick<
    MeetingRow,
    'state' | 'adjourned_to' | 'minutes' | 'place' | 'link' | 'chair_id' | 'minuter_id' | 'digest'
  >
> & { starts_at?: Date; confirmed_at?: Date; reminded?: boolean }

/** Changes a meeting and counts its version on. */
export async function writeMeeting(tx: Tx, district: number, id: string, change: Changed): Promise<void> {
  const sets = Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`update meeting set ${sql.join([...sets, sql`version = version + 1`])}
    where district_id = ${district} and id = ${id}`.execute(tx)
}

/** Writes a task that is still a draft. Out: whether the id was free or its own. */
export async function writeDraft(
  tx: Tx,
  district: number,
  t: Omit<Task, 'askedOn' | 'state'> & { no: number },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into meeting_task (district_id, id, meeting_id, item_id, matter_id, no, unit_id, account_id, due_on, state)
    values (${district}, ${t.id}, ${t.meetingId}, ${t.itemId}, ${t.matterId}, ${t.no}, ${t.unitId}, ${t.accountId},
      ${t.dueOn}::date, 'draft')
    on conflict (district_id, id) do update set no = excluded.no, unit_id = excluded.unit_id,
      account_id = excluded.account_id, due_on = excluded.due_on
    where meeting_task.item_id = excluded.item_id and meeting_task.state = 'draft'`.execute(tx)
  return numAffectedRows === 1n
}

export async function writeTask(tx: Tx, district: number, t: Task, now: number): Promise<void> {
  const endedAt = t.state === 'done' || t.state === 'dropped' ? new Date(now) : null
  // a new day is told anew when it has passed
  await sql`update meeting_task set state = ${t.state}, asked_on = ${t.askedOn}::date, ended_at = ${endedAt},
      told = told and due_on = ${t.dueOn}::date, due_on = ${t.dueOn}::date
    where district_id = ${district} and id = ${t.id}`.execute(tx)
}

/** Makes the drafts of a meeting its tasks. */
export async function openTasks(tx: Tx, district: number, meetingId: string): Promise<void> {
  const open: TaskState = 'open'
  await sql`update meeting_task set state = ${open} where district_id = ${district} and meeting_id = ${meetingId}
    and state = 'draft'`.execute(tx)
}
