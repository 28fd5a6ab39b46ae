package org.assay.api.assessments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the policy packs say of a version.
///
/// @param verdict `open` or `blocked`
/// @param evidenceDigest SHA-256 over the canonical JSON of all that was judged
public record GateView(
    String pack,
    String packVersion,
    String packDigest,
    String phase,
    String verdict,
    String evidenceDigest,
    List<Control> controls,
    Instant at) {

  /// @param title by language: `en`, `zh`
  /// @param severity `blocking`, `warning` or `information`
  /// @param status `pass`, `fail`, `warn`, `missing` or `not_applicable`
  /// @param value what was found
  /// @param remedy what to do, by language
  public record Control(
      String id,
      Map<String, String> title,
      String citation,
      String severity,
      String status,
      @Nullable String value,
      Map<String, String> remedy,
      @Nullable String message) {}
}
