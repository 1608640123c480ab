-- What people ask about their own data (Personal Information Protection Act arts 44-50): to correct it, to erase it, to be told.
-- Erasing takes the person out of a voice and leaves what was handled; what has to be kept goes under lock instead.

alter table appeal add column erased_at timestamptz;

create table subject_request (
  district_id integer not null references district (id),
  id uuid not null,
  appeal_id uuid not null,
  kind text not null check (kind in ('correct','erase','explain')),
  field text check (field in ('name','phone','words','place')),
  ground text check (ground in ('achieved','withdrawn','unlawful','other')),
  -- What was said, and the right value; gone once the person is erased.
  said_sealed bytea,
  by_phone boolean not null,
  asked_at timestamptz not null,
  due_on date not null,
  told integer not null default 0 check (told between 0 and 2),
  state text not null check (state in ('open','granted','partly','refused')),
  answered_by uuid,
  answered_at timestamptz,
  answer_sealed bytea,
  checked text check (checked in ('signedIn','called','inPerson')),
  takes_words boolean not null default false,
  -- When an approved erasure was carried out, and in which matters the words went.
  erased_at timestamptz,
  matters uuid[] not null default '{}',
  primary key (district_id, id),
  check ((kind = 'correct') = (field is not null)),
  check ((kind = 'erase') = (ground is not null)),
  check ((state = 'open') = (answered_by is null)),
  check (kind = 'erase' or erased_at is null and not takes_words),
  foreign key (district_id, appeal_id) references appeal (district_id, id),
  foreign key (district_id, answered_by) references account (district_id, id)
);
create unique index subject_request_open_once on subject_request (district_id, appeal_id, kind) where state = 'open';
create index subject_request_of_voice on subject_request (district_id, appeal_id, id);
create index subject_request_open on subject_request (district_id, due_on, id) where state = 'open';
create index subject_request_answered on subject_request (district_id, id) where state <> 'open';

-- What of a person has to be kept and may not be used: nothing in the product reads it.
create table subject_hold (
  district_id integer not null,
  appeal_id uuid not null,
  request_id uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (district_id, appeal_id),
  foreign key (district_id, appeal_id) references appeal (district_id, id),
  foreign key (district_id, request_id) references subject_request (district_id, id)
);

create table subject_action (
  district_id integer not null references district (id),
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('resident','staff')),
  account_id uuid,
  request_id uuid not null,
  verb text not null check (verb in ('ask','answer')),
  payload jsonb not null,
  primary key (district_id, id),
  check ((actor_kind = 'staff') = (account_id is not null)),
  foreign key (district_id, request_id) references subject_request (district_id, id)
);
create index subject_action_of_request on subject_action (district_id, request_id, at);
create index subject_action_by_time on subject_action (district_id, at desc, id desc);

do $$
declare name text;
begin
  foreach name in array array['subject_request','subject_hold','subject_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
    execute format('grant select on %I to maple_app', name);
  end loop;
end $$;
grant insert on subject_hold, subject_action to maple_app;
-- which matters lose words, and that they have, is written by the erasing itself
grant insert (district_id, id, appeal_id, kind, field, ground, said_sealed, by_phone, asked_at, due_on, state)
  on subject_request to maple_app;
grant update (said_sealed, told, state, answered_by, answered_at, answer_sealed, checked, takes_words) on subject_request to maple_app;
select keep_log('subject_action');

-- Whoever audits sees why a payload is gone.
grant select (district_id, id, appeal_id, state, takes_words, erased_at, matters) on subject_request to maple_audit;
create policy audit_reads on subject_request for select to maple_audit using (true);

-- Whether words may go from the history of a matter: an erasure that takes them was granted and is being carried out there.
create function may_blank(of_district integer, of_matter uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from subject_request r where r.district_id = of_district and of_matter = any (r.matters)
    and r.kind = 'erase' and r.state = 'granted' and r.takes_words and r.erased_at is null)
$$;
revoke all on function may_blank(integer, uuid) from public;

-- Whether a text of a payload repeats what was said: most titles are the first sentence.
create function repeats(of_text text, words text) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select length(rtrim(of_text, '…')) > 3 and position(rtrim(of_text, '…') in words) > 0
$$;
revoke all on function repeats(text, text) from public;

create or replace function refuse_all_but_destruction() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.payload = '{}'::jsonb and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload'
      and (may_destroy(old.district_id, old.matter_id)
        or may_blank(old.district_id, old.matter_id)) then
    return new;
  end if;
  raise exception '% is append-only: its rows are neither changed nor removed', tg_table_name using errcode = '42501';
end $$;

-- Takes the person out of a voice, by a request that was granted (or partly: then what is kept stands under lock already). With
-- `takes_words` also what the voice said, and its photographs. Out: whether it did.
create function erase_subject(of_district integer, of_request uuid, new_title text, instant timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r subject_request;
  v appeal;
  said_in uuid[];
  touched uuid[];
  own uuid[];
begin
  if of_district <> app_district() then
    return false;
  end if;
  select * into r from subject_request where district_id = of_district and id = of_request and kind = 'erase'
    and state in ('granted','partly') and erased_at is null for update;
  if not found then
    return false;
  end if;
  select * into v from appeal where district_id = of_district and id = r.appeal_id for update;
  perform from matter where district_id = of_district and id = v.matter_id and state = 'closed' and destroyed_at is null for update;
  if not found then
    return false;
  end if;
  select array_agg(p.id) into own from party p where p.district_id = of_district and p.matter_id = v.matter_id
    and (p.appeal_id = v.id or p.phone_index = v.phone_index and p.name_index = v.name_index);
  delete from party_version where district_id = of_district and party_id = any (own);
  update party p set acts_for = array(select x from unnest(p.acts_for) x where x <> all (own))
    where p.district_id = of_district and p.matter_id = v.matter_id and p.acts_for && own;
  delete from party where district_id = of_district and id = any (own);
  update appeal set name_sealed = null, phone_sealed = null, phone_index = null, name_index = null, pinyin_index = null,
      sender_name = null, on_behalf = null, erased_at = instant
    where district_id = of_district and id = v.id;
  update ticket set name_sealed = null, phone_sealed = null where district_id = of_district and matter_id = v.matter_id
    and not exists (select from appeal o where o.district_id = of_district and o.matter_id = v.matter_id and o.id <> v.id);
  -- a number that stands with nothing else here is signed out and forgotten
  if v.phone_index is not null
      and not exists (select from appeal o where o.district_id = of_district and o.phone_index = v.phone_index)
      and not exists (select from party p where p.district_id = of_district and p.phone_index = v.phone_index) then
    delete from resident_session where district_id = of_district and phone_index = v.phone_index;
    delete from resident_device where district_id = of_district and phone_index = v.phone_index;
    delete from resident_ask where district_id = of_district and phone_index = v.phone_index;
  end if;
  if r.state = 'granted' and r.takes_words then
    update subject_request set matters = array_remove(array[v.matter_id, v.born_matter_id], null) || array(
        select distinct case when l.from_id in (v.matter_id, v.born_matter_id) then l.to_id else l.from_id end from matter_link l
          where l.district_id = of_district and (l.from_id in (v.matter_id, v.born_matter_id) or l.to_id in (v.matter_id, v.born_matter_id)))
      where district_id = of_district and id = r.id returning matters into touched;
    update matter_action a set payload = '{}'::jsonb where a.district_id = of_district and a.matter_id = any (touched)
      and (a.appeal_id = v.id or a.payload ? 'addendum' and a.payload->>'appealId' = v.id::text
        or repeats(a.payload->>'title', v.words) or repeats(a.payload#>>'{before,title}', v.words)
        or repeats(a.payload->>'summary', v.words) or repeats(a.payload->>'otherTitle', v.words))
      -- where a voice came in by is read for what others are told
      and a.payload <> '{}'::jsonb and not a.payload ? 'appealIds';
    update appeal set words = '', rating_words = null, place_code = null where district_id = of_district and id = v.id;
    update attachment set matter_id = null, appeal_id = null, seq = null, name = '', owner = 'destroyed', created_at = 'epoch'
      where district_id = of_district and appeal_id = v.id;
    select array_agg(a.matter_id) into said_in from matter_action a where a.district_id = of_district
      and a.matter_id in (v.matter_id, v.born_matter_id) and a.seq = 1 and a.appeal_id = v.id;
    update matter set story = new_title, changed_at = instant,
        title = case when repeats(title, v.words) then new_title else title end
      where district_id = of_district and id = any (said_in);
  end if;
  -- a question that waits is still to be answered; it goes with its answer
  update subject_request set said_sealed = null where district_id = of_district and appeal_id = v.id
    and not (kind = 'explain' and state = 'open');
  update subject_request set erased_at = instant where district_id = of_district and id = r.id;
  return true;
end $$;
revoke all on function erase_subject(integer, uuid, text, timestamptz) from public;
grant execute on function erase_subject(integer, uuid, text, timestamptz) to maple_app;

-- At the end of its retention a file loses also what was asked about the people in it, and what stood under lock.
create or replace function destroy_matter(of_district integer, of_matter uuid, instant timestamptz) returns boolean
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
  update subject_request set said_sealed = null, answer_sealed = null where district_id = of_district
    and appeal_id in (select id from appeal where district_id = of_district and matter_id = of_matter);
  delete from subject_hold where district_id = of_district
    and appeal_id in (select id from appeal where district_id = of_district and matter_id = of_matter);
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
