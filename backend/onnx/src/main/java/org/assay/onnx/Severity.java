package org.assay.onnx;

import java.util.Locale;

/// What a finding means for the upload.
public enum Severity {
  /// The model is not loaded.
  BLOCKING,
  /// A person should look; the model may be loaded in the worker.
  WARNING,
  /// Worth knowing.
  INFORMATION;

  /// The word in reports: `blocking`, `warning`, `information`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
