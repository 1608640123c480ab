-- Signing in through the identity platform of the government (OpenID Connect).

-- Who somebody is at the platform: one identity an account, and one account an identity. Kept as a keyed hash to find it by and
-- sealed to show its last signs; never in the clear.
create table identity_link (
  district_id integer not null,
  account_id uuid not null,
  subject_index bytea not null,
  subject_sealed bytea not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  primary key (district_id, account_id),
  unique (district_id, subject_index),
  foreign key (district_id, account_id) references account (district_id, id)
);
alter table identity_link enable row level security;
create policy same_district on identity_link to maple_app using (district_id = app_district());

-- Whoever comes back from the platform names no district, so this is a key table like login_key.
create table identity_key (
  subject_index bytea primary key,
  district_id integer not null references district (id)
);

-- A way to the platform and back: of one browser, taken once, ended after ten minutes. What it was begun for is sealed; nobody has
-- said yet in which district they are, so it belongs to none.
create table identity_trip (
  state_hash bytea primary key,
  browser_hash bytea not null,
  sealed bytea not null,
  until timestamptz not null
);
create index identity_trip_by_end on identity_trip (until);

alter table account_event drop constraint account_event_way_check;
alter table account_event add constraint account_event_way_check
  check (way in ('password','code','recovery','passkey','provider','none'));
alter table account_event drop constraint account_event_outcome_check;
alter table account_event add constraint account_event_outcome_check check (outcome in ('in','wrongPassword','wrongFactor','disabled',
  'out','passwordChanged','factorAdded','factorRemoved','codesRenewed','identityLinked','identityUnlinked'));

grant select, insert, update, delete on identity_link to maple_app;
grant select, insert, delete on identity_key, identity_trip to maple_app;
