-- Imports of work orders, and the signs of life of the worker.

create table intake_import (
  district_id integer not null references district (id),
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  sheet text not null default '',
  header_row integer,
  headers jsonb not null default '[]',
  mapping jsonb not null default '{}',
  state text not null check (state in ('uploaded','running','done','stopped','failed')),
  rows_total integer,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_joined integer not null default 0,
  rows_known integer not null default 0,
  rows_bad integer not null default 0,
  failure text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (district_id, id)
);
create index intake_import_by_time on intake_import (district_id, created_at desc, id desc);

create table intake_bad_row (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  problems jsonb not null,
  primary key (district_id, import_id, row_number),
  foreign key (district_id, import_id) references intake_import (district_id, id)
);

-- The column mapping used last for files with these headers.
create table intake_mapping (
  district_id integer not null references district (id),
  unit_id uuid not null,
  headers_digest bytea not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (district_id, unit_id, headers_digest)
);

create table heartbeat (
  process text primary key,
  at timestamptz not null,
  facts jsonb not null
);
