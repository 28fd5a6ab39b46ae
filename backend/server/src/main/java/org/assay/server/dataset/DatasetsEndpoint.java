package org.assay.server.dataset;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.DatasetsApi;
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantScope;
import org.assay.api.datasets.GrantView;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.MaskExample;
import org.assay.api.datasets.NewDataset;
import org.assay.api.datasets.NewGrant;
import org.assay.api.datasets.RowsView;
import org.assay.api.datasets.Sensitivity;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class DatasetsEndpoint implements DatasetsApi {
  private final Datasets datasets;
  private final Uploads uploads;
  private final Grants grants;
  private final MaskedRows rows;
  private final MaskExamples examples;
  private final CurrentCaller caller;

  DatasetsEndpoint(
      Datasets datasets,
      Uploads uploads,
      Grants grants,
      MaskedRows rows,
      MaskExamples examples,
      CurrentCaller caller) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.grants = grants;
    this.rows = rows;
    this.examples = examples;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public DatasetView create(NewDataset dataset) {
    return datasets.create(dataset, caller.get());
  }

  @Override
  public Page<DatasetView> list(@Nullable String text, int page, int size) {
    return datasets.page(text, page, size);
  }

  @Override
  public DatasetView get(UUID id) {
    return datasets.view(id);
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public DatasetView upload(UUID id, InputStream content) {
    return uploads.upload(id, content, caller.get());
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public DatasetView classify(UUID id, Map<String, Sensitivity> columns) {
    return datasets.classify(id, columns, caller.get());
  }

  @Override
  public GrantView requestGrant(UUID id, NewGrant grant) {
    return grants.request(id, grant, caller.get());
  }

  @Override
  public List<GrantView> grants(UUID id) {
    return grants.of(id);
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public GrantView decideGrant(UUID id, GrantDecision decision) {
    return grants.decide(id, decision, caller.get());
  }

  @Override
  public GrantView revokeGrant(UUID id) {
    return grants.revoke(id, caller.get());
  }

  @Override
  public RowsView rows(UUID id, String purpose, long offset, int limit) {
    return rows.read(id, purpose, offset, limit, caller.get());
  }

  @Override
  public Page<GrantView> allGrants(GrantScope scope, int page, int size) {
    return grants.page(scope, page, size, caller.get());
  }

  @Override
  public Page<EventView> reads(UUID id, int page, int size) {
    return datasets.reads(id, page, size, caller.get());
  }

  @Override
  public List<MaskExample> maskExamples(UUID id, Map<String, Mask> masks) {
    return examples.of(id, masks);
  }
}
