-- 会商研判: who was called about what, who was there, what was concluded, and what became of each task. All words stand sealed in meeting_text.

create table meeting (
  district_id integer not null references district (id),
  id uuid not null,
  kind text not null check (kind in ('study','regular')),
  rhythm text check (rhythm in ('weekly','monthly')),
  -- Who calls, and the area it works for.
  unit_id uuid not null,
  area_path text not null,
  -- Empty once a file that it spoke of was destroyed.
  title text not null check (length(title) <= 60),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 600),
  place text not null,
  link text not null,
  chair_id uuid not null,
  minuter_id uuid not null,
  quorum integer not null check (quorum > 0),
  state text not null check (state in ('called','confirmed','adjourned','cancelled')),
  adjourned_to uuid,
  reminded boolean not null default false,
  called_by uuid not null,
  called_at timestamptz not null,
  confirmed_at timestamptz,
  -- Of the minutes as they were confirmed.
  digest bytea,
  version integer not null default 1,
  primary key (district_id, id),
  check ((kind = 'regular') = (rhythm is not null)),
  check ((state = 'confirmed') = (confirmed_at is not null)),
  check ((state = 'adjourned') = (adjourned_to is not null)),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, chair_id) references account (district_id, id),
  foreign key (district_id, minuter_id) references account (district_id, id),
  foreign key (district_id, called_by) references account (district_id, id)
);
create index meeting_by_time on meeting (district_id, state, starts_at, id);
create index meeting_over on meeting (district_id, starts_at desc, id desc) where state <> 'called';
create index meeting_of_unit on meeting (district_id, unit_id, starts_at);
create index meeting_to_remind on meeting (district_id, starts_at) where state = 'called' and not reminded;

create table meeting_unit (
  district_id integer not null,
  meeting_id uuid not null,
  unit_id uuid not null,
  -- Who of it was asked by name.
  account_ids uuid[] not null,
  answer text check (answer in ('comes','sends','cannot')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (district_id, meeting_id, unit_id),
  check ((answer is null) = (answered_at is null)),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index meeting_unit_of on meeting_unit (district_id, unit_id, meeting_id);

create table meeting_item (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  no integer not null check (no > 0),
  matter_id uuid,
  presenter_id uuid,
  minutes integer not null check (minutes between 1 and 300),
  -- The called units that this item names; without a matter and without any: all of them.
  unit_ids uuid[] not null,
  -- Came onto the agenda by itself, with tasks that were not finished.
  carried boolean not null,
  primary key (district_id, id),
  unique (district_id, meeting_id, no),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, presenter_id) references unit (district_id, id)
);
create index meeting_item_of_matter on meeting_item (district_id, matter_id, meeting_id) where matter_id is not null;

create table meeting_present (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  no integer not null,
  -- Null: somebody from outside.
  unit_id uuid,
  came text not null check (came in ('came','late','absent')),
  primary key (district_id, id),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index meeting_present_of on meeting_present (district_id, meeting_id, no);

create table meeting_task (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  matter_id uuid,
  no integer not null,
  -- One owner, and of it one person where somebody was named.
  unit_id uuid not null,
  account_id uuid,
  due_on date not null,
  state text not null check (state in ('draft','open','done','dropped')),
  asked_on date,
  told boolean not null default false,
  ended_at timestamptz,
  primary key (district_id, id),
  check ((state in ('done','dropped')) = (ended_at is not null)),
  check (asked_on is null or state = 'open'),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, item_id) references meeting_item (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index meeting_task_of on meeting_task (district_id, meeting_id, no);
create index meeting_task_of_item on meeting_task (district_id, item_id);
create index meeting_task_of_matter on meeting_task (district_id, matter_id) where matter_id is not null and state = 'open';
create index meeting_task_of_unit on meeting_task (district_id, unit_id, due_on, id) where state = 'open';
create index meeting_task_open on meeting_task (district_id, due_on, id) where state = 'open';
create index meeting_task_ended on meeting_task (district_id, ended_at desc, id desc) where ended_at is not null;
create index meeting_task_of_unit_ended on meeting_task (district_id, unit_id, ended_at desc, id desc) where ended_at is not null;
create index meeting_task_due on meeting_task (district_id, due_on) where state = 'open' and not told;

-- Onto which agendas an unfinished task came back; once for each.
create table meeting_return (
  district_id integer not null,
  meeting_id uuid not null,
  task_id uuid not null,
  item_id uuid not null,
  primary key (district_id, meeting_id, task_id),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, task_id) references meeting_task (district_id, id),
  foreign key (district_id, item_id) references meeting_item (district_id, id)
);
create index meeting_return_of on meeting_return (district_id, task_id);

-- What was written and said, each under seal: by what it belongs to (item, task, person, answer, report) and as what.
create table meeting_text (
  district_id integer not null,
  of_id uuid not null,
  kind text not null check (kind in ('topic','said','conclusion','person','reply','task','report','note')),
  meeting_id uuid not null,
  -- Gone with the file of the item's matter.
  item_id uuid,
  sealed bytea not null,
  primary key (district_id, of_id, kind),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, item_id) references meeting_item (district_id, id)
);
create index meeting_text_of on meeting_text (district_id, meeting_id);
create index meeting_text_of_item on meeting_text (district_id, item_id) where item_id is not null;

create table meeting_action (
  district_id integer not null references district (id),
  id uuid not null,
  meeting_id uuid not null,
  task_id uuid,
  at timestamptz not null,
  -- Null: by itself.
  account_id uuid,
  unit_id uuid,
  verb text not null check (verb in ('call','answer','change','attach','record','confirm','adjourn','cancel','note',
    'progress','done','ask','grant','deny','drop','return','overdue')),
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, meeting_id) references meeting (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index meeting_action_of on meeting_action (district_id, meeting_id, at, id);
create index meeting_action_of_task on meeting_action (district_id, task_id, at, id) where task_id is not null;

alter table attachment add column meeting_item_id uuid;
create index attachment_of_meeting_item on attachment (district_id, meeting_item_id) where meeting_item_id is not null;
drop index attachment_loose;
create index attachment_loose on attachment (district_id, created_at) where matter_id is null and meeting_item_id is null;

alter table notice add column meeting_id uuid;
create index notice_by_meeting on notice (district_id, meeting_id) where meeting_id is not null;

do $$
declare name text;
begin
  foreach name in array array['meeting','meeting_unit','meeting_item','meeting_present','meeting_task','meeting_return','meeting_text','meeting_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on meeting, meeting_unit, meeting_item to maple_app;
grant select, insert, update, delete on meeting_present, meeting_task, meeting_text to maple_app;
grant select, insert on meeting_return, meeting_action to maple_app;
select keep_log('meeting_action');

-- What was confirmed stays as it was: minutes, who was there, and what each task was.
create function keep_minutes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'maple_app' and exists (select from meeting m where m.district_id = old.district_id
      and m.id = old.meeting_id and m.state = 'confirmed') then
    raise exception 'the minutes of this meeting are confirmed: they are neither changed nor removed' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;
revoke all on function keep_minutes() from public;
create trigger keep_minutes before update or delete on meeting_text for each row
  when (old.kind in ('topic','said','conclusion','person','task')) execute function keep_minutes();
create trigger keep_minutes before update or delete on meeting_present for each row execute function keep_minutes();
create trigger keep_minutes before delete on meeting_task for each row execute function keep_minutes();

-- Whether a matter may be known to whom an agenda names: never where it is need-to-know or its file is destroyed.
create function is_plain_matter(of_district integer, of_matter uuid) returns boolean language sql stable
  security definer set search_path = public, pg_temp as $$
  select of_district = app_district() and exists (select from matter m where m.district_id = of_district and m.id = of_matter
    and not m.sensitive and m.destroyed_at is null)
$$;
revoke all on function is_plain_matter(integer, uuid) from public;
grant execute on function is_plain_matter(integer, uuid) to maple_app;

-- At the end of a file's retention the words of meetings about it go too; that there was one, and its dates, stay.
create function destroy_meetings(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from meeting_text t using meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and t.district_id = of_district and t.item_id = i.id;
  update attachment a set matter_id = null, meeting_item_id = null, name = '', owner = 'destroyed', created_at = 'epoch'
    from meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and a.district_id = of_district and a.meeting_item_id = i.id;
  -- where nothing else was on the agenda, also who was there and what was noted
  delete from meeting_text t using meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and t.district_id = of_district and t.meeting_id = i.meeting_id and not exists (select from meeting_item o
      where o.district_id = of_district and o.meeting_id = i.meeting_id and o.matter_id is distinct from of_matter);
  update meeting m set title = '' from meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and m.district_id = of_district and m.id = i.meeting_id;
end $$;
revoke all on function destroy_meetings(integer, uuid) from public;
grant execute on function destroy_meetings(integer, uuid) to maple_app;
