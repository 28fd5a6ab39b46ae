-- The record: append-only for everyone who can sign in, the application included.
create schema if not exists audit;
grant usage on schema audit to assay_app;

create table audit.event (
  id           bigint generated always as identity primary key,
  xid          xid8        not null default pg_current_xact_id(),
  at           timestamptz not null default clock_timestamp(),
  actor        text        not null check (length(actor) between 1 and 255),
  action       text        not null check (action ~ '^[a-z-]+(\.[a-z-]+)+$'),
  subject_type text        not null check (subject_type ~ '^[a-z-]+$'),
  subject_id   text        not null check (length(subject_id) between 1 and 255),
  model        text,
  version      integer,
  body         jsonb       not null default '{}' check (jsonb_typeof(body) = 'object')
);
create index event_model_version on audit.event (model, version, id);
create index event_subject on audit.event (subject_id, id);
create index event_at on audit.event (at);

create function audit.stamp_event() returns trigger language plpgsql as $$
begin
  new.at := clock_timestamp();
  new.xid := pg_current_xact_id();
  return new;
end $$;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.event is append-only: % is refused', tg_op using errcode = 'AS100';
end $$;

create trigger stamp before insert on audit.event for each row execute function audit.stamp_event();
create trigger no_change before update or delete on audit.event for each row execute function audit.refuse_change();
create trigger no_truncate before truncate on audit.event for each statement execute function audit.refuse_change();
alter table audit.event enable always trigger stamp;
alter table audit.event enable always trigger no_change;
alter table audit.event enable always trigger no_truncate;

-- Named columns only: id, xid and at are the database's own.
grant insert (actor, action, subject_type, subject_id, model, version, body) on audit.event to assay_app;
grant select on audit.event to assay_app;
