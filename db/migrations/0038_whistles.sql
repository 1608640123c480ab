-- 街道吹哨、部门报到: a street or community calls departments; each has a line of its own. Facts stand in columns, words under seal beside the log.

create table whistle_counter (
  district_id integer not null references district (id),
  year integer not null,
  last integer not null check (last > 0),
  primary key (district_id, year)
);

create table whistle (
  district_id integer not null references district (id),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('routine','hard','emergency')),
  state text not null check (state in ('waiting','sounding','over','calledOff','declined')),
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  second_id uuid,
  asked_at timestamptz not null,
  arrival_at timestamptz,
  sounded_at timestamptz,
  over_at timestamptz,
  upgraded_at timestamptz,
  misused_at timestamptz,
  -- What its lines say, kept here so that a list asks one table: whom it called, whether an objection waits, what is due first.
  called uuid[] not null,
  called_paths text[] not null,
  to_rule boolean not null,
  due_at timestamptz,
  -- When its second approval is to be reminded of.
  next_at timestamptz,
  version integer not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, number),
  check ((state in ('waiting','declined')) <= (sounded_at is null)),
  check ((state in ('sounding','over')) <= (sounded_at is not null)),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, by_id) references account (district_id, id),
  foreign key (district_id, second_id) references account (district_id, id)
);
create index whistle_newest on whistle (district_id, id desc);
create index whistle_of_unit on whistle (district_id, unit_id, id desc);
create index whistle_going_on on whistle (district_id, id desc) where state in ('waiting','sounding');
create index whistle_waiting on whistle (district_id, unit_id) where state = 'waiting';
create index whistle_sounded on whistle (district_id, sounded_at);
create index whistle_due on whistle (district_id, due_at) where due_at is not null;
create index whistle_next on whistle (district_id, next_at) where next_at is not null;

-- What one called department has to do and did. Facts are kept; the marks of the present step are derived, as those of a clock.
create table whistle_line (
  district_id integer not null,
  id uuid not null,
  whistle_id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  role text not null check (role in ('lead','assist')),
  called_at timestamptz not null,
  step text check (step in ('sign','contact','arrive','plan','finish','confirm','rule')),
  outcome text check (outcome in ('confirmed','released','calledOff')),
  since timestamptz not null,
  steps jsonb not null,
  pauses jsonb not null,
  plan_until date,
  finished text check (finished in ('solved','partly','cannot')),
  objection jsonb,
  sent_back_at timestamptz,
  rating jsonb,
  rated_back jsonb,
  calendar_version integer not null,
  warn_at timestamptz,
  due_at timestamptz,
  over_at timestamptz,
  next_at timestamptz,
  told integer not null check (told between 0 and 3),
  primary key (district_id, id),
  unique (district_id, whistle_id, unit_id),
  check ((step is null) = (outcome is not null)),
  foreign key (district_id, whistle_id) references whistle (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index whistle_line_of_unit on whistle_line (district_id, unit_id, whistle_id desc);
create index whistle_line_open on whistle_line (district_id, unit_id) where step is not null;
create index whistle_line_to_rule on whistle_line (district_id) where step = 'rule';
create index whistle_line_to_confirm on whistle_line (district_id, whistle_id) where step = 'confirm';
create index whistle_line_next on whistle_line (district_id, next_at) where next_at is not null;
create index whistle_line_calendar on whistle_line (district_id, calendar_version) where step is not null;

create table whistle_matter (
  district_id integer not null,
  whistle_id uuid not null,
  matter_id uuid not null,
  primary key (district_id, whistle_id, matter_id),
  foreign key (district_id, whistle_id) references whistle (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index whistle_matter_of on whistle_matter (district_id, matter_id);

-- The history of a whistle: who did what when. What was said stands apart, so that it can be destroyed and this cannot.
create table whistle_action (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  whistle_id uuid not null,
  line_id uuid,
  verb text not null,
  account_id uuid,
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, whistle_id) references whistle (district_id, id),
  foreign key (district_id, line_id) references whistle_line (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index whistle_action_of on whistle_action (district_id, whistle_id, at, id);

create table whistle_text (
  district_id integer not null,
  id uuid not null,
  whistle_id uuid not null,
  sealed bytea not null,
  primary key (district_id, id),
  foreign key (district_id, whistle_id) references whistle (district_id, id)
);
create index whistle_text_of on whistle_text (district_id, whistle_id);

-- A notice may be about a whistle instead of a matter.
alter table notice add column whistle_id uuid;
create index notice_by_whistle on notice (district_id, whistle_id) where whistle_id is not null;

do $$
declare name text;
begin
  foreach name in array array['whistle_counter','whistle','whistle_line','whistle_matter','whistle_action','whistle_text'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on whistle_counter, whistle, whistle_line to maple_app;
grant select, insert on whistle_matter, whistle_action, whistle_text to maple_app;
select keep_log('whistle_action');

-- Whether a matter of a whistle is kept from somebody, which its own policy would not even let be asked.
create function whistle_locked(of_district integer, of_whistle uuid, of_account uuid) returns boolean language sql stable
  security definer set search_path = public, pg_temp as $$
  select of_district = app_district() and exists (select from whistle_matter l
    join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = of_district and l.whistle_id = of_whistle and m.sensitive and not of_account = any (m.need_to_know))
$$;
revoke all on function whistle_locked(integer, uuid, uuid) from public;
grant execute on function whistle_locked(integer, uuid, uuid) to maple_app;

-- At the end of a file's retention the words of its whistles go too, once no other file of theirs is kept; number, steps and times stay.
create function destroy_whistles(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from whistle_text t using whistle_matter l
    where l.district_id = of_district and l.matter_id = of_matter
      and t.district_id = of_district and t.whistle_id = l.whistle_id
      and not exists (select from whistle_matter o join matter m on m.district_id = o.district_id and m.id = o.matter_id
        where o.district_id = of_district and o.whistle_id = l.whistle_id and o.matter_id <> of_matter and m.destroyed_at is null);
end $$;
revoke all on function destroy_whistles(integer, uuid) from public;
grant execute on function destroy_whistles(integer, uuid) to maple_app;
