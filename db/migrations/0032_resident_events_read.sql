-- The auditor reads what residents did at their door beside the other logs, newest first and page by page.
create index resident_event_by_time on resident_event (district_id, at desc, id desc);
