package org.assay.console.walk;

import java.nio.file.Path;
import org.assay.devstack.OwnAssay;

/// One Assay for all walks of this JVM, started by the first that needs it.
final class RunningAssay {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final OwnAssay SHARED = OwnAssay.start(ROOT, Path.of("target", "walk"));

  private RunningAssay() {}

  static OwnAssay shared() {
    return SHARED;
  }
}
