-- The end of a file's retention: a register is drawn up, somebody else approves it, what people said and who they were is
-- destroyed, and a stub stays: number, title, dates, kind, how it ended, its history without its words.

alter table matter add column destroyed_at timestamptz;
create index matter_by_retention on matter (district_id, retention, archived_at, id)
  where archived_at is not null and destroyed_at is null;

create table register (
  district_id integer not null references district (id),
  id uuid not null,
  state text not null check (state in ('drawn','rejected','approved','done')),
  reason text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  decided_by uuid check (decided_by <> drawn_by),
  decided_at timestamptz,
  decided_why text,
  done_at timestamptz,
  primary key (district_id, id),
  check ((state = 'drawn') = (decided_by is null)),
  foreign key (district_id, drawn_by) references account (district_id, id),
  foreign key (district_id, decided_by) references account (district_id, id)
);
-- One at a time: nobody looks through two.
create unique index register_open on register (district_id) where state in ('drawn','approved');

create table register_file (
  district_id integer not null,
  register_id uuid not null,
  matter_id uuid not null,
  retention text not null,
  years integer not null check (years > 0),
  archived_at timestamptz not null,
  kept_why text,
  destroyed_at timestamptz,
  primary key (district_id, register_id, matter_id),
  foreign key (district_id, register_id) references register (district_id, id),
  foreign key (district_id, matter_id) references matter (district_id, id)
);
create index register_file_to_do on register_file (district_id, register_id) where kept_why is null and destroyed_at is null;

do $$
declare name text;
begin
  foreach name in array array['register','register_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select, insert, update on %I to maple_app', name);
  end loop;
end $$;

-- Whether a matter may be destroyed: it stands in an approved register, not kept back, and is archived as it was then.
create function may_destroy(of_district integer, of_matter uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from register_file f
    join register r on r.district_id = f.district_id and r.id = f.register_id
    join matter m on m.district_id = f.district_id and m.id = f.matter_id
    where f.district_id = of_district and f.matter_id = of_matter and r.state = 'approved' and f.kept_why is null
      and m.archived_at = f.archived_at)
$$;

-- The history may lose its payloads, and nothing else, by an approved register: for the owner of the tables too.
create function refuse_all_but_destruction() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.payload = '{}'::jsonb and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload'
      and may_destroy(old.district_id, old.matter_id) then
    return new;
  end if;
  raise exception '% is append-only: its rows are neither changed nor removed', tg_table_name using errcode = '42501';
end $$;
drop trigger append_only on matter_action;
create trigger append_only before delete or truncate on matter_action for each statement execute function refuse_change();
create trigger append_only_rows before update on matter_action for each row execute function refuse_all_but_destruction();
alter table matter_action enable always trigger append_only;
alter table matter_action enable always trigger append_only_rows;

-- Destroys what a matter says, by an approved register only. Out: whether it did. Its attachments become loose: their bytes
-- and rows go with the next tidying.
create function destroy_matter(of_district integer, of_matter uuid, instant timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return false;
  end if;
  -- of two workers the second waits here, and finds it done
  perform from matter where district_id = of_district and id = of_matter and destroyed_at is null for update;
  if not found then
    return false;
  end if;
  update matter_action set payload = '{}'::jsonb where district_id = of_district and matter_id = of_matter;
  update appeal set words = '', name_sealed = null, phone_sealed = null, phone_index = null, name_index = null,
      pinyin_index = null, query_sealed = '\x', query_index = decode(md5(id::text || gen_random_uuid()::text), 'hex'),
      rating_words = null, sender_name = null, on_behalf = null, place_code = null
    where district_id = of_district and matter_id = of_matter;
  update attachment set matter_id = null, appeal_id = null, seq = null, name = '', owner = 'destroyed', created_at = 'epoch'
    where district_id = of_district and matter_id = of_matter;
  delete from party_version v using party p where p.district_id = of_district and p.matter_id = of_matter
    and v.district_id = of_district and v.party_id = p.id;
  delete from party where district_id = of_district and matter_id = of_matter;
  update matter_link set removed_at = instant
    where district_id = of_district and removed_at is null and (from_id = of_matter or to_id = of_matter);
  delete from matter_text where district_id = of_district and matter_id = of_matter;
  delete from notice where district_id = of_district and matter_id = of_matter;
  delete from follow where district_id = of_district and matter_id = of_matter;
  delete from matter_opening where district_id = of_district and matter_id = of_matter;
  update matter set story = '', place_text = '', lng = null, lat = null, result = null, parts = '[]', request = null, held = null,
      has_contact = false, version = version + 1, changed_at = instant, destroyed_at = instant
    where district_id = of_district and id = of_matter;
  update register_file f set destroyed_at = instant from register r
    where r.district_id = of_district and r.id = f.register_id and r.state = 'approved'
      and f.district_id = of_district and f.matter_id = of_matter;
  return true;
end $$;
revoke all on function refuse_all_but_destruction(), may_destroy(integer, uuid), destroy_matter(integer, uuid, timestamptz) from public;
grant execute on function destroy_matter(integer, uuid, timestamptz) to maple_app;

-- Whoever audits sees why a payload is gone.
grant select (destroyed_at) on matter to maple_audit;
grant select on register_file to maple_audit;
create policy audit_reads on register_file for select to maple_audit using (true);
