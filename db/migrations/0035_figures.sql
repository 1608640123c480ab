-- What the statistics of mediation look at (domain rules §1.5), as columns: they are counted in SQL, and their facts never read.

alter table mediation
  add column source text,
  add column parties integer not null default 0,
  -- An expert was called in.
  add column is_hard boolean not null default false,
  -- When mediating was over: an agreement stood, or it ended without.
  add column closed_at timestamptz,
  add column is_agreed boolean not null default false,
  add column filed_at timestamptz,
  -- Of what is in force.
  add column form text check (form in ('written','oral')),
  add column performance text check (performance in ('whole','part','none')),
  add column unmet_on date,
  add column confirmation text check (confirmation in ('asked','confirmed','rejected')),
  add column fen bigint not null default 0 check (fen >= 0);

-- The twin of domain/mediation/tally.ts, for what was there before.
with binding as (
  select d.district_id, d.id, a.value agreement from mediation d
  cross join lateral jsonb_array_elements(coalesce(d.facts -> 'agreements', '[]')) a
  where a.value ->> 'droppedAt' is null and a.value ->> 'mediatorAt' is not null
    and case when a.value ->> 'kind' = 'oral' then a.value ->> 'reachedOn' is not null
      else a.value ->> 'sealAt' is not null and not exists (
        select from jsonb_array_elements_text(a.value -> 'partyIds') p
        where not exists (select from jsonb_array_elements(a.value -> 'signatures') s where s.value ->> 'partyId' = p.value)) end),
owed as (
  select b.district_id, b.id, o.value obligation, jsonb_array_length(o.value -> 'done') > 0 is_begun,
    case when o.value ->> 'kind' = 'pay'
      then (select coalesce(sum((x.value ->> 'fen')::bigint), 0) from jsonb_array_elements(o.value -> 'done') x) >= (o.value ->> 'fen')::bigint
      else exists (select from jsonb_array_elements(o.value -> 'done') x where (x.value ->> 'whole')::boolean) end is_done
  from binding b cross join lateral jsonb_array_elements(b.agreement -> 'obligations') o),
performed as (
  select district_id, id, bool_and(is_done) is_done, bool_or(is_begun) is_begun,
    min((obligation ->> 'dueOn')::date) filter (where not is_done) unmet_on
  from owed group by 1, 2),
bound as (
  select b.district_id, b.id, bool_or(b.agreement ->> 'kind' <> 'oral') is_written,
    array_agg(b.agreement -> 'confirmations' -> -1 ->> 'state') states,
    sum(case when exists (select from jsonb_array_elements(b.agreement -> 'obligations') o where o.value ->> 'kind' = 'pay')
      then (select sum((o.value ->> 'fen')::bigint) from jsonb_array_elements(b.agreement -> 'obligations') o)
      else coalesce((b.agreement ->> 'wholeFen')::bigint, 0) end) fen
  from binding b group by 1, 2)
update mediation d set
  source = d.facts ->> 'source',
  parties = jsonb_array_length(d.facts -> 'participants'),
  is_hard = exists (select from jsonb_array_elements(d.facts -> 'mediators') w where w.value ->> 'part' = 'expert'),
  closed_at = to_timestamp(coalesce(d.facts ->> 'agreedAt', d.facts ->> 'endedAt')::numeric / 1000),
  is_agreed = d.facts ->> 'agreedAt' is not null,
  filed_at = to_timestamp((d.facts ->> 'filedAt')::numeric / 1000),
  form = case when b.is_written then 'written' when b.id is not null then 'oral' end,
  performance = case when b.id is null then null when coalesce(p.is_done, true) then 'whole' when p.is_begun then 'part' else 'none' end,
  unmet_on = p.unmet_on,
  confirmation = case when 'confirmed' = any (b.states) then 'confirmed' when b.states && array['applied','accepted'] then 'asked'
    when 'rejected' = any (b.states) then 'rejected' end,
  fen = coalesce(b.fen, 0)
from mediation e
left join bound b on b.district_id = e.district_id and b.id = e.id
left join performed p on p.district_id = e.district_id and p.id = e.id
where d.district_id = e.district_id and d.id = e.id and d.facts <> '{}';

create index mediation_by_opened on mediation (district_id, opened_at desc, id desc);
create index mediation_by_closed on mediation (district_id, closed_at desc, id desc) where closed_at is not null;
create index mediation_of_committee on mediation (district_id, committee_id, opened_at desc, id desc);
create index mediation_closed_of_committee on mediation (district_id, committee_id, closed_at desc, id desc) where closed_at is not null;
create index mediation_open_of_committee on mediation (district_id, committee_id, due_on) where state in ('asking','running');

-- 以案定补: what mediated cases are paid with (domain rules §1.6). A list is drawn up, looked through, approved by somebody else,
-- and from then on never changes.
create table subsidy_list (
  district_id integer not null references district (id),
  id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('drawn','checked','approved')),
  -- The rates are those of the profile it began with.
  profile_version integer not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  primary key (district_id, id),
  check (approved_by <> drawn_by and approved_by <> checked_by),
  check ((state = 'drawn') = (checked_by is null)),
  check ((state = 'approved') = (approved_by is not null)),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, drawn_by) references account (district_id, id),
  foreign key (district_id, checked_by) references account (district_id, id),
  foreign key (district_id, approved_by) references account (district_id, id)
);

create table subsidy_line (
  district_id integer not null,
  list_id uuid not null,
  mediation_id uuid not null,
  matter_id uuid not null,
  no integer not null check (no > 0),
  closed_on date not null,
  lead_id uuid not null,
  level text not null check (level in ('community','street','district')),
  tier text not null check (tier in ('ordinary','difficult','major')),
  -- Null: as the record proposes.
  said_tier text check (said_tier in ('ordinary','difficult','major')),
  taken_out text check (taken_out in ('salaried','paidElsewhere','other')),
  fen bigint not null check (fen >= 0),
  reasons text[] not null,
  missing text[] not null,
  -- Of an approved list, and paid.
  is_final boolean not null default false check (not is_final or fen > 0),
  primary key (district_id, list_id, mediation_id),
  check ((fen = 0) or (reasons = '{}')),
  foreign key (district_id, list_id) references subsidy_list (district_id, id),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, lead_id) references account (district_id, id)
);
create index subsidy_line_by_no on subsidy_line (district_id, list_id, no);
-- One matter is paid once, whatever list it stands in.
create unique index subsidy_paid_once on subsidy_line (district_id, matter_id) where is_final;

create function refuse_change_of_approved() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'subsidy_list' then
    if old.state = 'approved' then
      raise exception 'an approved subsidy list is not changed' using errcode = '42501';
    end if;
  elsif exists (select from subsidy_list l where l.district_id = old.district_id and l.id = old.list_id and l.state = 'approved') then
    raise exception 'an approved subsidy list is not changed' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke all on function refuse_change_of_approved() from public;
create trigger frozen before update or delete on subsidy_list for each row execute function refuse_change_of_approved();
create trigger frozen before update or delete on subsidy_line for each row execute function refuse_change_of_approved();
create function refuse_line_of_approved() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from subsidy_list l where l.district_id = new.district_id and l.id = new.list_id and l.state = 'approved') then
    raise exception 'an approved subsidy list is not changed' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function refuse_line_of_approved() from public;
create trigger frozen_new before insert on subsidy_line for each row execute function refuse_line_of_approved();

-- What was over in some days, committee by committee.
create index mediation_filed_of_committee on mediation (district_id, committee_id, filed_at) where filed_at is not null;

do $$
declare name text;
begin
  foreach name in array array['subsidy_list','subsidy_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert, update on %I to maple_app', name);
  end loop;
end $$;
grant delete on subsidy_line to maple_app;
