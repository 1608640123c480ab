-- Joining and splitting, rulings, levels, assistance, approvals, holds, archive: what every move a practitioner expects leaves behind.

alter table matter add column centre_level text;
alter table matter add column ruled boolean not null default false;
alter table matter add column passed_up text[] not null default '{}';
alter table matter add column worked_by uuid[] not null default '{}';
alter table matter add column parts jsonb not null default '[]';
alter table matter add column request jsonb;
alter table matter add column held jsonb;
alter table matter add column extensions integer not null default 0;
alter table matter add column expedited integer not null default 0;
alter table matter add column joined_into uuid;
alter table matter add column archived_at timestamptz;
alter table matter add column retention text;

-- The level of the centre a matter began with is in the first line of its history; no centre has changed since.
update matter m set centre_level = h.payload->>'level' from matter_action h
  where h.district_id = m.district_id and h.matter_id = m.id and h.seq = 1;
update matter m set worked_by = x.who from (
  select w.district_id, w.matter_id, array_agg(w.actor_id order by w.seq) who from (
    select h.district_id, h.matter_id, h.actor_id, min(h.seq) seq from matter_action h
    where h.verb in ('sign', 'submit') and h.actor_id is not null and h.seq > coalesce((select max(r.seq) from matter_action r
      where r.district_id = h.district_id and r.matter_id = h.matter_id and r.verb = 'reopen'), 0)
    group by 1, 2, 3) w group by 1, 2) x
  where x.district_id = m.district_id and x.matter_id = m.id;
alter table matter alter column centre_level set not null;
alter table matter add constraint matter_centre_level_check check (centre_level in ('community','street','district'));
alter table matter drop constraint matter_closure_kind_check;
alter table matter add constraint matter_closure_kind_check
  check (closure_kind in ('resolved','agreed','referred','procedural','stabilised','withdrawn','notAccepted','joined','voided'));
alter table matter add constraint matter_joined_check check ((closure_kind = 'joined') is not true or joined_into is not null);

alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check
  check (kind in ('accept','dispatch','sign','contact','handle','verify','revisit','reopen','approve','hold'));

-- What waits for a decision of a centre.
create index matter_by_request on matter (district_id, centre_id, id) where request is not null;
-- What was joined into a matter.
create index matter_by_joined on matter (district_id, joined_into) where joined_into is not null;

-- Where a voice arrived, when it has moved to another matter since.
alter table appeal add column born_matter_id uuid;

-- Which units have an open part in which matters: read with an index that a policy does not forbid.
create table matter_assistant (
  district_id integer not null,
  unit_id uuid not null,
  matter_id uuid not null,
  primary key (district_id, unit_id, matter_id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index matter_assistant_by_matter on matter_assistant (district_id, matter_id);
alter table matter_assistant enable row level security;
create policy same_district on matter_assistant to maple_app using (district_id = app_district());
grant select, insert, delete on matter_assistant to maple_app;
