-- A release can be stopped for now. What is suspended still takes the model's one place.
alter table assay.release
  add column suspended_by      text,
  add column suspended_at      timestamptz,
  add column suspension_reason text;

alter table assay.release drop constraint release_state_check;
alter table assay.release
  add constraint release_state_check check (state in ('LIVE', 'SUSPENDED', 'REVOKED')),
  add constraint release_suspension check (
    case when state = 'SUSPENDED'
      then suspended_by is not null and suspended_at is not null and length(trim(coalesce(suspension_reason, ''))) > 0
      else suspended_by is null and suspended_at is null and suspension_reason is null
    end);

-- One live or suspended release of a model.
drop index assay.release_live;
create unique index release_live on assay.release (model_id) where state in ('LIVE', 'SUSPENDED');

create or replace function assay.check_release() returns trigger language plpgsql as $$
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
  if (new.version_id, new.model_id, new.review_id, new.digest, new.bundle, new.key_id, new.released_by, new.released_at, new.expires_at,
      new.consumers, new.purposes, new.rate_per_minute)
     is distinct from
     (old.version_id, old.model_id, old.review_id, old.digest, old.bundle, old.key_id, old.released_by, old.released_at, old.expires_at,
      old.consumers, old.purposes, old.rate_per_minute) then
    raise exception 'what a release signs never changes' using errcode = 'AS041';
  end if;
  if new.state <> old.state and new.epoch <= old.epoch then
    raise exception 'the epoch of a release grows with every change of its state' using errcode = 'AS041';
  end if;
  if new.state <> old.state and new.state <> 'REVOKED' and old.expires_at <= clock_timestamp() then
    raise exception 'a release that has expired is neither suspended nor resumed' using errcode = 'AS041';
  end if;
  if new.state = 'SUSPENDED' and old.state = 'SUSPENDED' and (new.suspended_by, new.suspended_at, new.suspension_reason)
      is distinct from (old.suspended_by, old.suspended_at, old.suspension_reason) then
    raise exception 'who suspended a release, when and why never changes' using errcode = 'AS041';
  end if;
  return new;
end $$;
