package org.assay.policy;

import java.util.Locale;

/// The answer of a gate.
public enum Verdict {
  OPEN,
  /// At least one blocking control failed or lacks its evidence.
  BLOCKED;

  /// The word used in JSON, such as `blocked`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
