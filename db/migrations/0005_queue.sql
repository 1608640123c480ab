-- The job queue is an alarm clock that may ring late or twice; the rows of clock, outbox and intake_import are the truth.
-- Its tables belong to the owner, so the application rings it through this one door.
create function ring(task text, payload json, job_key text) returns void
  language sql security definer set search_path = graphile_worker, pg_temp
  as $$ select graphile_worker.add_job(task, payload, job_key => job_key) $$;
revoke all on function ring(text, json, text) from public;
grant execute on function ring(text, json, text) to maple_app;
