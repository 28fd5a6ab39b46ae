-- Signed releases. The epoch grows with every release and revocation and never goes back.
create table assay.release (
  id                uuid        primary key,
  version_id        uuid        not null references assay.model_version,
  model_id          uuid        not null references assay.model,
  review_id         uuid        not null references assay.review,
  state             text        not null check (state in ('LIVE', 'REVOKED')),
  digest            text        not null check (digest ~ '^[0-9a-f]{64}$'),
  bundle            text        not null,
  key_id            text        not null check (key_id ~ '^[0-9a-f]{64}$'),
  released_by       text        not null,
  released_at       timestamptz not null,
  expires_at        timestamptz not null,
  consumers         jsonb       not null,
  purposes          jsonb       not null,
  rate_per_minute   integer     check (rate_per_minute > 0),
  epoch             bigint      not null,
  revoked_by        text,
  revoked_at        timestamptz,
  revocation_reason text,
  revision          integer     not null,
  check (expires_at > released_at),
  check ((state = 'REVOKED') = (revoked_by is not null and revoked_at is not null and length(trim(revocation_reason)) > 0))
);
-- One live release of a model.
create unique index release_live on assay.release (model_id) where state = 'LIVE';
create index release_version on assay.release (version_id);

create table assay.release_epoch (
  only_row boolean primary key default true check (only_row),
  epoch    bigint  not null
);
insert into assay.release_epoch (epoch) values (0);

create function assay.check_epoch() returns trigger language plpgsql as $$
begin
  if new.epoch <= old.epoch then
    raise exception 'the epoch only grows' using errcode = 'AS040';
  end if;
  return new;
end $$;
create trigger grows before update on assay.release_epoch for each row execute function assay.check_epoch();

create function assay.check_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'LIVE' then
      raise exception 'a release begins LIVE' using errcode = 'AS041';
    end if;
    if not exists (select from assay.review r join assay.model_version v on v.id = r.version_id
                   where r.id = new.review_id and r.state = 'APPROVED' and v.id = new.version_id
                     and v.model_id = new.model_id and v.digest = new.digest and v.stage in ('APPROVED', 'RELEASED')) then
      raise exception 'only an approved version is released, with the digest that was approved' using errcode = 'AS041';
    end if;
    return new;
  end if;
  if old.state = 'REVOKED' then
    raise exception 'a revoked release never changes' using errcode = 'AS041';
  end if;
  if (new.version_id, new.model_id, new.review_id, new.digest, new.bundle, new.key_id, new.released_by, new.released_at, new.expires_at)
     is distinct from
     (old.version_id, old.model_id, old.review_id, old.digest, old.bundle, old.key_id, old.released_by, old.released_at, old.expires_at) then
    raise exception 'what a release signs never changes' using errcode = 'AS041';
  end if;
  return new;
end $$;
create trigger chain before insert or update on assay.release for each row execute function assay.check_release();

grant select, insert, update on assay.release to assay_app;
grant select, update on assay.release_epoch to assay_app;
