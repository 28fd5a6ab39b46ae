package org.assay.server.jobs;

import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.api.jobs.JobsApi;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class JobsEndpoint implements JobsApi {
  private final Jobs jobs;
  private final CurrentCaller caller;

  JobsEndpoint(Jobs jobs, CurrentCaller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @Override
  public Page<JobView> list(
      @Nullable JobState state, @Nullable String subjectId, int page, int size) {
    return jobs.page(state, subjectId, page, size);
  }

  @Override
  public JobView get(UUID id) {
    return jobs.get(id);
  }

  @Override
  @RolesAllowed({Role.OWNER, Role.ADMIN})
  public JobView cancel(UUID id) {
    return jobs.cancel(id, caller.get());
  }

  @Override
  @RolesAllowed({Role.OWNER, Role.ADMIN})
  public JobView retry(UUID id) {
    return jobs.retry(id, caller.get());
  }
}
