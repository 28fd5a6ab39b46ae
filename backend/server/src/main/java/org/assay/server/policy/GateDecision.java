package org.assay.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.assessments.GateView;
import org.assay.attestation.Digest;
import org.assay.ledger.CanonicalJson;
import org.jspecify.annotations.Nullable;

/// What the gate said of a version, as it is stored.
///
/// @param open whether no blocking control failed or lacks its evidence
/// @param evidenceDigest SHA-256 over the evidence without the moment of the decision
public record GateDecision(UUID id, boolean open, String evidenceDigest, GateView view) {
  private static final List<String> BAD = List.of("fail", "missing");

  /// The controls that block, as a sentence names them: `impact-ratio (fail), four-eyes (missing)`.
  public String blockers() {
    return view.controls().stream()
        .filter(c -> c.severity().equals("blocking") && BAD.contains(c.status()))
        .map(c -> c.id() + " (" + c.status() + ")")
        .collect(Collectors.joining(", "));
  }

  /// SHA-256 over the canonical JSON of the result: pack, phase, evidence digest, verdict, and the
  /// status and value of every control. Texts for people and the moment are left out.
  public String digest() {
    List<Map<String, @Nullable Object>> controls = new ArrayList<>();
    for (GateView.Control control : view.controls()) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("id", control.id());
      result.put("severity", control.severity());
      result.put("status", control.status());
      result.put("value", control.value());
      controls.add(result);
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("pack", view.pack());
    result.put("packVersion", view.packVersion());
    result.put("packDigest", view.packDigest());
    result.put("phase", view.phase());
    result.put("verdict", view.verdict());
    result.put("evidenceDigest", evidenceDigest);
    result.put("controls", controls);
    return Digest.of(CanonicalJson.bytes(result)).hex();
  }
}
