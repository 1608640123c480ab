import { report } from './matters.ts'
import type { TestServer } from './server.ts'

/** A UUID of version 7 for row `i`, rising with it. */
const idOf = (salt: string) =>
  `(select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(h, 13, 3) || '-8' || substr(h, 16, 3) || '-' || substr(h, 19, 12))::uuid
    from (select lpad(to_hex(1760000000000 + i), 12, '0') || md5('${salt}' || i) h) x)`

/** Copies the row that belongs to the sample for every filled matter, with some columns changed. */
const copy = (table: string, changes: string) => `
  insert into ${table} select p.* from ${table} t, matter m, lateral (select substr(m.number, 6)::int i) n,
    lateral jsonb_populate_record(t, jsonb_build_object('matter_id', m.id, ${changes})) p
  where t.matter_id = $1 and m.number like 'fill-%'`

/**
 * Fills the town with years of matters: one in eight open, spread over communities, holders and states. Made by SQL out
 * of one real matter, so that every row is complete; their histories are one action long.
 */
export async function fillMatters(server: TestServer, count: number): Promise<void> {
  const { id } = await report(server, { words: '样本：楼道堆放杂物，影响通行。' })
  const { units } = server.town
  const spots = [
    [units.willowHouse, units.willow, units.willow],
    [units.willowHouse, units.housing, units.willow],
    [units.plumHouse, units.plum, units.plum],
    [units.plumHouse, units.plumGrid, units.plum],
    [units.reedHouse, units.reed, units.reed],
    [units.reedHouse, units.water, units.reed],
  ].map(([place, holder, centre], n) => ({
    ...{ n, place: place?.id, place_path: place?.path, holder: holder?.id, holder_path: holder?.path },
    ...{ centre: centre?.id, centre_path: centre?.path },
  }))
  const run = (text: string, ...more: unknown[]) => server.owner.query(text, [id, ...more])
  await run(
    `with spot as (select * from jsonb_to_recordset($2::jsonb) as s(n int, place uuid, place_path text, holder uuid,
        holder_path text, centre uuid, centre_path text)),
      line as (select i, spot.*, case when i % 8 > 0 then 'closed'
          else (array['received','accepted','dispatched','handling','returned','submitted','revisiting'])[1 + i % 7] end state
        from generate_series(1, $3::int) i join spot on spot.n = i % 6)
    insert into matter select p.* from line l join matter m on m.id = $1,
      lateral jsonb_populate_record(m, jsonb_build_object('id', ${idOf('m')}, 'number', 'fill-' || i, 'state', l.state,
        'place_unit_id', l.place, 'place_path', l.place_path, 'holder_id', l.holder, 'holder_path', l.holder_path,
        'handling_id', l.holder, 'handling_path', l.holder_path, 'category_code', 'S0101',
        'centre_id', l.centre, 'centre_path', l.centre_path, 'involved', array[l.holder, l.centre],
        'received_at', m.received_at - make_interval(mins => i / 3),
        'changed_at', m.received_at - make_interval(mins => (i * 7919 % 20011)::int),
        'closed_at', case when l.state = 'closed' then m.received_at end,
        'closure_kind', case when l.state = 'closed' then 'resolved' end,
        'due_at', case when l.state <> 'closed' and i % 5 > 0 then m.received_at + make_interval(mins => i / 40) end)) p`,
    ...[JSON.stringify(spots), count],
  )
  // what is sealed is bound to the voice it was sealed for, so a copy has none
  await run(
    copy(
      'appeal',
      `'id', ${idOf('a')}, 'query_index', '\\x' || md5('q' || i), 'name_sealed', null, 'phone_sealed', null`,
    ),
  )
  await run(copy('matter_action', `'id', ${idOf('h')}`))
  await run(
    copy(
      'clock',
      `'id', ${idOf('c')}, 'stopped_at', case when m.state = 'closed' then m.received_at end, 'due_at', m.due_at,
       'outcome', case when m.state = 'closed' then 'met' end, 'next_at', case when m.state <> 'closed' then m.due_at end`,
    ),
  )
  await run(
    copy('matter_text', `'grams', t.grams::text || case when i % 500 = 0 then ' ''翡翠''' else '' end`),
  )
  await run(
    `insert into attachment (district_id, id, matter_id, seq, name, mime, bytes, sha256, owner, created_at)
    select m.district_id, ${idOf('f')}, m.id, 1, 'a.jpg', 'image/jpeg', 1, '\\x00', 'visitor', m.received_at
    from matter m, lateral (select substr(m.number, 6)::int i) n where m.number like 'fill-%' and m.id <> $1`,
  )
  await run(
    `insert into notice (district_id, id, unit_id, matter_id, kind, facts, created_at)
    select m.district_id, ${idOf('n')}, m.holder_id, m.id, 'clockLate', '{"clock":"accept"}', m.received_at
    from matter m, lateral (select substr(m.number, 6)::int i) n where m.number like 'fill-%' and m.id <> $1`,
  )
  for (const index of ['matter_text_grams', 'matter_text_words'])
    await server.owner.query('select gin_clean_pending_list($1::regclass)', [index])
  await server.owner.query('vacuum analyze')
}
