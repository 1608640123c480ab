-- Other systems at the door: who they are, their keys, the orders they brought, what they asked and what was refused.

create table partner (
  district_id integer not null references district (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  channel text not null check (channel in ('hotline','board','neighbourhood','police','court','petition','department')),
  -- It brings matters into the area of this unit only, and what names no place goes to the centre there.
  unit_id uuid not null,
  scopes text[] not null check (scopes <> '{}' and scopes <@ '{orders.write,orders.read}'),
  valid_from date not null,
  valid_to date,
  -- How often an order of it has changed; each change takes the next number, in the order in which they become true.
  changes bigint not null default 0,
  orders integer not null default 0,
  created_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  check (valid_to is null or valid_to >= valid_from)
);

create table partner_key (
  district_id integer not null,
  id uuid not null,
  partner_id uuid not null,
  -- The first signs of the key, shown and looked up; the key itself is nowhere.
  prefix text not null check (prefix ~ '^[A-Za-z0-9_-]{8}$'),
  hash bytea not null check (length(hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (district_id, id),
  unique (district_id, prefix),
  foreign key (district_id, partner_id) references partner (district_id, id)
);
create index partner_key_by_partner on partner_key (district_id, partner_id);

-- An order number of a partner and the voice it became.
create table partner_order (
  district_id integer not null,
  partner_id uuid not null,
  order_no text not null,
  appeal_id uuid not null,
  change bigint not null default 0,
  primary key (district_id, partner_id, order_no),
  unique (district_id, appeal_id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, appeal_id) references appeal (district_id, id)
);
create index partner_order_by_change on partner_order (district_id, partner_id, change);

-- How often a partner asked on a day, by outcome: `ok`, `fault`, or the code of the refusal.
create table partner_use (
  district_id integer not null,
  partner_id uuid not null,
  day date not null,
  outcome text not null,
  count integer not null,
  primary key (district_id, partner_id, day, outcome),
  foreign key (district_id, partner_id) references partner (district_id, id)
);

-- What administrators did to partners and keys, one row a command; insert and select only.
create table partner_action (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  verb text not null check (verb in ('addPartner','extendPartner','addKey','revokeKey')),
  partner_id uuid not null,
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id)
);
create index partner_action_by_partner on partner_action (district_id, partner_id, at);

do $$
declare name text;
begin
  foreach name in array array['partner','partner_key','partner_order','partner_use','partner_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert, update on %I to maple_app', name);
  end loop;
end $$;
revoke update on partner_action from maple_app;

-- The history names another system as what it is.
alter table matter_action drop constraint matter_action_actor_kind_check;
alter table matter_action add constraint matter_action_actor_kind_check
  check (actor_kind in ('staff','resident','visitor','system','partner'));
