import { sql } from 'kysely'
import type { z } from 'zod'
import type { choiceView, noticeChoiceRoutes } from '#contract/notice-choice.ts'
import type { StaffActor } from '#domain/actor.ts'
import { defaultTiming } from '#domain/notify/timing.ts'
import { maskMail } from '#domain/person/mask.ts'
import { refuse } from '#domain/refusal.ts'
import type { Tx } from '../db/scope.ts'
import type { NoticeChoiceRow } from '../db/tables.gen.ts'
import type { Call, Platform } from '../http/bind.ts'
import { Refused } from '../http/refused.ts'
import { unseal } from '../secrets.ts'

type View = z.output<typeof choiceView>
export type Choice = Pick<View, 'muted' | 'unmailed' | 'pace' | 'quiet' | 'language'>

const defaults: Choice = { muted: [], unmailed: [], ...defaultTiming, language: 'zh' }

/** What an address is sealed to: the account and the column. */
export const boundTo = (district: number, accountId: string, column: 'mail' | 'asked') =>
  `${district}:${accountId}:${column}`

export async function findChoice(
  tx: Tx,
  district: number,
  accountId: string,
): Promise<NoticeChoiceRow | undefined> {
  const { rows } = await sql<NoticeChoiceRow>`select * from notice_choice
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return rows[0]
}

export function choiceOf(row: NoticeChoiceRow | undefined): Choice {
  if (!row) return defaults
  return {
    ...{ muted: row.muted as Choice['muted'], unmailed: row.unmailed as Choice['unmailed'] },
    ...{ pace: row.pace as Choice['pace'], language: row.language as Choice['language'] },
    quiet: { from: row.quiet_from, to: row.quiet_to, restDays: row.quiet_rest_days },
  }
}

/** The page of settings as it stands. */
export async function viewOf({
  tx,
  actor,
  platform,
}: {
  tx: Tx
  actor: StaffActor
  platform: Platform
}): Promise<View> {
  const { districtId: district, accountId } = actor
  const row = await findChoice(tx, district, accountId)
  const masked = (sealed: Buffer | null | undefined, column: 'mail' | 'asked') =>
    sealed ? maskMail(unseal(sealed, boundTo(district, accountId, column))) : null
  return {
    ...choiceOf(row),
    ...{ mail: masked(row?.mail_sealed, 'mail'), asked: masked(row?.asked_sealed, 'asked') },
    ...{ isMailOn: platform.outward.isMailOn, version: row?.version ?? 0 },
  }
}

export const getNoticeChoice = (call: Call<typeof noticeChoiceRoutes.getNoticeChoice>) => viewOf(call)

/** Makes sure that there is a row to change; without one the defaults hold. */
export async function lockChoice(tx: Tx, district: number, accountId: string): Promise<NoticeChoiceRow> {
  const { pace, quiet, language } = defaults
  await sql`insert into notice_choice (district_id, account_id, pace, quiet_from, quiet_to, quiet_rest_days, language, version)
    values (${district}, ${accountId}, ${pace}, ${quiet.from}, ${quiet.to}, ${quiet.restDays}, ${language}, 0)
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<NoticeChoiceRow>`select * from notice_choice
    where district_id = ${district} and account_id = ${accountId} for update`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a choice just made cannot be read')
  return row
}

/** Saves what I chose; what waits for me is weighed anew. Refusal: `staleVersion` when another window was quicker. */
export async function saveNoticeChoice(call: Call<typeof noticeChoiceRoutes.saveNoticeChoice>) {
  const { tx, actor, body, now } = call
  const { districtId: district, accountId } = actor
  const { version, ...wanted } = body
  const row = await lockChoice(tx, district, accountId)
  if (row.version !== version) {
    if (JSON.stringify(choiceOf(row)) === JSON.stringify(sorted(wanted))) return viewOf(call)
    throw new Refused(refuse('staleVersion', { version: row.version }))
  }
  const { muted, unmailed, pace, quiet, language } = wanted
  await sql`update notice_choice set muted = ${muted}::text[], unmailed = ${unmailed}::text[], pace = ${pace},
      quiet_from = ${quiet.from}, quiet_to = ${quiet.to}, quiet_rest_days = ${quiet.restDays}, language = ${language},
      version = version + 1
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  await sql`update notice_mail set look_at = ${new Date(now)}
    where district_id = ${district} and account_id = ${accountId}`.execute(tx)
  return viewOf(call)
}

/** The keys in the order in which a row is read. */
const sorted = ({ muted, unmailed, pace, quiet, language }: Choice): Choice => ({
  ...{ muted, unmailed, pace, language },
  quiet: { from: quiet.from, to: quiet.to, restDays: quiet.restDays },
})
