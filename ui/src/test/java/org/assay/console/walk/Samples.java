package org.assay.console.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.Measure;
import org.assay.api.assessments.StepState;
import org.assay.api.audit.EventView;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.Sensitivity;
import org.assay.api.models.Card;

/// What the walked server tells: a mortgage model with everything, hostile names included.
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  static final String DIGEST = "5f2c9a70".repeat(8);
  static final String EVIDENCE = "a94c01de".repeat(8);
  static final UUID DATASET = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
  static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private Samples() {}

  static final Card CARD =
      new Card(
          "Gradient boosted trees that predict whether a mortgage application is approved.",
          "Pre-sorting of applications; a person decides each case.",
          "Any automatic refusal.",
          "Few applicants from rural counties.",
          "Boston mortgage applications of 1990, 2,380 rows.",
          "AUC 0.83 on a held-out fifth.",
          "credit-models@example.org");

  static final AssessmentPlan PLAN =
      new AssessmentPlan(
          DATASET,
          "deny",
          "no",
          List.of("afam", "single"),
          Map.of("afam", "no"),
          new ColumnMapping(
              List.of(new ColumnMapping.Input("float_input", List.of("pirat", "hirat"))),
              Map.of("chist", new ColumnMapping.Encoding("number", null)),
              new ColumnMapping.Output("probabilities", 1, "score", 0.5, null)),
          30);

  static AssessmentView assessment(boolean isPlanned) {
    var steps =
        isPlanned
            ? List.of(
                step("intake", StepState.PASSED, null),
                step("bias-audit", StepState.PASSED, null),
                step("explanation", StepState.PASSED, null),
                step("gate", StepState.PASSED, null),
                step("review", StepState.WAITING, "It waits for two reviewers."))
            : List.of(step("intake", StepState.PASSED, null));
    return new AssessmentView(isPlanned ? PLAN : null, steps, null);
  }

  private static AssessmentView.Step step(String name, StepState state, String message) {
    return new AssessmentView.Step(name, state, message);
  }

  static IntakeView intake() {
    return new IntakeView(
        8,
        "skl2onnx 1.19",
        List.of(new IntakeView.Tensor("float_input", "float32", List.of("N", "3"))),
        List.of(
            new IntakeView.Tensor("label", "int64", List.of("N")),
            new IntakeView.Tensor("probabilities", "float32", List.of("N", "2"))),
        List.of(new IntakeView.Opset("", 17), new IntakeView.Opset("ai.onnx.ml", 3)),
        Map.of("Gemm", 3, "Relu", 2, "ai.onnx.ml.TreeEnsembleClassifier", 1),
        18_432,
        List.of(
            new IntakeView.Finding(
                "free-dimension",
                "information",
                "Input float_input takes any number of rows.",
                null),
            new IntakeView.Finding(
                "old-opset",
                "warning",
                "Operator set 17 of ai.onnx is from 2022.",
                "Export the model again with a newer operator set.")),
        new IntakeView.Probe(
            true,
            41,
            List.of(
                new IntakeView.Run("typical", "2 outputs, all finite", 2),
                new IntakeView.Run("nan", "refused: output is not finite", 1)),
            true),
        NOW,
        DIGEST);
  }

  static BiasAuditView biasAudit() {
    var groups =
        List.of(
            group("afam", "no", 2041, 0.93),
            group("afam", "yes", 339, 0.71),
            group("single", "no", 1443, 0.92),
            group("single", "yes", 937, 0.86),
            group("afam x single", "no x no", 1260, 0.94),
            group("afam x single", "yes x " + HOSTILE, 156, 0.66),
            new BiasAuditView.Group(
                "afam x single",
                "unknown x yes",
                11,
                0,
                0,
                0,
                0,
                Map.of("selection_rate", suppressed())));
    var metrics =
        List.of(
            metric("demographic_parity_difference", "afam", 0.22, 0.17, 0.27),
            metric("demographic_parity_difference", "single", 0.06, 0.03, 0.09),
            metric("demographic_parity_ratio", "afam", 0.763, 0.711, 0.818),
            metric("demographic_parity_ratio", "single", 0.935, 0.90, 0.97),
            metric("equal_opportunity_difference", "afam", 0.11, 0.06, 0.17),
            new BiasAuditView.Metric(
                "equalized_odds_difference",
                "single",
                new Measure(
                    "undefined", null, null, null, "No negative outcome in group single = yes.")));
    return new BiasAuditView(UUID.randomUUID(), DATASET, PLAN, 2380, groups, metrics, NOW, DIGEST);
  }

  private static BiasAuditView.Group group(String attribute, String value, long n, double rate) {
    Map<String, Measure> rates = new LinkedHashMap<>();
    for (var id : List.of("selection_rate", "base_rate", "tpr", "fpr", "ppv", "accuracy")) {
      rates.put(id, defined(rate, rate - 0.04, rate + 0.03, n));
    }
    var selected = Math.round(n * rate);
    return new BiasAuditView.Group(
        attribute, value, n, selected - 20, 20, 30, n - selected - 30, rates);
  }

  private static Measure defined(double value, double low, double high, long n) {
    var interval = new Measure.Interval(low, high, 0.95, "wilson");
    return new Measure("defined", value, interval, n, null);
  }

  private static Measure suppressed() {
    return new Measure("suppressed", null, null, 11L, "11 rows are fewer than 30.");
  }

  private static BiasAuditView.Metric metric(
      String id, String attribute, double value, double low, double high) {
    return new BiasAuditView.Metric(id, attribute, defined(value, low, high, 2380));
  }

  static ExplanationView explanation() {
    return new ExplanationView(
        UUID.randomUUID(),
        "exact",
        "probability",
        List.of("pirat", "hirat", "chist"),
        0.81,
        List.of(List.of(-0.21, 0.04, -0.11), List.of(0.05, 0.01, 0.08)),
        null,
        3.1e-8,
        Map.of("background", 100),
        List.of(List.of(0.62, 0.25, 5.0), List.of(0.31, 0.24, 1.0)),
        List.of(
            new ExplanationView.Importance("pirat", 0.112, 0.098, 0.127, 0.95),
            new ExplanationView.Importance("chist", 0.071, 0.06, 0.083, 0.95),
            new ExplanationView.Importance("hirat", 0.004, -0.002, 0.011, 0.95)),
        "area under the ROC curve",
        NOW,
        DIGEST);
  }

  static GateView gate() {
    return new GateView(
        "assay-baseline",
        "2026.11.1",
        DIGEST,
        "approval",
        "open",
        EVIDENCE,
        List.of(
            control(
                "card-complete", "The card is complete", "Die Karte", "blocking", "pass", "7 of 7"),
            control(
                "four-fifths",
                "Selection rates within four fifths",
                "",
                "warning",
                "warn",
                "0.763"),
            control("explained", "The output is explained", "", "blocking", "pass", "exact")),
        NOW);
  }

  private static GateView.Control control(
      String id, String title, String other, String severity, String status, String value) {
    return new GateView.Control(
        id,
        Map.of("en", title, "zh", "控制项：" + id),
        "Assay baseline, " + id + other,
        severity,
        status,
        value,
        Map.of("en", "Read the audit and say why the gap is acceptable.", "zh", "请说明差距的原因。"),
        null);
  }

  static DatasetView dataset() {
    return new DatasetView(
        DATASET,
        "boston-mortgages",
        "Boston mortgage applications of 1990.",
        "olivia",
        "csv",
        DIGEST,
        187_204L,
        2380L,
        List.of(
            column("deny", "VARCHAR", Sensitivity.PLAIN),
            column("pirat", "DOUBLE", Sensitivity.QUASI_IDENTIFIER),
            column("hirat", "DOUBLE", Sensitivity.QUASI_IDENTIFIER),
            column("chist", "BIGINT", Sensitivity.PLAIN),
            column("afam", "VARCHAR", Sensitivity.SENSITIVE),
            column("single", "VARCHAR", Sensitivity.SENSITIVE)),
        true,
        NOW);
  }

  private static DatasetView.Column column(String name, String type, Sensitivity kind) {
    return new DatasetView.Column(name, type, kind, "its name and values suggest it", kind);
  }

  static EventView event(long id, String actor, String action, int version) {
    return new EventView(
        id,
        NOW.minus(Duration.ofHours(30 - id)),
        actor,
        action,
        "version",
        "loan-approval/" + version,
        "loan-approval",
        version,
        Map.of("digest", DIGEST, "note", "as asked"));
  }
}
