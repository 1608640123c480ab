import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** Years of versions of the lines of every category, and what was proposed for them. */
export async function fillDuties({ owner, town, now }: TestServer, count = 20_000): Promise<void> {
  const { units, staff } = town
  await owner.query(
    `with c as (select code, row_number() over (order by code) n, count(*) over () many from category where district_id = $1),
      x as (select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid id from generate_series(1, $2::int) n),
      d as (insert into duty (district_id, id, no, category_code, area_id, area_path, main_id, main_path, level, basis, from_on, to_on)
        select $1, x.id, x.n, c.code, $3, $4, $5, $6, 'district', '清单', date '2000-01-01' + x.n / 200, date '2000-01-01' + x.n / 200
        from x join c on c.n = x.n % c.many + 1)
    insert into duty_proposal (district_id, id, matter_id, number, category_code, area_id, main_id, state, proposed_by, proposer_unit_id,
      proposed_at, decided_by, decided_at)
    select $1, gen_random_uuid(), m.id, m.number, c.code, $3, $5, 'declined', $7, $8, $9, $7, $9
    from (select id, number, row_number() over () n from matter where district_id = $1 limit 20000) m join c on c.n = m.n % c.many + 1`,
    [
      ...[district, count, units.district.id, units.district.path, units.housing.id, units.housing.path],
      ...[staff.sorter.accountId, units.northCentre.id, new Date(now)],
    ],
  )
  await owner.query('analyze duty, duty_proposal')
}
