package org.assay.policy;

import org.jspecify.annotations.Nullable;

/// What became of one control, with all that a reviewer needs to read it.
///
/// @param value what was found, such as `race 0.712`; null when the control shows nothing or
///     could not
/// @param message why the status is what it is; null for a plain pass
public record ControlResult(
    String id,
    Text title,
    String citation,
    Severity severity,
    Status status,
    @Nullable String value,
    Text remedy,
    @Nullable String message) {

  /// Whether this result alone blocks the gate.
  public boolean blocks() {
    return severity == Severity.BLOCKING && (status == Status.FAIL || status == Status.MISSING);
  }
}
