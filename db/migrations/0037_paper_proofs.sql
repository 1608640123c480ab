-- Every paper that was drawn bears a code by which anybody who holds it finds that it is genuine: what it is, when it was drawn, the
-- fingerprint of the file. It names nobody.
create table paper_proof (
  district_id integer not null,
  code text not null check (code ~ '^[0-9A-Z]{12}$'),
  mediation_id uuid not null,
  form text not null,
  of_id uuid,
  number text not null,
  file_kind text not null check (file_kind in ('pdf','word')),
  sha256 bytea not null check (length(sha256) = 32),
  -- The wording of an agreement that it shows.
  wording integer,
  drawn_at timestamptz not null,
  account_id uuid not null,
  primary key (district_id, code),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id)
);
create index paper_proof_of on paper_proof (district_id, mediation_id);

alter table paper_proof enable row level security;
create policy same_district on paper_proof to maple_app using (district_id = app_district());
grant select, insert on paper_proof to maple_app;
