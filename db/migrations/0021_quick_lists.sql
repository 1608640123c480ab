-- "What is being handled", sorted by what is due next: a list by state reads what it shows, not everything open.
create index matter_open_by_state on matter (district_id, state, coalesce(due_at, 'infinity'::timestamptz), id) where state <> 'closed';
