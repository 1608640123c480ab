-- Sessions by rule, second factors, passkeys, duties kept apart, and the record of who signed in.

alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in ('buildingHead','gridWorker','communityClerk','deskOfficer','dispatcher','mediator','expert','legalPartner','departmentOfficer','supervisor','leader','administrator','securityAdministrator','auditor'));

-- What a district demands of whoever signs in. A version is published once, with a reason, and never changes; without one the
-- defaults hold.
create table security_policy (
  district_id integer not null references district (id),
  version integer not null,
  data jsonb not null,
  reason text not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (district_id, version),
  foreign key (district_id, published_by) references account (district_id, id)
);

-- Wrong passwords and codes, by the login that was typed, whether or not there is such an account, and by where they came
-- from; both only as keyed hashes. A login is unique beyond one district, so this is a key table like login_key.
create table sign_in_wait (
  login_hash bytea not null,
  source bytea not null,
  failed integer not null,
  last_at timestamptz not null,
  until timestamptz,
  primary key (login_hash, source)
);
create index sign_in_wait_by_time on sign_in_wait (last_at);
alter table account drop column failed;
alter table account drop column locked_until;

-- Devices on which an account has signed in before; the device keeps a secret, and here is its hash.
create table known_device (
  district_id integer not null,
  account_id uuid not null,
  device_hash bytea not null,
  first_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (district_id, account_id, device_hash),
  foreign key (district_id, account_id) references account (district_id, id)
);

-- `step`: after the right password of somebody with a second factor nothing is open but the second step. `ended_for`: the
-- device is told why it is signed out. `proved_at`: when its holder last showed who they are.
alter table session add column step text not null default 'in' check (step in ('factor','in'));
alter table session add column ended_for text check (ended_for in ('more','remote'));
alter table session add column proved_at timestamptz;

-- `pending_sealed`: a new secret of which no code has come back yet; until then the old one counts.
create table totp (
  district_id integer not null,
  account_id uuid not null,
  secret_sealed bytea,
  pending_sealed bytea,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (district_id, account_id),
  check ((secret_sealed is null) = (confirmed_at is null)),
  foreign key (district_id, account_id) references account (district_id, id)
);

create table recovery_code (
  district_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (district_id, account_id, code_hash),
  foreign key (district_id, account_id) references account (district_id, id)
);

create table passkey (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 40),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (district_id, id),
  unique (district_id, credential_id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index passkey_by_account on passkey (district_id, account_id, created_at);

-- A challenge to a passkey carries its own end and seal; it is kept once it has been answered, so that no answer counts twice.
create table spent_challenge (
  district_id integer not null references district (id),
  hash bytea not null,
  until timestamptz not null,
  primary key (district_id, hash)
);

-- Who signed in, how, who tried, and what people changed about their own proofs; insert and select only.
create table account_event (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  outcome text not null check (outcome in ('in','wrongPassword','wrongFactor','disabled','out','passwordChanged','factorAdded','factorRemoved','codesRenewed')),
  way text not null check (way in ('password','code','recovery','passkey','none')),
  device text not null,
  address text not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index account_event_by_time on account_event (district_id, at desc, id desc);
create index account_event_by_account on account_event (district_id, account_id, at desc, id desc);

-- The auditor reads every record by time, and by who did it.
create index read_log_by_time on read_log (district_id, at desc, id desc);
create index org_action_by_time on org_action (district_id, at desc, id desc);
create index org_action_by_account on org_action (district_id, account_id, at desc, id desc);
create index rules_action_by_time on rules_action (district_id, at desc, id desc);
create index rules_action_by_account on rules_action (district_id, account_id, at desc, id desc);

create index partner_action_by_time on partner_action (district_id, at desc, id desc);
create index partner_action_by_account on partner_action (district_id, account_id, at desc, id desc);
create index outlet_action_by_time on outlet_action (district_id, at desc, id desc);
create index outlet_action_by_account on outlet_action (district_id, account_id, at desc, id desc);

do $$
declare name text;
begin
  foreach name in array array['security_policy','known_device','totp','recovery_code','passkey','spent_challenge','account_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert on security_policy, account_event to maple_app;
grant select, insert, update, delete on sign_in_wait, known_device, totp, recovery_code, passkey, spent_challenge to maple_app;
