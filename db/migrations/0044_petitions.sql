-- 信访: the facts of the petition in a matter, as they follow from the steps in the history of that matter; what was asked, found and
-- decided stands sealed beside them (Regulation on Petition Work 信访工作条例).

create table petition (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  office_id uuid not null,
  year integer not null,
  -- Within office and year, without a gap: given under the lock of its counter, in the transaction that registers it.
  no integer not null check (no > 0),
  kind text not null check (kind in ('suggestion','report','claim')),
  state text not null check (state in ('sorting','disputed','sent','objected','accepted','answered','review','reviewed','rereview','ended')),
  ending text check (ending in ('routed','double','notAccepted','replied','reconciled','settled','final','withdrawn')),
  -- Whose turn it is; null: the petitioner's, or a body's above the district.
  turn_id uuid,
  -- Of the clock that runs: derived from the facts by the calendar of that version, as those of a clock.
  due_at timestamptz,
  warn_at timestamptz,
  next_at timestamptz,
  told integer not null default 0 check (told between 0 and 2),
  calendar_version integer not null,
  -- Whether the first three times were kept; null: not over yet.
  sort_late boolean,
  notice_late boolean,
  handle_late boolean,
  received_on date not null,
  facts jsonb not null,
  version integer not null,
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, matter_id),
  unique (district_id, office_id, year, no),
  check ((state = 'ended') = (ending is not null)),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, office_id) references unit (district_id, id),
  foreign key (district_id, turn_id) references unit (district_id, id)
);
-- Those going on by what is due first; those that are over, the newest first; whose turn it is.
create index petition_going_on on petition (district_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where state <> 'ended';
create index petition_over on petition (district_id, changed_at desc, id desc) where state = 'ended';
create index petition_of_turn on petition (district_id, turn_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where state <> 'ended';
create index petition_next on petition (district_id, next_at) where next_at is not null;
create index petition_calendar on petition (district_id, calendar_version) where state <> 'ended';
create index petition_received on petition (district_id, received_on);

create table petition_counter (
  district_id integer not null,
  office_id uuid not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (district_id, office_id, year),
  foreign key (district_id, office_id) references unit (district_id, id)
);

-- Words: the petition itself, reasons, opinions, mandates; each sealed. A new wording is a new row.
create table petition_text (
  district_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, petition_id) references petition (district_id, id)
);
create index petition_text_of on petition_text (district_id, petition_id);

-- A proof may be of a paper of a petition instead of a mediation's.
alter table paper_proof alter column mediation_id drop not null;
alter table paper_proof add column petition_id uuid;
alter table paper_proof add constraint paper_proof_petition foreign key (district_id, petition_id) references petition (district_id, id);
alter table paper_proof add constraint paper_proof_of_one check ((mediation_id is null) <> (petition_id is null));
create index paper_proof_of_petition on paper_proof (district_id, petition_id) where petition_id is not null;

do $$
declare name text;
begin
  foreach name in array array['petition','petition_counter','petition_text'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on petition, petition_counter to maple_app;
grant select, insert on petition_text to maple_app;
-- the words are sealed anew when keys change
grant update (sealed) on petition_text to maple_app;

-- Of a petition of the same person that the reader does not see only this is told: where it is and how it stands (art. 19).
create function petitions_beside(of_district integer, of_matter uuid, phones bytea[], names bytea[])
  returns table (id uuid, matter_id uuid, office_id uuid, year integer, no integer, kind text, state text, ending text, body_id uuid,
    received_on date, by_phone boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.matter_id, p.office_id, p.year, p.no, p.kind, p.state, p.ending, (p.facts->>'bodyId')::uuid, p.received_on, bool_or(s.by_phone)
  from (
      (select y.matter_id, true by_phone from unnest(phones) x(index) cross join lateral (select o.matter_id from party o
        where o.district_id = of_district and o.phone_index = x.index and o.side = 'a' and o.removed_at is null order by o.created_at desc limit 50) y)
      union all
      (select y.matter_id, false from unnest(names) x(index) cross join lateral (select o.matter_id from party o
        where o.district_id = of_district and o.name_index = x.index and o.side = 'a' and o.removed_at is null order by o.created_at desc limit 50) y)
    ) s
    join petition p on p.district_id = of_district and p.matter_id = s.matter_id
    join matter m on m.district_id = p.district_id and m.id = p.matter_id
  -- of a whistle-blowing nobody is told that there is one
  where of_district = app_district() and p.matter_id <> of_matter and p.kind <> 'report' and not m.sensitive
  group by p.district_id, p.id
  order by p.received_on desc, p.id limit 20
$$;
revoke all on function petitions_beside(integer, uuid, bytea[], bytea[]) from public;
grant execute on function petitions_beside(integer, uuid, bytea[], bytea[]) to maple_app;

-- At the end of a file's retention the words of its petition go too; number, state and dates stay with the stub.
create function destroy_petitions(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from petition_text t using petition p where p.district_id = of_district and p.matter_id = of_matter
    and t.district_id = of_district and t.petition_id = p.id;
  update petition set facts = '{}'::jsonb, next_at = null where district_id = of_district and matter_id = of_matter;
end $$;
revoke all on function destroy_petitions(integer, uuid) from public;
grant execute on function destroy_petitions(integer, uuid) to maple_app;
