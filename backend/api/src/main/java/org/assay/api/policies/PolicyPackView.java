package org.assay.api.policies;

import java.util.List;
import java.util.Map;

/// A policy pack in force.
///
/// @param title by language
/// @param digest SHA-256 of the pack's text
public record PolicyPackView(
    String pack,
    String version,
    Map<String, String> title,
    String digest,
    String source,
    List<Control> controls) {

  /// @param check the CEL expression
  public record Control(
      String id,
      Map<String, String> title,
      String citation,
      String severity,
      String phase,
      String check) {}
}
