package org.assay.policy;

import java.util.Locale;

/// What a control that does not hold means: it stops the version, or only tells.
public enum Severity {
  BLOCKING,
  WARNING,
  INFORMATION;

  /// The word used in packs and in JSON, such as `blocking`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
