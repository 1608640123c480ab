-- The written room of a mediation: what its people write to each other, sealed; offers are steps, and stand in the facts.

update mediation set facts = facts || '{"offers":[]}'::jsonb where facts ? 'version' and not facts ? 'offers';

alter table mediation_text drop constraint mediation_text_kind_check;
alter table mediation_text add constraint mediation_text_kind_check
  check (kind in ('story','witness','reason','conflict','place','record','caucus','terms','offer'));

create table mediation_message (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  session_id uuid not null,
  -- Within its room, without a gap: given under the lock of the mediation.
  no integer not null check (no > 0),
  -- Who wrote: somebody of the staff; or a party, for itself or for whom it acts.
  account_id uuid,
  by_id uuid,
  party_id uuid,
  sealed bytea not null,
  file_ids uuid[] not null,
  at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, mediation_id, session_id, no),
  check ((account_id is null) = (by_id is not null) and (by_id is null) = (party_id is null)),
  foreign key (district_id, mediation_id) references mediation (district_id, id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, by_id) references party (district_id, id),
  foreign key (district_id, party_id) references party (district_id, id)
);
alter table mediation_message enable row level security;
create policy same_district on mediation_message to maple_app using (district_id = app_district());
grant select, insert on mediation_message to maple_app;

-- A file of a room belongs to its matter as every file does, but is handed out by the room alone.
alter table attachment add column message_id uuid;

-- At the end of a file's retention the words of its mediations go too; number, state and dates stay with the stub.
create or replace function destroy_mediations(of_district integer, of_matter uuid) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
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
