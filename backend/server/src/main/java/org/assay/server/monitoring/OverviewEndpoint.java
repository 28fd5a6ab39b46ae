package org.assay.server.monitoring;

import jakarta.annotation.security.RolesAllowed;
import org.assay.api.Page;
import org.assay.api.models.Stage;
import org.assay.api.overview.Overview;
import org.assay.api.overview.OverviewApi;
import org.assay.api.overview.VersionSummary;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class OverviewEndpoint implements OverviewApi {
  private final Overviews overviews;
  private final VersionLists versions;
  private final CurrentCaller caller;

  OverviewEndpoint(Overviews overviews, VersionLists versions, CurrentCaller caller) {
    this.overviews = overviews;
    this.versions = versions;
    this.caller = caller;
  }

  @Override
  public Overview overview() {
    return overviews.of(caller.get());
  }

  @Override
  public Page<VersionSummary> versions(
      @Nullable String text,
      @Nullable Stage stage,
      @Nullable String owner,
      @Nullable String gate,
      boolean findings,
      int page,
      int size) {
    return versions.page(VersionFilter.of(text, stage, owner, gate, findings), page, size);
  }
}
