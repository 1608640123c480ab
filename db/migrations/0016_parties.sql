-- Who is concerned, what hangs together, and what lies near.

-- A party of a matter. What says who it is stands sealed, as with a voice; what the rules look at stands open.
create table party (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  -- Counted within the matter and never given twice, so that the story can name a party without naming anybody.
  no integer not null,
  side text not null check (side in ('a','b','third')),
  kind text not null check (kind in ('person','organisation')),
  role text not null check (role in ('applicant','respondent','concerned','third','agent','guardian','witness')),
  is_representative boolean not null default false,
  capacity text not null default 'full' check (capacity in ('full','minor','limited','none')),
  acts_for uuid[] not null default '{}',
  is_confidential boolean not null default false,
  appeal_id uuid,
  name_sealed bytea not null,
  phone_sealed bytea,
  address_sealed bytea,
  contact_sealed bytea,
  phone_index bytea,
  name_index bytea,
  pinyin_index bytea,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (district_id, id),
  unique (district_id, matter_id, no),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, appeal_id) references appeal (district_id, id),
  check (kind = 'person' or capacity = 'full'),
  check (not is_representative or role in ('applicant','respondent','concerned','third')),
  check ((phone_sealed is null) = (phone_index is null))
);
create index party_in_order on party (district_id, matter_id, side, (not is_representative), no) where removed_at is null;
create unique index party_of_voice on party (district_id, matter_id, appeal_id) where appeal_id is not null and removed_at is null;
create index party_by_appeal on party (district_id, appeal_id) where appeal_id is not null;
create index party_by_phone on party (district_id, phone_index, created_at desc) where phone_index is not null and removed_at is null;
create index party_by_name on party (district_id, name_index, created_at desc) where name_index is not null and removed_at is null;
create index party_by_pinyin on party (district_id, pinyin_index, created_at desc) where pinyin_index is not null and removed_at is null;

-- Every version of a party, the present one too; insert and select only. What says who it was stands in one seal.
create table party_version (
  district_id integer not null,
  party_id uuid not null,
  version integer not null,
  at timestamptz not null,
  facts jsonb not null,
  sealed bytea not null,
  primary key (district_id, party_id, version),
  foreign key (district_id, party_id) references party (district_id, id)
);

-- Two matters that hang together; `followUp`: from follows from to.
create table matter_link (
  district_id integer not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null check (relation in ('related','sameCause','followUp')),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, from_id) references matter (district_id, id),
  foreign key (district_id, to_id) references matter (district_id, id),
  check (from_id <> to_id)
);
create unique index matter_link_once on matter_link (district_id, least(from_id, to_id), greatest(from_id, to_id)) where removed_at is null;
create index matter_link_from on matter_link (district_id, from_id) where removed_at is null;
create index matter_link_to on matter_link (district_id, to_id) where removed_at is null;

-- What is open around a spot, as a range of the index; closed matters leave it.
create index matter_open_at on matter (district_id, lng, lat) where state <> 'closed' and lng is not null;

do $$
declare name text;
begin
  foreach name in array array['party','party_version','matter_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on party, matter_link to maple_app;
grant select, insert on party_version to maple_app;
