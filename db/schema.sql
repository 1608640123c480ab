-- Printed from the migrated database by scripts/schema.ts; a test keeps it fresh. Do not edit.
create table absence (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  substitute_id uuid not null,
  from_on date not null,
  to_on date not null,
  by_account uuid not null,
  created_at timestamp with time zone not null,
  constraint absence_pkey PRIMARY KEY (district_id, id),
  constraint absence_district_id_by_account_fkey FOREIGN KEY (district_id, by_account) REFERENCES account(district_id, id),
  constraint absence_district_id_person_id_fkey FOREIGN KEY (district_id, person_id) REFERENCES person(district_id, id),
  constraint absence_district_id_substitute_id_fkey FOREIGN KEY (district_id, substitute_id) REFERENCES person(district_id, id),
  constraint absence_check CHECK ((person_id <> substitute_id)),
  constraint absence_check1 CHECK ((to_on >= (from_on - 1)))
);
CREATE INDEX absence_by_person ON public.absence USING btree (district_id, person_id, to_on);
CREATE INDEX absence_by_substitute ON public.absence USING btree (district_id, substitute_id, to_on);
alter table absence enable row level security;
create policy same_district on absence for all to maple_app using ((district_id = app_district()));
grant insert, select, update on absence to maple_app;

create table account (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  login text not null,
  password_hash text not null,
  password_changed_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  is_demo boolean not null default false,
  settings jsonb not null default '{}'::jsonb,
  must_change_password boolean not null default false,
  constraint account_pkey PRIMARY KEY (district_id, id),
  constraint account_district_id_login_key UNIQUE (district_id, login),
  constraint account_district_id_person_id_fkey FOREIGN KEY (district_id, person_id) REFERENCES person(district_id, id)
);
CREATE INDEX account_by_person ON public.account USING btree (district_id, person_id);
alter table account enable row level security;
create policy same_district on account for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on account to maple_app;

create table account_event (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  outcome text not null,
  way text not null,
  device text not null,
  address text not null,
  constraint account_event_pkey PRIMARY KEY (district_id, id),
  constraint account_event_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint account_event_outcome_check CHECK ((outcome = ANY (ARRAY['in'::text, 'wrongPassword'::text, 'wrongFactor'::text, 'disabled'::text, 'out'::text, 'passwordChanged'::text, 'factorAdded'::text, 'factorRemoved'::text, 'codesRenewed'::text, 'identityLinked'::text, 'identityUnlinked'::text]))),
  constraint account_event_way_check CHECK ((way = ANY (ARRAY['password'::text, 'code'::text, 'recovery'::text, 'passkey'::text, 'provider'::text, 'none'::text])))
);
CREATE INDEX account_event_by_account ON public.account_event USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX account_event_by_time ON public.account_event USING btree (district_id, at DESC, id DESC);
alter table account_event enable row level security;
create policy audit_reads on account_event for select to maple_audit using (true);
create policy same_district on account_event for all to maple_app using ((district_id = app_district()));
grant insert, select on account_event to maple_app;
grant select on account_event to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.account_event FOR EACH ROW EXECUTE FUNCTION await_seal('account_event');

create table aid (
  district_id integer not null,
  id uuid not null,
  number text not null,
  kind_code text not null,
  state text not null,
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  centre_path text not null,
  needed_by date,
  people integer,
  posted_at timestamp with time zone not null,
  since timestamp with time zone not null,
  steps jsonb not null,
  passed_up_at timestamp with time zone,
  over_at timestamp with time zone,
  asked uuid[] not null,
  asked_teams uuid[] not null,
  asked_paths text[] not null,
  due_at timestamp with time zone,
  own_warn_at timestamp with time zone,
  own_due_at timestamp with time zone,
  own_over_at timestamp with time zone,
  next_at timestamp with time zone,
  told integer not null,
  calendar_version integer not null,
  version integer not null,
  constraint aid_pkey PRIMARY KEY (district_id, id),
  constraint aid_district_id_number_key UNIQUE (district_id, number),
  constraint aid_district_id_by_id_fkey FOREIGN KEY (district_id, by_id) REFERENCES account(district_id, id),
  constraint aid_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint aid_district_id_kind_code_fkey FOREIGN KEY (district_id, kind_code) REFERENCES aid_kind(district_id, code),
  constraint aid_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint aid_check CHECK (((state = ANY (ARRAY['over'::text, 'declined'::text, 'withdrawn'::text])) = (over_at IS NOT NULL))),
  constraint aid_people_check CHECK (((people >= 1) AND (people <= 1000))),
  constraint aid_state_check CHECK ((state = ANY (ARRAY['posted'::text, 'sentBack'::text, 'dispatched'::text, 'over'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint aid_told_check CHECK (((told >= 0) AND (told <= 3)))
);
CREATE INDEX aid_calendar ON public.aid USING btree (district_id, calendar_version) WHERE (state = ANY (ARRAY['posted'::text, 'sentBack'::text]));
CREATE INDEX aid_due ON public.aid USING btree (district_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX aid_going_on ON public.aid USING btree (district_id, id DESC) WHERE (state = ANY (ARRAY['posted'::text, 'sentBack'::text, 'dispatched'::text]));
CREATE INDEX aid_newest ON public.aid USING btree (district_id, id DESC);
CREATE INDEX aid_next ON public.aid USING btree (district_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX aid_of_unit ON public.aid USING btree (district_id, unit_path, id DESC);
CREATE INDEX aid_posted ON public.aid USING btree (district_id, posted_at);
CREATE INDEX aid_sent_back ON public.aid USING btree (district_id, unit_path) WHERE (state = 'sentBack'::text);
CREATE INDEX aid_waiting ON public.aid USING btree (district_id, centre_path) WHERE (state = 'posted'::text);
alter table aid enable row level security;
create policy same_district on aid for all to maple_app using ((district_id = app_district()));
grant insert, select, update on aid to maple_app;

create table aid_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  aid_id uuid,
  team_id uuid,
  line_id uuid,
  verb text not null,
  account_id uuid,
  payload jsonb not null,
  constraint aid_action_pkey PRIMARY KEY (district_id, id),
  constraint aid_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint aid_action_district_id_aid_id_fkey FOREIGN KEY (district_id, aid_id) REFERENCES aid(district_id, id),
  constraint aid_action_district_id_line_id_fkey FOREIGN KEY (district_id, line_id) REFERENCES aid_line(district_id, id),
  constraint aid_action_district_id_team_id_fkey FOREIGN KEY (district_id, team_id) REFERENCES team(district_id, id),
  constraint aid_action_check CHECK (((aid_id IS NULL) <> (team_id IS NULL)))
);
CREATE INDEX aid_action_of ON public.aid_action USING btree (district_id, aid_id, at, id) WHERE (aid_id IS NOT NULL);
CREATE INDEX aid_action_of_team ON public.aid_action USING btree (district_id, team_id, at, id) WHERE (team_id IS NOT NULL);
alter table aid_action enable row level security;
create policy audit_reads on aid_action for select to maple_audit using (true);
create policy same_district on aid_action for all to maple_app using ((district_id = app_district()));
grant insert, select on aid_action to maple_app;
grant select on aid_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.aid_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.aid_action FOR EACH ROW EXECUTE FUNCTION await_seal('aid_action');

create table aid_counter (
  district_id integer not null,
  year integer not null,
  last integer not null,
  constraint aid_counter_pkey PRIMARY KEY (district_id, year),
  constraint aid_counter_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint aid_counter_last_check CHECK ((last > 0))
);
alter table aid_counter enable row level security;
create policy same_district on aid_counter for all to maple_app using ((district_id = app_district()));
grant insert, select, update on aid_counter to maple_app;

create table aid_kind (
  district_id integer not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  is_on boolean not null,
  position integer not null,
  version integer not null,
  constraint aid_kind_pkey PRIMARY KEY (district_id, code),
  constraint aid_kind_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint aid_kind_code_check CHECK ((code ~ '^[0-9A-Z]{2,16}$'::text)),
  constraint aid_kind_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 80))),
  constraint aid_kind_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 40)))
);
alter table aid_kind enable row level security;
create policy same_district on aid_kind for all to maple_app using ((district_id = app_district()));
grant insert, select, update on aid_kind to maple_app;

create table aid_line (
  district_id integer not null,
  id uuid not null,
  aid_id uuid not null,
  unit_id uuid,
  team_id uuid,
  unit_path text not null,
  asked_at timestamp with time zone not null,
  step text,
  outcome text,
  since timestamp with time zone not null,
  steps jsonb not null,
  plan_on date,
  sent_back_at timestamp with time zone,
  rating jsonb,
  calendar_version integer not null,
  warn_at timestamp with time zone,
  due_at timestamp with time zone,
  over_at timestamp with time zone,
  next_at timestamp with time zone,
  told integer not null,
  constraint aid_line_pkey PRIMARY KEY (district_id, id),
  constraint aid_line_district_id_aid_id_fkey FOREIGN KEY (district_id, aid_id) REFERENCES aid(district_id, id),
  constraint aid_line_district_id_team_id_fkey FOREIGN KEY (district_id, team_id) REFERENCES team(district_id, id),
  constraint aid_line_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint aid_line_check CHECK (((unit_id IS NULL) <> (team_id IS NULL))),
  constraint aid_line_check1 CHECK (((step IS NULL) = (outcome IS NOT NULL))),
  constraint aid_line_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'refused'::text, 'handedOver'::text, 'dropped'::text]))),
  constraint aid_line_step_check CHECK ((step = ANY (ARRAY['accept'::text, 'plan'::text, 'finish'::text, 'confirm'::text, 'handOver'::text]))),
  constraint aid_line_told_check CHECK (((told >= 0) AND (told <= 3)))
);
CREATE INDEX aid_line_calendar ON public.aid_line USING btree (district_id, calendar_version) WHERE (step IS NOT NULL);
CREATE INDEX aid_line_next ON public.aid_line USING btree (district_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX aid_line_of ON public.aid_line USING btree (district_id, aid_id);
CREATE INDEX aid_line_of_team ON public.aid_line USING btree (district_id, team_id, aid_id DESC) WHERE (team_id IS NOT NULL);
CREATE INDEX aid_line_of_unit ON public.aid_line USING btree (district_id, unit_id, aid_id DESC);
CREATE INDEX aid_line_open ON public.aid_line USING btree (district_id, unit_id) WHERE (step IS NOT NULL);
CREATE INDEX aid_line_open_team ON public.aid_line USING btree (district_id, team_id) WHERE (step IS NOT NULL);
CREATE INDEX aid_line_to_confirm ON public.aid_line USING btree (district_id, aid_id) WHERE (step = 'confirm'::text);
CREATE INDEX aid_line_to_hand_over ON public.aid_line USING btree (district_id, aid_id) WHERE (step = 'handOver'::text);
alter table aid_line enable row level security;
create policy same_district on aid_line for all to maple_app using ((district_id = app_district()));
grant insert, select, update on aid_line to maple_app;

create table aid_matter (
  district_id integer not null,
  aid_id uuid not null,
  matter_id uuid not null,
  constraint aid_matter_pkey PRIMARY KEY (district_id, aid_id, matter_id),
  constraint aid_matter_district_id_aid_id_fkey FOREIGN KEY (district_id, aid_id) REFERENCES aid(district_id, id),
  constraint aid_matter_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX aid_matter_of ON public.aid_matter USING btree (district_id, matter_id);
alter table aid_matter enable row level security;
create policy same_district on aid_matter for all to maple_app using ((district_id = app_district()));
grant insert, select on aid_matter to maple_app;

create table aid_text (
  district_id integer not null,
  id uuid not null,
  aid_id uuid,
  team_id uuid,
  sealed bytea not null,
  constraint aid_text_pkey PRIMARY KEY (district_id, id),
  constraint aid_text_district_id_aid_id_fkey FOREIGN KEY (district_id, aid_id) REFERENCES aid(district_id, id),
  constraint aid_text_district_id_team_id_fkey FOREIGN KEY (district_id, team_id) REFERENCES team(district_id, id),
  constraint aid_text_check CHECK (((aid_id IS NULL) <> (team_id IS NULL)))
);
CREATE INDEX aid_text_of ON public.aid_text USING btree (district_id, aid_id) WHERE (aid_id IS NOT NULL);
CREATE INDEX aid_text_of_team ON public.aid_text USING btree (district_id, team_id) WHERE (team_id IS NOT NULL);
alter table aid_text enable row level security;
create policy same_district on aid_text for all to maple_app using ((district_id = app_district()));
grant insert, select on aid_text to maple_app;

create table appeal (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  channel text not null,
  words text not null,
  is_anonymous boolean not null,
  is_confidential boolean not null default false,
  name_sealed bytea,
  phone_sealed bytea,
  phone_index bytea,
  query_index bytea not null,
  query_sealed bytea not null,
  external_no text,
  external_due_at timestamp with time zone,
  place_code text,
  submitted_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  import_id uuid,
  repeats integer not null default 0,
  solved boolean,
  satisfied text,
  rating_words text,
  rated_at timestamp with time zone,
  born_matter_id uuid,
  name_index bytea,
  pinyin_index bytea,
  sender_name text,
  paper_on date,
  on_behalf text,
  erased_at timestamp with time zone,
  constraint appeal_pkey PRIMARY KEY (district_id, id),
  constraint appeal_district_id_query_index_key UNIQUE (district_id, query_index),
  constraint appeal_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint appeal_on_behalf_check CHECK ((on_behalf = ANY (ARRAY['family'::text, 'neighbour'::text, 'colleague'::text, 'agent'::text, 'other'::text]))),
  constraint appeal_satisfied_check CHECK ((satisfied = ANY (ARRAY['satisfied'::text, 'basically'::text, 'unsatisfied'::text])))
);
CREATE UNIQUE INDEX appeal_by_external ON public.appeal USING btree (district_id, channel, external_no) WHERE (external_no IS NOT NULL);
CREATE INDEX appeal_by_import ON public.appeal USING btree (district_id, import_id, id) WHERE (import_id IS NOT NULL);
CREATE INDEX appeal_by_matter ON public.appeal USING btree (district_id, matter_id);
CREATE INDEX appeal_by_name ON public.appeal USING btree (district_id, name_index, received_at DESC) WHERE (name_index IS NOT NULL);
CREATE INDEX appeal_by_phone ON public.appeal USING btree (district_id, phone_index, received_at DESC) WHERE (phone_index IS NOT NULL);
CREATE INDEX appeal_by_pinyin ON public.appeal USING btree (district_id, pinyin_index, received_at DESC) WHERE (pinyin_index IS NOT NULL);
CREATE INDEX appeal_without_index ON public.appeal USING btree (district_id, id) WHERE ((name_sealed IS NOT NULL) AND (name_index IS NULL));
alter table appeal enable row level security;
create policy same_district on appeal for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on appeal to maple_app;

create table attachment (
  district_id integer not null,
  id uuid not null,
  matter_id uuid,
  appeal_id uuid,
  seq integer,
  name text not null,
  mime text not null,
  bytes integer not null,
  sha256 bytea not null,
  width integer,
  height integer,
  owner text not null,
  created_at timestamp with time zone not null,
  message_id uuid,
  meeting_item_id uuid,
  exclusion_deed_id uuid,
  constraint attachment_pkey PRIMARY KEY (district_id, id),
  constraint attachment_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint attachment_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX attachment_by_matter ON public.attachment USING btree (district_id, matter_id);
CREATE INDEX attachment_loose ON public.attachment USING btree (district_id, created_at) WHERE ((matter_id IS NULL) AND (meeting_item_id IS NULL));
CREATE INDEX attachment_of_exclusion ON public.attachment USING btree (district_id, exclusion_deed_id) WHERE (exclusion_deed_id IS NOT NULL);
CREATE INDEX attachment_of_meeting_item ON public.attachment USING btree (district_id, meeting_item_id) WHERE (meeting_item_id IS NOT NULL);
alter table attachment enable row level security;
create policy same_district on attachment for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on attachment to maple_app;

create table bulk_item (
  district_id integer not null,
  run_id uuid not null,
  position integer not null,
  matter_id uuid not null,
  command_id uuid not null,
  seen_version integer not null,
  state text not null default 'waiting'::text,
  refusal jsonb,
  at timestamp with time zone,
  constraint bulk_item_pkey PRIMARY KEY (district_id, run_id, "position"),
  constraint bulk_item_district_id_run_id_matter_id_key UNIQUE (district_id, run_id, matter_id),
  constraint bulk_item_district_id_run_id_fkey FOREIGN KEY (district_id, run_id) REFERENCES bulk_run(district_id, id),
  constraint bulk_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX bulk_item_waiting ON public.bulk_item USING btree (district_id, run_id, "position") WHERE (state = 'waiting'::text);
alter table bulk_item enable row level security;
create policy same_district on bulk_item for all to maple_app using ((district_id = app_district()));
grant insert, select, update on bulk_item to maple_app;

create table bulk_run (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  verb text not null,
  input jsonb not null,
  state text not null,
  total integer not null,
  done integer not null default 0,
  refused integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint bulk_run_pkey PRIMARY KEY (district_id, id),
  constraint bulk_run_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint bulk_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX bulk_run_by_account ON public.bulk_run USING btree (district_id, account_id, created_at DESC, id DESC);
CREATE INDEX bulk_run_running ON public.bulk_run USING btree (district_id, id) WHERE (state = 'running'::text);
alter table bulk_run enable row level security;
create policy same_district on bulk_run for all to maple_app using ((district_id = app_district()));
grant insert, select, update on bulk_run to maple_app;

create table calendar_change (
  district_id integer not null,
  version integer not null,
  year integer not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  status text not null,
  source text not null,
  clocks integer not null,
  looked integer not null default 0,
  earlier integer not null default 0,
  later integer not null default 0,
  finished_at timestamp with time zone,
  constraint calendar_change_pkey PRIMARY KEY (district_id, version),
  constraint calendar_change_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint calendar_change_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint calendar_change_district_id_year_fkey FOREIGN KEY (district_id, year) REFERENCES calendar_year(district_id, year),
  constraint calendar_change_clocks_check CHECK ((clocks >= 0)),
  constraint calendar_change_status_check CHECK ((status = ANY (ARRAY['official'::text, 'provisional'::text])))
);
CREATE INDEX calendar_change_waiting ON public.calendar_change USING btree (district_id, version) WHERE (finished_at IS NULL);
alter table calendar_change enable row level security;
create policy same_district on calendar_change for all to maple_app using ((district_id = app_district()));
grant insert, select on calendar_change to maple_app;

create table calendar_day (
  district_id integer not null,
  day date not null,
  year integer not null,
  name text not null,
  is_working boolean not null,
  constraint calendar_day_pkey PRIMARY KEY (district_id, day),
  constraint calendar_day_district_id_year_fkey FOREIGN KEY (district_id, year) REFERENCES calendar_year(district_id, year)
);
CREATE INDEX calendar_day_by_year ON public.calendar_day USING btree (district_id, year);
alter table calendar_day enable row level security;
create policy same_district on calendar_day for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on calendar_day to maple_app;

create table calendar_year (
  district_id integer not null,
  year integer not null,
  status text not null,
  source text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint calendar_year_pkey PRIMARY KEY (district_id, year),
  constraint calendar_year_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint calendar_year_status_check CHECK ((status = ANY (ARRAY['official'::text, 'provisional'::text]))),
  constraint calendar_year_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
alter table calendar_year enable row level security;
create policy same_district on calendar_year for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on calendar_year to maple_app;

create table category (
  district_id integer not null,
  code text not null,
  parent_code text,
  name_zh text not null,
  name_en text not null,
  kind text,
  mediable boolean not null default false,
  valid_to date,
  position integer not null default 0,
  version integer not null default 1,
  sure text not null default ''::text,
  likely text not null default ''::text,
  hint text not null default ''::text,
  governance_code text,
  old_code text,
  justice_line text,
  constraint category_pkey PRIMARY KEY (district_id, code),
  constraint category_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint category_district_id_parent_code_fkey FOREIGN KEY (district_id, parent_code) REFERENCES category(district_id, code),
  constraint category_code_check CHECK ((code ~ '^[0-9A-Z]{2,8}$'::text)),
  constraint category_hint_check CHECK ((length(hint) <= 2000)),
  constraint category_justice_line_check CHECK ((justice_line = ANY (ARRAY['family'::text, 'neighbours'::text, 'housing'::text, 'contract'::text, 'production'::text, 'damages'::text, 'land'::text, 'demolition'::text, 'pollution'::text, 'wages'::text, 'labour'::text, 'tourism'::text, 'online'::text, 'consumer'::text, 'medical'::text, 'traffic'::text, 'property'::text, 'other'::text]))),
  constraint category_likely_check CHECK ((length(likely) <= 2000)),
  constraint category_sure_check CHECK ((length(sure) <= 2000))
);
CREATE INDEX category_by_parent ON public.category USING btree (district_id, parent_code);
alter table category enable row level security;
create policy same_district on category for all to maple_app using ((district_id = app_district()));
grant insert, select, update on category to maple_app;

create table clock (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null,
  unit_id uuid not null,
  started_at timestamp with time zone not null,
  amount integer not null,
  measure text not null,
  pauses jsonb not null default '[]'::jsonb,
  extensions jsonb not null default '[]'::jsonb,
  calendar_version integer not null,
  warn_at timestamp with time zone,
  due_at timestamp with time zone,
  over_at timestamp with time zone,
  told integer not null default 0,
  next_at timestamp with time zone,
  stopped_at timestamp with time zone,
  outcome text,
  shifts jsonb not null default '[]'::jsonb,
  constraint clock_pkey PRIMARY KEY (district_id, id),
  constraint clock_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint clock_amount_check CHECK ((amount > 0)),
  constraint clock_check CHECK (((stopped_at IS NULL) = (outcome IS NULL))),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['accept'::text, 'dispatch'::text, 'sign'::text, 'contact'::text, 'handle'::text, 'verify'::text, 'revisit'::text, 'reopen'::text, 'approve'::text, 'hold'::text]))),
  constraint clock_measure_check CHECK ((measure = ANY (ARRAY['minutes'::text, 'workMinutes'::text, 'days'::text, 'workDays'::text]))),
  constraint clock_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'late'::text, 'dropped'::text])))
);
CREATE INDEX clock_by_calendar ON public.clock USING btree (district_id, calendar_version) WHERE (stopped_at IS NULL);
CREATE INDEX clock_by_matter ON public.clock USING btree (district_id, matter_id);
CREATE INDEX clock_due_in ON public.clock USING btree (district_id, kind, due_at) INCLUDE (matter_id, unit_id, outcome, stopped_at) WHERE ((kind = ANY (ARRAY['contact'::text, 'handle'::text])) AND (due_at IS NOT NULL));
CREATE INDEX clock_late ON public.clock USING btree (district_id, kind, due_at, id) WHERE ((stopped_at IS NULL) AND (due_at IS NOT NULL));
CREATE INDEX clock_of_work ON public.clock USING btree (district_id, matter_id, kind) INCLUDE (outcome, due_at) WHERE (kind = ANY (ARRAY['contact'::text, 'handle'::text]));
CREATE INDEX clock_running ON public.clock USING btree (district_id, next_at) WHERE ((stopped_at IS NULL) AND (next_at IS NOT NULL));
alter table clock enable row level security;
create policy same_district on clock for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on clock to maple_app;

create table closure_check (
  district_id integer not null,
  sample_id uuid not null,
  matter_id uuid not null,
  no integer not null,
  unit_id uuid not null,
  closed_unit_id uuid not null,
  handling_unit_id uuid,
  closed_at timestamp with time zone not null,
  outcome text,
  way text,
  checker_unit_id uuid,
  checked_at timestamp with time zone,
  proposes boolean not null default false,
  constraint closure_check_pkey PRIMARY KEY (district_id, sample_id, matter_id),
  constraint closure_check_district_id_sample_id_no_key UNIQUE (district_id, sample_id, no),
  constraint closure_check_district_id_checker_unit_id_fkey FOREIGN KEY (district_id, checker_unit_id) REFERENCES unit(district_id, id),
  constraint closure_check_district_id_closed_unit_id_fkey FOREIGN KEY (district_id, closed_unit_id) REFERENCES unit(district_id, id),
  constraint closure_check_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint closure_check_district_id_sample_id_fkey FOREIGN KEY (district_id, sample_id) REFERENCES closure_sample(district_id, id),
  constraint closure_check_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint closure_check_check CHECK ((((outcome IS NULL) = (checked_at IS NULL)) AND ((outcome IS NULL) = (way IS NULL)) AND ((outcome IS NULL) = (checker_unit_id IS NULL)))),
  constraint closure_check_check1 CHECK (((checker_unit_id <> closed_unit_id) AND (checker_unit_id <> unit_id) AND (checker_unit_id <> handling_unit_id))),
  constraint closure_check_check2 CHECK (((NOT proposes) OR (outcome = ANY (ARRAY['unsolved'::text, 'false'::text])))),
  constraint closure_check_no_check CHECK ((no > 0)),
  constraint closure_check_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'unsolved'::text, 'unreachable'::text, 'false'::text]))),
  constraint closure_check_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'visit'::text, 'record'::text])))
);
CREATE INDEX closure_check_of_matter ON public.closure_check USING btree (district_id, matter_id);
alter table closure_check enable row level security;
create policy same_district on closure_check for all to maple_app using ((district_id = app_district()));
grant insert, select on closure_check to maple_app;

create table closure_sample (
  district_id integer not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  share integer not null,
  minimum integer not null,
  seed text not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  constraint closure_sample_pkey PRIMARY KEY (district_id, id),
  constraint closure_sample_district_id_unit_id_month_key UNIQUE (district_id, unit_id, month),
  constraint closure_sample_district_id_drawn_by_fkey FOREIGN KEY (district_id, drawn_by) REFERENCES account(district_id, id),
  constraint closure_sample_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint closure_sample_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint closure_sample_minimum_check CHECK (((minimum >= 0) AND (minimum <= 50))),
  constraint closure_sample_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint closure_sample_share_check CHECK (((share >= 1) AND (share <= 100)))
);
alter table closure_sample enable row level security;
create policy same_district on closure_sample for all to maple_app using ((district_id = app_district()));
grant insert, select on closure_sample to maple_app;

create table closure_stratum (
  district_id integer not null,
  sample_id uuid not null,
  unit_id uuid not null,
  closed integer not null,
  constraint closure_stratum_pkey PRIMARY KEY (district_id, sample_id, unit_id),
  constraint closure_stratum_district_id_sample_id_fkey FOREIGN KEY (district_id, sample_id) REFERENCES closure_sample(district_id, id),
  constraint closure_stratum_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint closure_stratum_closed_check CHECK ((closed > 0))
);
alter table closure_stratum enable row level security;
create policy same_district on closure_stratum for all to maple_app using ((district_id = app_district()));
grant insert, select on closure_stratum to maple_app;

create table district (
  id integer not null,
  name text not null,
  city text not null,
  is_demo boolean not null default false,
  created_at timestamp with time zone not null,
  constraint district_pkey PRIMARY KEY (id)
);
grant select on district to maple_app;
grant select on district to maple_audit;

create table duty (
  district_id integer not null,
  id uuid not null,
  no integer not null,
  category_code text not null,
  area_id uuid not null,
  area_path text not null,
  main_id uuid,
  main_path text,
  level text not null,
  assist_ids uuid[] not null default '{}'::uuid[],
  assist_levels text[] not null default '{}'::text[],
  basis text not null,
  from_on date not null,
  to_on date,
  version integer not null default 1,
  constraint duty_pkey PRIMARY KEY (district_id, id),
  constraint duty_district_id_no_from_on_key UNIQUE (district_id, no, from_on),
  constraint duty_district_id_area_id_fkey FOREIGN KEY (district_id, area_id) REFERENCES unit(district_id, id),
  constraint duty_district_id_category_code_fkey FOREIGN KEY (district_id, category_code) REFERENCES category(district_id, code),
  constraint duty_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint duty_district_id_main_id_fkey FOREIGN KEY (district_id, main_id) REFERENCES unit(district_id, id),
  constraint duty_assist_ids_check CHECK ((cardinality(assist_ids) <= 20)),
  constraint duty_assist_levels_check CHECK ((assist_levels <@ ARRAY['community'::text, 'street'::text])),
  constraint duty_basis_check CHECK (((basis <> ''::text) AND (length(basis) <= 300))),
  constraint duty_check CHECK (((to_on IS NULL) OR (to_on >= from_on))),
  constraint duty_check1 CHECK (((main_id IS NULL) = (main_path IS NULL))),
  constraint duty_check2 CHECK (((main_id IS NOT NULL) OR (level = ANY (ARRAY['community'::text, 'street'::text])))),
  constraint duty_level_check CHECK ((level = ANY (ARRAY['community'::text, 'street'::text, 'district'::text]))),
  constraint duty_no_check CHECK ((no > 0))
);
CREATE INDEX duty_of_area ON public.duty USING btree (district_id, area_id);
CREATE INDEX duty_of_category ON public.duty USING btree (district_id, category_code, area_path, from_on, id);
CREATE INDEX duty_of_main ON public.duty USING btree (district_id, main_id) WHERE (main_id IS NOT NULL);
alter table duty enable row level security;
create policy same_district on duty for all to maple_app using ((district_id = app_district()));
grant insert, select on duty to maple_app;

create table duty_list (
  district_id integer not null,
  community_from date,
  version integer not null default 1,
  constraint duty_list_pkey PRIMARY KEY (district_id),
  constraint duty_list_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table duty_list enable row level security;
create policy same_district on duty_list for all to maple_app using ((district_id = app_district()));
grant insert, select on duty_list to maple_app;

create table duty_proposal (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  number text,
  category_code text not null,
  area_id uuid not null,
  main_id uuid not null,
  sealed bytea,
  state text not null default 'open'::text,
  proposed_by uuid not null,
  proposer_unit_id uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  duty_no integer,
  constraint duty_proposal_pkey PRIMARY KEY (district_id, id),
  constraint duty_proposal_district_id_area_id_fkey FOREIGN KEY (district_id, area_id) REFERENCES unit(district_id, id),
  constraint duty_proposal_district_id_category_code_fkey FOREIGN KEY (district_id, category_code) REFERENCES category(district_id, code),
  constraint duty_proposal_district_id_decided_by_fkey FOREIGN KEY (district_id, decided_by) REFERENCES account(district_id, id),
  constraint duty_proposal_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint duty_proposal_district_id_main_id_fkey FOREIGN KEY (district_id, main_id) REFERENCES unit(district_id, id),
  constraint duty_proposal_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint duty_proposal_district_id_proposed_by_fkey FOREIGN KEY (district_id, proposed_by) REFERENCES account(district_id, id),
  constraint duty_proposal_district_id_proposer_unit_id_fkey FOREIGN KEY (district_id, proposer_unit_id) REFERENCES unit(district_id, id),
  constraint duty_proposal_check CHECK (((state = 'open'::text) = (decided_by IS NULL))),
  constraint duty_proposal_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  constraint duty_proposal_check2 CHECK (((state = 'taken'::text) = (duty_no IS NOT NULL))),
  constraint duty_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text])))
);
CREATE INDEX duty_proposal_in_order ON public.duty_proposal USING btree (district_id, id DESC);
CREATE INDEX duty_proposal_of_matter ON public.duty_proposal USING btree (district_id, matter_id, id);
CREATE UNIQUE INDEX duty_proposal_open ON public.duty_proposal USING btree (district_id, matter_id) WHERE (state = 'open'::text);
alter table duty_proposal enable row level security;
create policy same_district on duty_proposal for all to maple_app using ((district_id = app_district()));
grant insert, select on duty_proposal to maple_app;

create table evaluation_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  unit_id uuid,
  role text,
  matter_id uuid,
  subject_id uuid not null,
  verb text not null,
  payload jsonb not null,
  constraint evaluation_action_pkey PRIMARY KEY (district_id, id),
  constraint evaluation_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint evaluation_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint evaluation_action_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint evaluation_action_verb_check CHECK ((verb = ANY (ARRAY['freeze'::text, 'setPanel'::text, 'ask'::text, 'vote'::text, 'decide'::text, 'appeal'::text, 'grant'::text, 'uphold'::text, 'withdraw'::text])))
);
CREATE INDEX evaluation_action_by_account ON public.evaluation_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX evaluation_action_by_time ON public.evaluation_action USING btree (district_id, at DESC, id DESC);
CREATE INDEX evaluation_action_of ON public.evaluation_action USING btree (district_id, subject_id, at, id);
alter table evaluation_action enable row level security;
create policy audit_reads on evaluation_action for select to maple_audit using (true);
create policy same_district on evaluation_action for all to maple_app using ((district_id = app_district()));
grant insert, select on evaluation_action to maple_app;
grant select on evaluation_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evaluation_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.evaluation_action FOR EACH ROW EXECUTE FUNCTION await_seal('evaluation_action');

create table evaluation_figure (
  district_id integer not null,
  month date not null,
  unit_id uuid not null,
  measure text not null,
  class text not null,
  counted integer not null,
  excluded integer not null,
  constraint evaluation_figure_pkey PRIMARY KEY (district_id, month, unit_id, measure, class),
  constraint evaluation_figure_district_id_month_fkey FOREIGN KEY (district_id, month) REFERENCES evaluation_month(district_id, month) DEFERRABLE INITIALLY DEFERRED,
  constraint evaluation_figure_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint evaluation_figure_counted_check CHECK ((counted >= 0)),
  constraint evaluation_figure_excluded_check CHECK ((excluded >= 0))
);
alter table evaluation_figure enable row level security;
create policy same_district on evaluation_figure for all to maple_app using ((district_id = app_district()));
grant insert, select on evaluation_figure to maple_app;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE ON public.evaluation_figure FOR EACH ROW EXECUTE FUNCTION refuse_change_of_month();
CREATE TRIGGER frozen_new BEFORE INSERT ON public.evaluation_figure FOR EACH ROW EXECUTE FUNCTION refuse_line_of_month();

create table evaluation_line (
  district_id integer not null,
  month date not null,
  measure text not null,
  unit_id uuid not null,
  matter_id uuid not null,
  voice_id uuid not null,
  class text not null,
  exclusion_id uuid,
  constraint evaluation_line_pkey PRIMARY KEY (district_id, month, measure, unit_id, matter_id, voice_id),
  constraint evaluation_line_district_id_exclusion_id_fkey FOREIGN KEY (district_id, exclusion_id) REFERENCES exclusion(district_id, id),
  constraint evaluation_line_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint evaluation_line_district_id_month_fkey FOREIGN KEY (district_id, month) REFERENCES evaluation_month(district_id, month) DEFERRABLE INITIALLY DEFERRED,
  constraint evaluation_line_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint evaluation_line_class_check CHECK ((class = ANY (ARRAY['met'::text, 'late'::text, 'overdue'::text, 'solved'::text, 'unsolved'::text, 'satisfied'::text, 'basically'::text, 'unsatisfied'::text, 'unreachable'::text, 'unanswered'::text, 'notAsked'::text, 'noContact'::text, 'returned'::text, 'reopened'::text]))),
  constraint evaluation_line_measure_check CHECK ((measure = ANY (ARRAY['response'::text, 'solution'::text, 'satisfaction'::text, 'onTime'::text, 'returned'::text, 'reopened'::text])))
);
CREATE INDEX evaluation_line_of_matter ON public.evaluation_line USING btree (district_id, matter_id);
alter table evaluation_line enable row level security;
create policy same_district on evaluation_line for all to maple_app using ((district_id = app_district()));
grant insert, select on evaluation_line to maple_app;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE ON public.evaluation_line FOR EACH ROW EXECUTE FUNCTION refuse_change_of_month();
CREATE TRIGGER frozen_new BEFORE INSERT ON public.evaluation_line FOR EACH ROW EXECUTE FUNCTION refuse_line_of_month();

create table evaluation_month (
  district_id integer not null,
  month date not null,
  profile_version integer not null,
  frozen_at timestamp with time zone not null,
  frozen_by uuid,
  lines integer not null,
  constraint evaluation_month_pkey PRIMARY KEY (district_id, month),
  constraint evaluation_month_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint evaluation_month_district_id_frozen_by_fkey FOREIGN KEY (district_id, frozen_by) REFERENCES account(district_id, id),
  constraint evaluation_month_district_id_profile_version_fkey FOREIGN KEY (district_id, profile_version) REFERENCES profile(district_id, version),
  constraint evaluation_month_lines_check CHECK ((lines >= 0)),
  constraint evaluation_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table evaluation_month enable row level security;
create policy same_district on evaluation_month for all to maple_app using ((district_id = app_district()));
grant insert, select on evaluation_month to maple_app;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE ON public.evaluation_month FOR EACH ROW EXECUTE FUNCTION refuse_change_of_month();

create table evaluation_panel (
  district_id integer not null,
  version integer not null,
  unit_ids uuid[] not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint evaluation_panel_pkey PRIMARY KEY (district_id, version),
  constraint evaluation_panel_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint evaluation_panel_district_id_set_by_fkey FOREIGN KEY (district_id, set_by) REFERENCES account(district_id, id),
  constraint evaluation_panel_unit_ids_check CHECK ((cardinality(unit_ids) >= 3)),
  constraint evaluation_panel_version_check CHECK ((version > 0))
);
alter table evaluation_panel enable row level security;
create policy same_district on evaluation_panel for all to maple_app using ((district_id = app_district()));
grant insert, select on evaluation_panel to maple_app;

create table exclusion (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  number text not null,
  unit_id uuid not null,
  unit_path text not null,
  reason text not null,
  deciders uuid[] not null,
  measures text[] not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  vote_by date not null,
  decided_at timestamp with time zone,
  appeal_by date,
  changed_at timestamp with time zone not null,
  constraint exclusion_pkey PRIMARY KEY (district_id, id),
  constraint exclusion_district_id_asked_by_fkey FOREIGN KEY (district_id, asked_by) REFERENCES account(district_id, id),
  constraint exclusion_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint exclusion_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint exclusion_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint exclusion_check CHECK (((state = ANY (ARRAY['voting'::text, 'withdrawn'::text])) = (decided_at IS NULL))),
  constraint exclusion_deciders_check CHECK ((cardinality(deciders) >= 3)),
  constraint exclusion_measures_check CHECK (((measures <> '{}'::text[]) AND (measures <@ ARRAY['response'::text, 'solution'::text, 'satisfaction'::text, 'onTime'::text]))),
  constraint exclusion_reason_check CHECK ((reason = ANY (ARRAY['jurisdiction'::text, 'procedure'::text, 'law'::text, 'secrecy'::text, 'untrue'::text, 'excessive'::text, 'heard'::text, 'malicious'::text]))),
  constraint exclusion_state_check CHECK ((state = ANY (ARRAY['voting'::text, 'excluded'::text, 'refused'::text, 'appealed'::text, 'granted'::text, 'upheld'::text, 'withdrawn'::text])))
);
CREATE INDEX exclusion_appealed ON public.exclusion USING btree (district_id, id DESC) WHERE (state = 'appealed'::text);
CREATE INDEX exclusion_in_force ON public.exclusion USING btree (district_id, matter_id) WHERE (state = ANY (ARRAY['excluded'::text, 'granted'::text]));
CREATE INDEX exclusion_newest ON public.exclusion USING btree (district_id, id DESC);
CREATE INDEX exclusion_of_unit ON public.exclusion USING btree (district_id, unit_id, id DESC);
CREATE UNIQUE INDEX exclusion_once ON public.exclusion USING btree (district_id, matter_id, unit_id) WHERE (state <> 'withdrawn'::text);
CREATE INDEX exclusion_voting ON public.exclusion USING btree (district_id, vote_by) WHERE (state = 'voting'::text);
alter table exclusion enable row level security;
create policy same_district on exclusion for all to maple_app using ((district_id = app_district()));
grant insert, select on exclusion to maple_app;

create table exclusion_seat (
  district_id integer not null,
  exclusion_id uuid not null,
  unit_id uuid not null,
  vote text,
  voted_by uuid,
  voted_at timestamp with time zone,
  constraint exclusion_seat_pkey PRIMARY KEY (district_id, exclusion_id, unit_id),
  constraint exclusion_seat_district_id_exclusion_id_fkey FOREIGN KEY (district_id, exclusion_id) REFERENCES exclusion(district_id, id),
  constraint exclusion_seat_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint exclusion_seat_district_id_voted_by_fkey FOREIGN KEY (district_id, voted_by) REFERENCES account(district_id, id),
  constraint exclusion_seat_check CHECK ((((vote IS NULL) = (voted_by IS NULL)) AND ((vote IS NULL) = (voted_at IS NULL)))),
  constraint exclusion_seat_vote_check CHECK ((vote = ANY (ARRAY['exclude'::text, 'keep'::text])))
);
CREATE UNIQUE INDEX exclusion_seat_of_voter ON public.exclusion_seat USING btree (district_id, exclusion_id, voted_by) WHERE (voted_by IS NOT NULL);
alter table exclusion_seat enable row level security;
create policy same_district on exclusion_seat for all to maple_app using ((district_id = app_district()));
grant insert, select on exclusion_seat to maple_app;

create table exclusion_text (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  exclusion_id uuid not null,
  sealed bytea not null,
  constraint exclusion_text_pkey PRIMARY KEY (district_id, id),
  constraint exclusion_text_district_id_exclusion_id_fkey FOREIGN KEY (district_id, exclusion_id) REFERENCES exclusion(district_id, id),
  constraint exclusion_text_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX exclusion_text_of ON public.exclusion_text USING btree (district_id, exclusion_id);
CREATE INDEX exclusion_text_of_matter ON public.exclusion_text USING btree (district_id, matter_id);
alter table exclusion_text enable row level security;
create policy same_district on exclusion_text for all to maple_app using ((district_id = app_district()));
grant insert, select on exclusion_text to maple_app;

create table follow (
  district_id integer not null,
  account_id uuid not null,
  matter_id uuid not null,
  seen_version integer not null,
  created_at timestamp with time zone not null,
  constraint follow_pkey PRIMARY KEY (district_id, account_id, matter_id),
  constraint follow_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint follow_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
alter table follow enable row level security;
create policy same_district on follow for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on follow to maple_app;

create table hall (
  district_id integer not null,
  id uuid not null,
  kiosk_code text not null,
  display_code text not null,
  notice text not null default ''::text,
  notice_on date,
  day date not null,
  calls integer not null default 0,
  was_favoured boolean not null default false,
  version integer not null default 1,
  constraint hall_pkey PRIMARY KEY (district_id, id),
  constraint hall_district_id_display_code_key UNIQUE (district_id, display_code),
  constraint hall_district_id_kiosk_code_key UNIQUE (district_id, kiosk_code),
  constraint hall_district_id_id_fkey FOREIGN KEY (district_id, id) REFERENCES unit(district_id, id),
  constraint hall_display_code_check CHECK ((display_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
  constraint hall_kiosk_code_check CHECK ((kiosk_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text)),
  constraint hall_notice_check CHECK ((length(notice) <= 120))
);
alter table hall enable row level security;
create policy same_district on hall for all to maple_app using ((district_id = app_district()));
grant insert, select, update on hall to maple_app;

create table hall_seat (
  district_id integer not null,
  account_id uuid not null,
  hall_id uuid not null,
  day date not null,
  window_id uuid not null,
  constraint hall_seat_pkey PRIMARY KEY (district_id, account_id, hall_id),
  constraint hall_seat_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint hall_seat_district_id_hall_id_fkey FOREIGN KEY (district_id, hall_id) REFERENCES hall(district_id, id),
  constraint hall_seat_district_id_window_id_fkey FOREIGN KEY (district_id, window_id) REFERENCES unit(district_id, id)
);
alter table hall_seat enable row level security;
create policy same_district on hall_seat for all to maple_app using ((district_id = app_district()));
grant insert, select, update on hall_seat to maple_app;

create table heartbeat (
  process text not null,
  at timestamp with time zone not null,
  facts jsonb not null,
  constraint heartbeat_pkey PRIMARY KEY (process)
);
grant insert, select, update on heartbeat to maple_app;

create table identity_key (
  subject_index bytea not null,
  district_id integer not null,
  constraint identity_key_pkey PRIMARY KEY (subject_index),
  constraint identity_key_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
grant delete, insert, select on identity_key to maple_app;

create table identity_link (
  district_id integer not null,
  account_id uuid not null,
  subject_index bytea not null,
  subject_sealed bytea not null,
  linked_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint identity_link_pkey PRIMARY KEY (district_id, account_id),
  constraint identity_link_district_id_subject_index_key UNIQUE (district_id, subject_index),
  constraint identity_link_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id)
);
alter table identity_link enable row level security;
create policy same_district on identity_link for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on identity_link to maple_app;

create table identity_trip (
  state_hash bytea not null,
  browser_hash bytea not null,
  sealed bytea not null,
  until timestamp with time zone not null,
  constraint identity_trip_pkey PRIMARY KEY (state_hash)
);
CREATE INDEX identity_trip_by_end ON public.identity_trip USING btree (until);
grant delete, insert, select on identity_trip to maple_app;

create table intake_bad_row (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  problems jsonb not null,
  constraint intake_bad_row_pkey PRIMARY KEY (district_id, import_id, row_number),
  constraint intake_bad_row_district_id_import_id_fkey FOREIGN KEY (district_id, import_id) REFERENCES intake_import(district_id, id)
);
alter table intake_bad_row enable row level security;
create policy same_district on intake_bad_row for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on intake_bad_row to maple_app;

create table intake_import (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  sheet text not null default ''::text,
  header_row integer,
  headers jsonb not null default '[]'::jsonb,
  mapping jsonb not null default '{}'::jsonb,
  state text not null,
  rows_total integer,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_joined integer not null default 0,
  rows_known integer not null default 0,
  rows_bad integer not null default 0,
  failure text,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint intake_import_pkey PRIMARY KEY (district_id, id),
  constraint intake_import_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint intake_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text])))
);
CREATE INDEX intake_import_by_time ON public.intake_import USING btree (district_id, created_at DESC, id DESC);
alter table intake_import enable row level security;
create policy same_district on intake_import for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on intake_import to maple_app;

create table intake_mapping (
  district_id integer not null,
  unit_id uuid not null,
  headers_digest bytea not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null,
  constraint intake_mapping_pkey PRIMARY KEY (district_id, unit_id, headers_digest),
  constraint intake_mapping_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table intake_mapping enable row level security;
create policy same_district on intake_mapping for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on intake_mapping to maple_app;

create table key_mark (
  kind text not null,
  mark bytea not null,
  since timestamp with time zone not null,
  constraint key_mark_pkey PRIMARY KEY (kind, mark),
  constraint key_mark_kind_check CHECK ((kind = ANY (ARRAY['field'::text, 'index'::text])))
);
CREATE UNIQUE INDEX key_mark_of_index ON public.key_mark USING btree (kind) WHERE (kind = 'index'::text);
grant insert, select on key_mark to maple_app;

create table known_device (
  district_id integer not null,
  account_id uuid not null,
  device_hash bytea not null,
  first_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint known_device_pkey PRIMARY KEY (district_id, account_id, device_hash),
  constraint known_device_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id)
);
alter table known_device enable row level security;
create policy same_district on known_device for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on known_device to maple_app;

create table list_choice (
  district_id integer not null,
  account_id uuid not null,
  view_order uuid[] not null default '{}'::uuid[],
  columns text[] not null default '{}'::text[],
  look text not null default 'cards'::text,
  constraint list_choice_pkey PRIMARY KEY (district_id, account_id),
  constraint list_choice_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint list_choice_look_check CHECK ((look = ANY (ARRAY['cards'::text, 'table'::text])))
);
alter table list_choice enable row level security;
create policy same_district on list_choice for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on list_choice to maple_app;

create table list_export (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  unit_name text not null,
  query jsonb not null,
  language text not null,
  purpose text not null,
  state text not null,
  rows_total integer not null,
  rows_done integer not null default 0,
  is_cut boolean not null default false,
  bytes integer,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint list_export_pkey PRIMARY KEY (district_id, id),
  constraint list_export_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint list_export_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint list_export_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX list_export_by_account ON public.list_export USING btree (district_id, account_id, created_at DESC, id DESC);
CREATE INDEX list_export_expiring ON public.list_export USING btree (district_id, expires_at) WHERE (state = 'done'::text);
CREATE INDEX list_export_running ON public.list_export USING btree (district_id, id) WHERE (state = 'running'::text);
alter table list_export enable row level security;
create policy same_district on list_export for all to maple_app using ((district_id = app_district()));
grant insert, select, update on list_export to maple_app;

create table list_view (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  unit_id uuid,
  name text not null,
  query jsonb not null,
  columns text[] not null default '{}'::text[],
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint list_view_pkey PRIMARY KEY (district_id, id),
  constraint list_view_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint list_view_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint list_view_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint list_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
);
CREATE INDEX list_view_by_account ON public.list_view USING btree (district_id, account_id);
CREATE INDEX list_view_by_unit ON public.list_view USING btree (district_id, unit_id) WHERE (unit_id IS NOT NULL);
alter table list_view enable row level security;
create policy same_district on list_view for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on list_view to maple_app;

create table log_anchor (
  district_id integer not null,
  no integer not null,
  day date not null,
  at timestamp with time zone not null,
  heads jsonb not null,
  previous bytea not null,
  hash bytea not null,
  constraint log_anchor_pkey PRIMARY KEY (district_id, no),
  constraint log_anchor_district_id_day_key UNIQUE (district_id, day),
  constraint log_anchor_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint log_anchor_no_check CHECK ((no > 0))
);
alter table log_anchor enable row level security;
create policy audit_reads on log_anchor for select to maple_audit using (true);
create policy same_district on log_anchor for all to maple_app using ((district_id = app_district()));
grant insert, select on log_anchor to maple_app;
grant select on log_anchor to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always

create table log_pending (
  district_id integer not null,
  log text not null,
  id uuid not null,
  constraint log_pending_pkey PRIMARY KEY (district_id, log, id)
);
alter table log_pending enable row level security;
create policy audit_reads on log_pending for select to maple_audit using (true);
create policy same_district on log_pending for all to maple_app using ((district_id = app_district()));
grant delete, select on log_pending to maple_app;
grant select on log_pending to maple_audit;

create table log_seal (
  district_id integer not null,
  log text not null,
  no integer not null,
  at timestamp with time zone not null,
  covers text[] not null,
  ids uuid[] not null,
  digests bytea not null,
  upto bigint not null,
  previous bytea not null,
  hash bytea not null,
  constraint log_seal_pkey PRIMARY KEY (district_id, log, no),
  constraint log_seal_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint log_seal_check CHECK ((length(digests) = (32 * cardinality(ids)))),
  constraint log_seal_ids_check CHECK (((cardinality(ids) >= 1) AND (cardinality(ids) <= 1000))),
  constraint log_seal_no_check CHECK ((no > 0))
);
CREATE INDEX log_seal_by_time ON public.log_seal USING btree (district_id, log, at);
alter table log_seal enable row level security;
create policy audit_reads on log_seal for select to maple_audit using (true);
create policy same_district on log_seal for all to maple_app using ((district_id = app_district()));
grant insert, select on log_seal to maple_app;
grant select on log_seal to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always

create table login_key (
  login text not null,
  district_id integer not null,
  account_id uuid not null,
  constraint login_key_pkey PRIMARY KEY (login),
  constraint login_key_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text))
);
grant insert, select on login_key to maple_app;

create table matter (
  district_id integer not null,
  id uuid not null,
  number text not null,
  state text not null,
  kind text not null,
  level text not null,
  urgency text not null,
  channel text not null,
  category_code text,
  title text not null,
  story text not null,
  place_text text not null default ''::text,
  place_unit_id uuid not null,
  place_path text not null,
  lng double precision,
  lat double precision,
  centre_id uuid not null,
  centre_path text not null,
  holder_id uuid not null,
  holder_path text not null,
  handling_id uuid,
  handling_path text,
  handler_id uuid,
  involved uuid[] not null,
  sensitive boolean not null default false,
  need_to_know uuid[] not null default '{}'::uuid[],
  returned_by uuid[] not null default '{}'::uuid[],
  dispatched_at timestamp with time zone,
  submitted_by uuid,
  question_open boolean not null default false,
  reopen_asked boolean not null default false,
  reopenings integer not null default 0,
  appeals integer not null default 1,
  has_contact boolean not null,
  revisit_tries integer not null default 0,
  solved boolean,
  satisfied text,
  result text,
  received_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closure_kind text,
  due_at timestamp with time zone,
  profile_version integer not null,
  version integer not null default 1,
  last_seq integer not null,
  last_hash bytea not null,
  centre_level text not null,
  ruled boolean not null default false,
  passed_up text[] not null default '{}'::text[],
  worked_by uuid[] not null default '{}'::uuid[],
  parts jsonb not null default '[]'::jsonb,
  request jsonb,
  held jsonb,
  extensions integer not null default 0,
  expedited integer not null default 0,
  joined_into uuid,
  archived_at timestamp with time zone,
  retention text,
  changed_at timestamp with time zone not null,
  destroyed_at timestamp with time zone,
  mediation text,
  denied jsonb,
  constraint matter_pkey PRIMARY KEY (district_id, id),
  constraint matter_district_id_number_key UNIQUE (district_id, number),
  constraint matter_district_id_category_code_fkey FOREIGN KEY (district_id, category_code) REFERENCES category(district_id, code),
  constraint matter_district_id_centre_id_fkey FOREIGN KEY (district_id, centre_id) REFERENCES unit(district_id, id),
  constraint matter_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint matter_district_id_holder_id_fkey FOREIGN KEY (district_id, holder_id) REFERENCES unit(district_id, id),
  constraint matter_district_id_place_unit_id_fkey FOREIGN KEY (district_id, place_unit_id) REFERENCES unit(district_id, id),
  constraint matter_district_id_profile_version_fkey FOREIGN KEY (district_id, profile_version) REFERENCES profile(district_id, version),
  constraint matter_centre_level_check CHECK ((centre_level = ANY (ARRAY['community'::text, 'street'::text, 'district'::text]))),
  constraint matter_channel_check CHECK ((channel = ANY (ARRAY['qr'::text, 'desk'::text, 'hotline'::text, 'visit'::text, 'grid'::text, 'building'::text, 'phone'::text, 'letter'::text, 'board'::text, 'neighbourhood'::text, 'police'::text, 'court'::text, 'petition'::text, 'department'::text]))),
  constraint matter_check CHECK (((state = 'closed'::text) = (closure_kind IS NOT NULL))),
  constraint matter_closure_kind_check CHECK ((closure_kind = ANY (ARRAY['resolved'::text, 'agreed'::text, 'referred'::text, 'procedural'::text, 'stabilised'::text, 'withdrawn'::text, 'notAccepted'::text, 'joined'::text, 'voided'::text]))),
  constraint matter_joined_check CHECK ((((closure_kind = 'joined'::text) IS NOT TRUE) OR (joined_into IS NOT NULL))),
  constraint matter_kind_check CHECK ((kind = ANY (ARRAY['consultation'::text, 'request'::text, 'complaint'::text, 'report'::text, 'suggestion'::text, 'dispute'::text, 'hazard'::text, 'errand'::text, 'wish'::text]))),
  constraint matter_level_check CHECK ((level = ANY (ARRAY['community'::text, 'street'::text, 'district'::text]))),
  constraint matter_mediation_check CHECK ((mediation = ANY (ARRAY['asking'::text, 'running'::text, 'agreed'::text, 'ended'::text, 'filed'::text]))),
  constraint matter_satisfied_check CHECK ((satisfied = ANY (ARRAY['satisfied'::text, 'basically'::text, 'unsatisfied'::text]))),
  constraint matter_state_check CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'dispatched'::text, 'handling'::text, 'returned'::text, 'submitted'::text, 'revisiting'::text, 'closed'::text]))),
  constraint matter_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'critical'::text])))
);
CREATE INDEX matter_asked ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE question_open;
CREATE INDEX matter_by_category ON public.matter USING btree (district_id, category_code, received_at DESC, id DESC) WHERE (category_code IS NOT NULL);
CREATE INDEX matter_by_changed ON public.matter USING btree (district_id, changed_at DESC, id DESC);
CREATE INDEX matter_by_closed ON public.matter USING btree (district_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX matter_by_handler ON public.matter USING btree (district_id, handler_id, received_at DESC, id DESC) WHERE (handler_id IS NOT NULL);
CREATE INDEX matter_by_handling ON public.matter USING btree (district_id, handling_id, category_code) WHERE (handling_id IS NOT NULL);
CREATE INDEX matter_by_holder ON public.matter USING btree (district_id, holder_id, received_at DESC, id DESC);
CREATE INDEX matter_by_joined ON public.matter USING btree (district_id, joined_into) WHERE (joined_into IS NOT NULL);
CREATE INDEX matter_by_place ON public.matter USING btree (district_id, place_path text_pattern_ops, received_at DESC);
CREATE INDEX matter_by_received ON public.matter USING btree (district_id, received_at DESC, id DESC);
CREATE INDEX matter_by_request ON public.matter USING btree (district_id, centre_id, id) WHERE (request IS NOT NULL);
CREATE INDEX matter_by_retention ON public.matter USING btree (district_id, retention, archived_at, id) WHERE ((archived_at IS NOT NULL) AND (destroyed_at IS NULL));
CREATE INDEX matter_closed_by_received ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE (state = 'closed'::text);
CREATE INDEX matter_groups ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE (appeals >= 5);
CREATE INDEX matter_open_at ON public.matter USING btree (district_id, lng, lat) WHERE ((state <> 'closed'::text) AND (lng IS NOT NULL));
CREATE INDEX matter_open_by_centre ON public.matter USING btree (district_id, centre_id) WHERE (state <> 'closed'::text);
CREATE INDEX matter_open_by_due ON public.matter USING btree (district_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (state <> 'closed'::text);
CREATE INDEX matter_open_by_handler ON public.matter USING btree (district_id, handler_id) WHERE ((state <> 'closed'::text) AND (handler_id IS NOT NULL));
CREATE INDEX matter_open_by_handling ON public.matter USING btree (district_id, handling_id) WHERE ((state <> 'closed'::text) AND (handling_id IS NOT NULL));
CREATE INDEX matter_open_by_place ON public.matter USING btree (district_id, place_path text_pattern_ops, received_at DESC) WHERE (state <> 'closed'::text);
CREATE INDEX matter_open_by_state ON public.matter USING btree (district_id, state, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (state <> 'closed'::text);
CREATE INDEX matter_quiet ON public.matter USING btree (district_id, changed_at, id) WHERE ((state = ANY (ARRAY['dispatched'::text, 'handling'::text])) AND (held IS NULL));
CREATE INDEX matter_reopen_asked ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE reopen_asked;
CREATE INDEX matter_reopened ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE (reopenings > 0);
CREATE INDEX matter_returned ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE ((returned_by <> '{}'::uuid[]) AND (state <> 'closed'::text));
CREATE INDEX matter_unhappy ON public.matter USING btree (district_id, received_at DESC, id DESC) WHERE ((satisfied = 'unsatisfied'::text) OR (NOT solved));
CREATE INDEX matter_waiting ON public.matter USING btree (district_id, holder_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE ((state <> 'closed'::text) OR reopen_asked);
alter table matter enable row level security;
create policy audit_reads on matter for select to maple_audit using (true);
create policy matter_reach on matter for all to maple_app using (((district_id = app_district()) AND (matter_visible(place_path, holder_path, involved, sensitive, need_to_know) OR (id = app_matter()) OR ((app_setting('matters'::text) <> ''::text) AND (NOT sensitive) AND (id = ANY (app_matters())))))) with check ((district_id = app_district()));
grant delete, insert, select, update on matter to maple_app;

create table matter_action (
  district_id integer not null,
  matter_id uuid not null,
  seq integer not null,
  id uuid not null,
  verb text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  post_id uuid,
  unit_id uuid,
  appeal_id uuid,
  state text not null,
  payload jsonb not null,
  payload_digest bytea not null,
  previous bytea not null,
  hash bytea not null,
  constraint matter_action_pkey PRIMARY KEY (district_id, matter_id, seq),
  constraint matter_action_district_id_id_key UNIQUE (district_id, id),
  constraint matter_action_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint matter_action_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'resident'::text, 'visitor'::text, 'system'::text, 'partner'::text, 'party'::text])))
);
CREATE INDEX matter_action_sent_back ON public.matter_action USING btree (district_id, verb, at) WHERE (verb = ANY (ARRAY['return'::text, 'reopen'::text]));
alter table matter_action enable row level security;
create policy audit_reads on matter_action for select to maple_audit using (true);
create policy same_district on matter_action for all to maple_app using ((district_id = app_district()));
grant insert, select on matter_action to maple_app;
grant select on matter_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON public.matter_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER append_only_rows BEFORE UPDATE ON public.matter_action FOR EACH ROW EXECUTE FUNCTION refuse_all_but_destruction(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.matter_action FOR EACH ROW EXECUTE FUNCTION await_seal('matter_action');

create table matter_assistant (
  district_id integer not null,
  unit_id uuid not null,
  matter_id uuid not null,
  constraint matter_assistant_pkey PRIMARY KEY (district_id, unit_id, matter_id),
  constraint matter_assistant_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint matter_assistant_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id)
);
CREATE INDEX matter_assistant_by_matter ON public.matter_assistant USING btree (district_id, matter_id);
alter table matter_assistant enable row level security;
create policy same_district on matter_assistant for all to maple_app using ((district_id = app_district()));
grant delete, insert, select on matter_assistant to maple_app;

create table matter_link (
  district_id integer not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  relation text not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint matter_link_pkey PRIMARY KEY (district_id, id),
  constraint matter_link_district_id_from_id_fkey FOREIGN KEY (district_id, from_id) REFERENCES matter(district_id, id),
  constraint matter_link_district_id_to_id_fkey FOREIGN KEY (district_id, to_id) REFERENCES matter(district_id, id),
  constraint matter_link_check CHECK ((from_id <> to_id)),
  constraint matter_link_relation_check CHECK ((relation = ANY (ARRAY['related'::text, 'sameCause'::text, 'followUp'::text])))
);
CREATE INDEX matter_link_from ON public.matter_link USING btree (district_id, from_id) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX matter_link_once ON public.matter_link USING btree (district_id, LEAST(from_id, to_id), GREATEST(from_id, to_id)) WHERE (removed_at IS NULL);
CREATE INDEX matter_link_to ON public.matter_link USING btree (district_id, to_id) WHERE (removed_at IS NULL);
alter table matter_link enable row level security;
create policy same_district on matter_link for all to maple_app using ((district_id = app_district()));
grant insert, select, update on matter_link to maple_app;

create table matter_opening (
  district_id integer not null,
  account_id uuid not null,
  matter_id uuid not null,
  at timestamp with time zone not null,
  constraint matter_opening_pkey PRIMARY KEY (district_id, account_id, matter_id),
  constraint matter_opening_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint matter_opening_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX matter_opening_by_time ON public.matter_opening USING btree (district_id, account_id, at DESC, matter_id DESC);
alter table matter_opening enable row level security;
create policy same_district on matter_opening for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on matter_opening to maple_app;

create table matter_text (
  district_id integer not null,
  matter_id uuid not null,
  grams tsvector not null,
  words tsvector not null,
  constraint matter_text_pkey PRIMARY KEY (district_id, matter_id),
  constraint matter_text_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX matter_text_grams ON public.matter_text USING gin (grams);
CREATE INDEX matter_text_words ON public.matter_text USING gin (words);
grant delete, insert, select, update on matter_text to maple_app;

create table mediation (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  committee_id uuid not null,
  year integer not null,
  no integer not null,
  state text not null,
  due_on date,
  lead_id uuid not null,
  next_at timestamp with time zone,
  facts jsonb not null,
  version integer not null,
  opened_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  source text,
  parties integer not null default 0,
  is_hard boolean not null default false,
  closed_at timestamp with time zone,
  is_agreed boolean not null default false,
  filed_at timestamp with time zone,
  form text,
  performance text,
  unmet_on date,
  confirmation text,
  fen bigint not null default 0,
  averted_suicide integer,
  averted_crime integer,
  averted_brawl integer,
  averted_petition integer,
  constraint mediation_pkey PRIMARY KEY (district_id, id),
  constraint mediation_district_id_committee_id_year_no_key UNIQUE (district_id, committee_id, year, no),
  constraint mediation_district_id_committee_id_fkey FOREIGN KEY (district_id, committee_id) REFERENCES unit(district_id, id),
  constraint mediation_district_id_lead_id_fkey FOREIGN KEY (district_id, lead_id) REFERENCES account(district_id, id),
  constraint mediation_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint mediation_averted_brawl_check CHECK ((averted_brawl > 0)),
  constraint mediation_averted_crime_check CHECK ((averted_crime > 0)),
  constraint mediation_averted_petition_check CHECK ((averted_petition > 0)),
  constraint mediation_averted_suicide_check CHECK ((averted_suicide > 0)),
  constraint mediation_confirmation_check CHECK ((confirmation = ANY (ARRAY['asked'::text, 'confirmed'::text, 'rejected'::text]))),
  constraint mediation_fen_check CHECK ((fen >= 0)),
  constraint mediation_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text]))),
  constraint mediation_no_check CHECK ((no > 0)),
  constraint mediation_performance_check CHECK ((performance = ANY (ARRAY['whole'::text, 'part'::text, 'none'::text]))),
  constraint mediation_state_check CHECK ((state = ANY (ARRAY['asking'::text, 'running'::text, 'agreed'::text, 'ended'::text, 'filed'::text])))
);
CREATE INDEX mediation_agreed ON public.mediation USING btree (district_id, changed_at DESC, id) WHERE (state = 'agreed'::text);
CREATE INDEX mediation_by_closed ON public.mediation USING btree (district_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX mediation_by_opened ON public.mediation USING btree (district_id, opened_at DESC, id DESC);
CREATE INDEX mediation_closed_of_committee ON public.mediation USING btree (district_id, committee_id, closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX mediation_done ON public.mediation USING btree (district_id, changed_at DESC, id) WHERE (state = ANY (ARRAY['ended'::text, 'filed'::text]));
CREATE INDEX mediation_filed_of_committee ON public.mediation USING btree (district_id, committee_id, filed_at) WHERE (filed_at IS NOT NULL);
CREATE UNIQUE INDEX mediation_going_on ON public.mediation USING btree (district_id, matter_id) WHERE (state = ANY (ARRAY['asking'::text, 'running'::text]));
CREATE INDEX mediation_of_committee ON public.mediation USING btree (district_id, committee_id, opened_at DESC, id DESC);
CREATE INDEX mediation_of_matter ON public.mediation USING btree (district_id, matter_id, opened_at DESC);
CREATE INDEX mediation_open ON public.mediation USING btree (district_id, COALESCE(due_on, 'infinity'::date), id) WHERE (state = ANY (ARRAY['asking'::text, 'running'::text]));
CREATE INDEX mediation_open_of_committee ON public.mediation USING btree (district_id, committee_id, due_on) WHERE (state = ANY (ARRAY['asking'::text, 'running'::text]));
CREATE INDEX mediation_settled ON public.mediation USING btree (district_id, committee_id) WHERE is_agreed;
alter table mediation enable row level security;
create policy same_district on mediation for all to maple_app using ((district_id = app_district()));
grant insert, select, update on mediation to maple_app;

create table mediation_counter (
  district_id integer not null,
  committee_id uuid not null,
  year integer not null,
  last integer not null,
  constraint mediation_counter_pkey PRIMARY KEY (district_id, committee_id, year),
  constraint mediation_counter_district_id_committee_id_fkey FOREIGN KEY (district_id, committee_id) REFERENCES unit(district_id, id),
  constraint mediation_counter_last_check CHECK ((last > 0))
);
alter table mediation_counter enable row level security;
create policy same_district on mediation_counter for all to maple_app using ((district_id = app_district()));
grant insert, select, update on mediation_counter to maple_app;

create table mediation_link (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  party_id uuid not null,
  token_index bytea not null,
  secret_sealed bytea not null,
  tries integer not null default 0,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint mediation_link_pkey PRIMARY KEY (district_id, id),
  constraint mediation_link_district_id_token_index_key UNIQUE (district_id, token_index),
  constraint mediation_link_district_id_created_by_fkey FOREIGN KEY (district_id, created_by) REFERENCES account(district_id, id),
  constraint mediation_link_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint mediation_link_district_id_party_id_fkey FOREIGN KEY (district_id, party_id) REFERENCES party(district_id, id)
);
CREATE UNIQUE INDEX mediation_link_now ON public.mediation_link USING btree (district_id, mediation_id, party_id) WHERE (ended_at IS NULL);
alter table mediation_link enable row level security;
create policy same_district on mediation_link for all to maple_app using ((district_id = app_district()));
grant insert, select, update on mediation_link to maple_app;

create table mediation_mediator (
  district_id integer not null,
  account_id uuid not null,
  mediation_id uuid not null,
  constraint mediation_mediator_pkey PRIMARY KEY (district_id, account_id, mediation_id),
  constraint mediation_mediator_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint mediation_mediator_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id)
);
CREATE INDEX mediation_mediator_of ON public.mediation_mediator USING btree (district_id, mediation_id);
alter table mediation_mediator enable row level security;
create policy same_district on mediation_mediator for all to maple_app using ((district_id = app_district()));
grant delete, insert, select on mediation_mediator to maple_app;

create table mediation_message (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  session_id uuid not null,
  no integer not null,
  account_id uuid,
  by_id uuid,
  party_id uuid,
  sealed bytea not null,
  file_ids uuid[] not null,
  at timestamp with time zone not null,
  constraint mediation_message_pkey PRIMARY KEY (district_id, id),
  constraint mediation_message_district_id_mediation_id_session_id_no_key UNIQUE (district_id, mediation_id, session_id, no),
  constraint mediation_message_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint mediation_message_district_id_by_id_fkey FOREIGN KEY (district_id, by_id) REFERENCES party(district_id, id),
  constraint mediation_message_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint mediation_message_district_id_party_id_fkey FOREIGN KEY (district_id, party_id) REFERENCES party(district_id, id),
  constraint mediation_message_check CHECK ((((account_id IS NULL) = (by_id IS NOT NULL)) AND ((by_id IS NULL) = (party_id IS NULL)))),
  constraint mediation_message_no_check CHECK ((no > 0))
);
alter table mediation_message enable row level security;
create policy same_district on mediation_message for all to maple_app using ((district_id = app_district()));
grant insert, select on mediation_message to maple_app;

create table mediation_peer (
  district_id integer not null,
  session_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  account_id uuid,
  party_id uuid,
  seen_at timestamp with time zone not null,
  constraint mediation_peer_pkey PRIMARY KEY (district_id, session_id, id),
  constraint mediation_peer_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint mediation_peer_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint mediation_peer_district_id_party_id_fkey FOREIGN KEY (district_id, party_id) REFERENCES party(district_id, id),
  constraint mediation_peer_check CHECK (((account_id IS NULL) = (party_id IS NOT NULL)))
);
CREATE INDEX mediation_peer_of ON public.mediation_peer USING btree (district_id, mediation_id);
alter table mediation_peer enable row level security;
create policy same_district on mediation_peer for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on mediation_peer to maple_app;

create table mediation_signal (
  district_id integer not null,
  session_id uuid not null,
  to_id uuid not null,
  no bigint not null,
  id uuid not null,
  from_id uuid not null,
  mediation_id uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  constraint mediation_signal_pkey PRIMARY KEY (district_id, session_id, to_id, no),
  constraint mediation_signal_district_id_id_key UNIQUE (district_id, id),
  constraint mediation_signal_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id)
);
CREATE INDEX mediation_signal_of ON public.mediation_signal USING btree (district_id, mediation_id);
alter table mediation_signal enable row level security;
create policy same_district on mediation_signal for all to maple_app using ((district_id = app_district()));
grant delete, insert, select on mediation_signal to maple_app;

create table mediation_slot (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  room_id uuid,
  mediator_ids uuid[] not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint mediation_slot_pkey PRIMARY KEY (district_id, id),
  constraint mediation_slot_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint mediation_slot_district_id_room_id_fkey FOREIGN KEY (district_id, room_id) REFERENCES unit(district_id, id),
  constraint mediation_slot_check CHECK ((ends_at > starts_at))
);
CREATE INDEX mediation_slot_by_time ON public.mediation_slot USING btree (district_id, starts_at, id);
CREATE INDEX mediation_slot_of ON public.mediation_slot USING btree (district_id, mediation_id);
alter table mediation_slot enable row level security;
create policy same_district on mediation_slot for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on mediation_slot to maple_app;

create table mediation_text (
  district_id integer not null,
  id uuid not null,
  mediation_id uuid not null,
  kind text not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  constraint mediation_text_pkey PRIMARY KEY (district_id, id),
  constraint mediation_text_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint mediation_text_kind_check CHECK ((kind = ANY (ARRAY['story'::text, 'witness'::text, 'reason'::text, 'conflict'::text, 'place'::text, 'record'::text, 'caucus'::text, 'terms'::text, 'offer'::text])))
);
CREATE INDEX mediation_text_of ON public.mediation_text USING btree (district_id, mediation_id);
alter table mediation_text enable row level security;
create policy same_district on mediation_text for all to maple_app using ((district_id = app_district()));
grant insert, select on mediation_text to maple_app;

create table mediator_profile (
  district_id integer not null,
  person_id uuid not null,
  specialities text[] not null default '{}'::text[],
  languages text[] not null default '{}'::text[],
  since_year integer,
  about text not null default ''::text,
  is_public boolean not null default false,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint mediator_profile_pkey PRIMARY KEY (district_id, person_id),
  constraint mediator_profile_district_id_person_id_fkey FOREIGN KEY (district_id, person_id) REFERENCES person(district_id, id),
  constraint mediator_profile_about_check CHECK ((length(about) <= 500)),
  constraint mediator_profile_since_year_check CHECK (((since_year >= 1950) AND (since_year <= 2100)))
);
CREATE INDEX mediator_profile_public ON public.mediator_profile USING btree (district_id, person_id) WHERE is_public;
alter table mediator_profile enable row level security;
create policy same_district on mediator_profile for all to maple_app using ((district_id = app_district()));
grant insert, select, update on mediator_profile to maple_app;

create table meeting (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  rhythm text,
  unit_id uuid not null,
  area_path text not null,
  title text not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place text not null,
  link text not null,
  chair_id uuid not null,
  minuter_id uuid not null,
  quorum integer not null,
  state text not null,
  adjourned_to uuid,
  reminded boolean not null default false,
  called_by uuid not null,
  called_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  digest bytea,
  version integer not null default 1,
  constraint meeting_pkey PRIMARY KEY (district_id, id),
  constraint meeting_district_id_called_by_fkey FOREIGN KEY (district_id, called_by) REFERENCES account(district_id, id),
  constraint meeting_district_id_chair_id_fkey FOREIGN KEY (district_id, chair_id) REFERENCES account(district_id, id),
  constraint meeting_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint meeting_district_id_minuter_id_fkey FOREIGN KEY (district_id, minuter_id) REFERENCES account(district_id, id),
  constraint meeting_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint meeting_check CHECK (((kind = 'regular'::text) = (rhythm IS NOT NULL))),
  constraint meeting_check1 CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
  constraint meeting_check2 CHECK (((state = 'adjourned'::text) = (adjourned_to IS NOT NULL))),
  constraint meeting_kind_check CHECK ((kind = ANY (ARRAY['study'::text, 'regular'::text]))),
  constraint meeting_minutes_check CHECK (((minutes >= 10) AND (minutes <= 600))),
  constraint meeting_quorum_check CHECK ((quorum > 0)),
  constraint meeting_rhythm_check CHECK ((rhythm = ANY (ARRAY['weekly'::text, 'monthly'::text]))),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['called'::text, 'confirmed'::text, 'adjourned'::text, 'cancelled'::text]))),
  constraint meeting_title_check CHECK ((length(title) <= 60))
);
CREATE INDEX meeting_by_time ON public.meeting USING btree (district_id, state, starts_at, id);
CREATE INDEX meeting_of_unit ON public.meeting USING btree (district_id, unit_id, starts_at);
CREATE INDEX meeting_over ON public.meeting USING btree (district_id, starts_at DESC, id DESC) WHERE (state <> 'called'::text);
CREATE INDEX meeting_to_remind ON public.meeting USING btree (district_id, starts_at) WHERE ((state = 'called'::text) AND (NOT reminded));
alter table meeting enable row level security;
create policy same_district on meeting for all to maple_app using ((district_id = app_district()));
grant insert, select, update on meeting to maple_app;

create table meeting_action (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  task_id uuid,
  at timestamp with time zone not null,
  account_id uuid,
  unit_id uuid,
  verb text not null,
  payload jsonb not null,
  constraint meeting_action_pkey PRIMARY KEY (district_id, id),
  constraint meeting_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint meeting_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint meeting_action_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_action_verb_check CHECK ((verb = ANY (ARRAY['call'::text, 'answer'::text, 'change'::text, 'attach'::text, 'record'::text, 'confirm'::text, 'adjourn'::text, 'cancel'::text, 'note'::text, 'progress'::text, 'done'::text, 'ask'::text, 'grant'::text, 'deny'::text, 'drop'::text, 'return'::text, 'overdue'::text])))
);
CREATE INDEX meeting_action_of ON public.meeting_action USING btree (district_id, meeting_id, at, id);
CREATE INDEX meeting_action_of_task ON public.meeting_action USING btree (district_id, task_id, at, id) WHERE (task_id IS NOT NULL);
alter table meeting_action enable row level security;
create policy audit_reads on meeting_action for select to maple_audit using (true);
create policy same_district on meeting_action for all to maple_app using ((district_id = app_district()));
grant insert, select on meeting_action to maple_app;
grant select on meeting_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.meeting_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.meeting_action FOR EACH ROW EXECUTE FUNCTION await_seal('meeting_action');

create table meeting_item (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  no integer not null,
  matter_id uuid,
  presenter_id uuid,
  minutes integer not null,
  unit_ids uuid[] not null,
  carried boolean not null,
  constraint meeting_item_pkey PRIMARY KEY (district_id, id),
  constraint meeting_item_district_id_meeting_id_no_key UNIQUE (district_id, meeting_id, no),
  constraint meeting_item_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint meeting_item_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_item_district_id_presenter_id_fkey FOREIGN KEY (district_id, presenter_id) REFERENCES unit(district_id, id),
  constraint meeting_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 300))),
  constraint meeting_item_no_check CHECK ((no > 0))
);
CREATE INDEX meeting_item_of_matter ON public.meeting_item USING btree (district_id, matter_id, meeting_id) WHERE (matter_id IS NOT NULL);
alter table meeting_item enable row level security;
create policy same_district on meeting_item for all to maple_app using ((district_id = app_district()));
grant insert, select, update on meeting_item to maple_app;

create table meeting_present (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  no integer not null,
  unit_id uuid,
  came text not null,
  constraint meeting_present_pkey PRIMARY KEY (district_id, id),
  constraint meeting_present_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_present_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint meeting_present_came_check CHECK ((came = ANY (ARRAY['came'::text, 'late'::text, 'absent'::text])))
);
CREATE INDEX meeting_present_of ON public.meeting_present USING btree (district_id, meeting_id, no);
alter table meeting_present enable row level security;
create policy same_district on meeting_present for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on meeting_present to maple_app;
CREATE TRIGGER keep_minutes BEFORE DELETE OR UPDATE ON public.meeting_present FOR EACH ROW EXECUTE FUNCTION keep_minutes();

create table meeting_return (
  district_id integer not null,
  meeting_id uuid not null,
  task_id uuid not null,
  item_id uuid not null,
  constraint meeting_return_pkey PRIMARY KEY (district_id, meeting_id, task_id),
  constraint meeting_return_district_id_item_id_fkey FOREIGN KEY (district_id, item_id) REFERENCES meeting_item(district_id, id),
  constraint meeting_return_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_return_district_id_task_id_fkey FOREIGN KEY (district_id, task_id) REFERENCES meeting_task(district_id, id)
);
CREATE INDEX meeting_return_of ON public.meeting_return USING btree (district_id, task_id);
alter table meeting_return enable row level security;
create policy same_district on meeting_return for all to maple_app using ((district_id = app_district()));
grant insert, select on meeting_return to maple_app;

create table meeting_task (
  district_id integer not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  matter_id uuid,
  no integer not null,
  unit_id uuid not null,
  account_id uuid,
  due_on date not null,
  state text not null,
  asked_on date,
  told boolean not null default false,
  ended_at timestamp with time zone,
  constraint meeting_task_pkey PRIMARY KEY (district_id, id),
  constraint meeting_task_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint meeting_task_district_id_item_id_fkey FOREIGN KEY (district_id, item_id) REFERENCES meeting_item(district_id, id),
  constraint meeting_task_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint meeting_task_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_task_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint meeting_task_check CHECK (((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (ended_at IS NOT NULL))),
  constraint meeting_task_check1 CHECK (((asked_on IS NULL) OR (state = 'open'::text))),
  constraint meeting_task_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'done'::text, 'dropped'::text])))
);
CREATE INDEX meeting_task_due ON public.meeting_task USING btree (district_id, due_on) WHERE ((state = 'open'::text) AND (NOT told));
CREATE INDEX meeting_task_ended ON public.meeting_task USING btree (district_id, ended_at DESC, id DESC) WHERE (ended_at IS NOT NULL);
CREATE INDEX meeting_task_of ON public.meeting_task USING btree (district_id, meeting_id, no);
CREATE INDEX meeting_task_of_item ON public.meeting_task USING btree (district_id, item_id);
CREATE INDEX meeting_task_of_matter ON public.meeting_task USING btree (district_id, matter_id) WHERE ((matter_id IS NOT NULL) AND (state = 'open'::text));
CREATE INDEX meeting_task_of_unit ON public.meeting_task USING btree (district_id, unit_id, due_on, id) WHERE (state = 'open'::text);
CREATE INDEX meeting_task_of_unit_ended ON public.meeting_task USING btree (district_id, unit_id, ended_at DESC, id DESC) WHERE (ended_at IS NOT NULL);
CREATE INDEX meeting_task_open ON public.meeting_task USING btree (district_id, due_on, id) WHERE (state = 'open'::text);
alter table meeting_task enable row level security;
create policy same_district on meeting_task for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on meeting_task to maple_app;
CREATE TRIGGER keep_minutes BEFORE DELETE ON public.meeting_task FOR EACH ROW EXECUTE FUNCTION keep_minutes();

create table meeting_text (
  district_id integer not null,
  of_id uuid not null,
  kind text not null,
  meeting_id uuid not null,
  item_id uuid,
  sealed bytea not null,
  constraint meeting_text_pkey PRIMARY KEY (district_id, of_id, kind),
  constraint meeting_text_district_id_item_id_fkey FOREIGN KEY (district_id, item_id) REFERENCES meeting_item(district_id, id),
  constraint meeting_text_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_text_kind_check CHECK ((kind = ANY (ARRAY['topic'::text, 'said'::text, 'conclusion'::text, 'person'::text, 'reply'::text, 'task'::text, 'report'::text, 'note'::text])))
);
CREATE INDEX meeting_text_of ON public.meeting_text USING btree (district_id, meeting_id);
CREATE INDEX meeting_text_of_item ON public.meeting_text USING btree (district_id, item_id) WHERE (item_id IS NOT NULL);
alter table meeting_text enable row level security;
create policy same_district on meeting_text for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on meeting_text to maple_app;
CREATE TRIGGER keep_minutes BEFORE DELETE OR UPDATE ON public.meeting_text FOR EACH ROW WHEN ((old.kind = ANY (ARRAY['topic'::text, 'said'::text, 'conclusion'::text, 'person'::text, 'task'::text]))) EXECUTE FUNCTION keep_minutes();

create table meeting_unit (
  district_id integer not null,
  meeting_id uuid not null,
  unit_id uuid not null,
  account_ids uuid[] not null,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint meeting_unit_pkey PRIMARY KEY (district_id, meeting_id, unit_id),
  constraint meeting_unit_district_id_meeting_id_fkey FOREIGN KEY (district_id, meeting_id) REFERENCES meeting(district_id, id),
  constraint meeting_unit_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint meeting_unit_answer_check CHECK ((answer = ANY (ARRAY['comes'::text, 'sends'::text, 'cannot'::text]))),
  constraint meeting_unit_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
);
CREATE INDEX meeting_unit_of ON public.meeting_unit USING btree (district_id, unit_id, meeting_id);
alter table meeting_unit enable row level security;
create policy same_district on meeting_unit for all to maple_app using ((district_id = app_district()));
grant insert, select, update on meeting_unit to maple_app;

create table migration (
  name text not null,
  sha256 text not null,
  at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);
grant delete, insert, select, update on migration to maple_app;

create table notice (
  district_id integer not null,
  id uuid not null,
  unit_id uuid,
  account_id uuid,
  matter_id uuid,
  kind text not null,
  facts jsonb not null,
  created_at timestamp with time zone not null,
  actor_id uuid,
  pressing text not null default 'act'::text,
  whistle_id uuid,
  meeting_id uuid,
  aid_id uuid,
  team_id uuid,
  exclusion_id uuid,
  constraint notice_pkey PRIMARY KEY (district_id, id),
  constraint notice_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint notice_pressing_check CHECK ((pressing = ANY (ARRAY['critical'::text, 'act'::text, 'know'::text]))),
  constraint notice_receiver CHECK (((unit_id IS NULL) <> (account_id IS NULL)))
);
CREATE INDEX notice_by_account ON public.notice USING btree (district_id, account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX notice_by_aid ON public.notice USING btree (district_id, aid_id) WHERE (aid_id IS NOT NULL);
CREATE INDEX notice_by_matter ON public.notice USING btree (district_id, matter_id);
CREATE INDEX notice_by_meeting ON public.notice USING btree (district_id, meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX notice_by_team ON public.notice USING btree (district_id, team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX notice_by_time ON public.notice USING btree (district_id, created_at);
CREATE INDEX notice_by_unit ON public.notice USING btree (district_id, unit_id, id DESC) WHERE (unit_id IS NOT NULL);
CREATE INDEX notice_by_whistle ON public.notice USING btree (district_id, whistle_id) WHERE (whistle_id IS NOT NULL);
alter table notice enable row level security;
create policy same_district on notice for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on notice to maple_app;

create table notice_choice (
  district_id integer not null,
  account_id uuid not null,
  muted text[] not null default '{}'::text[],
  unmailed text[] not null default '{}'::text[],
  pace text not null,
  quiet_from integer not null,
  quiet_to integer not null,
  quiet_rest_days boolean not null,
  language text not null,
  mail_sealed bytea,
  asked_sealed bytea,
  code_hash bytea,
  code_until timestamp with time zone,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamp with time zone,
  version integer not null default 1,
  constraint notice_choice_pkey PRIMARY KEY (district_id, account_id),
  constraint notice_choice_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint notice_choice_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint notice_choice_pace_check CHECK ((pace = ANY (ARRAY['atOnce'::text, 'hourly'::text, 'daily'::text, 'never'::text]))),
  constraint notice_choice_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint notice_choice_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 1439)))
);
alter table notice_choice enable row level security;
create policy same_district on notice_choice for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on notice_choice to maple_app;

create table notice_mail (
  district_id integer not null,
  notice_id uuid not null,
  account_id uuid not null,
  look_at timestamp with time zone not null,
  constraint notice_mail_pkey PRIMARY KEY (district_id, notice_id, account_id),
  constraint notice_mail_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint notice_mail_district_id_notice_id_fkey FOREIGN KEY (district_id, notice_id) REFERENCES notice(district_id, id) ON DELETE CASCADE
);
CREATE INDEX notice_mail_by_account ON public.notice_mail USING btree (district_id, account_id);
CREATE INDEX notice_mail_waiting ON public.notice_mail USING btree (district_id, look_at);
alter table notice_mail enable row level security;
create policy same_district on notice_mail for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on notice_mail to maple_app;

create table notice_seen (
  district_id integer not null,
  notice_id uuid not null,
  account_id uuid not null,
  constraint notice_seen_pkey PRIMARY KEY (district_id, notice_id, account_id),
  constraint notice_seen_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint notice_seen_district_id_notice_id_fkey FOREIGN KEY (district_id, notice_id) REFERENCES notice(district_id, id) ON DELETE CASCADE
);
alter table notice_seen enable row level security;
create policy same_district on notice_seen for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on notice_seen to maple_app;

create table number_block (
  district_id integer not null,
  series text not null,
  next integer not null,
  constraint number_block_pkey PRIMARY KEY (district_id, series),
  constraint number_block_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table number_block enable row level security;
create policy same_district on number_block for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on number_block to maple_app;

create table org_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  verb text not null,
  subject uuid not null,
  payload jsonb not null,
  constraint org_action_pkey PRIMARY KEY (district_id, id),
  constraint org_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint org_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint org_action_verb_check CHECK ((verb ~ '^[a-z][A-Za-z]{2,39}$'::text))
);
CREATE INDEX org_action_by_account ON public.org_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX org_action_by_subject ON public.org_action USING btree (district_id, subject, at);
CREATE INDEX org_action_by_time ON public.org_action USING btree (district_id, at DESC, id DESC);
alter table org_action enable row level security;
create policy audit_reads on org_action for select to maple_audit using (true);
create policy same_district on org_action for all to maple_app using ((district_id = app_district()));
grant insert, select on org_action to maple_app;
grant select on org_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.org_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.org_action FOR EACH ROW EXECUTE FUNCTION await_seal('org_action');

create table org_import (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  account_id uuid not null,
  file_name text not null,
  file_sha256 bytea not null,
  sheet text not null,
  header_row integer not null,
  headers jsonb not null,
  mapping jsonb not null,
  state text not null,
  rows_total integer not null,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_bad integer not null default 0,
  failure text,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint org_import_pkey PRIMARY KEY (district_id, id),
  constraint org_import_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint org_import_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint org_import_kind_check CHECK ((kind = ANY (ARRAY['units'::text, 'people'::text, 'places'::text]))),
  constraint org_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX org_import_by_time ON public.org_import USING btree (district_id, created_at DESC, id DESC);
alter table org_import enable row level security;
create policy same_district on org_import for all to maple_app using ((district_id = app_district()));
grant insert, select, update on org_import to maple_app;

create table org_import_bad_row (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  cells bytea not null,
  problems jsonb not null,
  constraint org_import_bad_row_pkey PRIMARY KEY (district_id, import_id, row_number),
  constraint org_import_bad_row_district_id_import_id_fkey FOREIGN KEY (district_id, import_id) REFERENCES org_import(district_id, id)
);
alter table org_import_bad_row enable row level security;
create policy same_district on org_import_bad_row for all to maple_app using ((district_id = app_district()));
grant insert, select on org_import_bad_row to maple_app;

create table org_import_password (
  district_id integer not null,
  import_id uuid not null,
  row_number integer not null,
  sealed bytea not null,
  constraint org_import_password_pkey PRIMARY KEY (district_id, import_id, row_number),
  constraint org_import_password_district_id_import_id_fkey FOREIGN KEY (district_id, import_id) REFERENCES org_import(district_id, id)
);
alter table org_import_password enable row level security;
create policy same_district on org_import_password for all to maple_app using ((district_id = app_district()));
grant delete, insert, select on org_import_password to maple_app;

create table outbox (
  district_id integer not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  next_at timestamp with time zone,
  attempts integer not null default 0,
  done_at timestamp with time zone,
  last_error text,
  account_id uuid,
  outlet_id uuid,
  outcome text,
  constraint outbox_pkey PRIMARY KEY (district_id, id),
  constraint outbox_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint outbox_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint outbox_district_id_outlet_id_fkey FOREIGN KEY (district_id, outlet_id) REFERENCES outlet(district_id, id),
  constraint outbox_ended CHECK (((done_at IS NULL) = (outcome IS NULL))),
  constraint outbox_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'dropped'::text, 'dead'::text]))),
  constraint outbox_topic CHECK ((topic = ANY (ARRAY['mail'::text, 'code'::text, 'hook'::text, 'text'::text])))
);
CREATE INDEX outbox_by_outlet ON public.outbox USING btree (district_id, outlet_id, id DESC) WHERE (outlet_id IS NOT NULL);
CREATE INDEX outbox_ended_by_time ON public.outbox USING btree (district_id, done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX outbox_troubled ON public.outbox USING btree (district_id, id DESC) WHERE (outcome = ANY (ARRAY['dead'::text, 'dropped'::text]));
CREATE INDEX outbox_waiting ON public.outbox USING btree (district_id, next_at) WHERE (done_at IS NULL);
alter table outbox enable row level security;
create policy same_district on outbox for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on outbox to maple_app;

create table outlet (
  district_id integer not null,
  id uuid not null,
  name text not null,
  url text not null,
  secret_sealed bytea not null,
  verbs text[] not null,
  is_on boolean not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint outlet_pkey PRIMARY KEY (district_id, id),
  constraint outlet_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint outlet_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
);
alter table outlet enable row level security;
create policy same_district on outlet for all to maple_app using ((district_id = app_district()));
grant insert, select, update on outlet to maple_app;

create table outlet_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  verb text not null,
  subject uuid not null,
  payload jsonb not null,
  constraint outlet_action_pkey PRIMARY KEY (district_id, id),
  constraint outlet_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint outlet_action_verb_check CHECK ((verb = ANY (ARRAY['add'::text, 'edit'::text, 'renewSecret'::text, 'remove'::text, 'test'::text, 'again'::text])))
);
CREATE INDEX outlet_action_by_account ON public.outlet_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX outlet_action_by_time ON public.outlet_action USING btree (district_id, at DESC, id DESC);
alter table outlet_action enable row level security;
create policy audit_reads on outlet_action for select to maple_audit using (true);
create policy same_district on outlet_action for all to maple_app using ((district_id = app_district()));
grant insert, select on outlet_action to maple_app;
grant select on outlet_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outlet_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.outlet_action FOR EACH ROW EXECUTE FUNCTION await_seal('outlet_action');

create table paper_proof (
  district_id integer not null,
  code text not null,
  mediation_id uuid,
  form text not null,
  of_id uuid,
  number text not null,
  file_kind text not null,
  sha256 bytea not null,
  wording integer,
  drawn_at timestamp with time zone not null,
  account_id uuid not null,
  petition_id uuid,
  constraint paper_proof_pkey PRIMARY KEY (district_id, code),
  constraint paper_proof_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint paper_proof_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint paper_proof_petition FOREIGN KEY (district_id, petition_id) REFERENCES petition(district_id, id),
  constraint paper_proof_code_check CHECK ((code ~ '^[0-9A-Z]{12}$'::text)),
  constraint paper_proof_file_kind_check CHECK ((file_kind = ANY (ARRAY['pdf'::text, 'word'::text]))),
  constraint paper_proof_of_one CHECK (((mediation_id IS NULL) <> (petition_id IS NULL))),
  constraint paper_proof_sha256_check CHECK ((length(sha256) = 32))
);
CREATE INDEX paper_proof_of ON public.paper_proof USING btree (district_id, mediation_id);
CREATE INDEX paper_proof_of_petition ON public.paper_proof USING btree (district_id, petition_id) WHERE (petition_id IS NOT NULL);
alter table paper_proof enable row level security;
create policy same_district on paper_proof for all to maple_app using ((district_id = app_district()));
grant insert, select on paper_proof to maple_app;

create table partner (
  district_id integer not null,
  id uuid not null,
  name text not null,
  channel text not null,
  unit_id uuid not null,
  scopes text[] not null,
  valid_from date not null,
  valid_to date,
  changes bigint not null default 0,
  orders integer not null default 0,
  created_at timestamp with time zone not null,
  constraint partner_pkey PRIMARY KEY (district_id, id),
  constraint partner_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint partner_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint partner_channel_check CHECK ((channel = ANY (ARRAY['hotline'::text, 'board'::text, 'neighbourhood'::text, 'police'::text, 'court'::text, 'petition'::text, 'department'::text]))),
  constraint partner_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint partner_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40))),
  constraint partner_scopes_check CHECK (((scopes <> '{}'::text[]) AND (scopes <@ '{orders.write,orders.read}'::text[])))
);
alter table partner enable row level security;
create policy same_district on partner for all to maple_app using ((district_id = app_district()));
grant insert, select, update on partner to maple_app;

create table partner_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  verb text not null,
  partner_id uuid not null,
  payload jsonb not null,
  constraint partner_action_pkey PRIMARY KEY (district_id, id),
  constraint partner_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint partner_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint partner_action_district_id_partner_id_fkey FOREIGN KEY (district_id, partner_id) REFERENCES partner(district_id, id),
  constraint partner_action_verb_check CHECK ((verb = ANY (ARRAY['addPartner'::text, 'extendPartner'::text, 'addKey'::text, 'revokeKey'::text])))
);
CREATE INDEX partner_action_by_account ON public.partner_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX partner_action_by_partner ON public.partner_action USING btree (district_id, partner_id, at);
CREATE INDEX partner_action_by_time ON public.partner_action USING btree (district_id, at DESC, id DESC);
alter table partner_action enable row level security;
create policy audit_reads on partner_action for select to maple_audit using (true);
create policy same_district on partner_action for all to maple_app using ((district_id = app_district()));
grant insert, select on partner_action to maple_app;
grant select on partner_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.partner_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.partner_action FOR EACH ROW EXECUTE FUNCTION await_seal('partner_action');

create table partner_key (
  district_id integer not null,
  id uuid not null,
  partner_id uuid not null,
  prefix text not null,
  hash bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint partner_key_pkey PRIMARY KEY (district_id, id),
  constraint partner_key_district_id_prefix_key UNIQUE (district_id, prefix),
  constraint partner_key_district_id_partner_id_fkey FOREIGN KEY (district_id, partner_id) REFERENCES partner(district_id, id),
  constraint partner_key_hash_check CHECK ((length(hash) = 32)),
  constraint partner_key_prefix_check CHECK ((prefix ~ '^[A-Za-z0-9_-]{8}$'::text))
);
CREATE INDEX partner_key_by_partner ON public.partner_key USING btree (district_id, partner_id);
alter table partner_key enable row level security;
create policy same_district on partner_key for all to maple_app using ((district_id = app_district()));
grant insert, select, update on partner_key to maple_app;

create table partner_order (
  district_id integer not null,
  partner_id uuid not null,
  order_no text not null,
  appeal_id uuid not null,
  change bigint not null default 0,
  constraint partner_order_pkey PRIMARY KEY (district_id, partner_id, order_no),
  constraint partner_order_district_id_appeal_id_key UNIQUE (district_id, appeal_id),
  constraint partner_order_district_id_appeal_id_fkey FOREIGN KEY (district_id, appeal_id) REFERENCES appeal(district_id, id),
  constraint partner_order_district_id_partner_id_fkey FOREIGN KEY (district_id, partner_id) REFERENCES partner(district_id, id)
);
CREATE INDEX partner_order_by_change ON public.partner_order USING btree (district_id, partner_id, change);
alter table partner_order enable row level security;
create policy same_district on partner_order for all to maple_app using ((district_id = app_district()));
grant insert, select, update on partner_order to maple_app;

create table partner_use (
  district_id integer not null,
  partner_id uuid not null,
  day date not null,
  outcome text not null,
  count integer not null,
  constraint partner_use_pkey PRIMARY KEY (district_id, partner_id, day, outcome),
  constraint partner_use_district_id_partner_id_fkey FOREIGN KEY (district_id, partner_id) REFERENCES partner(district_id, id)
);
alter table partner_use enable row level security;
create policy same_district on partner_use for all to maple_app using ((district_id = app_district()));
grant insert, select, update on partner_use to maple_app;

create table party (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  no integer not null,
  side text not null,
  kind text not null,
  role text not null,
  is_representative boolean not null default false,
  capacity text not null default 'full'::text,
  acts_for uuid[] not null default '{}'::uuid[],
  is_confidential boolean not null default false,
  appeal_id uuid,
  name_sealed bytea not null,
  phone_sealed bytea,
  address_sealed bytea,
  contact_sealed bytea,
  phone_index bytea,
  name_index bytea,
  pinyin_index bytea,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint party_pkey PRIMARY KEY (district_id, id),
  constraint party_district_id_matter_id_no_key UNIQUE (district_id, matter_id, no),
  constraint party_district_id_appeal_id_fkey FOREIGN KEY (district_id, appeal_id) REFERENCES appeal(district_id, id),
  constraint party_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint party_capacity_check CHECK ((capacity = ANY (ARRAY['full'::text, 'minor'::text, 'limited'::text, 'none'::text]))),
  constraint party_check CHECK (((kind = 'person'::text) OR (capacity = 'full'::text))),
  constraint party_check1 CHECK (((NOT is_representative) OR (role = ANY (ARRAY['applicant'::text, 'respondent'::text, 'concerned'::text, 'third'::text])))),
  constraint party_check2 CHECK (((phone_sealed IS NULL) = (phone_index IS NULL))),
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint party_role_check CHECK ((role = ANY (ARRAY['applicant'::text, 'respondent'::text, 'concerned'::text, 'third'::text, 'agent'::text, 'guardian'::text, 'witness'::text]))),
  constraint party_side_check CHECK ((side = ANY (ARRAY['a'::text, 'b'::text, 'third'::text])))
);
CREATE INDEX party_by_appeal ON public.party USING btree (district_id, appeal_id) WHERE (appeal_id IS NOT NULL);
CREATE INDEX party_by_name ON public.party USING btree (district_id, name_index, created_at DESC) WHERE ((name_index IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX party_by_phone ON public.party USING btree (district_id, phone_index, created_at DESC) WHERE ((phone_index IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX party_by_pinyin ON public.party USING btree (district_id, pinyin_index, created_at DESC) WHERE ((pinyin_index IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX party_in_order ON public.party USING btree (district_id, matter_id, side, ((NOT is_representative)), no) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX party_of_voice ON public.party USING btree (district_id, matter_id, appeal_id) WHERE ((appeal_id IS NOT NULL) AND (removed_at IS NULL));
alter table party enable row level security;
create policy same_district on party for all to maple_app using ((district_id = app_district()));
grant insert, select, update on party to maple_app;

create table party_version (
  district_id integer not null,
  party_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  facts jsonb not null,
  sealed bytea not null,
  constraint party_version_pkey PRIMARY KEY (district_id, party_id, version),
  constraint party_version_district_id_party_id_fkey FOREIGN KEY (district_id, party_id) REFERENCES party(district_id, id)
);
alter table party_version enable row level security;
create policy same_district on party_version for all to maple_app using ((district_id = app_district()));
grant insert, select on party_version to maple_app;

create table passkey (
  district_id integer not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (district_id, id),
  constraint passkey_district_id_credential_id_key UNIQUE (district_id, credential_id),
  constraint passkey_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
);
CREATE INDEX passkey_by_account ON public.passkey USING btree (district_id, account_id, created_at);
alter table passkey enable row level security;
create policy same_district on passkey for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on passkey to maple_app;

create table person (
  district_id integer not null,
  id uuid not null,
  name text not null,
  pinyin text not null,
  phone_sealed bytea,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (district_id, id),
  constraint person_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
);
CREATE INDEX person_by_pinyin ON public.person USING btree (district_id, pinyin, id);
alter table person enable row level security;
create policy same_district on person for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on person to maple_app;

create table petition (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  office_id uuid not null,
  year integer not null,
  no integer not null,
  kind text not null,
  state text not null,
  ending text,
  turn_id uuid,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  next_at timestamp with time zone,
  told integer not null default 0,
  calendar_version integer not null,
  sort_late boolean,
  notice_late boolean,
  handle_late boolean,
  received_on date not null,
  facts jsonb not null,
  version integer not null,
  registered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint petition_pkey PRIMARY KEY (district_id, id),
  constraint petition_district_id_matter_id_key UNIQUE (district_id, matter_id),
  constraint petition_district_id_office_id_year_no_key UNIQUE (district_id, office_id, year, no),
  constraint petition_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint petition_district_id_office_id_fkey FOREIGN KEY (district_id, office_id) REFERENCES unit(district_id, id),
  constraint petition_district_id_turn_id_fkey FOREIGN KEY (district_id, turn_id) REFERENCES unit(district_id, id),
  constraint petition_check CHECK (((state = 'ended'::text) = (ending IS NOT NULL))),
  constraint petition_ending_check CHECK ((ending = ANY (ARRAY['routed'::text, 'double'::text, 'notAccepted'::text, 'replied'::text, 'reconciled'::text, 'settled'::text, 'final'::text, 'withdrawn'::text]))),
  constraint petition_kind_check CHECK ((kind = ANY (ARRAY['suggestion'::text, 'report'::text, 'claim'::text]))),
  constraint petition_no_check CHECK ((no > 0)),
  constraint petition_state_check CHECK ((state = ANY (ARRAY['sorting'::text, 'disputed'::text, 'sent'::text, 'objected'::text, 'accepted'::text, 'answered'::text, 'review'::text, 'reviewed'::text, 'rereview'::text, 'ended'::text]))),
  constraint petition_told_check CHECK (((told >= 0) AND (told <= 2)))
);
CREATE INDEX petition_calendar ON public.petition USING btree (district_id, calendar_version) WHERE (state <> 'ended'::text);
CREATE INDEX petition_going_on ON public.petition USING btree (district_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (state <> 'ended'::text);
CREATE INDEX petition_next ON public.petition USING btree (district_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX petition_of_turn ON public.petition USING btree (district_id, turn_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (state <> 'ended'::text);
CREATE INDEX petition_over ON public.petition USING btree (district_id, changed_at DESC, id DESC) WHERE (state = 'ended'::text);
CREATE INDEX petition_received ON public.petition USING btree (district_id, received_on);
alter table petition enable row level security;
create policy same_district on petition for all to maple_app using ((district_id = app_district()));
grant insert, select, update on petition to maple_app;

create table petition_counter (
  district_id integer not null,
  office_id uuid not null,
  year integer not null,
  last integer not null,
  constraint petition_counter_pkey PRIMARY KEY (district_id, office_id, year),
  constraint petition_counter_district_id_office_id_fkey FOREIGN KEY (district_id, office_id) REFERENCES unit(district_id, id),
  constraint petition_counter_last_check CHECK ((last > 0))
);
alter table petition_counter enable row level security;
create policy same_district on petition_counter for all to maple_app using ((district_id = app_district()));
grant insert, select, update on petition_counter to maple_app;

create table petition_text (
  district_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  constraint petition_text_pkey PRIMARY KEY (district_id, id),
  constraint petition_text_district_id_petition_id_fkey FOREIGN KEY (district_id, petition_id) REFERENCES petition(district_id, id)
);
CREATE INDEX petition_text_of ON public.petition_text USING btree (district_id, petition_id);
alter table petition_text enable row level security;
create policy same_district on petition_text for all to maple_app using ((district_id = app_district()));
grant insert, select on petition_text to maple_app;

create table place (
  district_id integer not null,
  code text not null,
  unit_id uuid not null,
  label text not null,
  lng double precision,
  lat double precision,
  valid_from date not null,
  valid_to date,
  constraint place_pkey PRIMARY KEY (district_id, code),
  constraint place_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint place_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'::text))
);
CREATE INDEX place_by_unit ON public.place USING btree (district_id, unit_id);
alter table place enable row level security;
create policy same_district on place for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on place to maple_app;

create table post (
  district_id integer not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null,
  from_on date not null,
  to_on date,
  constraint post_pkey PRIMARY KEY (district_id, id),
  constraint post_district_id_person_id_fkey FOREIGN KEY (district_id, person_id) REFERENCES person(district_id, id),
  constraint post_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint post_role_check CHECK ((role = ANY (ARRAY['buildingHead'::text, 'gridWorker'::text, 'communityClerk'::text, 'deskOfficer'::text, 'dispatcher'::text, 'mediator'::text, 'expert'::text, 'legalPartner'::text, 'departmentOfficer'::text, 'supervisor'::text, 'leader'::text, 'administrator'::text, 'securityAdministrator'::text, 'auditor'::text]))),
  constraint post_span CHECK (((to_on IS NULL) OR (to_on >= (from_on - 1))))
);
CREATE INDEX post_by_person ON public.post USING btree (district_id, person_id);
CREATE INDEX post_by_unit ON public.post USING btree (district_id, unit_id);
alter table post enable row level security;
create policy same_district on post for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on post to maple_app;

create table profile (
  district_id integer not null,
  version integer not null,
  data jsonb not null,
  from_at timestamp with time zone not null,
  reason text not null default ''::text,
  published_by uuid,
  constraint profile_pkey PRIMARY KEY (district_id, version),
  constraint profile_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint profile_district_id_published_by_fkey FOREIGN KEY (district_id, published_by) REFERENCES account(district_id, id)
);
alter table profile enable row level security;
create policy same_district on profile for all to maple_app using ((district_id = app_district()));
grant insert, select on profile to maple_app;

create table profile_draft (
  district_id integer not null,
  base_version integer not null,
  data jsonb not null,
  version integer not null,
  command_id uuid not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint profile_draft_pkey PRIMARY KEY (district_id),
  constraint profile_draft_district_id_base_version_fkey FOREIGN KEY (district_id, base_version) REFERENCES profile(district_id, version),
  constraint profile_draft_district_id_changed_by_fkey FOREIGN KEY (district_id, changed_by) REFERENCES account(district_id, id),
  constraint profile_draft_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table profile_draft enable row level security;
create policy same_district on profile_draft for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on profile_draft to maple_app;

create table read_log (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  what text not null,
  subject text not null,
  purpose text not null,
  constraint read_log_pkey PRIMARY KEY (district_id, id),
  constraint read_log_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint read_log_what_check CHECK ((what = ANY (ARRAY['reveal'::text, 'export'::text, 'print'::text])))
);
CREATE INDEX read_log_by_account ON public.read_log USING btree (district_id, account_id, at);
CREATE INDEX read_log_by_subject ON public.read_log USING btree (district_id, subject, at);
CREATE INDEX read_log_by_time ON public.read_log USING btree (district_id, at DESC, id DESC);
alter table read_log enable row level security;
create policy audit_reads on read_log for select to maple_audit using (true);
create policy same_district on read_log for all to maple_app using ((district_id = app_district()));
grant insert, select on read_log to maple_app;
grant select on read_log to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.read_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.read_log FOR EACH ROW EXECUTE FUNCTION await_seal('read_log');

create table recovery_code (
  district_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (district_id, account_id, code_hash),
  constraint recovery_code_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id)
);
alter table recovery_code enable row level security;
create policy same_district on recovery_code for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on recovery_code to maple_app;

create table register (
  district_id integer not null,
  id uuid not null,
  state text not null,
  reason text not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decided_why text,
  done_at timestamp with time zone,
  constraint register_pkey PRIMARY KEY (district_id, id),
  constraint register_district_id_decided_by_fkey FOREIGN KEY (district_id, decided_by) REFERENCES account(district_id, id),
  constraint register_district_id_drawn_by_fkey FOREIGN KEY (district_id, drawn_by) REFERENCES account(district_id, id),
  constraint register_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint register_check CHECK ((decided_by <> drawn_by)),
  constraint register_check1 CHECK (((state = 'drawn'::text) = (decided_by IS NULL))),
  constraint register_state_check CHECK ((state = ANY (ARRAY['drawn'::text, 'rejected'::text, 'approved'::text, 'done'::text])))
);
CREATE UNIQUE INDEX register_open ON public.register USING btree (district_id) WHERE (state = ANY (ARRAY['drawn'::text, 'approved'::text]));
alter table register enable row level security;
create policy same_district on register for all to maple_app using ((district_id = app_district()));
grant insert, select, update on register to maple_app;

create table register_file (
  district_id integer not null,
  register_id uuid not null,
  matter_id uuid not null,
  retention text not null,
  years integer not null,
  archived_at timestamp with time zone not null,
  kept_why text,
  destroyed_at timestamp with time zone,
  constraint register_file_pkey PRIMARY KEY (district_id, register_id, matter_id),
  constraint register_file_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint register_file_district_id_register_id_fkey FOREIGN KEY (district_id, register_id) REFERENCES register(district_id, id),
  constraint register_file_years_check CHECK ((years > 0))
);
CREATE INDEX register_file_to_do ON public.register_file USING btree (district_id, register_id) WHERE ((kept_why IS NULL) AND (destroyed_at IS NULL));
alter table register_file enable row level security;
create policy audit_reads on register_file for select to maple_audit using (true);
create policy same_district on register_file for all to maple_app using ((district_id = app_district()));
grant insert, select, update on register_file to maple_app;
grant select on register_file to maple_audit;

create table resident_ask (
  district_id integer not null,
  id uuid not null,
  phone_index bytea not null,
  asker_hash bytea not null,
  is_known boolean not null,
  source_hash bytea not null,
  at timestamp with time zone not null,
  code_hash bytea,
  tries integer not null default 0,
  ended_at timestamp with time zone,
  constraint resident_ask_pkey PRIMARY KEY (district_id, id),
  constraint resident_ask_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
CREATE INDEX resident_ask_by_phone ON public.resident_ask USING btree (district_id, phone_index, at DESC);
CREATE INDEX resident_ask_by_source ON public.resident_ask USING btree (district_id, source_hash, at DESC) WHERE ((code_hash IS NOT NULL) AND (NOT is_known));
CREATE INDEX resident_ask_by_time ON public.resident_ask USING btree (district_id, at DESC) WHERE ((code_hash IS NOT NULL) AND (NOT is_known));
CREATE INDEX resident_ask_old ON public.resident_ask USING btree (district_id, at);
alter table resident_ask enable row level security;
create policy same_district on resident_ask for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on resident_ask to maple_app;

create table resident_device (
  district_id integer not null,
  phone_index bytea not null,
  device_hash bytea not null,
  seen_at timestamp with time zone not null,
  constraint resident_device_pkey PRIMARY KEY (district_id, phone_index, device_hash),
  constraint resident_device_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
CREATE INDEX resident_device_by_time ON public.resident_device USING btree (district_id, seen_at);
alter table resident_device enable row level security;
create policy same_district on resident_device for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on resident_device to maple_app;

create table resident_event (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  phone_index bytea not null,
  outcome text not null,
  device text not null,
  address text not null,
  constraint resident_event_pkey PRIMARY KEY (district_id, id),
  constraint resident_event_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint resident_event_outcome_check CHECK ((outcome = ANY (ARRAY['in'::text, 'wrongCode'::text, 'out'::text, 'outEverywhere'::text])))
);
CREATE INDEX resident_event_by_time ON public.resident_event USING btree (district_id, at DESC, id DESC);
alter table resident_event enable row level security;
create policy audit_reads on resident_event for select to maple_audit using (true);
create policy same_district on resident_event for all to maple_app using ((district_id = app_district()));
grant insert, select on resident_event to maple_app;
grant select on resident_event to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.resident_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.resident_event FOR EACH ROW EXECUTE FUNCTION await_seal('resident_event');

create table resident_session (
  district_id integer not null,
  id uuid not null,
  token_hash bytea not null,
  phone_index bytea not null,
  phone_sealed bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint resident_session_pkey PRIMARY KEY (district_id, id),
  constraint resident_session_district_id_token_hash_key UNIQUE (district_id, token_hash),
  constraint resident_session_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
CREATE INDEX resident_session_by_end ON public.resident_session USING btree (district_id, expires_at);
CREATE INDEX resident_session_by_phone ON public.resident_session USING btree (district_id, phone_index, created_at DESC);
alter table resident_session enable row level security;
create policy same_district on resident_session for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on resident_session to maple_app;

create table rules_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  verb text not null,
  subject text not null,
  payload jsonb not null,
  constraint rules_action_pkey PRIMARY KEY (district_id, id),
  constraint rules_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint rules_action_verb_check CHECK ((verb ~ '^[a-z][A-Za-z]{2,39}$'::text))
);
CREATE INDEX rules_action_by_account ON public.rules_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX rules_action_by_subject ON public.rules_action USING btree (district_id, subject, at);
CREATE INDEX rules_action_by_time ON public.rules_action USING btree (district_id, at DESC, id DESC);
alter table rules_action enable row level security;
create policy audit_reads on rules_action for select to maple_audit using (true);
create policy same_district on rules_action for all to maple_app using ((district_id = app_district()));
grant insert, select on rules_action to maple_app;
grant select on rules_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rules_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.rules_action FOR EACH ROW EXECUTE FUNCTION await_seal('rules_action');

create table security_policy (
  district_id integer not null,
  version integer not null,
  data jsonb not null,
  reason text not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  constraint security_policy_pkey PRIMARY KEY (district_id, version),
  constraint security_policy_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint security_policy_district_id_published_by_fkey FOREIGN KEY (district_id, published_by) REFERENCES account(district_id, id)
);
alter table security_policy enable row level security;
create policy same_district on security_policy for all to maple_app using ((district_id = app_district()));
grant insert, select on security_policy to maple_app;

create table session (
  district_id integer not null,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  device text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  step text not null default 'in'::text,
  ended_for text,
  proved_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (district_id, token_hash),
  constraint session_district_id_id_key UNIQUE (district_id, id),
  constraint session_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint session_ended_for_check CHECK ((ended_for = ANY (ARRAY['more'::text, 'remote'::text]))),
  constraint session_step_check CHECK ((step = ANY (ARRAY['factor'::text, 'in'::text])))
);
CREATE INDEX session_by_account ON public.session USING btree (district_id, account_id);
alter table session enable row level security;
create policy same_district on session for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on session to maple_app;

create table sign_in_wait (
  login_hash bytea not null,
  source bytea not null,
  failed integer not null,
  last_at timestamp with time zone not null,
  until timestamp with time zone,
  constraint sign_in_wait_pkey PRIMARY KEY (login_hash, source)
);
CREATE INDEX sign_in_wait_by_time ON public.sign_in_wait USING btree (last_at);
grant delete, insert, select, update on sign_in_wait to maple_app;

create table spent_challenge (
  district_id integer not null,
  hash bytea not null,
  until timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (district_id, hash),
  constraint spent_challenge_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table spent_challenge enable row level security;
create policy same_district on spent_challenge for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on spent_challenge to maple_app;

create table subject_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  account_id uuid,
  request_id uuid not null,
  verb text not null,
  payload jsonb not null,
  constraint subject_action_pkey PRIMARY KEY (district_id, id),
  constraint subject_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint subject_action_district_id_request_id_fkey FOREIGN KEY (district_id, request_id) REFERENCES subject_request(district_id, id),
  constraint subject_action_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['resident'::text, 'staff'::text]))),
  constraint subject_action_check CHECK (((actor_kind = 'staff'::text) = (account_id IS NOT NULL))),
  constraint subject_action_verb_check CHECK ((verb = ANY (ARRAY['ask'::text, 'answer'::text])))
);
CREATE INDEX subject_action_by_time ON public.subject_action USING btree (district_id, at DESC, id DESC);
CREATE INDEX subject_action_of_request ON public.subject_action USING btree (district_id, request_id, at);
alter table subject_action enable row level security;
create policy audit_reads on subject_action for select to maple_audit using (true);
create policy same_district on subject_action for all to maple_app using ((district_id = app_district()));
grant insert, select on subject_action to maple_app;
grant select on subject_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.subject_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.subject_action FOR EACH ROW EXECUTE FUNCTION await_seal('subject_action');

create table subject_hold (
  district_id integer not null,
  appeal_id uuid not null,
  request_id uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null,
  constraint subject_hold_pkey PRIMARY KEY (district_id, appeal_id),
  constraint subject_hold_district_id_appeal_id_fkey FOREIGN KEY (district_id, appeal_id) REFERENCES appeal(district_id, id),
  constraint subject_hold_district_id_request_id_fkey FOREIGN KEY (district_id, request_id) REFERENCES subject_request(district_id, id)
);
alter table subject_hold enable row level security;
create policy same_district on subject_hold for all to maple_app using ((district_id = app_district()));
grant insert, select on subject_hold to maple_app;

create table subject_request (
  district_id integer not null,
  id uuid not null,
  appeal_id uuid not null,
  kind text not null,
  field text,
  ground text,
  said_sealed bytea,
  by_phone boolean not null,
  asked_at timestamp with time zone not null,
  due_on date not null,
  told integer not null default 0,
  state text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  checked text,
  takes_words boolean not null default false,
  erased_at timestamp with time zone,
  matters uuid[] not null default '{}'::uuid[],
  constraint subject_request_pkey PRIMARY KEY (district_id, id),
  constraint subject_request_district_id_answered_by_fkey FOREIGN KEY (district_id, answered_by) REFERENCES account(district_id, id),
  constraint subject_request_district_id_appeal_id_fkey FOREIGN KEY (district_id, appeal_id) REFERENCES appeal(district_id, id),
  constraint subject_request_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint subject_request_check CHECK (((kind = 'correct'::text) = (field IS NOT NULL))),
  constraint subject_request_check1 CHECK (((kind = 'erase'::text) = (ground IS NOT NULL))),
  constraint subject_request_check2 CHECK (((state = 'open'::text) = (answered_by IS NULL))),
  constraint subject_request_check3 CHECK (((kind = 'erase'::text) OR ((erased_at IS NULL) AND (NOT takes_words)))),
  constraint subject_request_checked_check CHECK ((checked = ANY (ARRAY['signedIn'::text, 'called'::text, 'inPerson'::text]))),
  constraint subject_request_field_check CHECK ((field = ANY (ARRAY['name'::text, 'phone'::text, 'words'::text, 'place'::text]))),
  constraint subject_request_ground_check CHECK ((ground = ANY (ARRAY['achieved'::text, 'withdrawn'::text, 'unlawful'::text, 'other'::text]))),
  constraint subject_request_kind_check CHECK ((kind = ANY (ARRAY['correct'::text, 'erase'::text, 'explain'::text]))),
  constraint subject_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'partly'::text, 'refused'::text]))),
  constraint subject_request_told_check CHECK (((told >= 0) AND (told <= 2)))
);
CREATE INDEX subject_request_answered ON public.subject_request USING btree (district_id, id) WHERE (state <> 'open'::text);
CREATE INDEX subject_request_of_voice ON public.subject_request USING btree (district_id, appeal_id, id);
CREATE INDEX subject_request_open ON public.subject_request USING btree (district_id, due_on, id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX subject_request_open_once ON public.subject_request USING btree (district_id, appeal_id, kind) WHERE (state = 'open'::text);
alter table subject_request enable row level security;
create policy audit_reads on subject_request for select to maple_audit using (true);
create policy same_district on subject_request for all to maple_app using ((district_id = app_district()));
grant select on subject_request to maple_app;

create table subsidy_line (
  district_id integer not null,
  list_id uuid not null,
  mediation_id uuid not null,
  matter_id uuid not null,
  no integer not null,
  closed_on date not null,
  lead_id uuid not null,
  level text not null,
  tier text not null,
  said_tier text,
  taken_out text,
  fen bigint not null,
  reasons text[] not null,
  missing text[] not null,
  is_final boolean not null default false,
  constraint subsidy_line_pkey PRIMARY KEY (district_id, list_id, mediation_id),
  constraint subsidy_line_district_id_lead_id_fkey FOREIGN KEY (district_id, lead_id) REFERENCES account(district_id, id),
  constraint subsidy_line_district_id_list_id_fkey FOREIGN KEY (district_id, list_id) REFERENCES subsidy_list(district_id, id),
  constraint subsidy_line_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint subsidy_line_district_id_mediation_id_fkey FOREIGN KEY (district_id, mediation_id) REFERENCES mediation(district_id, id),
  constraint subsidy_line_check CHECK (((NOT is_final) OR (fen > 0))),
  constraint subsidy_line_check1 CHECK (((fen = 0) OR (reasons = '{}'::text[]))),
  constraint subsidy_line_fen_check CHECK ((fen >= 0)),
  constraint subsidy_line_level_check CHECK ((level = ANY (ARRAY['community'::text, 'street'::text, 'district'::text]))),
  constraint subsidy_line_no_check CHECK ((no > 0)),
  constraint subsidy_line_said_tier_check CHECK ((said_tier = ANY (ARRAY['ordinary'::text, 'difficult'::text, 'major'::text]))),
  constraint subsidy_line_taken_out_check CHECK ((taken_out = ANY (ARRAY['salaried'::text, 'paidElsewhere'::text, 'other'::text]))),
  constraint subsidy_line_tier_check CHECK ((tier = ANY (ARRAY['ordinary'::text, 'difficult'::text, 'major'::text])))
);
CREATE INDEX subsidy_line_by_no ON public.subsidy_line USING btree (district_id, list_id, no);
CREATE UNIQUE INDEX subsidy_paid_once ON public.subsidy_line USING btree (district_id, matter_id) WHERE is_final;
alter table subsidy_line enable row level security;
create policy same_district on subsidy_line for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on subsidy_line to maple_app;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE ON public.subsidy_line FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();
CREATE TRIGGER frozen_new BEFORE INSERT ON public.subsidy_line FOR EACH ROW EXECUTE FUNCTION refuse_line_of_approved();

create table subsidy_list (
  district_id integer not null,
  id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date not null,
  state text not null,
  profile_version integer not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  checked_by uuid,
  checked_at timestamp with time zone,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint subsidy_list_pkey PRIMARY KEY (district_id, id),
  constraint subsidy_list_district_id_approved_by_fkey FOREIGN KEY (district_id, approved_by) REFERENCES account(district_id, id),
  constraint subsidy_list_district_id_checked_by_fkey FOREIGN KEY (district_id, checked_by) REFERENCES account(district_id, id),
  constraint subsidy_list_district_id_drawn_by_fkey FOREIGN KEY (district_id, drawn_by) REFERENCES account(district_id, id),
  constraint subsidy_list_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint subsidy_list_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint subsidy_list_check CHECK ((to_on >= from_on)),
  constraint subsidy_list_check1 CHECK (((approved_by <> drawn_by) AND (approved_by <> checked_by))),
  constraint subsidy_list_check2 CHECK (((state = 'drawn'::text) = (checked_by IS NULL))),
  constraint subsidy_list_check3 CHECK (((state = 'approved'::text) = (approved_by IS NOT NULL))),
  constraint subsidy_list_state_check CHECK ((state = ANY (ARRAY['drawn'::text, 'checked'::text, 'approved'::text])))
);
alter table subsidy_list enable row level security;
create policy same_district on subsidy_list for all to maple_app using ((district_id = app_district()));
grant insert, select, update on subsidy_list to maple_app;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE ON public.subsidy_list FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();

create table supervision (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null,
  year integer not null,
  no integer not null,
  unit_id uuid not null,
  clock_id uuid not null,
  clock_kind text not null,
  clock_due_at timestamp with time zone,
  state text not null,
  answer_on date not null,
  promised_on date,
  is_objected boolean not null default false,
  is_asked_again boolean not null default false,
  given_by uuid not null,
  giver_post_id uuid not null,
  giver_role text not null,
  giver_unit_id uuid not null,
  giver_path text not null,
  given_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  is_told boolean not null default false,
  constraint supervision_pkey PRIMARY KEY (district_id, id),
  constraint supervision_district_id_giver_unit_id_kind_year_no_key UNIQUE (district_id, giver_unit_id, kind, year, no),
  constraint supervision_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint supervision_district_id_given_by_fkey FOREIGN KEY (district_id, given_by) REFERENCES account(district_id, id),
  constraint supervision_district_id_giver_post_id_fkey FOREIGN KEY (district_id, giver_post_id) REFERENCES post(district_id, id),
  constraint supervision_district_id_giver_unit_id_fkey FOREIGN KEY (district_id, giver_unit_id) REFERENCES unit(district_id, id),
  constraint supervision_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint supervision_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint supervision_check CHECK ((unit_id <> giver_unit_id)),
  constraint supervision_clock_kind_check CHECK ((clock_kind = ANY (ARRAY['accept'::text, 'dispatch'::text, 'sign'::text, 'contact'::text, 'handle'::text, 'verify'::text, 'revisit'::text, 'reopen'::text, 'approve'::text, 'hold'::text]))),
  constraint supervision_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'letter'::text, 'yellow'::text, 'red'::text]))),
  constraint supervision_no_check CHECK ((no > 0)),
  constraint supervision_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'objected'::text, 'accepted'::text, 'raised'::text, 'ruledOut'::text, 'cancelled'::text])))
);
CREATE INDEX supervision_given ON public.supervision USING btree (district_id, giver_unit_id, id DESC);
CREATE INDEX supervision_of_matter ON public.supervision USING btree (district_id, matter_id, id);
CREATE INDEX supervision_of_unit ON public.supervision USING btree (district_id, unit_id, id DESC);
CREATE UNIQUE INDEX supervision_once ON public.supervision USING btree (district_id, clock_id, kind) WHERE (state <> 'cancelled'::text);
CREATE INDEX supervision_open ON public.supervision USING btree (district_id, id DESC) WHERE (state = ANY (ARRAY['waiting'::text, 'answered'::text, 'objected'::text, 'ruledOut'::text]));
CREATE INDEX supervision_waiting ON public.supervision USING btree (district_id, answer_on, id) WHERE (state = 'waiting'::text);
alter table supervision enable row level security;
create policy same_district on supervision for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision to maple_app;

create table supervision_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  unit_id uuid,
  role text,
  matter_id uuid,
  subject_id uuid not null,
  verb text not null,
  payload jsonb not null,
  constraint supervision_action_pkey PRIMARY KEY (district_id, id),
  constraint supervision_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint supervision_action_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint supervision_action_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint supervision_action_verb_check CHECK ((verb = ANY (ARRAY['give'::text, 'answer'::text, 'object'::text, 'accept'::text, 'askAgain'::text, 'cancel'::text, 'keep'::text, 'ruleOut'::text, 'raise'::text, 'look'::text, 'find'::text, 'confirm'::text, 'dismiss'::text, 'mend'::text, 'draw'::text, 'check'::text])))
);
CREATE INDEX supervision_action_by_account ON public.supervision_action USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX supervision_action_by_time ON public.supervision_action USING btree (district_id, at DESC, id DESC);
CREATE INDEX supervision_action_of ON public.supervision_action USING btree (district_id, subject_id, at, id);
alter table supervision_action enable row level security;
create policy audit_reads on supervision_action for select to maple_audit using (true);
create policy same_district on supervision_action for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision_action to maple_app;
grant select on supervision_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.supervision_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.supervision_action FOR EACH ROW EXECUTE FUNCTION await_seal('supervision_action');

create table supervision_counter (
  district_id integer not null,
  unit_id uuid not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint supervision_counter_pkey PRIMARY KEY (district_id, unit_id, kind, year),
  constraint supervision_counter_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id)
);
alter table supervision_counter enable row level security;
create policy same_district on supervision_counter for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision_counter to maple_app;

create table supervision_finding (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  failing text not null,
  rule text not null,
  key text not null,
  evidence jsonb not null,
  state text not null,
  found_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint supervision_finding_pkey PRIMARY KEY (district_id, id),
  constraint supervision_finding_district_id_matter_id_rule_key_key UNIQUE (district_id, matter_id, rule, key),
  constraint supervision_finding_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint supervision_finding_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint supervision_finding_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint supervision_finding_failing_check CHECK ((failing = ANY (ARRAY['notAccepted'::text, 'notHandled'::text, 'notLawful'::text]))),
  constraint supervision_finding_state_check CHECK ((state = ANY (ARRAY['found'::text, 'confirmed'::text, 'dismissed'::text, 'mended'::text])))
);
CREATE INDEX supervision_finding_by_failing ON public.supervision_finding USING btree (district_id, failing, state, id DESC);
CREATE INDEX supervision_finding_by_state ON public.supervision_finding USING btree (district_id, state, id DESC);
CREATE INDEX supervision_finding_of_unit ON public.supervision_finding USING btree (district_id, unit_id, id DESC);
alter table supervision_finding enable row level security;
create policy same_district on supervision_finding for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision_finding to maple_app;

create table supervision_round (
  district_id integer not null,
  looked_on date not null,
  looked_at timestamp with time zone not null,
  found integer not null,
  constraint supervision_round_pkey PRIMARY KEY (district_id),
  constraint supervision_round_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id)
);
alter table supervision_round enable row level security;
create policy same_district on supervision_round for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision_round to maple_app;

create table supervision_text (
  district_id integer not null,
  id uuid not null,
  matter_id uuid not null,
  subject_id uuid not null,
  sealed bytea not null,
  constraint supervision_text_pkey PRIMARY KEY (district_id, id),
  constraint supervision_text_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id)
);
CREATE INDEX supervision_text_of ON public.supervision_text USING btree (district_id, subject_id);
CREATE INDEX supervision_text_of_matter ON public.supervision_text USING btree (district_id, matter_id);
alter table supervision_text enable row level security;
create policy same_district on supervision_text for all to maple_app using ((district_id = app_district()));
grant insert, select on supervision_text to maple_app;

create table team (
  district_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  lead_unit_id uuid not null,
  lead_unit_path text not null,
  lead_id uuid not null,
  from_on date not null,
  to_on date not null,
  ended_at timestamp with time zone,
  ending text,
  told integer not null default 0,
  version integer not null,
  constraint team_pkey PRIMARY KEY (district_id, id),
  constraint team_district_id_by_id_fkey FOREIGN KEY (district_id, by_id) REFERENCES account(district_id, id),
  constraint team_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint team_district_id_lead_id_fkey FOREIGN KEY (district_id, lead_id) REFERENCES account(district_id, id),
  constraint team_district_id_lead_unit_id_fkey FOREIGN KEY (district_id, lead_unit_id) REFERENCES unit(district_id, id),
  constraint team_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint team_check CHECK ((to_on >= from_on)),
  constraint team_check1 CHECK (((ended_at IS NULL) = (ending IS NULL))),
  constraint team_ending_check CHECK ((ending = ANY (ARRAY['term'::text, 'early'::text]))),
  constraint team_kind_check CHECK ((kind = ANY (ARRAY['project'::text, 'branch'::text]))),
  constraint team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint team_told_check CHECK (((told >= 0) AND (told <= 1)))
);
CREATE INDEX team_newest ON public.team USING btree (district_id, id DESC);
CREATE INDEX team_running ON public.team USING btree (district_id, to_on) WHERE (ended_at IS NULL);
alter table team enable row level security;
create policy same_district on team for all to maple_app using ((district_id = app_district()));
grant insert, select, update on team to maple_app;

create table team_member (
  district_id integer not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  from_on date not null,
  to_on date,
  out_at timestamp with time zone,
  constraint team_member_pkey PRIMARY KEY (district_id, id),
  constraint team_member_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint team_member_district_id_team_id_fkey FOREIGN KEY (district_id, team_id) REFERENCES team(district_id, id),
  constraint team_member_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint team_member_check CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);
CREATE INDEX team_member_by_account ON public.team_member USING btree (district_id, account_id) WHERE (out_at IS NULL);
CREATE INDEX team_member_by_unit ON public.team_member USING btree (district_id, unit_id) WHERE (out_at IS NULL);
CREATE INDEX team_member_of ON public.team_member USING btree (district_id, team_id);
CREATE UNIQUE INDEX team_member_once ON public.team_member USING btree (district_id, team_id, account_id, from_on) WHERE (out_at IS NULL);
alter table team_member enable row level security;
create policy same_district on team_member for all to maple_app using ((district_id = app_district()));
grant insert, select, update on team_member to maple_app;

create table template (
  district_id integer not null,
  id uuid not null,
  unit_id uuid,
  name text not null,
  verbs text[] not null,
  category_code text,
  body text not null,
  closed_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint template_pkey PRIMARY KEY (district_id, id),
  constraint template_district_id_category_code_fkey FOREIGN KEY (district_id, category_code) REFERENCES category(district_id, code),
  constraint template_district_id_changed_by_fkey FOREIGN KEY (district_id, changed_by) REFERENCES account(district_id, id),
  constraint template_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint template_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint template_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40))),
  constraint template_verbs_check CHECK ((cardinality(verbs) > 0))
);
CREATE UNIQUE INDEX template_by_name ON public.template USING btree (district_id, unit_id, name) NULLS NOT DISTINCT WHERE (closed_at IS NULL);
CREATE INDEX template_in_order ON public.template USING btree (district_id, name, id);
alter table template enable row level security;
create policy same_district on template for all to maple_app using ((district_id = app_district()));
grant insert, select, update on template to maple_app;

create table ticket (
  district_id integer not null,
  id uuid not null,
  hall_id uuid not null,
  day date not null,
  letter text not null,
  number integer not null,
  service text not null default 'general'::text,
  source text not null,
  state text not null,
  taken_at timestamp with time zone not null,
  line_at timestamp with time zone not null,
  slot_at timestamp with time zone,
  priority text,
  after_calls integer,
  passes integer not null default 0,
  for_unit_id uuid,
  for_account_id uuid,
  window_id uuid,
  caller_id uuid,
  called_at timestamp with time zone,
  calls integer not null default 0,
  started_at timestamp with time zone,
  done_at timestamp with time zone,
  matter_id uuid,
  name_sealed bytea,
  phone_sealed bytea,
  shows_surname boolean not null default false,
  version integer not null default 1,
  constraint ticket_pkey PRIMARY KEY (district_id, id),
  constraint ticket_district_id_hall_id_day_letter_number_key UNIQUE (district_id, hall_id, day, letter, number),
  constraint ticket_district_id_caller_id_fkey FOREIGN KEY (district_id, caller_id) REFERENCES account(district_id, id),
  constraint ticket_district_id_for_account_id_fkey FOREIGN KEY (district_id, for_account_id) REFERENCES account(district_id, id),
  constraint ticket_district_id_for_unit_id_fkey FOREIGN KEY (district_id, for_unit_id) REFERENCES unit(district_id, id),
  constraint ticket_district_id_hall_id_fkey FOREIGN KEY (district_id, hall_id) REFERENCES hall(district_id, id),
  constraint ticket_district_id_window_id_fkey FOREIGN KEY (district_id, window_id) REFERENCES unit(district_id, id),
  constraint ticket_letter_check CHECK ((letter ~ '^[A-Z]$'::text)),
  constraint ticket_number_check CHECK (((number >= 1) AND (number <= 9999))),
  constraint ticket_priority_check CHECK ((priority = ANY (ARRAY['old'::text, 'disabled'::text, 'infant'::text]))),
  constraint ticket_service_check CHECK ((service ~ '^[a-zA-Z0-9]{1,20}$'::text)),
  constraint ticket_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'phone'::text, 'kiosk'::text]))),
  constraint ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'done'::text, 'passed'::text, 'cancelled'::text])))
);
CREATE INDEX ticket_by_matter ON public.ticket USING btree (district_id, matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX ticket_of_caller ON public.ticket USING btree (district_id, caller_id) WHERE (state = ANY (ARRAY['called'::text, 'serving'::text]));
CREATE INDEX ticket_with_person ON public.ticket USING btree (district_id, day) WHERE ((name_sealed IS NOT NULL) OR (phone_sealed IS NOT NULL));
alter table ticket enable row level security;
create policy same_district on ticket for all to maple_app using ((district_id = app_district()));
grant insert, select, update on ticket to maple_app;

create table ticket_action (
  district_id integer not null,
  id uuid not null,
  hall_id uuid not null,
  ticket_id uuid,
  verb text not null,
  at timestamp with time zone not null,
  account_id uuid,
  window_id uuid,
  payload jsonb not null,
  constraint ticket_action_pkey PRIMARY KEY (district_id, id),
  constraint ticket_action_district_id_hall_id_fkey FOREIGN KEY (district_id, hall_id) REFERENCES hall(district_id, id),
  constraint ticket_action_verb_check CHECK ((verb = ANY (ARRAY['open'::text, 'take'::text, 'call'::text, 'recall'::text, 'start'::text, 'pass'::text, 'finish'::text, 'rejoin'::text, 'transfer'::text, 'favour'::text, 'link'::text, 'cancel'::text])))
);
CREATE INDEX ticket_action_by_ticket ON public.ticket_action USING btree (district_id, ticket_id, at);
alter table ticket_action enable row level security;
create policy audit_reads on ticket_action for select to maple_audit using (true);
create policy same_district on ticket_action for all to maple_app using ((district_id = app_district()));
grant insert, select on ticket_action to maple_app;
grant select on ticket_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ticket_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.ticket_action FOR EACH ROW EXECUTE FUNCTION await_seal('ticket_action');

create table totp (
  district_id integer not null,
  account_id uuid not null,
  secret_sealed bytea,
  pending_sealed bytea,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint totp_pkey PRIMARY KEY (district_id, account_id),
  constraint totp_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint totp_check CHECK (((secret_sealed IS NULL) = (confirmed_at IS NULL)))
);
alter table totp enable row level security;
create policy same_district on totp for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on totp to maple_app;

create table unit (
  district_id integer not null,
  id uuid not null,
  parent_id uuid,
  kind text not null,
  code text not null,
  name text not null,
  pinyin text not null default ''::text,
  path text not null,
  phone text,
  outline jsonb,
  lng double precision,
  lat double precision,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  constraint unit_pkey PRIMARY KEY (district_id, id),
  constraint unit_district_id_path_key UNIQUE (district_id, path),
  constraint unit_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint unit_district_id_parent_id_fkey FOREIGN KEY (district_id, parent_id) REFERENCES unit(district_id, id),
  constraint unit_code_check CHECK ((code ~ '^[0-9A-Z]{1,12}$'::text)),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['district'::text, 'street'::text, 'community'::text, 'grid'::text, 'building'::text, 'centre'::text, 'department'::text, 'committee'::text, 'studio'::text, 'room'::text, 'company'::text]))),
  constraint unit_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint unit_path_check CHECK ((path ~~ '/%/'::text)),
  constraint unit_span CHECK (((valid_to IS NULL) OR (valid_to >= (valid_from - 1))))
);
CREATE INDEX unit_by_kind ON public.unit USING btree (district_id, kind, path text_pattern_ops);
CREATE INDEX unit_by_parent ON public.unit USING btree (district_id, parent_id);
CREATE INDEX unit_by_path ON public.unit USING btree (district_id, path text_pattern_ops);
alter table unit enable row level security;
create policy same_district on unit for all to maple_app using ((district_id = app_district()));
grant delete, insert, select, update on unit to maple_app;

create table view_log (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  what text not null,
  subject text not null,
  facts text not null,
  constraint view_log_pkey PRIMARY KEY (district_id, id),
  constraint view_log_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint view_log_what_check CHECK ((what = ANY (ARRAY['open'::text, 'list'::text])))
);
CREATE INDEX view_log_by_account ON public.view_log USING btree (district_id, account_id, at DESC, id DESC);
CREATE INDEX view_log_by_kind ON public.view_log USING btree (district_id, what, at DESC, id DESC);
CREATE INDEX view_log_by_time ON public.view_log USING btree (district_id, at DESC, id DESC);
alter table view_log enable row level security;
create policy audit_reads on view_log for select to maple_audit using (true);
create policy same_district on view_log for all to maple_app using ((district_id = app_district()));
grant insert, select on view_log to maple_app;
grant select on view_log to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.view_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.view_log FOR EACH ROW EXECUTE FUNCTION await_seal('view_log');

create table whistle (
  district_id integer not null,
  id uuid not null,
  number text not null,
  kind text not null,
  state text not null,
  unit_id uuid not null,
  unit_path text not null,
  by_id uuid not null,
  second_id uuid,
  asked_at timestamp with time zone not null,
  arrival_at timestamp with time zone,
  sounded_at timestamp with time zone,
  over_at timestamp with time zone,
  upgraded_at timestamp with time zone,
  misused_at timestamp with time zone,
  called uuid[] not null,
  called_paths text[] not null,
  to_rule boolean not null,
  due_at timestamp with time zone,
  next_at timestamp with time zone,
  version integer not null,
  changed_at timestamp with time zone not null,
  profile_version integer not null,
  constraint whistle_pkey PRIMARY KEY (district_id, id),
  constraint whistle_district_id_number_key UNIQUE (district_id, number),
  constraint whistle_district_id_by_id_fkey FOREIGN KEY (district_id, by_id) REFERENCES account(district_id, id),
  constraint whistle_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint whistle_district_id_second_id_fkey FOREIGN KEY (district_id, second_id) REFERENCES account(district_id, id),
  constraint whistle_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint whistle_profile FOREIGN KEY (district_id, profile_version) REFERENCES profile(district_id, version),
  constraint whistle_check CHECK (((state = ANY (ARRAY['waiting'::text, 'declined'::text])) <= (sounded_at IS NULL))),
  constraint whistle_check1 CHECK (((state = ANY (ARRAY['sounding'::text, 'over'::text])) <= (sounded_at IS NOT NULL))),
  constraint whistle_kind_check CHECK ((kind = ANY (ARRAY['routine'::text, 'hard'::text, 'emergency'::text]))),
  constraint whistle_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sounding'::text, 'over'::text, 'calledOff'::text, 'declined'::text])))
);
CREATE INDEX whistle_due ON public.whistle USING btree (district_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX whistle_going_on ON public.whistle USING btree (district_id, id DESC) WHERE (state = ANY (ARRAY['waiting'::text, 'sounding'::text]));
CREATE INDEX whistle_newest ON public.whistle USING btree (district_id, id DESC);
CREATE INDEX whistle_next ON public.whistle USING btree (district_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX whistle_of_unit ON public.whistle USING btree (district_id, unit_id, id DESC);
CREATE INDEX whistle_sounded ON public.whistle USING btree (district_id, sounded_at);
CREATE INDEX whistle_waiting ON public.whistle USING btree (district_id, unit_id) WHERE (state = 'waiting'::text);
alter table whistle enable row level security;
create policy same_district on whistle for all to maple_app using ((district_id = app_district()));
grant insert, select, update on whistle to maple_app;

create table whistle_action (
  district_id integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  whistle_id uuid not null,
  line_id uuid,
  verb text not null,
  account_id uuid,
  payload jsonb not null,
  constraint whistle_action_pkey PRIMARY KEY (district_id, id),
  constraint whistle_action_district_id_account_id_fkey FOREIGN KEY (district_id, account_id) REFERENCES account(district_id, id),
  constraint whistle_action_district_id_line_id_fkey FOREIGN KEY (district_id, line_id) REFERENCES whistle_line(district_id, id),
  constraint whistle_action_district_id_whistle_id_fkey FOREIGN KEY (district_id, whistle_id) REFERENCES whistle(district_id, id)
);
CREATE INDEX whistle_action_of ON public.whistle_action USING btree (district_id, whistle_id, at, id);
alter table whistle_action enable row level security;
create policy audit_reads on whistle_action for select to maple_audit using (true);
create policy same_district on whistle_action for all to maple_app using ((district_id = app_district()));
grant insert, select on whistle_action to maple_app;
grant select on whistle_action to maple_audit;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.whistle_action FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(); -- always
CREATE TRIGGER awaits_seal AFTER INSERT ON public.whistle_action FOR EACH ROW EXECUTE FUNCTION await_seal('whistle_action');

create table whistle_counter (
  district_id integer not null,
  year integer not null,
  last integer not null,
  constraint whistle_counter_pkey PRIMARY KEY (district_id, year),
  constraint whistle_counter_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id),
  constraint whistle_counter_last_check CHECK ((last > 0))
);
alter table whistle_counter enable row level security;
create policy same_district on whistle_counter for all to maple_app using ((district_id = app_district()));
grant insert, select, update on whistle_counter to maple_app;

create table whistle_line (
  district_id integer not null,
  id uuid not null,
  whistle_id uuid not null,
  unit_id uuid not null,
  unit_path text not null,
  role text not null,
  called_at timestamp with time zone not null,
  step text,
  outcome text,
  since timestamp with time zone not null,
  steps jsonb not null,
  pauses jsonb not null,
  plan_until date,
  finished text,
  objection jsonb,
  sent_back_at timestamp with time zone,
  rating jsonb,
  rated_back jsonb,
  calendar_version integer not null,
  warn_at timestamp with time zone,
  due_at timestamp with time zone,
  over_at timestamp with time zone,
  next_at timestamp with time zone,
  told integer not null,
  constraint whistle_line_pkey PRIMARY KEY (district_id, id),
  constraint whistle_line_district_id_whistle_id_unit_id_key UNIQUE (district_id, whistle_id, unit_id),
  constraint whistle_line_district_id_unit_id_fkey FOREIGN KEY (district_id, unit_id) REFERENCES unit(district_id, id),
  constraint whistle_line_district_id_whistle_id_fkey FOREIGN KEY (district_id, whistle_id) REFERENCES whistle(district_id, id),
  constraint whistle_line_check CHECK (((step IS NULL) = (outcome IS NOT NULL))),
  constraint whistle_line_finished_check CHECK ((finished = ANY (ARRAY['solved'::text, 'partly'::text, 'cannot'::text]))),
  constraint whistle_line_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'released'::text, 'calledOff'::text]))),
  constraint whistle_line_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'assist'::text]))),
  constraint whistle_line_step_check CHECK ((step = ANY (ARRAY['sign'::text, 'contact'::text, 'arrive'::text, 'plan'::text, 'finish'::text, 'confirm'::text, 'rule'::text]))),
  constraint whistle_line_told_check CHECK (((told >= 0) AND (told <= 3)))
);
CREATE INDEX whistle_line_calendar ON public.whistle_line USING btree (district_id, calendar_version) WHERE (step IS NOT NULL);
CREATE INDEX whistle_line_next ON public.whistle_line USING btree (district_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX whistle_line_of_unit ON public.whistle_line USING btree (district_id, unit_id, whistle_id DESC);
CREATE INDEX whistle_line_open ON public.whistle_line USING btree (district_id, unit_id) WHERE (step IS NOT NULL);
CREATE INDEX whistle_line_to_confirm ON public.whistle_line USING btree (district_id, whistle_id) WHERE (step = 'confirm'::text);
CREATE INDEX whistle_line_to_rule ON public.whistle_line USING btree (district_id) WHERE (step = 'rule'::text);
alter table whistle_line enable row level security;
create policy same_district on whistle_line for all to maple_app using ((district_id = app_district()));
grant insert, select, update on whistle_line to maple_app;

create table whistle_matter (
  district_id integer not null,
  whistle_id uuid not null,
  matter_id uuid not null,
  constraint whistle_matter_pkey PRIMARY KEY (district_id, whistle_id, matter_id),
  constraint whistle_matter_district_id_matter_id_fkey FOREIGN KEY (district_id, matter_id) REFERENCES matter(district_id, id),
  constraint whistle_matter_district_id_whistle_id_fkey FOREIGN KEY (district_id, whistle_id) REFERENCES whistle(district_id, id)
);
CREATE INDEX whistle_matter_of ON public.whistle_matter USING btree (district_id, matter_id);
alter table whistle_matter enable row level security;
create policy same_district on whistle_matter for all to maple_app using ((district_id = app_district()));
grant insert, select on whistle_matter to maple_app;

create table whistle_text (
  district_id integer not null,
  id uuid not null,
  whistle_id uuid not null,
  sealed bytea not null,
  constraint whistle_text_pkey PRIMARY KEY (district_id, id),
  constraint whistle_text_district_id_whistle_id_fkey FOREIGN KEY (district_id, whistle_id) REFERENCES whistle(district_id, id)
);
CREATE INDEX whistle_text_of ON public.whistle_text USING btree (district_id, whistle_id);
alter table whistle_text enable row level security;
create policy same_district on whistle_text for all to maple_app using ((district_id = app_district()));
grant insert, select on whistle_text to maple_app;

CREATE OR REPLACE FUNCTION public.aid_locked(of_district integer, of_aid uuid, of_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select of_district = app_district() and exists (select from aid_matter l
    join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = of_district and l.aid_id = of_aid and m.sensitive and not of_account = any (m.need_to_know))
$function$;

CREATE OR REPLACE FUNCTION public.app_district()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.district', true), '')::integer $function$;

CREATE OR REPLACE FUNCTION public.app_matter()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.matter', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.app_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(coalesce(current_setting('app.matters', true), ''), ',')::uuid[] $function$;

CREATE OR REPLACE FUNCTION public.app_setting(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.' || name, true), '') $function$;

CREATE OR REPLACE FUNCTION public.await_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into log_pending (district_id, log, id) values (new.district_id, tg_argv[0], new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_aids(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from aid_text t using aid_matter l
    where l.district_id = of_district and l.matter_id = of_matter
      and t.district_id = of_district and t.aid_id = l.aid_id
      and not exists (select from aid_matter o join matter m on m.district_id = o.district_id and m.id = o.matter_id
        where o.district_id = of_district and o.aid_id = l.aid_id and o.matter_id <> of_matter and m.destroyed_at is null);
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_duty_proposals(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  update duty_proposal set sealed = null where district_id = of_district and matter_id = of_matter;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_exclusions(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from exclusion_text where district_id = of_district and matter_id = of_matter;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_matter(of_district integer, of_matter uuid, instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_mediations(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_meetings(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from meeting_text t using meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and t.district_id = of_district and t.item_id = i.id;
  update attachment a set matter_id = null, meeting_item_id = null, name = '', owner = 'destroyed', created_at = 'epoch'
    from meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and a.district_id = of_district and a.meeting_item_id = i.id;
  -- where nothing else was on the agenda, also who was there and what was noted
  delete from meeting_text t using meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and t.district_id = of_district and t.meeting_id = i.meeting_id and not exists (select from meeting_item o
      where o.district_id = of_district and o.meeting_id = i.meeting_id and o.matter_id is distinct from of_matter);
  update meeting m set title = '' from meeting_item i where i.district_id = of_district and i.matter_id = of_matter
    and m.district_id = of_district and m.id = i.meeting_id;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_petitions(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from petition_text t using petition p where p.district_id = of_district and p.matter_id = of_matter
    and t.district_id = of_district and t.petition_id = p.id;
  update petition set facts = '{}'::jsonb, next_at = null where district_id = of_district and matter_id = of_matter;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_supervision(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from supervision_text where district_id = of_district and matter_id = of_matter;
end $function$;

CREATE OR REPLACE FUNCTION public.destroy_whistles(of_district integer, of_matter uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if of_district <> app_district() or not may_destroy(of_district, of_matter) then
    return;
  end if;
  delete from whistle_text t using whistle_matter l
    where l.district_id = of_district and l.matter_id = of_matter
      and t.district_id = of_district and t.whistle_id = l.whistle_id
      and not exists (select from whistle_matter o join matter m on m.district_id = o.district_id and m.id = o.matter_id
        where o.district_id = of_district and o.whistle_id = l.whistle_id and o.matter_id <> of_matter and m.destroyed_at is null);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_subject(of_district integer, of_request uuid, new_title text, instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.is_plain_matter(of_district integer, of_matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select of_district = app_district() and exists (select from matter m where m.district_id = of_district and m.id = of_matter
    and not m.sensitive and m.destroyed_at is null)
$function$;

CREATE OR REPLACE FUNCTION public.is_within_any(path text, areas text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select path ^@ any (string_to_array(areas, ',')) $function$;

CREATE OR REPLACE FUNCTION public.keep_log(name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform keep_rows(name);
  execute format('create trigger awaits_seal after insert on %I for each row execute function await_seal(%L)', name, name);
  execute format('insert into log_pending (district_id, log, id) select district_id, %L, id from %I', name, name);
end $function$;

CREATE OR REPLACE FUNCTION public.keep_minutes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_user = 'maple_app' and exists (select from meeting m where m.district_id = old.district_id
      and m.id = old.meeting_id and m.state = 'confirmed') then
    raise exception 'the minutes of this meeting are confirmed: they are neither changed nor removed' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.keep_rows(name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('revoke update, delete, truncate on %I from maple_app', name);
  execute format('create trigger append_only before update or delete or truncate on %I
    for each statement execute function refuse_change()', name);
  execute format('alter table %I enable always trigger append_only', name);
  execute format('grant select on %I to maple_audit', name);
  execute format('create policy audit_reads on %I for select to maple_audit using (true)', name);
end $function$;

CREATE OR REPLACE FUNCTION public.matter_visible(place_path text, holder_path text, involved uuid[], sensitive boolean, need_to_know uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select (not sensitive or app_setting('account') = any (need_to_know::text[]) or app_setting('account') = 'system')
      and (is_within_any(place_path, app_setting('areas'))
        or is_within_any(holder_path, app_setting('areas'))
        or involved::text[] && string_to_array(app_setting('units'), ','))
  $function$;

CREATE OR REPLACE FUNCTION public.may_blank(of_district integer, of_matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from subject_request r where r.district_id = of_district and of_matter = any (r.matters)
    and r.kind = 'erase' and r.state = 'granted' and r.takes_words and r.erased_at is null)
$function$;

CREATE OR REPLACE FUNCTION public.may_destroy(of_district integer, of_matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from register_file f
    join register r on r.district_id = f.district_id and r.id = f.register_id
    join matter m on m.district_id = f.district_id and m.id = f.matter_id
    where f.district_id = of_district and f.matter_id = of_matter and r.state = 'approved' and f.kept_why is null
      and m.archived_at = f.archived_at)
$function$;

CREATE OR REPLACE FUNCTION public.petitions_beside(of_district integer, of_matter uuid, phones bytea[], names bytea[])
 RETURNS TABLE(id uuid, matter_id uuid, office_id uuid, year integer, no integer, kind text, state text, ending text, body_id uuid, received_on date, by_phone boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.matter_id, p.office_id, p.year, p.no, p.kind, p.state, p.ending, (p.facts->>'bodyId')::uuid, p.received_on, bool_or(s.by_phone)
  from (
      (select y.matter_id, true by_phone from unnest(phones) x(index) cross join lateral (select o.matter_id from party o
        where o.district_id = of_district and o.phone_index = x.index and o.side = 'a' and o.removed_at is null order by o.created_at desc limit 50) y)
      union all
      (select y.matter_id, false from unnest(names) x(index) cross join lateral (select o.matter_id from party o
        where o.district_id = of_district and o.name_index = x.index and o.side = 'a' and o.removed_at is null order by o.created_at desc limit 50) y)
    ) s
    join petition p on p.district_id = of_district and p.matter_id = s.matter_id
    join matter m on m.district_id = p.district_id and m.id = p.matter_id
  -- of a whistle-blowing nobody is told that there is one
  where of_district = app_district() and p.matter_id <> of_matter and p.kind <> 'report' and not m.sensitive
  group by p.district_id, p.id
  order by p.received_on desc, p.id limit 20
$function$;

CREATE OR REPLACE FUNCTION public.refuse_all_but_destruction()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.payload = '{}'::jsonb and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload'
      and (may_destroy(old.district_id, old.matter_id)
        or may_blank(old.district_id, old.matter_id)) then
    return new;
  end if;
  raise exception '% is append-only: its rows are neither changed nor removed', tg_table_name using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: its rows are neither changed nor removed', tg_table_name using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'subsidy_list' then
    if old.state = 'approved' then
      raise exception 'an approved subsidy list is not changed' using errcode = '42501';
    end if;
  elsif exists (select from subsidy_list l where l.district_id = old.district_id and l.id = old.list_id and l.state = 'approved') then
    raise exception 'an approved subsidy list is not changed' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_month()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  raise exception 'a frozen month is not changed' using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_line_of_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from subsidy_list l where l.district_id = new.district_id and l.id = new.list_id and l.state = 'approved') then
    raise exception 'an approved subsidy list is not changed' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_line_of_month()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from evaluation_month e where e.district_id = new.district_id and e.month = new.month) then
    raise exception 'a frozen month is not changed' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.repeats(of_text text, words text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select length(rtrim(of_text, '…')) > 3 and position(rtrim(of_text, '…') in words) > 0
$function$;

CREATE OR REPLACE FUNCTION public.ring(task text, payload json, job_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'graphile_worker', 'pg_temp'
AS $function$ select graphile_worker.add_job(task, payload, job_key => job_key) $function$;

CREATE OR REPLACE FUNCTION public.whistle_locked(of_district integer, of_whistle uuid, of_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select of_district = app_district() and exists (select from whistle_matter l
    join matter m on m.district_id = l.district_id and m.id = l.matter_id
    where l.district_id = of_district and l.whistle_id = of_whistle and m.sensitive and not of_account = any (m.need_to_know))
$function$;
