-- Datasets, the classification of their columns, and grants to read them.
create table assay.dataset (
  id           uuid        primary key,
  name         text        not null unique check (name ~ '^[a-z][a-z0-9-]{1,63}$'),
  description  text        not null,
  owner        text        not null,
  format       text        check (format in ('csv', 'parquet')),
  sha256       text        check (sha256 ~ '^[0-9a-f]{64}$'),
  size         bigint,
  row_count    bigint,
  confirmed_at timestamptz,
  created_at   timestamptz not null,
  revision     integer     not null,
  check ((sha256 is null) = (format is null)),
  check (confirmed_at is null or sha256 is not null)
);

create table assay.dataset_column (
  dataset_id uuid    not null references assay.dataset,
  position   integer not null,
  name       text    not null,
  type       text    not null,
  proposed   text    not null check (proposed in ('IDENTIFIER', 'QUASI_IDENTIFIER', 'SENSITIVE', 'PLAIN')),
  because    text    not null,
  confirmed  text    check (confirmed in ('IDENTIFIER', 'QUASI_IDENTIFIER', 'SENSITIVE', 'PLAIN')),
  primary key (dataset_id, position),
  unique (dataset_id, name)
);

create table assay.data_grant (
  id              uuid        primary key,
  dataset_id      uuid        not null references assay.dataset,
  purpose         text        not null check (purpose ~ '^[a-z][a-z0-9-]{1,63}$'),
  reason          text        not null check (length(trim(reason)) > 0),
  grantee         text        not null,
  masks           jsonb       not null,
  state           text        not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'REVOKED')),
  requested_at    timestamptz not null,
  ends_at         timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text,
  revision        integer     not null,
  check (ends_at > requested_at),
  -- Nobody grants to themselves.
  constraint grant_four_eyes check (decided_by is null or decided_by <> grantee),
  check (state not in ('APPROVED', 'REFUSED') or (decided_by is not null and decided_at is not null and length(trim(decision_reason)) > 0))
);
create index data_grant_dataset on assay.data_grant (dataset_id, requested_at desc);
create index data_grant_grantee on assay.data_grant (grantee, dataset_id, purpose);

create function assay.check_grant() returns trigger language plpgsql as $$
declare
  dataset_owner text;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'REQUESTED' or new.decided_by is not null then
      raise exception 'a grant begins as a request' using errcode = 'AS020';
    end if;
    return new;
  end if;
  if new.grantee <> old.grantee or new.dataset_id <> old.dataset_id or new.purpose <> old.purpose
     or new.masks <> old.masks or new.ends_at <> old.ends_at then
    raise exception 'what was asked for in a grant never changes' using errcode = 'AS020';
  end if;
  if new.state <> old.state and not ((old.state = 'REQUESTED' and new.state in ('APPROVED', 'REFUSED', 'REVOKED'))
                                     or (old.state = 'APPROVED' and new.state = 'REVOKED')) then
    raise exception 'a grant does not go from % to %', old.state, new.state using errcode = 'AS020';
  end if;
  if new.state in ('APPROVED', 'REFUSED') and old.state = 'REQUESTED' then
    select d.owner into dataset_owner from assay.dataset d where d.id = new.dataset_id;
    if new.decided_by <> dataset_owner then
      raise exception 'only the owner of the dataset decides on a grant' using errcode = 'AS021';
    end if;
  end if;
  return new;
end $$;
create trigger steps before insert or update on assay.data_grant for each row execute function assay.check_grant();

grant select, insert, update on assay.dataset, assay.data_grant to assay_app;
grant select, insert, update, delete on assay.dataset_column to assay_app;
