-- The numbers of a period: what was closed in it, and how the clocks of contact and handling of a matter ended.
create index matter_by_closed on matter (district_id, closed_at desc, id desc) where closed_at is not null;
create index clock_of_work on clock (district_id, matter_id, kind) include (outcome, due_at) where kind in ('contact', 'handle');
