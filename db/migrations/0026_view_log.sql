-- Who opened which matter and who looked through which lists, apart from the log of what was revealed, exported and printed: there
-- is a hundred times as much of it.
create table view_log (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  what text not null check (what in ('open','list')),
  subject text not null,
  facts text not null,
  primary key (district_id, id)
);
create index view_log_by_account on view_log (district_id, account_id, at desc, id desc);
create index view_log_by_time on view_log (district_id, at desc, id desc);
create index view_log_by_kind on view_log (district_id, what, at desc, id desc);
alter table view_log enable row level security;
create policy same_district on view_log to maple_app using (district_id = app_district());
grant select, insert on view_log to maple_app;
select keep_log('view_log');
