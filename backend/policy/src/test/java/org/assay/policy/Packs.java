package org.assay.policy;

import java.time.Instant;
import java.util.Map;

/// Packs and evidence for tests.
final class Packs {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static final String HEAD =
      """
      pack: example
      version: 2026.11.1
      title: {en: Example, zh: 示例}
      notice: {en: Not legal advice., zh: 不构成法律意见。}
      source: {cite: House rule}
      """;

  private Packs() {}

  /// A pack of one blocking control with this check over `audit.ratio`.
  static String withCheck(String check) {
    return withControl("check: \"" + check + "\"");
  }

  /// A pack of one control; the lines replace the check, and the severity where they have one.
  static String withControl(String lines) {
    return HEAD + "controls:\n" + control("ratio", lines);
  }

  /// A pack whose head has further lines.
  static String withHead(String lines) {
    return HEAD
        + lines
        + "\ncontrols:\n"
        + control("ratio", "check: \"evidence.audit.ratio >= 0.8\"");
  }

  static String control(String id, String lines) {
    String severity = lines.contains("severity:") ? "" : "    severity: blocking\n";
    return "  - id: "
        + id
        + "\n    title: {en: Ratio holds, zh: 比率达标}\n    requires: [audit.ratio]\n"
        + severity
        + "    citation: House rule\n    remedy: {en: Do better., zh: 请改进。}\n"
        + "    cases: [{name: good, evidence: {audit: {ratio: 0.9}}, expect: pass}]\n"
        + lines.indent(4);
  }

  static Map<String, Object> ratio(Object ratio) {
    return Map.of("audit", Map.of("ratio", ratio), "now", NOW);
  }

  /// The only result of a pack of one control.
  static ControlResult only(String yaml, Map<String, Object> evidence, Phase phase) {
    return Gate.evaluate(PackReader.read(yaml, "example.yaml"), evidence, phase)
        .results()
        .getFirst();
  }

  static ControlResult only(String yaml, Map<String, Object> evidence) {
    return only(yaml, evidence, Phase.ASSESSMENT);
  }
}
