-- The discussion of a review: said once, about the evidence as it was then, never changed.
create table assay.review_comment (
  id              uuid        primary key,
  review_id       uuid        not null references assay.review,
  author          text        not null check (length(trim(author)) > 0),
  text            text        not null check (length(trim(text)) > 0 and length(text) <= 4000),
  evidence_digest text        check (evidence_digest ~ '^[0-9a-f]{64}$'),
  at              timestamptz not null default clock_timestamp()
);
create index review_comment_order on assay.review_comment (review_id, at);

create function assay.check_review_comment() returns trigger language plpgsql as $$
declare
  current record;
begin
  if tg_op <> 'INSERT' then
    raise exception 'a comment is final: % is refused', tg_op using errcode = 'AS101';
  end if;
  select r.state, r.evidence_digest into current from assay.review r where r.id = new.review_id for share;
  if current.state is null or current.state not in ('REQUESTED', 'OPEN') then
    raise exception 'the review is closed' using errcode = 'AS030';
  end if;
  if new.evidence_digest is distinct from current.evidence_digest then
    raise exception 'the comment is about other evidence than the review' using errcode = 'AS031';
  end if;
  new.at := clock_timestamp();
  return new;
end $$;
create trigger said before insert or update or delete on assay.review_comment for each row execute function assay.check_review_comment();
create trigger no_truncate before truncate on assay.review_comment for each statement execute function assay.check_review_comment();

grant select, insert on assay.review_comment to assay_app;
