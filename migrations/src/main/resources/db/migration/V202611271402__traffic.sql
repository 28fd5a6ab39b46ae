-- What serving answered, per release and minute. Serving counts since its start; the server adds up what came since it last looked.
create table assay.traffic (
  release_id uuid        not null references assay.release,
  minute     timestamptz not null check (minute = date_trunc('minute', minute, 'UTC')),
  answered   bigint      not null check (answered >= 0),
  refused    bigint      not null check (refused >= 0),
  failed     bigint      not null check (failed >= 0),
  -- Answers by how long they took, in the buckets of the contract.
  buckets    integer[]   not null,
  primary key (release_id, minute)
);
create index traffic_minute on assay.traffic (minute);

-- How far the counts of each run of a serving process have been taken. A restart is a run of its own.
create table assay.traffic_mark (
  process    uuid        not null,
  release_id uuid        not null references assay.release,
  answered   bigint      not null,
  refused    bigint      not null,
  failed     bigint      not null,
  buckets    bigint[]    not null,
  seen_at    timestamptz not null,
  primary key (process, release_id)
);

-- Whose turn it is to look: one server at a time, and another soon after it has gone.
create table assay.traffic_turn (
  only_row   boolean     primary key default true check (only_row),
  held_by    text        not null,
  held_until timestamptz not null
);
insert into assay.traffic_turn (held_by, held_until) values ('nobody', 'epoch');

grant select, insert, update, delete on assay.traffic, assay.traffic_mark to assay_app;
grant select, update on assay.traffic_turn to assay_app;
