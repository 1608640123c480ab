import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** Years of whistles that are over, and some of this month that still sound, each with one department and a linked matter. */
export async function fillWhistles({ owner, town, now }: TestServer, count = 20_000): Promise<void> {
  const { units, staff } = town
  await owner.query(
    `with x as (select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid id, n % 200 = 0 is_open,
        $2::timestamptz - ($3 - n) * interval '30 minutes' as at from generate_series(1, $3::int) n),
      w as (insert into whistle (district_id, id, number, kind, state, unit_id, unit_path, by_id, asked_at, sounded_at, over_at, called, called_paths, to_rule, version, changed_at,
          profile_version)
        select $1, id, 'CS2020-' || n, 'routine', case when is_open then 'sounding' else 'over' end, $4, $5, $6, at, at,
          case when is_open then null else at end, array[$7::uuid], array[$8::text], false, 1, at, 1 from x),
      l as (insert into whistle_line (district_id, id, whistle_id, unit_id, unit_path, role, called_at, step, outcome, since, steps,
          pauses, calendar_version, due_at, told)
        select $1, id, id, $7, $8, 'lead', at, case when is_open then 'finish' end, case when is_open then null else 'confirmed' end, at,
          '{}', '[]', 999, case when is_open then at + interval '1 day' end, 3 from x),
      a as (insert into whistle_action (district_id, id, at, whistle_id, verb, account_id, payload)
        select $1, id, at, id, 'blow', $6, '{}' from x),
      t as (insert into whistle_text (district_id, id, whistle_id, sealed)
        select $1, gen_random_uuid(), id, '\\x00' from x where not is_open),
      m as (select id, row_number() over () n from matter where district_id = $1 limit 2000)
    insert into whistle_matter (district_id, whistle_id, matter_id) select $1, x.id, m.id from x join m on m.n = x.n`,
    [
      ...[district, new Date(now), count, units.north.id, units.north.path, staff.sorter.accountId],
      ...[units.housing.id, units.housing.path],
    ],
  )
  await owner.query('analyze whistle, whistle_line, whistle_action, whistle_text, whistle_matter')
}
