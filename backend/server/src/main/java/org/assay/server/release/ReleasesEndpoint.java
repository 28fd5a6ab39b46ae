package org.assay.server.release;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.releases.NewRelease;
import org.assay.api.releases.ReleaseFeed;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.releases.ReleasesApi;
import org.assay.api.releases.Resumption;
import org.assay.api.releases.Revocation;
import org.assay.api.releases.Suspension;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class ReleasesEndpoint implements ReleasesApi {
  private final Releases releases;
  private final CurrentCaller caller;

  ReleasesEndpoint(Releases releases, CurrentCaller caller) {
    this.releases = releases;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.ADMIN)
  public ReleaseView release(String name, int number, NewRelease release) {
    return releases.release(name, number, release, caller.get());
  }

  @Override
  public Page<ReleaseView> list(
      @Nullable ReleaseState state, @Nullable String model, int page, int size) {
    return releases.page(state, model, page, size);
  }

  @Override
  public ReleaseView get(UUID id) {
    return releases.get(id);
  }

  @Override
  @RolesAllowed(Role.ADMIN)
  public ReleaseView revoke(UUID id, Revocation revocation) {
    return releases.revoke(id, revocation.reason(), caller.get());
  }

  @Override
  @RolesAllowed(Role.ADMIN)
  public ReleaseView suspend(UUID id, Suspension suspension) {
    return releases.suspend(id, suspension.reason(), caller.get());
  }

  @Override
  @RolesAllowed(Role.ADMIN)
  public ReleaseView resume(UUID id, Resumption resumption) {
    return releases.resume(id, resumption.reason(), caller.get());
  }

  @Override
  @RolesAllowed({Role.SERVING, Role.ADMIN, Role.AUDITOR})
  public String bundle(UUID id) {
    return releases.bundle(id);
  }

  @Override
  @RolesAllowed(Role.SERVING)
  public InputStream file(UUID id, String file) {
    return releases.file(id, file);
  }

  @Override
  @RolesAllowed(Role.SERVING)
  public ReleaseFeed feed() {
    return releases.feed();
  }
}
