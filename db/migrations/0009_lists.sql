-- Lists people run a hall with: more filters, saved views, moves in bulk, exports, the search for people, what somebody
-- follows and has opened.

-- One index for each filter that leaves little; those of the flags hold only what has the flag.
create index matter_by_category on matter (district_id, category_code, received_at desc, id desc) where category_code is not null;
create index matter_by_holder on matter (district_id, holder_id, received_at desc, id desc);
create index matter_by_handler on matter (district_id, handler_id, received_at desc, id desc) where handler_id is not null;
create index matter_groups on matter (district_id, received_at desc, id desc) where appeals >= 5;
create index matter_reopened on matter (district_id, received_at desc, id desc) where reopenings > 0;
create index matter_returned on matter (district_id, received_at desc, id desc) where returned_by <> '{}' and state <> 'closed';
create index matter_asked on matter (district_id, received_at desc, id desc) where question_open;
create index matter_reopen_asked on matter (district_id, received_at desc, id desc) where reopen_asked;
create index matter_unhappy on matter (district_id, received_at desc, id desc) where satisfied = 'unsatisfied' or not solved;

-- Conditions, order and columns of a list under a name; of one account, or shared with a unit and all below its area.
create table list_view (
  district_id integer not null references district (id),
  id uuid not null,
  account_id uuid not null,
  unit_id uuid,
  name text not null check (length(name) between 1 and 40),
  query jsonb not null,
  columns text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index list_view_by_account on list_view (district_id, account_id);
create index list_view_by_unit on list_view (district_id, unit_id) where unit_id is not null;

-- How one person wants the lists to look: the order of the views, the columns of the table.
create table list_choice (
  district_id integer not null,
  account_id uuid not null,
  view_order uuid[] not null default '{}',
  columns text[] not null default '{}',
  primary key (district_id, account_id),
  foreign key (district_id, account_id) references account (district_id, id)
);

-- A matter somebody wants to hear of, and the version seen last.
create table follow (
  district_id integer not null,
  account_id uuid not null,
  matter_id uuid not null,
  seen_version integer not null,
  created_at timestamptz not null,
  primary key (district_id, account_id, matter_id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);

-- The matters an account opened last; the oldest go.
create table matter_opening (
  district_id integer not null,
  account_id uuid not null,
  matter_id uuid not null,
  at timestamptz not null,
  primary key (district_id, account_id, matter_id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index matter_opening_by_time on matter_opening (district_id, account_id, at desc, matter_id desc);

-- One verb for many matters. Each is a command of its own, with its own id, done in its own transaction.
create table bulk_run (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  verb text not null,
  input jsonb not null,
  state text not null check (state in ('running','done','failed')),
  total integer not null,
  done integer not null default 0,
  refused integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index bulk_run_by_account on bulk_run (district_id, account_id, created_at desc, id desc);
create index bulk_run_running on bulk_run (district_id, id) where state = 'running';

create table bulk_item (
  district_id integer not null,
  run_id uuid not null,
  position integer not null,
  matter_id uuid not null,
  command_id uuid not null,
  seen_version integer not null,
  state text not null default 'waiting' check (state in ('waiting','done','refused')),
  refusal jsonb,
  at timestamptz,
  primary key (district_id, run_id, position),
  unique (district_id, run_id, matter_id),
  foreign key (district_id, run_id) references bulk_run (district_id, id)
);
create index bulk_item_waiting on bulk_item (district_id, run_id, position) where state = 'waiting';

-- A list as a workbook, written by the worker and kept for some days.
create table list_export (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  unit_name text not null,
  query jsonb not null,
  language text not null check (language in ('zh','en')),
  purpose text not null,
  state text not null check (state in ('running','done','failed','expired')),
  rows_total integer not null,
  rows_done integer not null default 0,
  is_cut boolean not null default false,
  bytes integer,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index list_export_by_account on list_export (district_id, account_id, created_at desc, id desc);
create index list_export_running on list_export (district_id, id) where state = 'running';
create index list_export_expiring on list_export (district_id, expires_at) where state = 'done';

-- Keyed look-ups of a name and of its pinyin: without the key nobody can enumerate them.
alter table appeal add column name_index bytea;
alter table appeal add column pinyin_index bytea;
create index appeal_by_name on appeal (district_id, name_index, received_at desc) where name_index is not null;
create index appeal_by_pinyin on appeal (district_id, pinyin_index, received_at desc) where pinyin_index is not null;
create index appeal_without_index on appeal (district_id, id) where name_sealed is not null and name_index is null;

do $$
declare name text;
begin
  foreach name in array array['list_view','list_choice','follow','matter_opening','bulk_run','bulk_item','list_export'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert, update, delete on %I to maple_app', name);
  end loop;
end $$;
revoke delete on bulk_run, bulk_item, list_export from maple_app;
