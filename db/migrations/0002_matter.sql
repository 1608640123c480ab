-- The matter, its appeals, its history and its clocks.

create table profile (
  district_id integer not null references district (id),
  version integer not null,
  data jsonb not null,
  from_at timestamptz not null,
  primary key (district_id, version)
);

-- Exception days (holidays off, weekend days worked) and what is known of each year.
create table calendar_year (
  district_id integer not null references district (id),
  year integer not null check (year between 2000 and 2100),
  status text not null check (status in ('official','provisional')),
  source text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (district_id, year)
);
create table calendar_day (
  district_id integer not null,
  day date not null,
  year integer not null,
  name text not null,
  is_working boolean not null,
  primary key (district_id, day),
  foreign key (district_id, year) references calendar_year (district_id, year)
);
create index calendar_day_by_year on calendar_day (district_id, year);

create table category (
  district_id integer not null references district (id),
  code text not null check (code ~ '^[0-9A-Z]{2,8}$'),
  parent_code text,
  name_zh text not null,
  name_en text not null,
  kind text,
  mediable boolean not null default false,
  words text[] not null default '{}',
  valid_to date,
  primary key (district_id, code),
  foreign key (district_id, parent_code) references category (district_id, code)
);
create index category_by_parent on category (district_id, parent_code);

-- The next free number of a series; each process takes a block, so numbering never makes people queue.
create table number_block (
  district_id integer not null references district (id),
  series text not null,
  next integer not null,
  primary key (district_id, series)
);

create table matter (
  district_id integer not null references district (id),
  id uuid not null,
  number text not null,
  state text not null check (state in ('received','accepted','dispatched','handling','returned','submitted','revisiting','closed')),
  kind text not null check (kind in ('consultation','request','complaint','report','suggestion','dispute','hazard','errand','wish')),
  level text not null check (level in ('community','street','district')),
  urgency text not null check (urgency in ('normal','urgent','critical')),
  channel text not null check (channel in ('qr','desk','hotline','visit','grid','building','phone','letter','board','neighbourhood','police','court','petition','department')),
  category_code text,
  title text not null,
  story text not null,
  place_text text not null default '',
  place_unit_id uuid not null,
  place_path text not null,
  lng double precision,
  lat double precision,
  centre_id uuid not null,
  centre_path text not null,
  holder_id uuid not null,
  holder_path text not null,
  handling_id uuid,
  handling_path text,
  handler_id uuid,
  involved uuid[] not null,
  sensitive boolean not null default false,
  need_to_know uuid[] not null default '{}',
  returned_by uuid[] not null default '{}',
  dispatched_at timestamptz,
  submitted_by uuid,
  question_open boolean not null default false,
  reopen_asked boolean not null default false,
  reopenings integer not null default 0,
  appeals integer not null default 1,
  has_contact boolean not null,
  revisit_tries integer not null default 0,
  solved boolean,
  satisfied text check (satisfied in ('satisfied','basically','unsatisfied')),
  result text,
  received_at timestamptz not null,
  closed_at timestamptz,
  closure_kind text check (closure_kind in ('resolved','agreed','referred','procedural','stabilised','withdrawn','notAccepted')),
  -- The earliest due instant of the running clocks: the clocks are the truth, this sorts the lists.
  due_at timestamptz,
  profile_version integer not null,
  version integer not null default 1,
  last_seq integer not null,
  last_hash bytea not null,
  primary key (district_id, id),
  unique (district_id, number),
  foreign key (district_id, place_unit_id) references unit (district_id, id),
  foreign key (district_id, centre_id) references unit (district_id, id),
  foreign key (district_id, holder_id) references unit (district_id, id),
  foreign key (district_id, category_code) references category (district_id, code),
  foreign key (district_id, profile_version) references profile (district_id, version),
  check ((state = 'closed') = (closure_kind is not null))
);
-- Whose turn it is, and what the centre has to answer; closed matters leave it.
create index matter_waiting on matter (district_id, holder_id, due_at, id) where state <> 'closed' or reopen_asked;
-- Who has handled a category before is proposed first.
create index matter_by_handling on matter (district_id, handling_id, category_code) where handling_id is not null;
create index matter_by_received on matter (district_id, received_at desc, id desc);
create index matter_open_by_due on matter (district_id, (coalesce(due_at, 'infinity'::timestamptz)), id) where state <> 'closed';
create index matter_by_place on matter (district_id, place_path text_pattern_ops, received_at desc);

-- What the search looks into; apart from the matter so that a move never rewrites its index entries.
create table matter_text (
  district_id integer not null,
  matter_id uuid not null,
  grams tsvector not null,
  words tsvector not null,
  primary key (district_id, matter_id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index matter_text_grams on matter_text using gin (grams);
create index matter_text_words on matter_text using gin (words);

-- One voice that arrived. Personal data is sealed; the look-up columns are keyed hashes.
create table appeal (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  channel text not null,
  words text not null,
  is_anonymous boolean not null,
  is_confidential boolean not null default false,
  name_sealed bytea,
  phone_sealed bytea,
  phone_index bytea,
  query_index bytea not null,
  query_sealed bytea not null,
  external_no text,
  external_due_at timestamptz,
  place_code text,
  submitted_at timestamptz not null,
  received_at timestamptz not null,
  import_id uuid,
  repeats integer not null default 0,
  solved boolean,
  satisfied text check (satisfied in ('satisfied','basically','unsatisfied')),
  rating_words text,
  rated_at timestamptz,
  primary key (district_id, id),
  unique (district_id, query_index),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index appeal_by_matter on appeal (district_id, matter_id);
create unique index appeal_by_external on appeal (district_id, channel, external_no) where external_no is not null;
create index appeal_by_phone on appeal (district_id, phone_index, received_at desc) where phone_index is not null;
create index appeal_by_import on appeal (district_id, import_id, id) where import_id is not null;

-- The history: insert and select only. The hash covers the digest of the payload, so a payload can be destroyed
-- at the end of its retention and the chain still holds.
create table matter_action (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  id uuid not null,
  verb text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff','resident','visitor','system')),
  actor_id uuid,
  post_id uuid,
  unit_id uuid,
  appeal_id uuid,
  state text not null,
  payload jsonb not null,
  payload_digest bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (district_id, matter_id, seq),
  unique (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);

create table clock (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null check (kind in ('accept','dispatch','sign','contact','handle','verify','revisit','reopen')),
  unit_id uuid not null,
  started_at timestamptz not null,
  amount integer not null check (amount > 0),
  measure text not null check (measure in ('minutes','workMinutes','days','workDays')),
  pauses jsonb not null default '[]',
  extensions jsonb not null default '[]',
  calendar_version integer not null,
  -- Derived from the facts above and the calendar, kept for the sweep and the lists; recomputed when either changes.
  warn_at timestamptz,
  due_at timestamptz,
  over_at timestamptz,
  -- How far the sweep has told the unit: 0 nothing, 1 warned, 2 due, 3 far over; and when it looks next.
  told integer not null default 0,
  next_at timestamptz,
  stopped_at timestamptz,
  outcome text check (outcome in ('met','late','dropped')),
  primary key (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  check ((stopped_at is null) = (outcome is null))
);
create index clock_by_matter on clock (district_id, matter_id);
create index clock_by_calendar on clock (district_id, calendar_version) where stopped_at is null;
create index clock_running on clock (district_id, next_at) where stopped_at is null and next_at is not null;

create table attachment (
  district_id integer not null references district (id),
  id uuid not null,
  matter_id uuid,
  appeal_id uuid,
  seq integer,
  name text not null,
  mime text not null,
  bytes integer not null,
  sha256 bytea not null,
  width integer,
  height integer,
  owner text not null,
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index attachment_by_matter on attachment (district_id, matter_id);
create index attachment_loose on attachment (district_id, created_at) where matter_id is null;

-- What somebody should notice, inside the product.
create table notice (
  district_id integer not null references district (id),
  id uuid not null,
  unit_id uuid not null,
  account_id uuid,
  matter_id uuid,
  kind text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (district_id, id)
);
create index notice_by_unit on notice (district_id, unit_id, created_at desc);
create index notice_by_matter on notice (district_id, matter_id);

-- Intent to tell the outside world; a relay moves it on, at least once, keyed by its id.
create table outbox (
  district_id integer not null references district (id),
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  next_at timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  last_error text,
  primary key (district_id, id)
);
create index outbox_waiting on outbox (district_id, next_at) where done_at is null;
