import pg from 'pg'
import { gramsOf, vectorText } from '#domain/search/grams.ts'
import { wordsOf } from '#server/search/words.ts'
import { rare, sentence } from './words.ts'

/** How many different voices the filled matters repeat; every hundredth matter has a rare word of its own besides. */
const voices = 4000

/** Shares of the channels and of the states, as the halls we know have them: most are closed, most come by few doors. */
const channels = ['hotline', 'hotline', 'hotline', 'qr', 'qr', 'desk', 'grid', 'phone', 'visit', 'board']
const openStates = [
  'received',
  'accepted',
  'dispatched',
  'handling',
  'handling',
  'handling',
  'submitted',
  'revisiting',
  'returned',
]

/**
 * Fills a measured district with years of matters by SQL: skewed over communities (the first has as many as the rest
 * together), one in nine open, each open one with a running clock, all with their search text. `there`: how many a call
 * before has made; `openEvery`: one in how many is open. The tables are analysed.
 */
export async function fill(
  url: string,
  district: number,
  count: number,
  there = 0,
  openEvery = 9,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `create unlogged table voice (n int primary key, words text, grams tsvector, cut tsvector)`,
    )
    for (let at = 0; at < voices; at += 500) {
      const rows = Array.from({ length: 500 }, (_, i) => {
        const words = sentence(at + i)
        return { n: at + i, words, grams: vectorText(gramsOf(words)), cut: vectorText(wordsOf(words)) }
      })
      await client.query('insert into voice select * from json_populate_recordset(null::voice, $1::json)', [
        JSON.stringify(rows),
      ])
    }
    for (let done = 0; done < count; done += 50_000)
      await fillPart(client, district, there + done, Math.min(50_000, count - done), openEvery)
    await client.query('drop table voice')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const uuid = (
  salt: string,
) => `(select (lpad(to_hex(1700000000000 + g.i), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
  from md5('${salt}' || g.i) h)`

async function fillPart(
  client: pg.Client,
  district: number,
  from: number,
  count: number,
  openEvery: number,
): Promise<void> {
  await client.query(
    `with spot as (select b.id place, b.path place_path, b.name, c.id community, c.path community_path,
        (row_number() over (order by b.path) - 1)::int n from unit b
        join unit c on c.district_id = b.district_id and c.id = b.parent_id where b.district_id = ${district} and b.kind = 'building'),
      size as (select count(*)::int n from spot),
      line as (select i, ${uuid('m').replaceAll('g.i', 'i')} id, (power(random(), 2.2) * size.n)::int % size.n as spot, i % ${openEvery} = 0 as is_open,
          now() - make_interval(secs => (random() * 94608000)::int) as at, random() as r from generate_series(${from + 1}, ${from + count}) i, size),
      made as (insert into matter (district_id, id, number, state, kind, level, urgency, channel, category_code, title, story, place_text,
          place_unit_id, place_path, lng, lat, centre_id, centre_path, centre_level, holder_id, holder_path, handling_id, handling_path, involved,
          has_contact, received_at, changed_at, closed_at, closure_kind, due_at, profile_version, last_seq, last_hash)
        select ${district}, l.id, 'fill-' || l.i, case when is_open then ($1::text[])[1 + (l.i / ${openEvery}) % ${openStates.length}] else 'closed' end,
          'request', 'community', case when r < 0.05 then 'urgent' else 'normal' end, ($2::text[])[1 + l.i % ${channels.length}], 'S0101',
          left(v.words, 30), v.words, s.name, s.place, s.place_path, 114.6, 29.9, s.community, s.community_path, 'community', s.community, s.community_path,
          s.community, s.community_path, array[s.community], true, case when is_open then now() - (now() - l.at) / 40 else l.at end,
          case when is_open then now() - (now() - l.at) / 80 else l.at + interval '4 days' end,
          case when not is_open then l.at + interval '4 days' end, case when not is_open then 'resolved' end,
          case when is_open then now() + make_interval(secs => ((r - 0.3) * 700000)::int) end, 1, 1, '\\x00'
        from line l join spot s on s.n = l.spot join voice v on v.n = l.i % ${voices} returning id, state, holder_id, due_at, received_at),
      clocks as (insert into clock (district_id, id, matter_id, kind, unit_id, started_at, amount, measure, calendar_version, warn_at, due_at, over_at)
        select ${district}, id, id, 'handle', holder_id, received_at, 5, 'workDays', 1, due_at - interval '1 day', due_at, due_at + interval '3 days'
        from made where state <> 'closed')
    insert into matter_text select ${district}, l.id,
      case when l.i % 100 = 0 then v.grams || array_to_tsvector(array['翡翠', '${rare}' || l.i]) else v.grams end, v.cut
    from line l join voice v on v.n = l.i % ${voices}`,
    [openStates, channels],
  )
}
