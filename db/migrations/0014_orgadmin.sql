-- Units and people kept by the district itself: changes on record, absences with a substitute, imports of all of them.

-- Several slices write what they administer here; which verbs there are stands in their code.
alter table org_action drop constraint org_action_verb_check;
alter table org_action add constraint org_action_verb_check check (verb ~ '^[a-z][A-Za-z]{2,39}$');

-- A unit closed by mistake ends on the day before it began, as a post does.
alter table unit add constraint unit_span check (valid_to is null or valid_to >= valid_from - 1);
-- A unit that still has something open cannot be closed; who handles it and who sorts it counts, not only who holds it.
create index matter_open_by_handling on matter (district_id, handling_id) where state <> 'closed' and handling_id is not null;
create index matter_open_by_centre on matter (district_id, centre_id) where state <> 'closed';

-- From a day to a day a person is away and another acts with the same posts. Ended at once it ends on the day before.
create table absence (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  substitute_id uuid not null,
  from_on date not null,
  to_on date not null,
  by_account uuid not null,
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, substitute_id) references person (district_id, id),
  foreign key (district_id, by_account) references account (district_id, id),
  check (person_id <> substitute_id),
  check (to_on >= from_on - 1)
);
create index absence_by_person on absence (district_id, person_id, to_on);
-- Asked at every request of everybody: for whom does this person stand in today?
create index absence_by_substitute on absence (district_id, substitute_id, to_on);

-- Workbooks of units, people and stairwell codes.
create table org_import (
  district_id integer not null references district (id),
  id uuid not null,
  kind text not null check (kind in ('units','people','places')),
  account_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  sheet text not null,
  header_row integer not null,
  headers jsonb not null,
  mapping jsonb not null,
  state text not null check (state in ('uploaded','running','done','failed')),
  rows_total integer not null,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_bad integer not null default 0,
  failure text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index org_import_by_time on org_import (district_id, created_at desc, id desc);

-- Cells are sealed: they hold names and telephone numbers.
create table org_import_bad_row (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  cells bytea not null,
  problems jsonb not null,
  primary key (district_id, import_id, row_number),
  foreign key (district_id, import_id) references org_import (district_id, id)
);

-- Passwords for one use, sealed until they are handed over once, then gone.
create table org_import_password (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  sealed bytea not null,
  primary key (district_id, import_id, row_number),
  foreign key (district_id, import_id) references org_import (district_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['absence','org_import','org_import_bad_row','org_import_password'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on absence, org_import to maple_app;
grant select, insert on org_import_bad_row to maple_app;
grant select, insert, delete on org_import_password to maple_app;
