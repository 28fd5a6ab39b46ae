package org.assay.console.walk;

import java.nio.file.Path;
import java.util.Map;
import org.assay.devstack.OwnAssay;

/// One Assay for all walks of this JVM, started by the first that needs it; its server has as
/// little memory as its console.
final class RunningAssay {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final OwnAssay SHARED =
      OwnAssay.start(ROOT, Path.of("target", "walk"), Map.of("ASSAY_SERVER_HEAP", "256m"));

  private RunningAssay() {}

  static OwnAssay shared() {
    return SHARED;
  }
}
