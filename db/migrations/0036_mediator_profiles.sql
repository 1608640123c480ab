-- What a mediator is good at, in whose words: for the proposal of mediators, and for the public page where they agreed to stand there.
create table mediator_profile (
  district_id integer not null,
  person_id uuid not null,
  specialities text[] not null default '{}',
  languages text[] not null default '{}',
  since_year integer check (since_year between 1950 and 2100),
  about text not null default '' check (length(about) <= 500),
  is_public boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person (district_id, id)
);
create index mediator_profile_public on mediator_profile (district_id, person_id) where is_public;

alter table mediator_profile enable row level security;
create policy same_district on mediator_profile to maple_app using (district_id = app_district());
grant select, insert, update on mediator_profile to maple_app;

-- How many were settled is counted for the public page by committee.
create index mediation_settled on mediation (district_id, committee_id) where is_agreed;
