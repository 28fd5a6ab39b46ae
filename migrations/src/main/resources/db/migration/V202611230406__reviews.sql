-- Reviews and decisions. Four-eyes is held here as well as in code.
create table assay.review (
  id              uuid        primary key,
  version_id      uuid        not null references assay.model_version,
  requester       text        not null,
  reason          text        not null check (length(trim(reason)) > 0),
  required        integer     not null check (required between 1 and 9),
  state           text        not null check (state in ('REQUESTED', 'OPEN', 'APPROVED', 'CHANGES_REQUESTED', 'REJECTED', 'WITHDRAWN')),
  gate_id         uuid        references assay.gate_result,
  evidence_digest text        check (evidence_digest ~ '^[0-9a-f]{64}$'),
  requested_at    timestamptz not null,
  opened_at       timestamptz,
  closed_at       timestamptz,
  revision        integer     not null,
  check (state in ('REQUESTED', 'WITHDRAWN') or (gate_id is not null and evidence_digest is not null and opened_at is not null)),
  check ((state in ('REQUESTED', 'OPEN')) = (closed_at is null))
);
-- One review at a time for a version.
create unique index review_live on assay.review (version_id) where state in ('REQUESTED', 'OPEN');
create index review_state on assay.review (state, requested_at);

create table assay.decision (
  id              uuid        primary key,
  review_id       uuid        not null references assay.review,
  person          text        not null,
  decision        text        not null check (decision in ('APPROVE', 'REQUEST_CHANGES', 'REJECT')),
  reason          text        not null check (length(trim(reason)) > 0),
  evidence_digest text        not null check (evidence_digest ~ '^[0-9a-f]{64}$'),
  at              timestamptz not null default clock_timestamp(),
  -- One person, one vote, whatever roles they have.
  constraint one_person_one_vote unique (review_id, person)
);

-- Who must not decide on a review: the requester, the author, the model's owner, the data's owner.
create function assay.conflict_of_interest(review uuid, person text) returns text language sql stable as $$
  select case
    when r.requester = person then 'requested the review'
    when v.author = person then 'is the author of the version'
    when m.owner = person then 'owns the model'
    when d.owner = person then 'owns the data it was examined on'
  end
  from assay.review r
  join assay.model_version v on v.id = r.version_id
  join assay.model m on m.id = v.model_id
  left join assay.assessment_plan p on p.version_id = v.id
  left join assay.dataset d on d.id = p.dataset_id
  where r.id = review
$$;

create function assay.check_decision() returns trigger language plpgsql as $$
declare
  conflict text;
  current record;
begin
  if tg_op <> 'INSERT' then
    raise exception 'a decision is final: % is refused', tg_op using errcode = 'AS101';
  end if;
  select r.state, r.evidence_digest, r.gate_id into current from assay.review r where r.id = new.review_id for update;
  if current.state is distinct from 'OPEN' then
    raise exception 'the review is not open' using errcode = 'AS030';
  end if;
  if new.evidence_digest <> current.evidence_digest then
    raise exception 'the decision is about other evidence than the review' using errcode = 'AS031';
  end if;
  conflict := assay.conflict_of_interest(new.review_id, new.person);
  if conflict is not null then
    raise exception '% % and therefore does not decide on it', new.person, conflict using errcode = 'AS032';
  end if;
  if new.decision = 'APPROVE' and exists
      (select from assay.gate_result g where g.id = current.gate_id and g.verdict = 'BLOCKED') then
    raise exception 'the gate is blocked: it cannot be approved' using errcode = 'AS033';
  end if;
  new.at := clock_timestamp();
  return new;
end $$;
create trigger four_eyes before insert or update or delete on assay.decision for each row execute function assay.check_decision();

-- A review is approved only by enough people; a version only by an approved review.
create function assay.check_review() returns trigger language plpgsql as $$
declare
  approvals integer;
begin
  if old.state not in ('REQUESTED', 'OPEN') and new is distinct from old then
    raise exception 'a closed review never changes' using errcode = 'AS101';
  end if;
  if new.requester <> old.requester or new.version_id <> old.version_id or new.required <> old.required then
    raise exception 'requester, version and required approvals of a review never change' using errcode = 'AS101';
  end if;
  if old.state = 'OPEN' and (new.evidence_digest, new.gate_id) is distinct from (old.evidence_digest, old.gate_id) then
    raise exception 'the evidence of an open review never changes' using errcode = 'AS101';
  end if;
  if new.state = 'APPROVED' then
    select count(distinct d.person) into approvals from assay.decision d where d.review_id = new.id and d.decision = 'APPROVE';
    if approvals < new.required then
      raise exception 'the review has % of % approvals', approvals, new.required using errcode = 'AS034';
    end if;
  end if;
  return new;
end $$;
create trigger enough before update on assay.review for each row execute function assay.check_review();

create function assay.check_approval() returns trigger language plpgsql as $$
begin
  if new.stage = 'APPROVED' and not exists
      (select from assay.review r where r.version_id = new.id and r.state = 'APPROVED') then
    raise exception 'a version is approved only by an approved review' using errcode = 'AS034';
  end if;
  return new;
end $$;
create trigger approved before update of stage on assay.model_version for each row
  when (new.stage = 'APPROVED' and old.stage <> 'APPROVED') execute function assay.check_approval();

grant select, insert, update on assay.review to assay_app;
grant select, insert on assay.decision to assay_app;
