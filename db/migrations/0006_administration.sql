-- Administration of units, people, accounts and posts by the district itself, and the record of it.

alter table account add column must_change_password boolean not null default false;

-- What was read is named when it is written back, so that two who edit at once do not overwrite each other.
alter table unit add column version integer not null default 1;

-- A post given by mistake ends on the day before it began: it never counts, and it stays on record.
alter table post drop constraint post_check;
alter table post add constraint post_span check (to_on is null or to_on >= from_on - 1);

create index person_by_pinyin on person (district_id, pinyin, id);
-- Whoever has signed for a matter that is open cannot simply go.
create index matter_open_by_handler on matter (district_id, handler_id) where state <> 'closed' and handler_id is not null;

-- What administrators did, one row a command, by the id that the client gave it; insert and select only.
create table org_action (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  verb text not null check (verb in ('addPerson','givePost','endPost','disableAccount','enableAccount','resetPassword','addUnit','editUnit','closeUnit')),
  subject uuid not null,
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index org_action_by_subject on org_action (district_id, subject, at);

alter table org_action enable row level security;
create policy same_district on org_action to maple_app using (district_id = app_district());
grant select, insert on org_action to maple_app;
-- A login name is taken once and for all: it can be added, never changed.
grant insert on login_key to maple_app;
