package org.assay.serving;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The machine's own clocks.
@Singleton
final class SystemClocks {
  @Produces
  @Singleton
  Clocks clocks() {
    return new Clocks(InstantSource.system(), System::nanoTime);
  }
}
