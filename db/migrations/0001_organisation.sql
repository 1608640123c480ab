-- Districts, units, people, posts, accounts and sessions.
-- Every table of a district leads its keys with district_id, so that it can be partitioned or distributed later.

create table district (
  id integer primary key,
  name text not null,
  city text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null
);

create table unit (
  district_id integer not null references district (id),
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('district','street','community','grid','building','centre','department','committee','studio','room','company')),
  code text not null check (code ~ '^[0-9A-Z]{1,12}$'),
  name text not null check (length(name) between 1 and 80),
  pinyin text not null default '',
  path text not null check (path like '/%/'),
  phone text,
  outline jsonb,
  lng double precision,
  lat double precision,
  valid_from date not null,
  valid_to date,
  primary key (district_id, id),
  unique (district_id, path),
  foreign key (district_id, parent_id) references unit (district_id, id)
);
create index unit_by_parent on unit (district_id, parent_id);
create index unit_by_path on unit (district_id, path text_pattern_ops);
create index unit_by_kind on unit (district_id, kind, path text_pattern_ops);

create table place (
  district_id integer not null,
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  unit_id uuid not null,
  label text not null,
  lng double precision,
  lat double precision,
  valid_from date not null,
  valid_to date,
  primary key (district_id, code),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index place_by_unit on place (district_id, unit_id);

create table person (
  district_id integer not null references district (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  pinyin text not null,
  phone_sealed bytea,
  created_at timestamptz not null,
  primary key (district_id, id)
);

create table account (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  login text not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  failed integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  primary key (district_id, id),
  unique (district_id, login),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index account_by_person on account (district_id, person_id);

-- A login name is unique beyond one district, so it is a key table of its own.
create table login_key (
  login text primary key check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  district_id integer not null,
  account_id uuid not null
);

create table post (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('buildingHead','gridWorker','communityClerk','deskOfficer','dispatcher','mediator','expert','legalPartner','departmentOfficer','supervisor','leader','administrator','auditor')),
  from_on date not null,
  to_on date,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  check (to_on is null or to_on >= from_on)
);
create index post_by_person on post (district_id, person_id);
create index post_by_unit on post (district_id, unit_id);

create table session (
  district_id integer not null,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (district_id, token_hash),
  unique (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index session_by_account on session (district_id, account_id);

-- Who opened, revealed, exported or printed what; insert and select only.
create table read_log (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  what text not null check (what in ('reveal','export','print')),
  subject text not null,
  purpose text not null,
  primary key (district_id, id)
);
create index read_log_by_subject on read_log (district_id, subject, at);
create index read_log_by_account on read_log (district_id, account_id, at);
