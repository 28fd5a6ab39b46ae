package org.assay.server.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Settings by hand.
record PeopleSettings(URI realm, String client, Optional<String> secret) implements PeopleConfig {
  static PeopleSettings of(URI realm, @Nullable String secret) {
    return new PeopleSettings(realm, "assay-server", Optional.ofNullable(secret));
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
  }

  @Override
  public boolean demo() {
    return true;
  }
}
