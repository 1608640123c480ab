import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** Years of mediations of one committee, with their words and their sessions; whatever asks for some has to find them among these. */
export async function fillMediations(server: TestServer): Promise<void> {
  const { rows } = await server.owner.query(
    `select a.id from account a join post o on o.person_id = a.person_id
    where o.unit_id = $1 limit 1`,
    [server.town.units.mediators.id],
  )
  const facts = {
    mediators: [],
    participants: [],
    sessions: [],
    agreements: [],
    offers: [],
    pauses: [],
    revisits: [],
    mandates: [],
    routes: [],
  }
  await server.owner.query(
    `with m as (select id, row_number() over (order by id) n from matter where number like 'fill-%' limit 12000),
      d as (insert into mediation (district_id, id, matter_id, committee_id, year, no, state, due_on, lead_id, facts,
          version, opened_at, changed_at, source, parties, closed_at, is_agreed, form, performance, filed_at)
        select $1, id, id, $2, 2020, n, (array['filed','filed','filed','ended','agreed','running'])[n % 6 + 1],
          case when n % 6 = 5 then date '2026-12-01' + (n % 30)::int end, $3,
          $4::jsonb || jsonb_build_object('version', 1, 'id', id, 'matterId', id, 'type', 'people', 'source', 'applied', 'year', 2020, 'no', n, 'state', 'filed', 'openedAt', 1760000000000, 'limitDays', 30,
            'extendedDays', 0, 'extensionRound', 0), 1,
          $5::timestamptz - n * interval '1 hour', $5::timestamptz - n * interval '1 minute', 'applied', 2,
          case when n % 6 < 5 then $5::timestamptz - n * interval '50 minutes' end, n % 6 in (0, 1, 2, 4),
          case when n % 6 in (0, 1, 2, 4) then 'written' end, case when n % 6 in (0, 1, 2, 4) then 'part' end,
          case when n % 6 < 3 then $5::timestamptz - n * interval '40 minutes' end from m returning *),
      t as (insert into mediation_text select district_id, gen_random_uuid(), id, 'reason', '\\x00', opened_at from d),
      g as (insert into mediation_message (district_id, id, mediation_id, session_id, no, account_id, sealed, file_ids, at)
        select district_id, gen_random_uuid(), id, id, n, lead_id, '\\x00', '{}', opened_at from d, generate_series(1, 2) n),
      w as (insert into mediation_mediator select district_id, lead_id, id from d where state in ('agreed','running') and no % 50 = 5)
      insert into mediation_slot select district_id, gen_random_uuid(), id, null, array[gen_random_uuid()], opened_at, opened_at + interval '1 hour' from d`,
    [district, server.town.units.mediators.id, rows[0].id, JSON.stringify(facts), new Date(server.now)],
  )
  await server.owner.query(
    `insert into mediation_counter values ($1, $2, 2020, 12000) on conflict do nothing`,
    [district, server.town.units.mediators.id],
  )
  for (const table of [
    'mediation',
    'mediation_text',
    'mediation_slot',
    'mediation_mediator',
    'mediation_message',
  ])
    await server.owner.query(`analyze ${table}`)
}
