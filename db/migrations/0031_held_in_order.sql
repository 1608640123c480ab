-- What a unit holds, in the order of the lists: a page of it reads a page, however much there is.
drop index matter_waiting;
create index matter_waiting on matter (district_id, holder_id, coalesce(due_at, 'infinity'::timestamptz), id)
  where state <> 'closed' or reopen_asked;
