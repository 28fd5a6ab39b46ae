package org.assay.policy;

import java.util.Locale;

/// What became of one control.
public enum Status {
  /// The check holds.
  PASS,
  /// A blocking check does not hold, or an expression of any control could not be evaluated.
  FAIL,
  /// The check of a control that does not block does not hold.
  WARN,
  /// Evidence the control rests on is absent.
  MISSING,
  /// The control, or its whole pack, does not concern this model at this time.
  NOT_APPLICABLE;

  /// The word used in packs and in JSON, such as `not_applicable`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
