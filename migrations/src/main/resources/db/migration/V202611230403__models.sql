-- Models, their versions and the files of a version.
create table assay.model (
  id         uuid        primary key,
  name       text        not null unique check (name ~ '^[a-z][a-z0-9-]{1,63}$'),
  purpose    text        not null check (length(trim(purpose)) > 0),
  owner      text        not null,
  risk_tier  text        not null check (risk_tier in ('MINIMAL', 'LIMITED', 'HIGH')),
  created_at timestamptz not null,
  revision   integer     not null
);

create table assay.model_version (
  id         uuid        primary key,
  model_id   uuid        not null references assay.model,
  number     integer     not null check (number > 0),
  stage      text        not null check (stage in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED',
                                                   'WITHDRAWN', 'RELEASED', 'SUSPENDED', 'EXPIRED', 'STALE', 'REVOKED', 'RETIRED')),
  author     text        not null,
  card       jsonb       not null,
  digest     text        check (digest ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  sealed_at  timestamptz,
  revision   integer     not null,
  unique (model_id, number),
  check ((digest is null) = (sealed_at is null)),
  check (digest is not null or stage in ('DRAFT', 'WITHDRAWN'))
);

create table assay.model_file (
  version_id uuid   not null references assay.model_version,
  name       text   not null check (name ~ '^[A-Za-z0-9._-]{1,128}$'),
  sha256     text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null check (size >= 0),
  primary key (version_id, name)
);

-- The line, held by the database too: a stage follows only from those before it.
create table assay.stage_step (
  from_stage text not null,
  to_stage   text not null,
  primary key (from_stage, to_stage)
);
insert into assay.stage_step values
  ('DRAFT', 'SUBMITTED'), ('DRAFT', 'WITHDRAWN'),
  ('SUBMITTED', 'IN_REVIEW'), ('SUBMITTED', 'WITHDRAWN'), ('SUBMITTED', 'DRAFT'),
  ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'CHANGES_REQUESTED'), ('IN_REVIEW', 'REJECTED'), ('IN_REVIEW', 'WITHDRAWN'), ('IN_REVIEW', 'STALE'),
  ('CHANGES_REQUESTED', 'SUBMITTED'), ('CHANGES_REQUESTED', 'WITHDRAWN'),
  ('APPROVED', 'RELEASED'), ('APPROVED', 'STALE'), ('APPROVED', 'EXPIRED'), ('APPROVED', 'WITHDRAWN'),
  ('RELEASED', 'SUSPENDED'), ('SUSPENDED', 'RELEASED'),
  ('RELEASED', 'REVOKED'), ('SUSPENDED', 'REVOKED'), ('RELEASED', 'EXPIRED'), ('RELEASED', 'STALE'), ('EXPIRED', 'REVOKED'), ('STALE', 'REVOKED'),
  ('REVOKED', 'RETIRED'), ('EXPIRED', 'RETIRED'), ('STALE', 'RETIRED');

create function assay.check_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.stage <> 'DRAFT' then
      raise exception 'a version begins as DRAFT, not as %', new.stage using errcode = 'AS010';
    end if;
    return new;
  end if;
  if new.stage <> old.stage and not exists
      (select from assay.stage_step s where s.from_stage = old.stage and s.to_stage = new.stage) then
    raise exception 'a version does not go from % to %', old.stage, new.stage using errcode = 'AS010';
  end if;
  if old.digest is not null and new.digest is distinct from old.digest then
    raise exception 'a sealed version keeps its digest' using errcode = 'AS011';
  end if;
  if old.stage not in ('DRAFT', 'CHANGES_REQUESTED') and new.card <> old.card then
    raise exception 'the card of a submitted version is fixed' using errcode = 'AS011';
  end if;
  if new.author <> old.author or new.model_id <> old.model_id or new.number <> old.number then
    raise exception 'author, model and number of a version never change' using errcode = 'AS011';
  end if;
  return new;
end $$;
create trigger line before insert or update on assay.model_version for each row execute function assay.check_version();

create function assay.check_file() returns trigger language plpgsql as $$
declare
  sealed boolean;
begin
  select v.sealed_at is not null into sealed from assay.model_version v
    where v.id = coalesce(new.version_id, old.version_id) for share;
  if sealed then
    raise exception 'the files of a sealed version are fixed' using errcode = 'AS011';
  end if;
  return coalesce(new, old);
end $$;
create trigger sealed before insert or update or delete on assay.model_file for each row execute function assay.check_file();

grant select, insert, update on assay.model, assay.model_version to assay_app;
grant select, insert, update, delete on assay.model_file to assay_app;
grant select on assay.stage_step to assay_app;
