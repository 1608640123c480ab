-- 点单派单接单: a community orders help from a catalogue, the centre dispatches it to units or to a project team 项目专班, who is asked accepts, and
-- the orderer rates. Facts stand in columns, words under seal beside the log.

-- The catalogue is the district's own.
create table aid_kind (
  district_id integer not null references district (id),
  code text not null check (code ~ '^[0-9A-Z]{2,16}$'),
  name_zh text not null check (length(name_zh) between 1 and 40),
  name_en text not null check (length(name_en) between 1 and 80),
  is_on boolean not null,
  position integer not null,
  version integer not null,
  primary key (district_id, code)
);
insert into aid_kind (district_id, code, name_zh, name_en, is_on, position, version)
  select d.id, k.code, k.name_zh, k.name_en, true, k.position, 1 from district d cross join (values
    ('RENEWAL', '老旧楼栋改造', 'Renewal of an old building', 1),
    ('LIFT', '加装电梯协商', 'Lift installation: talks between neighbours', 2),
    ('CORRIDOR', '楼道清理', 'Clearing a corridor', 3),
    ('LAWYER', '法律人员到现场', 'Legal advice on the spot', 4),
    ('EXPERT', '专家到现场', 'Expert on site', 5),
    ('MEDIATOR', '调解员到场', 'Mediator on site', 6),
    ('HANDS', '志愿者支援', 'Volunteers', 7),
    ('EQUIPMENT', '设备物资', 'Equipment and material', 8),
    ('OTHER', '其他', 'Other help', 9)) k(code, name_zh, name_en, position);

create table aid_counter (
  district_id integer not null references district (id),
  year integer not null,
  last integer not null check (last > 0),
  primary key (district_id, year)
);

create table team (
  district_id integer not null references district (id),
  id uuid not null,
  kind text not null check (kind in ('project','branch')),
  name text not null check (length(name) between 1 and 60),
  -- Who set it up, and the area of that post.
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  lead_unit_id uuid not null,
  lead_unit_path text not null,
  lead_id uuid not null,
  from_on date not null,
  to_on date not null,
  ended_at timestamptz,
  ending text check (ending in ('term','early')),
  -- How many days before its end it was told of: 0 not yet.
  told integer not null default 0 check (told between 0 and 1),
  version integer not null,
  primary key (district_id, id),
  check (to_on >= from_on),
  check ((ended_at is null) = (ending is null)),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, by_id) references account (district_id, id),
  foreign key (district_id, lead_unit_id) references unit (district_id, id),
  foreign key (district_id, lead_id) references account (district_id, id)
);
create index team_newest on team (district_id, id desc);
create index team_running on team (district_id, to_on) where ended_at is null;

create table team_member (
  district_id integer not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  from_on date not null,
  to_on date,
  out_at timestamptz,
  primary key (district_id, id),
  check (to_on is null or to_on >= from_on),
  foreign key (district_id, team_id) references team (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index team_member_of on team_member (district_id, team_id);
create index team_member_by_account on team_member (district_id, account_id) where out_at is null;
create index team_member_by_unit on team_member (district_id, unit_id) where out_at is null;
-- The same person is taken in once at a time, whoever sends it twice at once.
create unique index team_member_once on team_member (district_id, team_id, account_id, from_on) where out_at is null;

create table aid (
  district_id integer not null references district (id),
  id uuid not null,
  number text not null,
  kind_code text not null,
  state text not null check (state in ('posted','sentBack','dispatched','over','declined','withdrawn')),
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  -- The area whose centre dispatches it.
  centre_path text not null,
  needed_by date,
  people integer check (people between 1 and 1000),
  posted_at timestamptz not null,
  since timestamptz not null,
  steps jsonb not null,
  passed_up_at timestamptz,
  over_at timestamptz,
  -- What its lines say, kept here so that a list asks one table: whom it asked, and what is due first.
  asked uuid[] not null,
  asked_teams uuid[] not null,
  asked_paths text[] not null,
  due_at timestamptz,
  -- The marks of what the centre or the orderer has to do with the order itself.
  own_warn_at timestamptz,
  own_due_at timestamptz,
  own_over_at timestamptz,
  next_at timestamptz,
  told integer not null check (told between 0 and 3),
  calendar_version integer not null,
  version integer not null,
  primary key (district_id, id),
  unique (district_id, number),
  check ((state in ('over','declined','withdrawn')) = (over_at is not null)),
  foreign key (district_id, kind_code) references aid_kind (district_id, code),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, by_id) references account (district_id, id)
);
create index aid_newest on aid (district_id, id desc);
create index aid_of_unit on aid (district_id, unit_path, id desc);
create index aid_going_on on aid (district_id, id desc) where state in ('posted','sentBack','dispatched');
create index aid_posted on aid (district_id, posted_at);
create index aid_waiting on aid (district_id, centre_path) where state = 'posted';
create index aid_sent_back on aid (district_id, unit_path) where state = 'sentBack';
create index aid_due on aid (district_id, due_at) where due_at is not null;
create index aid_next on aid (district_id, next_at) where next_at is not null;
create index aid_calendar on aid (district_id, calendar_version) where state in ('posted','sentBack');

-- What one asked unit or team has to do and did. Facts are kept; the marks of the present step are derived, as those of a clock.
create table aid_line (
  district_id integer not null,
  id uuid not null,
  aid_id uuid not null,
  unit_id uuid,
  team_id uuid,
  unit_path text not null,
  asked_at timestamptz not null,
  step text check (step in ('accept','plan','finish','confirm','handOver')),
  outcome text check (outcome in ('confirmed','refused','handedOver','dropped')),
  since timestamptz not null,
  steps jsonb not null,
  plan_on date,
  sent_back_at timestamptz,
  rating jsonb,
  calendar_version integer not null,
  warn_at timestamptz,
  due_at timestamptz,
  over_at timestamptz,
  next_at timestamptz,
  told integer not null check (told between 0 and 3),
  primary key (district_id, id),
  check ((unit_id is null) <> (team_id is null)),
  check ((step is null) = (outcome is not null)),
  foreign key (district_id, aid_id) references aid (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, team_id) references team (district_id, id)
);
create index aid_line_of on aid_line (district_id, aid_id);
create index aid_line_of_unit on aid_line (district_id, unit_id, aid_id desc);
create index aid_line_of_team on aid_line (district_id, team_id, aid_id desc) where team_id is not null;
create index aid_line_open on aid_line (district_id, unit_id) where step is not null;
create index aid_line_open_team on aid_line (district_id, team_id) where step is not null;
create index aid_line_to_confirm on aid_line (district_id, aid_id) where step = 'confirm';
create index aid_line_to_hand_over on aid_line (district_id, aid_id) where step = 'handOver';
create index aid_line_next on aid_line (district_id, next_at) where next_at is not null;
create index aid_line_calendar on aid_line (district_id, calendar_version) where step is not null;

create table aid_matter (
  district_id integer not null,
  aid_id uuid not null,
  matter_id uuid not null,
  primary key (district_id, aid_id, matter_id),
  foreign key (district_id, aid_id) references aid (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index aid_matter_of on aid_matter (district_id, matter_id);

-- The history of an order, or of a team: who did what when. What was said stands apart, so that it can be destroyed and this cannot.
create table aid_action (
  district_id integer not null,
  id uuid not null,
  at timestamptz not null,
  aid_id uuid,
  team_id uuid,
  line_id uuid,
  verb text not null,
  account_id uuid,
  payload jsonb not null,
  primary key (district_id, id),
  check ((aid_id is null) <> (team_id is null)),
  foreign key (district_id, aid_id) references aid (district_id, id),
  foreign key (district_id, team_id) references team (district_id, id),
  foreign key (district_id, line_id) references aid_line (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index aid_action_of on aid_action (district_id, aid_id, at, id) where aid_id is not null;
create index aid_action_of_team on aid_action (district_id, team_id, at, id) where team_id is not null;

create table aid_text (
  district_id integer not null,
  id uuid not null,
  aid_id uuid,
  team_id uuid,
  sealed bytea not null,
  primary key (district_id, id),
  check ((aid_id is null) <> (team_id is null)),
  foreign key (district_id, aid_id) references aid (district_id, id),
  foreign key (district_id, team_id) references team (district_id, id)
);
create index aid_text_of on aid_text (district_id, aid_id) where aid_id is not null;
create index aid_text_of_team on aid_text (district_id, team_id) where team_id is not null;

-- A notice may be about an order for help, or about a team.
alter table notice add column aid_id uuid;
alter table notice add column team_id uuid;
create index notice_by_aid on notice (district_id, aid_id) where aid_id is not null;
create index notice_by_team on notice (district_id, team_id) where team_id is not null;

-- The catalogue is among the rules of a district; a verb is a word, and which there are says domain/org/audit.ts.
alter table rules_action drop constraint rules_action_verb_check;
alter table rules_action add constraint rules_action_verb_check check (verb ~ '^[a-z][A-Za-z]{2,39}$');

do $$
declare name text;
begin
  foreach name in array array['aid_kind','aid_counter','team','team_member','aid','aid_line','aid_matter','aid_action','aid_text'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on aid_kind, aid_counter, team, team_member, aid, aid_line to maple_app;
grant select, insert on aid_matter, aid_action, aid_text to maple_app;
select keep_log('aid_action');

-- Whether a matter of an order is kept from somebody, which its own policy would not even let be asked.
create function aid_locked(of_district integer, of_aid uuid, of_account uuid) returns boolean language sql stable
  security definer set search_path = public, pg_temp as $$
  select of_district = app_district() and exists (select from aid_matter l
    join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = of_district and l.aid_id = of_aid and m.sensitive and not of_account = any (m.need_to_know))
$$;
revoke all on function aid_locked(integer, uuid, uuid) from public;
grant execute on function aid_locked(integer, uuid, uuid) to maple_app;

-- At the end of a file's retention the words of its orders go too, once no other file of theirs is kept; number, steps and times stay.
create function destroy_aids(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from aid_text t using aid_matter l
    where l.district_id = of_district and l.matter_id = of_matter
      and t.district_id = of_district and t.aid_id = l.aid_id
      and not exists (select from aid_matter o join matter m on m.district_id = o.district_id and m.id = o.matter_id
        where o.district_id = of_district and o.aid_id = l.aid_id and o.matter_id <> of_matter and m.destroyed_at is null);
end $$;
revoke all on function destroy_aids(integer, uuid) from public;
grant execute on function destroy_aids(integer, uuid) to maple_app;
