package org.assay.server.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.Measure;
import org.assay.api.models.Card;
import org.assay.attestation.Digest;
import org.assay.ledger.CanonicalJson;
import org.assay.server.registry.Version;
import org.jspecify.annotations.Nullable;

/// What is judged about a version, as JSON values: maps, lists, text, numbers, booleans; moments as
/// ISO 8601 text. A key is absent when there is nothing. Each report is there with its digest, so
/// the evidence's digest fixes the whole of it, not only the figures that the packs read.
///
/// @param values the evidence without the moment of the decision
record Evidence(Map<String, Object> values) {
  private static final String NOW = "now";
  private static final String SUPPRESSED = "suppressed";

  /// A bias audit and who owns the data it was made on.
  record Audit(BiasAuditView report, String datasetOwner) {}

  static Evidence of(
      Version version,
      @Nullable IntakeView intake,
      @Nullable Audit audit,
      @Nullable ExplanationView explanation) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("model", model(version));
    values.put("version", version(version));
    values.put("card", card(version.card()));
    if (intake != null) {
      values.put("intake", intake(intake));
    }
    if (audit != null) {
      values.put("audit", audit(audit.report(), audit.datasetOwner()));
    }
    if (explanation != null) {
      values.put("explanation", explanation(explanation));
    }
    return new Evidence(Map.copyOf(values));
  }

  /// The same evidence and what the review said.
  Evidence withReview(Map<String, Object> review) {
    Map<String, Object> values = new LinkedHashMap<>(this.values);
    values.put("review", review);
    return new Evidence(Map.copyOf(values));
  }

  /// What a pack is asked over, and what is stored: the evidence and the moment of the decision.
  Map<String, Object> at(Instant now) {
    Map<String, Object> judged = new LinkedHashMap<>(values);
    judged.put(NOW, now.toString());
    return judged;
  }

  /// SHA-256 over the canonical JSON of the evidence **without** `now`: the same facts have the
  /// same digest at any time, and an approval stays bound to them. What time alone changes, such as
  /// an audit that grew too old, the gate finds when it is asked again before a release.
  String digest() {
    return Digest.of(CanonicalJson.bytes(values)).hex();
  }

  private static Map<String, Object> model(Version version) {
    return Map.of(
        "name",
        version.model(),
        "purpose",
        version.purpose(),
        "owner",
        version.owner(),
        "riskTier",
        version.riskTier().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> version(Version version) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", version.number());
    values.put("author", version.author());
    put(values, "digest", version.digest());
    return values;
  }

  private static Map<String, Object> card(Card card) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "description", card.description());
    put(values, "intendedUse", card.intendedUse());
    put(values, "outOfScopeUse", card.outOfScopeUse());
    put(values, "limitations", card.limitations());
    put(values, "trainingData", card.trainingData());
    put(values, "evaluation", card.evaluation());
    put(values, "contact", card.contact());
    return values;
  }

  private static Map<String, Object> intake(IntakeView intake) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("blocking", count(intake, "blocking"));
    values.put("warnings", count(intake, "warning"));
    values.put(
        "findings",
        intake.findings().stream()
            .map(f -> Map.of("id", f.id(), "severity", f.severity(), "message", f.message()))
            .toList());
    IntakeView.Probe probe = intake.probe();
    if (probe != null) {
      values.put("loaded", probe.loaded());
      values.put("deterministic", probe.deterministic());
    }
    values.put("at", intake.at().toString());
    values.put("digest", intake.digest());
    return values;
  }

  private static long count(IntakeView intake, String severity) {
    return intake.findings().stream().filter(f -> f.severity().equals(severity)).count();
  }

  private static Map<String, Object> audit(BiasAuditView audit, String datasetOwner) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("at", audit.at().toString());
    values.put("rows", audit.rows());
    values.put("datasetId", audit.datasetId().toString());
    values.put("datasetOwner", datasetOwner);
    values.put(
        "metrics",
        audit.metrics().stream().filter(Evidence::ofAllGroups).map(Evidence::metric).toList());
    values.put(SUPPRESSED, suppressed(audit));
    values.put("digest", audit.digest());
    return values;
  }

  /// Packs judge the groups of an attribute together; one group against its reference is for
  // people.
  private static boolean ofAllGroups(BiasAuditView.Metric metric) {
    return !metric.id().endsWith("_to_reference");
  }

  private static Map<String, Object> metric(BiasAuditView.Metric metric) {
    Measure result = metric.result();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", metric.id());
    values.put("attribute", metric.attribute());
    values.put("state", result.state());
    put(values, "value", result.value());
    put(values, "n", result.n());
    Measure.Interval interval = result.interval();
    if (interval != null) {
      values.put("low", interval.low());
      values.put("high", interval.high());
    }
    return values;
  }

  /// Groups and comparisons that the audit did not show because too few rows stand behind them.
  private static long suppressed(BiasAuditView audit) {
    Stream<Boolean> groups =
        audit.groups().stream()
            .map(g -> g.rates().values().stream().anyMatch(r -> r.state().equals(SUPPRESSED)));
    Stream<Boolean> metrics =
        audit.metrics().stream().map(m -> m.result().state().equals(SUPPRESSED));
    return Stream.concat(groups, metrics).filter(Boolean::booleanValue).count();
  }

  private static Map<String, Object> explanation(ExplanationView explanation) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("at", explanation.at().toString());
    values.put("method", explanation.method());
    put(values, "additivityError", explanation.additivityError());
    List<Map<String, Object>> importance =
        explanation.importance().stream()
            .map(
                i ->
                    Map.<String, Object>of(
                        "feature",
                        i.feature(),
                        "importance",
                        i.importance(),
                        "low",
                        i.low(),
                        "high",
                        i.high()))
            .toList();
    values.put("importance", importance);
    values.put("digest", explanation.digest());
    return values;
  }

  private static void put(Map<String, Object> values, String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
