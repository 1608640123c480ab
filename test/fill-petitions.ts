import { dayOf } from '#domain/calendar/days.ts'
import { afterPetition } from '#domain/petition/effects.ts'
import { district } from './factory.ts'
import type { TestServer } from './server.ts'

/** Years of petitions of the matters that `fillMatters` made, with their words; one in fifty still goes on. */
export async function fillPetitions({ owner, town, now }: TestServer, most = 8_000): Promise<void> {
  const { northCentre, housing } = town.units
  const facts = afterPetition(undefined, {
    ...{
      step: 'register',
      at: now,
      petitionId: 'p',
      matterId: 'm',
      actorId: null,
      unitId: northCentre.id,
      dues: {},
    },
    payload: {
      ...{
        kind: 'claim',
        channel: 'letter',
        receivedOn: dayOf(now),
        petitionerIds: [],
        representativeIds: [],
      },
      ...{ people: 1, reported: { unitIds: [], accountIds: [] }, officeId: northCentre.id },
      ...{ officePath: town.units.north.path, year: 2020, no: 1, textId: 't', isReadBack: false },
    },
  })
  await owner.query(
    `with m as (select id, row_number() over (order by id) n from matter where number like 'fill-%' limit $1),
      p as (insert into petition (district_id, id, matter_id, office_id, year, no, kind, state, ending, turn_id, due_at, calendar_version,
          sort_late, notice_late, handle_late, received_on, facts, version, registered_at, changed_at)
        select $2, id, id, $3, 2020, n, 'claim', case when n % 50 = 0 then 'accepted' else 'ended' end,
          case when n % 50 = 0 then null else 'settled' end, case when n % 50 = 0 then $4::uuid end,
          case when n % 50 = 0 then $5::timestamptz + n * interval '1 hour' end, 999, false, false,
          case when n % 50 = 0 then null else false end, $5::date - n::int % 3000,
          $6::jsonb || jsonb_build_object('id', id, 'matterId', id), 1, $5, $5::timestamptz - n * interval '1 minute' from m
        returning id)
      insert into petition_text (district_id, id, petition_id, sealed, at)
      select $2, gen_random_uuid(), id, '\\x00', $5 from p, generate_series(1, 2)`,
    [most, district, northCentre.id, housing.id, new Date(now), JSON.stringify(facts)],
  )
  await owner.query('analyze petition, petition_text')
}
