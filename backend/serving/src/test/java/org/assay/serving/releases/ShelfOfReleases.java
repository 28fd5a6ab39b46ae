package org.assay.serving.releases;

import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
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
import org.assay.serving.House;

/// A control plane by hand that only hands out bundles and files.
final class ShelfOfReleases implements ReleasesApi {
  private final Map<UUID, House.Signed> releases = new HashMap<>();
  private Runnable whenFileIsFetched = () -> {};

  House.Signed put(House.Signed release) {
    releases.put(release.live().id(), release);
    return release;
  }

  void remove(House.Signed release) {
    releases.remove(release.live().id());
  }

  void whenFileIsFetched(Runnable event) {
    whenFileIsFetched = event;
  }

  @Override
  public String bundle(UUID id) {
    return signed(id).bundle();
  }

  @Override
  public InputStream file(UUID id, String file) {
    whenFileIsFetched.run();
    return new ByteArrayInputStream(signed(id).files().get(file));
  }

  private House.Signed signed(UUID id) {
    House.Signed release = releases.get(id);
    if (release == null) {
      throw new WebApplicationException(404);
    }
    return release;
  }

  @Override
  public ReleaseFeed feed() {
    throw new UnsupportedOperationException("the test gives the feed itself");
  }

  @Override
  public ReleaseView release(String name, int number, NewRelease release) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<ReleaseView> list(ReleaseState state, String model, int page, int size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReleaseView get(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReleaseView revoke(UUID id, Revocation revocation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReleaseView suspend(UUID id, Suspension suspension) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReleaseView resume(UUID id, Resumption resumption) {
    throw new UnsupportedOperationException();
  }
}
