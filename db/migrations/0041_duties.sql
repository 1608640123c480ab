-- 职责清单: who handles what where, on what basis, from day to day; what adjudicators propose for it; and since when the list of
-- communities binds. Whistles keep the version of the profile that they began with, as matters do.

-- A row is one version of a line: a change from a day on ends the row before and adds one under the same number.
create table duty (
  district_id integer not null references district (id),
  id uuid not null,
  no integer not null check (no > 0),
  category_code text not null,
  -- The area it is for; the district itself for all of it.
  area_id uuid not null,
  area_path text not null,
  -- Null: the office of the level at the place.
  main_id uuid,
  main_path text,
  level text not null check (level in ('community','street','district')),
  assist_ids uuid[] not null default '{}' check (cardinality(assist_ids) <= 20),
  assist_levels text[] not null default '{}' check (assist_levels <@ array['community','street']),
  basis text not null check (basis <> '' and length(basis) <= 300),
  from_on date not null,
  to_on date,
  version integer not null default 1,
  primary key (district_id, id),
  unique (district_id, no, from_on),
  check (to_on is null or to_on >= from_on),
  check ((main_id is null) = (main_path is null)),
  check (main_id is not null or level in ('community','street')),
  foreign key (district_id, category_code) references category (district_id, code),
  foreign key (district_id, area_id) references unit (district_id, id),
  foreign key (district_id, main_id) references unit (district_id, id)
);
create index duty_of_category on duty (district_id, category_code, area_path, from_on, id);
create index duty_of_main on duty (district_id, main_id) where main_id is not null;
create index duty_of_area on duty (district_id, area_id);

-- Whether, and since when, communities are main handlers only of what the list names them for.
create table duty_list (
  district_id integer not null references district (id),
  community_from date,
  version integer not null default 1,
  primary key (district_id)
);

-- What an adjudicator proposes for the list after ruling who handles a matter; who keeps the rules decides. The words are sealed
-- and go with the file of the matter.
create table duty_proposal (
  district_id integer not null references district (id),
  id uuid not null,
  matter_id uuid not null,
  -- By which who keeps the rules may ask back; null where only those who need to know may know of it.
  number text,
  category_code text not null,
  area_id uuid not null,
  main_id uuid not null,
  sealed bytea,
  state text not null default 'open' check (state in ('open','taken','declined')),
  proposed_by uuid not null,
  proposer_unit_id uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  -- Of the line that came of it.
  duty_no integer,
  primary key (district_id, id),
  check ((state = 'open') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'taken') = (duty_no is not null)),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, category_code) references category (district_id, code),
  foreign key (district_id, area_id) references unit (district_id, id),
  foreign key (district_id, main_id) references unit (district_id, id),
  foreign key (district_id, proposed_by) references account (district_id, id),
  foreign key (district_id, proposer_unit_id) references unit (district_id, id),
  foreign key (district_id, decided_by) references account (district_id, id)
);
create index duty_proposal_of_matter on duty_proposal (district_id, matter_id, id);
create index duty_proposal_in_order on duty_proposal (district_id, id desc);
create unique index duty_proposal_open on duty_proposal (district_id, matter_id) where state = 'open';

do $$
declare name text;
begin
  foreach name in array array['duty','duty_list','duty_proposal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert on %I to maple_app', name);
  end loop;
end $$;
grant update (category_code, area_id, area_path, main_id, main_path, level, assist_ids, assist_levels, basis, from_on, to_on, version)
  on duty to maple_app;
grant update (community_from, version) on duty_list to maple_app;
grant update (state, decided_by, decided_at, duty_no) on duty_proposal to maple_app;
-- new keys seal anew
grant update (sealed) on duty_proposal to maple_app;

alter table rules_action drop constraint rules_action_verb_check;
alter table rules_action add constraint rules_action_verb_check check (verb in ('addCategory','editCategory','moveCategory',
  'closeCategory','importCategories','addTemplate','editTemplate','closeTemplate','importTemplates','publishProfile',
  'addDuty','editDuty','endDuty','importDuties','setCommunityList','declineDuty'));

-- At the end of a file's retention the words of what was proposed from it go; that it was proposed stays.
create function destroy_duty_proposals(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  update duty_proposal set sealed = null where district_id = of_district and matter_id = of_matter;
end $$;
revoke all on function destroy_duty_proposals(integer, uuid) from public;
grant execute on function destroy_duty_proposals(integer, uuid) to maple_app;

-- Whistles that were blown before ran by what every district had then; the version that counts says the same of them.
alter table whistle add column profile_version integer;
update whistle w set profile_version = (select max(version) from profile p where p.district_id = w.district_id);
alter table whistle alter column profile_version set not null;
alter table whistle add constraint whistle_profile foreign key (district_id, profile_version)
  references profile (district_id, version);
