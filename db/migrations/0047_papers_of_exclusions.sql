-- Papers that show why a matter should be left out of rates belong to what was asked with them, and go with the matter's file.
alter table attachment add column exclusion_deed_id uuid;
create index attachment_of_exclusion on attachment (district_id, exclusion_deed_id) where exclusion_deed_id is not null;
