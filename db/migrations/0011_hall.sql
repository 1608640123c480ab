-- The hall of a centre: its addresses, the tickets of each day, who sits where, and the record of what was done.

-- A hall is a unit that calls numbers. Two codes, so that whoever reads the display cannot take numbers from afar.
create table hall (
  district_id integer not null,
  id uuid not null,
  kiosk_code text not null check (kiosk_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  display_code text not null check (display_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  notice text not null default '' check (length(notice) <= 120),
  notice_on date,
  -- The day that calls and was_favoured speak of; a new day begins at nothing.
  day date not null,
  calls integer not null default 0,
  was_favoured boolean not null default false,
  version integer not null default 1,
  primary key (district_id, id),
  unique (district_id, kiosk_code),
  unique (district_id, display_code),
  foreign key (district_id, id) references unit (district_id, id)
);

create table ticket (
  district_id integer not null,
  id uuid not null,
  hall_id uuid not null,
  day date not null,
  letter text not null check (letter ~ '^[A-Z]$'),
  number integer not null check (number between 1 and 9999),
  -- What the person came for; a hall that offers several services gives each its letter.
  service text not null default 'general' check (service ~ '^[a-zA-Z0-9]{1,20}$'),
  source text not null check (source in ('desk','phone','kiosk')),
  state text not null check (state in ('waiting','called','serving','done','passed','cancelled')),
  taken_at timestamptz not null,
  -- Since when it counts as standing in line: the slot of a booking, the present after a transfer.
  line_at timestamptz not null,
  slot_at timestamptz,
  priority text check (priority in ('old','disabled','infant')),
  -- Back in line after an absence: comes when so many calls of the day have been made.
  after_calls integer,
  passes integer not null default 0,
  for_unit_id uuid,
  for_account_id uuid,
  window_id uuid,
  caller_id uuid,
  called_at timestamptz,
  calls integer not null default 0,
  started_at timestamptz,
  done_at timestamptz,
  matter_id uuid,
  name_sealed bytea,
  phone_sealed bytea,
  shows_surname boolean not null default false,
  version integer not null default 1,
  primary key (district_id, id),
  unique (district_id, hall_id, day, letter, number),
  foreign key (district_id, hall_id) references hall (district_id, id),
  foreign key (district_id, for_unit_id) references unit (district_id, id),
  foreign key (district_id, window_id) references unit (district_id, id),
  foreign key (district_id, for_account_id) references account (district_id, id),
  foreign key (district_id, caller_id) references account (district_id, id)
);
create index ticket_by_matter on ticket (district_id, matter_id) where matter_id is not null;
create index ticket_of_caller on ticket (district_id, caller_id) where state in ('called','serving');
-- Names and numbers of callers are erased when their day is long over.
create index ticket_with_person on ticket (district_id, day) where name_sealed is not null or phone_sealed is not null;

-- Where somebody sits on a day; chosen once.
create table hall_seat (
  district_id integer not null,
  account_id uuid not null,
  hall_id uuid not null,
  day date not null,
  window_id uuid not null,
  primary key (district_id, account_id, hall_id),
  foreign key (district_id, account_id) references account (district_id, id),
  foreign key (district_id, hall_id) references hall (district_id, id),
  foreign key (district_id, window_id) references unit (district_id, id)
);

-- What was done in the hall, one row a command, by the id that the client gave it; insert and select only.
create table ticket_action (
  district_id integer not null,
  id uuid not null,
  hall_id uuid not null,
  -- Absent where the hall itself was changed.
  ticket_id uuid,
  verb text not null check (verb in ('open','take','call','recall','start','pass','finish','rejoin','transfer','favour','link','cancel')),
  at timestamptz not null,
  -- Absent where a visitor pressed the kiosk.
  account_id uuid,
  window_id uuid,
  payload jsonb not null,
  primary key (district_id, id),
  foreign key (district_id, hall_id) references hall (district_id, id)
);
create index ticket_action_by_ticket on ticket_action (district_id, ticket_id, at);

do $$
declare name text;
begin
  foreach name in array array['hall','ticket','hall_seat','ticket_action'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy same_district on %I to maple_app using (district_id = app_district())', name);
  end loop;
end $$;
grant select, insert, update on hall, ticket, hall_seat to maple_app;
grant select, insert on ticket_action to maple_app;
