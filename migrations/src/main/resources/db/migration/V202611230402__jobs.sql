-- Long work. scheduled_tasks belongs to db-scheduler; job is what people see.
create table assay.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on assay.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on assay.scheduled_tasks (last_heartbeat);

create table assay.job (
  id               uuid        primary key,
  kind             text        not null,
  subject_id       text        not null,
  state            text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  progress         double precision not null default 0 check (progress between 0 and 1),
  message          text,
  attempts         integer     not null default 0,
  cancel_requested boolean     not null default false,
  requested_by     text        not null,
  created_at       timestamptz not null,
  started_at       timestamptz,
  ended_at         timestamptz
);
-- One waiting job of a kind for a thing: asking twice is asking once. One more may run meanwhile:
-- what is asked for after a run has begun must be seen by a later run.
create unique index job_waiting on assay.job (kind, subject_id) where state = 'WAITING';
create unique index job_running on assay.job (kind, subject_id) where state = 'RUNNING';
create index job_subject on assay.job (subject_id, created_at desc);
create index job_created on assay.job (created_at desc);

grant select, insert, update, delete on assay.scheduled_tasks to assay_app;
grant select, insert, update on assay.job to assay_app;
