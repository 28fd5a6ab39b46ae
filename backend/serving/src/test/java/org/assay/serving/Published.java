package org.assay.serving;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.releases.ReleaseFeed.Live;

/// What the control plane by hand has released, the same for every test class of the JVM.
final class Published {
  static final House HOUSE = new House();
  private static final Map<String, House.Signed> FEED = new LinkedHashMap<>();
  private static long epoch = 1;

  private final FolderControlPlane controlPlane;

  Published(String folder) {
    this.controlPlane = new FolderControlPlane(Path.of(folder));
    HOUSE.trustIn(Path.of(folder, "keys"));
  }

  boolean names(String model) {
    return FEED.containsKey(model);
  }

  House.Signed get(String model) {
    return FEED.get(model);
  }

  /// Releases; a release of the same model is replaced.
  void release(House.Signed release) {
    FEED.put(release.live().model(), release);
    controlPlane.store(release);
    epoch++;
    publish();
  }

  void revoke(House.Signed release) {
    FEED.remove(release.live().model());
    epoch++;
    publish();
  }

  /// Leaves the feed for now.
  void suspend(House.Signed release) {
    revoke(release);
  }

  /// Comes back to the feed as it was signed.
  void resume(House.Signed release) {
    FEED.put(release.live().model(), release);
    epoch++;
    publish();
  }

  /// The feed as it is.
  void publish() {
    controlPlane.publish(epoch, FEED.values().stream().map(House.Signed::live).toList());
  }

  /// A feed from before the last change.
  void replay(Live... live) {
    controlPlane.publish(epoch - 1, List.of(live));
  }

  void gone(boolean gone) {
    controlPlane.gone(gone);
  }
}
