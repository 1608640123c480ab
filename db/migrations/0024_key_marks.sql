-- By which keys the values of this database are sealed and looked up: marks from which no key can be found. A process whose
-- keys do not fit says so at its start instead of finding nothing.
create table key_mark (
  kind text not null check (kind in ('field','index')),
  mark bytea not null,
  since timestamptz not null,
  primary key (kind, mark)
);
create unique index key_mark_of_index on key_mark (kind) where kind = 'index';
grant select, insert on key_mark to maple_app;
