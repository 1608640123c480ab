-- The logs hold even against mistakes, and each of their rows gets its place in a chain of hashes.

-- Whoever audits: reads the logs and their chains of every district, and nothing else.
do $$ begin
  if not exists (select from pg_roles where rolname = 'maple_audit') then
    create role maple_audit nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to maple_audit;
grant select on district to maple_audit;
-- Where each history says it ends; nothing of the matter itself.
grant select (district_id, id, number, last_seq, last_hash) on matter to maple_audit;
create policy audit_reads on matter for select to maple_audit using (true);

-- Rows of logs that no seal covers yet. Written by a trigger in the transaction of the row, emptied by the worker: a writer
-- adds a row of its own here and never waits for the head of a chain. No foreign key, which would lock the district's row.
create table log_pending (
  district_id integer not null,
  log text not null,
  id uuid not null,
  primary key (district_id, log, id)
);

-- A link of the chain of one log of one district: which rows, their digests in the same order, and the hash over the link before.
create table log_seal (
  district_id integer not null references district (id),
  log text not null,
  no integer not null check (no > 0),
  at timestamptz not null,
  -- The columns that the digests cover, so that a column added later breaks no older seal.
  covers text[] not null,
  ids uuid[] not null,
  digests bytea not null,
  -- Rows sealed in this chain so far.
  upto bigint not null,
  previous bytea not null,
  hash bytea not null,
  primary key (district_id, log, no),
  check (cardinality(ids) between 1 and 1000),
  check (length(digests) = 32 * cardinality(ids))
);
create index log_seal_by_time on log_seal (district_id, log, at);

-- Once a day the heads of all chains of a district, themselves in a chain: what is printed or kept elsewhere.
create table log_anchor (
  district_id integer not null references district (id),
  no integer not null check (no > 0),
  day date not null,
  at timestamptz not null,
  heads jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (district_id, no),
  unique (district_id, day)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: its rows are neither changed nor removed', tg_table_name using errcode = '42501';
end $$;

create function await_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into log_pending (district_id, log, id) values (new.district_id, tg_argv[0], new.id);
  return null;
end $$;

-- Makes rows of a table impossible to change or to remove: by right for the application, by trigger for everybody, also where
-- ordinary triggers are switched off for a session.
create function keep_rows(name text) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %I from maple_app', name);
  execute format('create trigger append_only before update or delete or truncate on %I
    for each statement execute function refuse_change()', name);
  execute format('alter table %I enable always trigger append_only', name);
  execute format('grant select on %I to maple_audit', name);
  execute format('create policy audit_reads on %I for select to maple_audit using (true)', name);
end $$;

-- Makes a table a log: its rows are kept, and sealed. It needs district_id, id and at. What it holds already waits for the seal.
create function keep_log(name text) returns void language plpgsql as $$
begin
  perform keep_rows(name);
  execute format('create trigger awaits_seal after insert on %I for each row execute function await_seal(%L)', name, name);
  execute format('insert into log_pending (district_id, log, id) select district_id, %L, id from %I', name, name);
end $$;

revoke all on function refuse_change(), await_seal(), keep_rows(text), keep_log(text) from public;

alter table log_pending enable row level security;
create policy same_district on log_pending to maple_app using (district_id = app_district());
create policy audit_reads on log_pending for select to maple_audit using (true);
grant select, delete on log_pending to maple_app;
grant select on log_pending to maple_audit;

do $$
declare name text;
begin
  foreach name in array array['log_seal','log_anchor'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert on %I to maple_app', name);
    perform keep_rows(name);
  end loop;
  -- every log there is, also those of migrations that were written beside this one
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname ~ '_(action|log|event)$' order by 1 loop
    perform keep_log(name);
  end loop;
end $$;
