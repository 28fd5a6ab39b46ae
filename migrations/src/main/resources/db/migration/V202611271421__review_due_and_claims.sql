-- When a review should be decided, and who reads it now.
alter table assay.review
  add column due_at     timestamptz,
  add column claimed_by text,
  add column claimed_at timestamptz;

-- Reviews that are open already: what the settings say by default.
update assay.review r
   set due_at = r.opened_at + case m.risk_tier when 'HIGH' then interval '5 days' when 'LIMITED' then interval '10 days' else interval '15 days' end
  from assay.model_version v join assay.model m on m.id = v.model_id
 where v.id = r.version_id and r.state = 'OPEN';

alter table assay.review
  add constraint review_due check (state <> 'OPEN' or due_at is not null),
  add constraint review_due_after_opening check (due_at is null or (opened_at is not null and due_at > opened_at)),
  add constraint review_claim check ((claimed_by is null) = (claimed_at is null)),
  add constraint review_claim_while_open check (claimed_by is null or state = 'OPEN');
create index review_due on assay.review (due_at) where state = 'OPEN';

create or replace function assay.check_review() returns trigger language plpgsql as $$
declare
  approvals integer;
  conflict  text;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'REQUESTED' then
      raise exception 'a review begins REQUESTED, not %', new.state using errcode = 'AS101';
    end if;
    return new;
  end if;
  if old.state not in ('REQUESTED', 'OPEN') and new is distinct from old then
    raise exception 'a closed review never changes' using errcode = 'AS101';
  end if;
  if new.requester <> old.requester or new.version_id <> old.version_id or new.required <> old.required then
    raise exception 'requester, version and required approvals of a review never change' using errcode = 'AS101';
  end if;
  if old.state = 'OPEN' and (new.evidence_digest, new.gate_id, new.opened_at, new.due_at)
      is distinct from (old.evidence_digest, old.gate_id, old.opened_at, old.due_at) then
    raise exception 'the evidence and the end of an open review never change' using errcode = 'AS101';
  end if;
  if new.claimed_by is not null and new.claimed_by is distinct from old.claimed_by then
    conflict := assay.conflict_of_interest(new.id, new.claimed_by);
    if conflict is not null then
      raise exception '% % and therefore does not claim its review', new.claimed_by, conflict using errcode = 'AS032';
    end if;
    if exists (select from assay.decision d where d.review_id = new.id and d.person = new.claimed_by) then
      raise exception '% has decided on the review already', new.claimed_by using errcode = 'AS030';
    end if;
  end if;
  if new.state = 'APPROVED' then
    select count(distinct d.person) into approvals from assay.decision d where d.review_id = new.id and d.decision = 'APPROVE';
    if approvals < new.required then
      raise exception 'the review has % of % approvals', approvals, new.required using errcode = 'AS034';
    end if;
  end if;
  return new;
end $$;

-- Approval is reached only step by step: no review comes into the table approved.
create trigger begins before insert on assay.review for each row execute function assay.check_review();
