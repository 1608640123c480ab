-- Each edit of the calendar with whom it was by, and how far the running clocks have been reckoned anew under it. A district
-- may have a million of them running: they are not moved in the transaction that saves a holiday.
create table calendar_change (
  district_id integer not null references district (id),
  -- the sum of the years' versions after the edit, which is what a clock says it was reckoned with
  version integer not null,
  year integer not null,
  account_id uuid not null,
  at timestamptz not null,
  status text not null check (status in ('official','provisional')),
  source text not null,
  -- running clocks when it was saved; of them looked at; of those due earlier and later than before
  clocks integer not null check (clocks >= 0),
  looked integer not null default 0,
  earlier integer not null default 0,
  later integer not null default 0,
  finished_at timestamptz,
  primary key (district_id, version),
  foreign key (district_id, year) references calendar_year (district_id, year),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index calendar_change_waiting on calendar_change (district_id, version) where finished_at is null;
alter table calendar_change enable row level security;
create policy same_district on calendar_change to maple_app using (district_id = app_district());
grant select, insert on calendar_change to maple_app;
grant update (looked, earlier, later, finished_at) on calendar_change to maple_app;

-- What a change of the calendar did to the due time of a clock: [{at, version, was, is}], the oldest first.
alter table clock add column shifts jsonb not null default '[]';
