-- Notices for a unit or for one person, what each person chose to be told, and what leaves the house by the outbox.

alter table notice alter column unit_id drop not null;
alter table notice drop column read_at;
-- Whoever did it is not told of it, whatever unit it is told to.
alter table notice add column actor_id uuid;
alter table notice add column pressing text not null default 'act' check (pressing in ('critical','act','know'));
alter table notice add constraint notice_receiver check ((unit_id is null) <> (account_id is null));
drop index notice_by_unit;
create index notice_by_unit on notice (district_id, unit_id, id desc) where unit_id is not null;
create index notice_by_account on notice (district_id, account_id, id desc) where account_id is not null;
create index notice_by_time on notice (district_id, created_at);

-- What one person has looked at, beside the instant up to which everything is seen (account.settings).
create table notice_seen (
  district_id integer not null,
  notice_id uuid not null,
  account_id uuid not null,
  primary key (district_id, notice_id, account_id),
  foreign key (district_id, notice_id) references notice (district_id, id) on delete cascade,
  foreign key (district_id, account_id) references account (district_id, id)
);

-- What a person chose; without a row the defaults hold. An address counts once its code has come back.
create table notice_choice (
  district_id integer not null,
  account_id uuid not null,
  muted text[] not null default '{}',
  unmailed text[] not null default '{}',
  pace text not null check (pace in ('atOnce','hourly','daily','never')),
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_to integer not null check (quiet_to between 0 and 1439),
  quiet_rest_days boolean not null,
  language text not null check (language in ('zh','en')),
  mail_sealed bytea,
  asked_sealed bytea,
  code_hash bytea,
  code_until timestamptz,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamptz,
  version integer not null default 1,
  primary key (district_id, account_id),
  foreign key (district_id, account_id) references account (district_id, id)
);

-- Notices that wait for the right time to go to a person by e-mail; looked at again at that instant.
create table notice_mail (
  district_id integer not null,
  notice_id uuid not null,
  account_id uuid not null,
  look_at timestamptz not null,
  primary key (district_id, notice_id, account_id),
  foreign key (district_id, notice_id) references notice (district_id, id) on delete cascade,
  foreign key (district_id, account_id) references account (district_id, id)
);
create index notice_mail_waiting on notice_mail (district_id, look_at);
create index notice_mail_by_account on notice_mail (district_id, account_id);

-- Where other systems are told of moves. Removed ones stay for what was sent to them.
create table outlet (
  district_id integer not null references district (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  url text not null,
  secret_sealed bytea not null,
  verbs text[] not null,
  is_on boolean not null,
  version integer not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (district_id, id)
);

-- What administrators did to outlets, one row a command; insert and select only.
create table outlet_action (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  verb text not null check (verb in ('add','edit','renewSecret','remove','test','again')),
  subject uuid not null,
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);

alter table outbox add column account_id uuid;
alter table outbox add column outlet_id uuid;
alter table outbox add column outcome text check (outcome in ('sent','dropped','dead'));
alter table outbox add constraint outbox_topic check (topic in ('mail','code','hook'));
alter table outbox add constraint outbox_ended check ((done_at is null) = (outcome is null));
alter table outbox add foreign key (district_id, account_id) references account (district_id, id);
alter table outbox add foreign key (district_id, outlet_id) references outlet (district_id, id);
-- What ran into trouble is looked for among much that did not.
create index outbox_troubled on outbox (district_id, id desc) where outcome in ('dead','dropped');
create index outbox_ended_by_time on outbox (district_id, done_at) where done_at is not null;
create index outbox_by_outlet on outbox (district_id, outlet_id, id desc) where outlet_id is not null;

alter table notice_seen enable row level security;
alter table notice_choice enable row level security;
alter table notice_mail enable row level security;
alter table outlet enable row level security;
alter table outlet_action enable row level security;
create policy same_district on notice_seen to maple_app using (district_id = app_district());
create policy same_district on notice_choice to maple_app using (district_id = app_district());
create policy same_district on notice_mail to maple_app using (district_id = app_district());
create policy same_district on outlet to maple_app using (district_id = app_district());
create policy same_district on outlet_action to maple_app using (district_id = app_district());
grant select, insert, update, delete on notice_seen, notice_choice, notice_mail to maple_app;
grant select, insert, update on outlet to maple_app;
grant select, insert on outlet_action to maple_app;
