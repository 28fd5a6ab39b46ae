-- What the first page and the list of all versions read: counts of a report beside the report, and
-- indexes that find the newest report of a version without opening it.
alter table assay.intake_report add column concerns integer not null generated always as (
  jsonb_array_length(jsonb_path_query_array(report, '$.findings[*] ? (@.severity == "blocking" || @.severity == "warning")'))) stored;
alter table assay.gate_result add column blocked_controls integer not null generated always as (
  jsonb_array_length(jsonb_path_query_array(report,
    '$.controls[*] ? (@.severity == "blocking" && (@.status == "fail" || @.status == "missing"))'))) stored;

create index intake_report_newest on assay.intake_report (version_id, at desc) include (concerns);
create index gate_result_newest on assay.gate_result (version_id, at desc) include (verdict, blocked_controls) where phase = 'ASSESSMENT';
drop index assay.intake_report_version;

create index model_owner on assay.model (owner);
-- Wide enough that the list of all versions is filtered and sorted without reading the cards.
create index model_version_newest on assay.model_version (created_at desc, number desc, id) include (model_id, stage, digest);
create index model_version_stage on assay.model_version (stage, created_at desc);
create index release_end on assay.release (expires_at) where state <> 'REVOKED';
create index job_state on assay.job (state, created_at desc);
create index data_grant_requested on assay.data_grant (dataset_id) where state = 'REQUESTED';
create index dataset_owner on assay.dataset (owner);
