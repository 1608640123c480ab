-- Residents who sign in by a code sent to their telephone. A number stands as its keyed hash, and sealed where it is shown.

-- Every code that was asked for, and who was turned away meanwhile (without a code). `asker_hash`: a device on which this number
-- has signed in before, or an address; `source_hash`: the address; rows go after a day.
create table resident_ask (
  district_id integer not null references district (id),
  id uuid not null,
  phone_index bytea not null,
  asker_hash bytea not null,
  is_known boolean not null,
  source_hash bytea not null,
  at timestamptz not null,
  code_hash bytea,
  tries integer not null default 0,
  ended_at timestamptz,
  primary key (district_id, id)
);
create index resident_ask_by_phone on resident_ask (district_id, phone_index, at desc);
create index resident_ask_by_source on resident_ask (district_id, source_hash, at desc) where code_hash is not null and not is_known;
create index resident_ask_by_time on resident_ask (district_id, at desc) where code_hash is not null and not is_known;
create index resident_ask_old on resident_ask (district_id, at);

-- The cookie holds a secret, here is its hash. It ends at a fixed time: numbers are given to other people again.
create table resident_session (
  district_id integer not null references district (id),
  id uuid not null,
  token_hash bytea not null,
  phone_index bytea not null,
  phone_sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, token_hash)
);
create index resident_session_by_phone on resident_session (district_id, phone_index, created_at desc);
create index resident_session_by_end on resident_session (district_id, expires_at);

-- Devices on which a number has signed in before; nobody elsewhere can use up what they may ask for.
create table resident_device (
  district_id integer not null references district (id),
  phone_index bytea not null,
  device_hash bytea not null,
  seen_at timestamptz not null,
  primary key (district_id, phone_index, device_hash)
);
create index resident_device_by_time on resident_device (district_id, seen_at);

-- Who signed in by telephone, and who tried; a log, without the number.
create table resident_event (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  phone_index bytea not null,
  outcome text not null check (outcome in ('in','wrongCode','out','outEverywhere')),
  device text not null,
  address text not null,
  primary key (district_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['resident_ask','resident_session','resident_device','resident_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update, delete on resident_ask, resident_session, resident_device to maple_app;
grant select, insert on resident_event to maple_app;
select keep_log('resident_event');

-- The matters whose voices a telephone number stands with. A sensitive one is never among them, whatever is asked for.
create function app_matters() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('app.matters', true), ''), ',')::uuid[] $$;

-- Last, so that the lists of the staff are not made slower by it.
alter policy matter_reach on matter
  using (district_id = app_district()
    and (id = app_matter() or matter_visible(place_path, holder_path, involved, sensitive, need_to_know)
      or (app_setting('matters') <> '' and not sensitive and id = any (app_matters()))));

alter table outbox drop constraint outbox_topic;
alter table outbox add constraint outbox_topic check (topic in ('mail','code','hook','text'));
