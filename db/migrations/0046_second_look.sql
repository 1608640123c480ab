-- A hold or more time that was denied may be asked for once more 复审: what was denied, by whom, from which area.
alter table matter add column denied jsonb;
