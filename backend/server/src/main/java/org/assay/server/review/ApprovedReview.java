package org.assay.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A review that was approved, and by whom.
///
/// @param required how many approvals by different people it took
/// @param evidenceDigest what was approved
public record ApprovedReview(
    UUID id, String requester, int required, String evidenceDigest, List<Approval> approvals) {
  public ApprovedReview {
    approvals = List.copyOf(approvals);
  }

  /// @param digest SHA-256 over the canonical JSON of the whole decision
  public record Approval(String person, Instant at, String digest) {}

  /// As the policy packs see it.
  public Map<String, Object> evidence() {
    List<Map<String, String>> people =
        approvals.stream().map(a -> Map.of("person", a.person(), "at", a.at().toString())).toList();
    return Map.of("requester", requester, "required", required, "approvals", people);
  }
}
