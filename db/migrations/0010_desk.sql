-- What a paper that another office hands over says of itself, and for whom somebody spoke.
alter table appeal
  add column sender_name text,
  add column paper_on date,
  add column on_behalf text check (on_behalf in ('family','neighbour','colleague','agent','other'));

-- The open matters at a place and around it: what may be the same thing is looked for among them.
create index matter_open_by_place on matter (district_id, place_path text_pattern_ops, received_at desc) where state <> 'closed';
