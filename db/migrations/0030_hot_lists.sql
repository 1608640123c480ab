-- What is closed, by when it was received: in the order of all that was received it lies behind everything that is still open.
create index matter_closed_by_received on matter (district_id, received_at desc, id desc) where state = 'closed';

-- The same reach, the likeliest question first: nearly every row is asked for by somebody whose posts reach it, and what only a
-- resident's code or number opens was asked about each of them before.
alter policy matter_reach on matter using (district_id = app_district()
  and (matter_visible(place_path, holder_path, involved, sensitive, need_to_know) or id = app_matter()
    or (app_setting('matters') <> '' and not sensitive and id = any (app_matters()))));

-- How common the words are that stand in many matters: below one in three hundred the index finds them soon enough.
alter table matter_text alter column grams set statistics 300;
