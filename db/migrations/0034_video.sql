-- A session by video goes from browser to browser; what stands here is only how they find each other, for an hour at most.

create table mediation_peer (
  district_id integer not null,
  session_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  account_id uuid,
  party_id uuid,
  seen_at timestamptz not null,
  primary key (district_id, session_id, id),
  check ((account_id is null) = (party_id is not null)),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, party_id) references party (district_id, id)
);
create index mediation_peer_of on mediation_peer (district_id, mediation_id);

-- What one browser tells another so that they connect; it holds addresses of the network, so it is sealed, and it goes once it is taken.
create table mediation_signal (
  district_id integer not null,
  session_id uuid not null,
  to_id uuid not null,
  no bigint generated always as identity,
  id uuid not null,
  from_id uuid not null,
  mediation_id uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (district_id, session_id, to_id, no),
  unique (district_id, id),
  foreign key (district_id, mediation_id) references mediation (district_id, id)
);
create index mediation_signal_of on mediation_signal (district_id, mediation_id);

do $$
declare name text;
begin
  foreach name in array array['mediation_peer','mediation_signal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update, delete on mediation_peer to maple_app;
grant select, insert, delete on mediation_signal to maple_app;

-- At the end of a file's retention the words of its mediations go too; number, state and dates stay with the stub.
create or replace function destroy_mediations(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from mediation_signal g using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and g.district_id = of_district and g.mediation_id = m.id;
  delete from mediation_peer g using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and g.district_id = of_district and g.mediation_id = m.id;
  delete from mediation_message g using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and g.district_id = of_district and g.mediation_id = m.id;
  delete from mediation_text t using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and t.district_id = of_district and t.mediation_id = m.id;
  delete from mediation_link l using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and l.district_id = of_district and l.mediation_id = m.id;
  delete from mediation_slot s using mediation m where m.district_id = of_district and m.matter_id = of_matter
    and s.district_id = of_district and s.mediation_id = m.id;
  update mediation set facts = '{}'::jsonb, next_at = null where district_id = of_district and matter_id = of_matter;
end $$;
