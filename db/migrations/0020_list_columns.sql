-- Lists in the order of the last change, and a table whose columns each person chooses.

-- When the last action of the history was written; a list is sorted by it, so it stands in the row.
alter table matter add column changed_at timestamptz;
update matter m set changed_at = coalesce(
  (select max(a.at) from matter_action a where a.district_id = m.district_id and a.matter_id = m.id), m.received_at);
alter table matter alter column changed_at set not null;
create index matter_by_changed on matter (district_id, changed_at desc, id desc);

-- Cards or a table; the columns stand beside it.
alter table list_choice add column look text not null default 'cards' check (look in ('cards','table'));
