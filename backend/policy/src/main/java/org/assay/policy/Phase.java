package org.assay.policy;

import java.util.Locale;

/// When a gate is asked: after the assessment, or again just before a release.
///
/// Controls of the release phase need facts that exist only after the review, such as approvals.
public enum Phase {
  ASSESSMENT,
  RELEASE;

  /// The word used in packs and in JSON, such as `assessment`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
