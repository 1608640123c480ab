-- The application's role, its rights, and row-level security as the second lock.
-- Policies are plain expressions of the row and of settings made with SET LOCAL in each transaction.

do $$ begin
  if not exists (select from pg_roles where rolname = 'maple_app') then
    create role maple_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

create function app_setting(name text) returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('app.' || name, true), '') $$;

-- Compared in the column's own type, so that the planner knows how much a policy lets through and an index may serve it.
create function app_district() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('app.district', true), '')::integer $$;

create function app_matter() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.matter', true), '')::uuid $$;

create function is_within_any(path text, areas text) returns boolean language sql immutable parallel safe
  as $$ select path ^@ any (string_to_array(areas, ',')) $$;

-- The SQL twin of reachingSeat('matter.read'): areas the actor's posts work for, units they belong to.
create function matter_visible(place_path text, holder_path text, involved uuid[], sensitive boolean, need_to_know uuid[])
  returns boolean language sql stable parallel safe
  as $$
    select (not sensitive or app_setting('account') = any (need_to_know::text[]) or app_setting('account') = 'system')
      and (is_within_any(place_path, app_setting('areas'))
        or is_within_any(holder_path, app_setting('areas'))
        or involved::text[] && string_to_array(app_setting('units'), ','))
  $$;

alter table matter enable row level security;
create policy matter_reach on matter to maple_app
  using (district_id = app_district()
    and (id = app_matter() or matter_visible(place_path, holder_path, involved, sensitive, need_to_know)))
  with check (district_id = app_district());

-- matter_text has no policy of its own: a policy would forbid its GIN indexes (the match operator is not leakproof).
-- It holds word fragments only and is read joined with matter, whose policy decides.
do $$
declare name text;
begin
  foreach name in array array['unit','place','person','account','post','session','read_log','profile','calendar_year',
    'calendar_day','category','number_block','appeal','matter_action','clock','attachment','notice','outbox',
    'intake_import','intake_bad_row','intake_mapping'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;

grant usage on schema public to maple_app;
grant select, insert, update, delete on all tables in schema public to maple_app;
revoke update, delete, truncate on matter_action, read_log from maple_app;
revoke insert, update, delete, truncate on district, login_key, heartbeat from maple_app;
grant insert, update on heartbeat to maple_app;
