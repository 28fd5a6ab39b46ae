package org.assay.policy;

import java.util.List;

/// The gate's answer for one pack. The same pack digest over the same evidence gives an equal
/// report.
///
/// @param digest of the pack's exact text
/// @param results one for each control, in the pack's order
public record GateReport(
    String pack,
    String version,
    PackDigest digest,
    Phase phase,
    List<ControlResult> results,
    Verdict verdict) {
  public GateReport {
    results = List.copyOf(results);
    boolean blocked = results.stream().anyMatch(ControlResult::blocks);
    if (blocked != (verdict == Verdict.BLOCKED)) {
      throw new IllegalArgumentException("the verdict contradicts the results of pack " + pack);
    }
  }
}
