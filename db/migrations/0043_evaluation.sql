-- 考核: what of a month is counted where, as lines of matters and voices; exclusions decided by a panel; and months that are frozen.
-- It counts matters and units; nothing here counts people.

-- 不合理诉求剔除: a unit asks that a matter leaves some rates. The panel of the day it was asked decides.
create table exclusion (
  district_id integer not null references district (id),
  id uuid not null,
  matter_id uuid not null,
  -- The number stands here too: whoever decides need not be let into the matter.
  number text not null,
  unit_id uuid not null,
  unit_path text not null,
  reason text not null check (reason in ('jurisdiction','procedure','law','secrecy','untrue','excessive','heard','malicious')),
  -- Whose units vote, as in `exclusion_seat`, so that a list asks one table.
  deciders uuid[] not null check (cardinality(deciders) >= 3),
  measures text[] not null check (measures <> '{}' and measures <@ array['response','solution','satisfaction','onTime']),
  state text not null check (state in ('voting','excluded','refused','appealed','granted','upheld','withdrawn')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  vote_by date not null,
  decided_at timestamptz,
  appeal_by date,
  changed_at timestamptz not null,
  primary key (district_id, id),
  check ((state in ('voting','withdrawn')) = (decided_at is null)),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, asked_by) references account (district_id, id)
);
create unique index exclusion_once on exclusion (district_id, matter_id, unit_id) where state <> 'withdrawn';
create index exclusion_in_force on exclusion (district_id, matter_id) where state in ('excluded','granted');
create index exclusion_newest on exclusion (district_id, id desc);
create index exclusion_of_unit on exclusion (district_id, unit_id, id desc);
create index exclusion_voting on exclusion (district_id, vote_by) where state = 'voting';
create index exclusion_appealed on exclusion (district_id, id desc) where state = 'appealed';

-- One vote of each unit of the panel; the asking unit and the one that handles the matter have none.
create table exclusion_seat (
  district_id integer not null,
  exclusion_id uuid not null,
  unit_id uuid not null,
  vote text check (vote in ('exclude','keep')),
  voted_by uuid,
  voted_at timestamptz,
  primary key (district_id, exclusion_id, unit_id),
  check ((vote is null) = (voted_by is null) and (vote is null) = (voted_at is null)),
  foreign key (district_id, exclusion_id) references exclusion (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, voted_by) references account (district_id, id)
);
create unique index exclusion_seat_of_voter on exclusion_seat (district_id, exclusion_id, voted_by) where voted_by is not null;

-- Evidence and reasons, sealed; under the id of the command that said them. Gone with the file of the matter.
create table exclusion_text (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  exclusion_id uuid not null,
  sealed bytea not null,
  primary key (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, exclusion_id) references exclusion (district_id, id)
);
create index exclusion_text_of on exclusion_text (district_id, exclusion_id);
create index exclusion_text_of_matter on exclusion_text (district_id, matter_id);

-- Who decides; the newest counts, and what is asked keeps the panel of its day.
create table evaluation_panel (
  district_id integer not null references district (id),
  version integer not null check (version > 0),
  unit_ids uuid[] not null check (cardinality(unit_ids) >= 3),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (district_id, version),
  foreign key (district_id, set_by) references account (district_id, id)
);

-- A month that is frozen; its lines and figures were written before it, in the same transaction.
create table evaluation_month (
  district_id integer not null references district (id),
  month date not null check (extract(day from month) = 1),
  profile_version integer not null,
  frozen_at timestamptz not null,
  -- Null: on its day, by itself.
  frozen_by uuid,
  lines integer not null check (lines >= 0),
  primary key (district_id, month),
  foreign key (district_id, profile_version) references profile (district_id, version),
  foreign key (district_id, frozen_by) references account (district_id, id)
);

-- What stands behind every number: one matter with one unit, for satisfaction one voice; for matters the voice is the matter itself.
create table evaluation_line (
  district_id integer not null,
  month date not null,
  measure text not null check (measure in ('response','solution','satisfaction','onTime','returned','reopened')),
  unit_id uuid not null,
  matter_id uuid not null,
  voice_id uuid not null,
  class text not null check (class in ('met','late','overdue','solved','unsolved','satisfied','basically','unsatisfied',
    'unreachable','unanswered','notAsked','noContact','returned','reopened')),
  exclusion_id uuid,
  primary key (district_id, month, measure, unit_id, matter_id, voice_id),
  foreign key (district_id, month) references evaluation_month (district_id, month) deferrable initially deferred,
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, exclusion_id) references exclusion (district_id, id)
);
create index evaluation_line_of_matter on evaluation_line (district_id, matter_id);

create table evaluation_figure (
  district_id integer not null,
  month date not null,
  unit_id uuid not null,
  measure text not null,
  class text not null,
  counted integer not null check (counted >= 0),
  excluded integer not null check (excluded >= 0),
  primary key (district_id, month, unit_id, measure, class),
  foreign key (district_id, month) references evaluation_month (district_id, month) deferrable initially deferred,
  foreign key (district_id, unit_id) references unit (district_id, id)
);

create table evaluation_action (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  unit_id uuid,
  role text,
  matter_id uuid,
  -- An exclusion, a panel, a month.
  subject_id uuid not null,
  verb text not null check (verb in ('freeze','setPanel','ask','vote','decide','appeal','grant','uphold','withdraw')),
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index evaluation_action_of on evaluation_action (district_id, subject_id, at, id);
create index evaluation_action_by_time on evaluation_action (district_id, at desc, id desc);
create index evaluation_action_by_account on evaluation_action (district_id, account_id, at desc, id desc);

-- A frozen month never changes, not even for the owner of the tables, and nothing is added to it.
create function refuse_change_of_month() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a frozen month is not changed' using errcode = '42501';
end $$;
revoke all on function refuse_change_of_month() from public;
create function refuse_line_of_month() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from evaluation_month e where e.district_id = new.district_id and e.month = new.month) then
    raise exception 'a frozen month is not changed' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function refuse_line_of_month() from public;
create trigger frozen before update or delete on evaluation_month for each row execute function refuse_change_of_month();
create trigger frozen before update or delete on evaluation_line for each row execute function refuse_change_of_month();
create trigger frozen before update or delete on evaluation_figure for each row execute function refuse_change_of_month();
create trigger frozen_new before insert on evaluation_line for each row execute function refuse_line_of_month();
create trigger frozen_new before insert on evaluation_figure for each row execute function refuse_line_of_month();

do $$
declare name text;
begin
  foreach name in array array['exclusion','exclusion_seat','exclusion_text','evaluation_panel','evaluation_month','evaluation_line',
      'evaluation_figure','evaluation_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert on %I to maple_app', name);
  end loop;
end $$;
-- what was asked, by whom and why, never changes
grant update (state, decided_at, appeal_by, changed_at) on exclusion to maple_app;
grant update (vote, voted_by, voted_at) on exclusion_seat to maple_app;
-- the words are sealed anew when keys change
grant update (sealed) on exclusion_text to maple_app;
select keep_log('evaluation_action');

-- What of a month is looked up: clocks by the day they were due, and what was sent back or taken up again.
create index clock_due_in on clock (district_id, kind, due_at) include (matter_id, unit_id, outcome, stopped_at)
  where kind in ('contact','handle') and due_at is not null;
create index matter_action_sent_back on matter_action (district_id, verb, at) where verb in ('return','reopen');

-- A notice may be about an exclusion, whose matter need not be the reader's.
alter table notice add column exclusion_id uuid;

-- At the end of a file's retention the words of its exclusions go too; reason, votes and days stay with the stub.
create function destroy_exclusions(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from exclusion_text where district_id = of_district and matter_id = of_matter;
end $$;
revoke all on function destroy_exclusions(integer, uuid) from public;
grant execute on function destroy_exclusions(integer, uuid) to maple_app;
