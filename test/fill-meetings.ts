import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** Years of meetings of one centre, most of them over; whatever asks for some has to find them among these. */
export async function fillMeetings(server: TestServer): Promise<void> {
  const { units, staff } = server.town
  const of = [
    district,
    units.southCentre.id,
    units.power.id,
    staff.southsorter.accountId,
    new Date(server.now),
  ]
  await server.owner.query(
    `with n as (select n, ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid id from generate_series(1, 8000) n),
      g as (insert into meeting (district_id, id, kind, rhythm, unit_id, area_path, title, starts_at, minutes, place, link,
          chair_id, minuter_id, quorum, state, called_by, called_at, confirmed_at)
        select $1, id, 'regular', 'weekly', $2, '/339901/002/', '', $5::timestamptz - n * interval '1 day', 60, '', '', $4, $4, 1,
          'confirmed', $4, $5, $5 from n returning *),
      u as (insert into meeting_unit (district_id, meeting_id, unit_id, account_ids) select district_id, id, $3, '{}' from g),
      i as (insert into meeting_item select district_id, id, id, 1, null, null, 10, '{}', false from g),
      k as (insert into meeting_task (district_id, id, meeting_id, item_id, no, unit_id, due_on, state, ended_at)
        select district_id, id, id, id, 1, $3, '2026-01-01', 'done', $5::timestamptz - interval '1 day' from g),
      r as (insert into meeting_return select district_id, id, id, id from g),
      t as (insert into meeting_text select district_id, id, k, id, id, '\\x00' from g, unnest(array['topic','task']) k),
      p as (insert into meeting_present select district_id, id, id, 1, $3, 'came' from g)
      insert into meeting_action (district_id, id, meeting_id, task_id, at, account_id, verb, payload)
        select district_id, id, id, id, $5, $4, 'progress', '{}' from g`,
    of,
  )
  for (const table of meetingTables) await server.owner.query(`analyze ${table}`)
}

export const meetingTables = [
  ...['meeting', 'meeting_unit', 'meeting_item', 'meeting_task', 'meeting_return', 'meeting_text'],
  ...['meeting_present', 'meeting_action'],
]
