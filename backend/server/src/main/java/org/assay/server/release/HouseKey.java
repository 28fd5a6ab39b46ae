package org.assay.server.release;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.assay.attestation.SigningKey;

/// The key that hallmarks releases, taken at the start: a production start without a key of its own
/// stops with the reason. Production is everything but a demo, a development run and a test.
@Startup
@ApplicationScoped
class HouseKey {
  private final SigningKey key;

  HouseKey(SigningConfig config) {
    this.key = take(config, LaunchMode.current() == LaunchMode.NORMAL);
  }

  SigningKey get() {
    return key;
  }

  static SigningKey take(SigningConfig config, boolean deployed) {
    KeyFolder folder = new KeyFolder(config.folder());
    try {
      return deployed && !config.demo() ? folder.given() : folder.givenOrMade();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The signing key in "
              + config.folder().toAbsolutePath()
              + " cannot be used: "
              + e.getMessage(),
          e);
    }
  }
}
