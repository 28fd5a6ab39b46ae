-- What was examined. Reports are immutable: a new examination is a new row.
create table assay.assessment_plan (
  version_id uuid        primary key references assay.model_version,
  dataset_id uuid        not null references assay.dataset,
  plan       jsonb       not null,
  set_by     text        not null,
  set_at     timestamptz not null,
  revision   integer     not null
);

create table assay.assessment_step (
  version_id uuid        not null references assay.model_version,
  step       text        not null check (step in ('intake', 'bias-audit', 'explanation', 'gate', 'review')),
  state      text        not null check (state in ('WAITING', 'RUNNING', 'PASSED', 'BLOCKED', 'FAILED')),
  message    text,
  changed_at timestamptz not null,
  primary key (version_id, step)
);

create table assay.intake_report (
  id         uuid        primary key,
  version_id uuid        not null references assay.model_version,
  report     jsonb       not null,
  blocking   integer     not null,
  digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
  at         timestamptz not null
);
create index intake_report_version on assay.intake_report (version_id, at desc);

create table assay.bias_audit (
  id             uuid        primary key,
  version_id     uuid        not null references assay.model_version,
  dataset_id     uuid        not null references assay.dataset,
  dataset_sha256 text        not null,
  plan           jsonb       not null,
  plan_digest    text        not null check (plan_digest ~ '^[0-9a-f]{64}$'),
  report         jsonb       not null,
  digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),
  at             timestamptz not null
);
create index bias_audit_version on assay.bias_audit (version_id, at desc);

create table assay.explanation (
  id             uuid        primary key,
  version_id     uuid        not null references assay.model_version,
  dataset_id     uuid        not null references assay.dataset,
  dataset_sha256 text        not null,
  plan_digest    text        not null check (plan_digest ~ '^[0-9a-f]{64}$'),
  report         jsonb       not null,
  digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),
  at             timestamptz not null
);
create index explanation_version on assay.explanation (version_id, at desc);

create table assay.gate_result (
  id              uuid        primary key,
  version_id      uuid        not null references assay.model_version,
  pack            text        not null,
  pack_version    text        not null,
  pack_digest     text        not null check (pack_digest ~ '^[0-9a-f]{64}$'),
  phase           text        not null check (phase in ('ASSESSMENT', 'RELEASE')),
  verdict         text        not null check (verdict in ('OPEN', 'BLOCKED')),
  evidence        jsonb       not null,
  evidence_digest text        not null check (evidence_digest ~ '^[0-9a-f]{64}$'),
  report          jsonb       not null,
  at              timestamptz not null
);
create index gate_result_version on assay.gate_result (version_id, at desc);

create function assay.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable: % is refused', tg_table_name, tg_op using errcode = 'AS101';
end $$;
create trigger immutable before update or delete on assay.intake_report for each row execute function assay.refuse_change();
create trigger immutable before update or delete on assay.bias_audit for each row execute function assay.refuse_change();
create trigger immutable before update or delete on assay.explanation for each row execute function assay.refuse_change();
create trigger immutable before update or delete on assay.gate_result for each row execute function assay.refuse_change();

create function assay.check_plan() returns trigger language plpgsql as $$
begin
  if not exists (select from assay.model_version v where v.id = new.version_id and v.stage in ('DRAFT', 'CHANGES_REQUESTED')) then
    raise exception 'the plan of a submitted version is fixed' using errcode = 'AS011';
  end if;
  return new;
end $$;
create trigger fixed before insert or update on assay.assessment_plan for each row execute function assay.check_plan();

grant select, insert, update on assay.assessment_plan, assay.assessment_step to assay_app;
grant select, insert on assay.intake_report, assay.bias_audit, assay.explanation, assay.gate_result to assay_app;
