-- 督办: instruments given to the unit that a clock ran out with, the three failings found in the record, and samples of closed matters
-- asked again by another unit. It is about matters and units; nothing here counts people.

create table supervision (
  district_id integer not null references district (id),
  id uuid not null,
  matter_id uuid not null,
  kind text not null check (kind in ('reminder','letter','yellow','red')),
  -- Of the office that gives it, in the year.
  year integer not null,
  no integer not null check (no > 0),
  -- The unit that had the clock then; it stays addressed when the matter moves on. Clocks go with their matter, so there is no key.
  unit_id uuid not null,
  clock_id uuid not null,
  clock_kind text not null check (clock_kind in ('accept','dispatch','sign','contact','handle','verify','revisit','reopen','approve','hold')),
  clock_due_at timestamptz,
  state text not null check (state in ('waiting','answered','objected','accepted','raised','ruledOut','cancelled')),
  answer_on date not null,
  promised_on date,
  is_objected boolean not null default false,
  is_asked_again boolean not null default false,
  given_by uuid not null,
  giver_post_id uuid not null,
  giver_role text not null,
  giver_unit_id uuid not null,
  giver_path text not null,
  given_at timestamptz not null,
  changed_at timestamptz not null,
  -- Whether the unit was told that its day is over.
  is_told boolean not null default false,
  primary key (district_id, id),
  unique (district_id, giver_unit_id, kind, year, no),
  check (unit_id <> giver_unit_id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, giver_unit_id) references unit (district_id, id),
  foreign key (district_id, giver_post_id) references post (district_id, id),
  foreign key (district_id, given_by) references account (district_id, id)
);
create unique index supervision_once on supervision (district_id, clock_id, kind) where state <> 'cancelled';
create index supervision_of_matter on supervision (district_id, matter_id, id);
create index supervision_of_unit on supervision (district_id, unit_id, id desc);
create index supervision_given on supervision (district_id, giver_unit_id, id desc);
create index supervision_waiting on supervision (district_id, answer_on, id) where state = 'waiting';
create index supervision_open on supervision (district_id, id desc) where state in ('waiting','answered','objected','ruledOut');

create table supervision_counter (
  district_id integer not null,
  unit_id uuid not null,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (district_id, unit_id, kind, year),
  foreign key (district_id, unit_id) references unit (district_id, id)
);

-- What is written on one of them, sealed; under the id of the command that said it. Gone with the file of its matter.
create table supervision_text (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  subject_id uuid not null,
  sealed bytea not null,
  primary key (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index supervision_text_of on supervision_text (district_id, subject_id);
create index supervision_text_of_matter on supervision_text (district_id, matter_id);

create table supervision_finding (
  district_id integer not null references district (id),
  id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  failing text not null check (failing in ('notAccepted','notHandled','notLawful')),
  rule text not null,
  key text not null,
  evidence jsonb not null,
  state text not null check (state in ('found','confirmed','dismissed','mended')),
  found_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, matter_id, rule, key),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index supervision_finding_by_state on supervision_finding (district_id, state, id desc);
create index supervision_finding_by_failing on supervision_finding (district_id, failing, state, id desc);
create index supervision_finding_of_unit on supervision_finding (district_id, unit_id, id desc);

-- Up to when the records were looked through.
create table supervision_round (
  district_id integer not null references district (id),
  looked_on date not null,
  looked_at timestamptz not null,
  found integer not null,
  primary key (district_id)
);

-- A month's sample of closed matters. The seed and the size draw the same again.
create table closure_sample (
  district_id integer not null references district (id),
  id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  share integer not null check (share between 1 and 100),
  minimum integer not null check (minimum between 0 and 50),
  seed text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, unit_id, month),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, drawn_by) references account (district_id, id)
);

-- How many each unit had closed when it was drawn.
create table closure_stratum (
  district_id integer not null,
  sample_id uuid not null,
  unit_id uuid not null,
  closed integer not null check (closed > 0),
  primary key (district_id, sample_id, unit_id),
  foreign key (district_id, sample_id) references closure_sample (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);

create table closure_check (
  district_id integer not null,
  sample_id uuid not null,
  matter_id uuid not null,
  no integer not null check (no > 0),
  -- Of the stratum: whoever handled it, or the centre where nobody did. Beside it whoever closed it: neither may check it.
  unit_id uuid not null,
  closed_unit_id uuid not null,
  handling_unit_id uuid,
  closed_at timestamptz not null,
  outcome text check (outcome in ('solved','unsolved','unreachable','false')),
  way text check (way in ('phone','visit','record')),
  checker_unit_id uuid,
  checked_at timestamptz,
  -- Whether reopening was proposed to the centre of the matter.
  proposes boolean not null default false,
  primary key (district_id, sample_id, matter_id),
  unique (district_id, sample_id, no),
  check ((outcome is null) = (checked_at is null) and (outcome is null) = (way is null) and (outcome is null) = (checker_unit_id is null)),
  check (checker_unit_id <> closed_unit_id and checker_unit_id <> unit_id and checker_unit_id <> handling_unit_id),
  check (not proposes or outcome in ('unsolved','false')),
  foreign key (district_id, sample_id) references closure_sample (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id),
  foreign key (district_id, closed_unit_id) references unit (district_id, id),
  foreign key (district_id, checker_unit_id) references unit (district_id, id)
);
create index closure_check_of_matter on closure_check (district_id, matter_id);

create table supervision_action (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  -- Null: the nightly round.
  account_id uuid,
  unit_id uuid,
  role text,
  matter_id uuid,
  -- An instrument, a finding, a sample.
  subject_id uuid not null,
  verb text not null check (verb in ('give','answer','object','accept','askAgain','cancel','keep','ruleOut','raise',
    'look','find','confirm','dismiss','mend','draw','check')),
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, unit_id) references unit (district_id, id)
);
create index supervision_action_of on supervision_action (district_id, subject_id, at, id);
create index supervision_action_by_time on supervision_action (district_id, at desc, id desc);
create index supervision_action_by_account on supervision_action (district_id, account_id, at desc, id desc);

do $$
declare name text;
begin
  foreach name in array array['supervision','supervision_counter','supervision_text','supervision_finding','supervision_round',
      'closure_sample','closure_stratum','closure_check','supervision_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert on %I to maple_app', name);
  end loop;
end $$;
-- to whom, by whom and on what a card was given never changes
grant update (state, answer_on, promised_on, is_objected, is_asked_again, changed_at, is_told) on supervision to maple_app;
grant update (last) on supervision_counter to maple_app;
-- the words are sealed anew when keys change
grant update (sealed) on supervision_text to maple_app;
grant update (state, changed_at) on supervision_finding to maple_app;
grant update (looked_on, looked_at, found) on supervision_round to maple_app;
grant update (outcome, way, checker_unit_id, checked_at, proposes) on closure_check to maple_app;
select keep_log('supervision_action');

-- What is late, column by column; and what lies still in somebody's hands.
create index clock_late on clock (district_id, kind, due_at, id) where stopped_at is null and due_at is not null;
create index matter_quiet on matter (district_id, changed_at, id) where state in ('dispatched','handling') and held is null;

-- At the end of a file's retention the words of supervision go too; kind, unit and dates stay with the stub.
create function destroy_supervision(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from supervision_text where district_id = of_district and matter_id = of_matter;
end $$;
revoke all on function destroy_supervision(integer, uuid) from public;
grant execute on function destroy_supervision(integer, uuid) to maple_app;
