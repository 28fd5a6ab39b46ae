package org.assay.console.version;

import java.util.Locale;
import java.util.Optional;

/// The parts of a version's page, in the order of the work.
enum VersionTab {
  REVIEW,
  CARD,
  FILES,
  INTAKE,
  ASSESSMENT,
  BIAS,
  EXPLANATION,
  GATE,
  RELEASE,
  ACTIVITY;

  /// Its name in the address.
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<VersionTab> at(String path) {
    for (var tab : values()) {
      if (tab.path().equals(path)) {
        return Optional.of(tab);
      }
    }
    return Optional.empty();
  }
}
