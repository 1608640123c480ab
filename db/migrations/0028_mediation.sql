-- 调解: its facts as they follow from the steps in the history of its matter; what was said and agreed stands sealed beside them.

alter table matter add column mediation text check (mediation in ('asking','running','agreed','ended','filed'));
alter table matter_action drop constraint matter_action_actor_kind_check;
alter table matter_action add constraint matter_action_actor_kind_check
  check (actor_kind in ('staff','resident','visitor','system','partner','party'));

create table mediation (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  committee_id uuid not null,
  year integer not null,
  -- Within committee and year, without a gap: given under the lock of its counter, in the transaction that opens it.
  no integer not null check (no > 0),
  state text not null check (state in ('asking','running','agreed','ended','filed')),
  -- The last day; absent while it stands still or is over.
  due_on date,
  lead_id uuid not null,
  next_at timestamptz,
  facts jsonb not null,
  version integer not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, committee_id, year, no),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, committee_id) references unit (district_id, id),
  foreign key (district_id, lead_id) references account (district_id, id)
);
create unique index mediation_going_on on mediation (district_id, matter_id) where state in ('asking','running');
create index mediation_of_matter on mediation (district_id, matter_id, opened_at desc);
create index mediation_open on mediation (district_id, (coalesce(due_on, 'infinity'::date)), id) where state in ('asking','running');
create index mediation_agreed on mediation (district_id, changed_at desc, id) where state = 'agreed';
create index mediation_done on mediation (district_id, changed_at desc, id) where state in ('ended','filed');

-- Who has which mediation in hand, as long as it is not over.
create table mediation_mediator (
  district_id integer not null,
  account_id uuid not null,
  mediation_id uuid not null,
  primary key (district_id, account_id, mediation_id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, mediation_id) references mediation (district_id, id)
);
create index mediation_mediator_of on mediation_mediator (district_id, mediation_id);

create table mediation_counter (
  district_id integer not null,
  committee_id uuid not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (district_id, committee_id, year),
  foreign key (district_id, committee_id) references unit (district_id, id)
);

-- Words: what was told, said and agreed, each sealed; a new wording is a new row.
create table mediation_text (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  kind text not null check (kind in ('story','witness','reason','conflict','place','record','caucus','terms')),
  sealed bytea not null,
  at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, mediation_id) references mediation (district_id, id)
);
create index mediation_text_of on mediation_text (district_id, mediation_id);

-- When and where sessions are, so that neither a room nor a mediator is promised twice.
create table mediation_slot (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  room_id uuid,
  mediator_ids uuid[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (district_id, id),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, room_id) references unit (district_id, id)
);
create index mediation_slot_by_time on mediation_slot (district_id, starts_at, id);
create index mediation_slot_of on mediation_slot (district_id, mediation_id);

-- The way in of a party: of the token only its keyed look-up, token and check code together under seal.
create table mediation_link (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  party_id uuid not null,
  token_index bytea not null,
  secret_sealed bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, token_index),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, party_id) references party (district_id, id),
  foreign key (district_id, created_by) references account (district_id, id)
);
create unique index mediation_link_now on mediation_link (district_id, mediation_id, party_id) where ended_at is null;

do $$
declare name text;
begin
  foreach name in array array['mediation','mediation_mediator','mediation_counter','mediation_text','mediation_slot','mediation_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on mediation, mediation_counter, mediation_link to maple_app;
grant select, insert on mediation_text to maple_app;
grant select, insert, update, delete on mediation_slot to maple_app;
grant select, insert, delete on mediation_mediator to maple_app;

-- At the end of a file's retention the words of its mediations go too; number, state and dates stay with the stub.
create function destroy_mediations(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from mediation_text t using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and t.district_id = of_district and t.mediation_id = m.id;
  delete from mediation_link l using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and l.district_id = of_district and l.mediation_id = m.id;
  delete from mediation_slot s using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and s.district_id = of_district and s.mediation_id = m.id;
  update mediation set facts = '{}'::jsonb, next_at = null where district_id = of_district and matter_id = of_matter;
end $$;
revoke all on function destroy_mediations(integer, uuid) from public;
grant execute on function destroy_mediations(integer, uuid) to maple_app;
