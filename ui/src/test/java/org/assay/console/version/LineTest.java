package org.assay.console.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.assessments.GateView.Control;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.IntakeView.Tensor;
import org.assay.api.assessments.Measure;
import org.assay.api.assessments.StepState;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.ModelView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.console.server.Person;
import org.assay.console.server.Server;
import org.assay.console.version.StageLine.Place;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final Card FULL = new Card("a", "b", "c", "d", "e", "f", "g");
  private static final FileView FILE = new FileView("model.onnx", "00", 1);
  private static final AssessmentView NOTHING = new AssessmentView(null, List.of(), null);

  @Test
  void everyStageHasOnePlaceOnTheLine() {
    for (var stage : Stage.values()) {
      var here =
          StageLine.stations(stage).stream()
              .filter(s -> s.place() == Place.CURRENT || s.place() == Place.HALTED)
              .toList();
      assertThat(here).as(stage.name()).hasSize(1);
      assertThat(here.getFirst().stage()).isEqualTo(stage);
    }
  }

  @Test
  void aRejectedVersionIsHaltedWhereReviewIs() {
    var stations = StageLine.stations(Stage.REJECTED);
    assertThat(stations.get(1).place()).isEqualTo(Place.DONE);
    assertThat(stations.get(2).place()).isEqualTo(Place.HALTED);
    assertThat(stations.get(3).place()).isEqualTo(Place.AHEAD);
  }

  @Test
  void aDraftIsLedFromFilesToSubmission() {
    assertThat(next(List.of(), null, Card.EMPTY, NOTHING)).isEqualTo("next.upload");
    assertThat(next(List.of(FILE), null, Card.EMPTY, NOTHING)).isEqualTo("next.seal");
    assertThat(next(List.of(FILE), "00", Card.EMPTY, NOTHING)).isEqualTo("next.card");
    assertThat(next(List.of(FILE), "00", FULL, NOTHING)).isEqualTo("next.plan");
    assertThat(next(List.of(FILE), "00", FULL, planned(StepState.BLOCKED, JobState.DONE)))
        .isEqualTo("next.stopped");
    assertThat(next(List.of(FILE), "00", FULL, planned(StepState.RUNNING, JobState.RUNNING)))
        .isEqualTo("next.wait");
    assertThat(next(List.of(FILE), "00", FULL, planned(StepState.PASSED, JobState.DONE)))
        .isEqualTo("next.submit");
  }

  @Test
  void whatBlocksStandsFirst() {
    var pass = control("a", "blocking", "pass");
    var warning = control("b", "warning", "fail");
    var blocking = control("c", "blocking", "missing");
    assertThat(GateTab.inOrder(List.of(pass, warning, blocking)))
        .containsExactly(blocking, warning, pass);
    assertThat(GateTab.blocks(warning)).isFalse();
  }

  @Test
  void aFigureIsToldWithItsIntervalOrItsReason() {
    var interval = new Measure.Interval(0.711, 0.818, 0.95, "wilson");
    assertThat(Measures.words(new Measure("defined", 0.763, interval, 10L, null)))
        .isEqualTo("0.763 [0.711, 0.818]");
    assertThat(
            Measures.words(new Measure("suppressed", null, null, 3L, "3 rows are fewer than 30.")))
        .isEqualTo("3 rows are fewer than 30.");
    assertThat(Measures.words(null)).isEqualTo("–");
  }

  @Test
  void theExampleCallsTheModelByItsOwnInputs() {
    var intake =
        new IntakeView(
            8,
            "",
            List.of(
                new Tensor("float_input", "float32", List.of("N", "3")),
                new Tensor("city", "string", List.of("N"))),
            List.of(),
            List.of(),
            Map.of(),
            0,
            List.of(),
            null,
            Instant.EPOCH,
            "");
    var body = Examples.body(intake);
    assertThat(body)
        .isEqualTo(
            "{\"inputs\": [{\"name\": \"float_input\", \"shape\": [1, 3], \"datatype\": \"FP32\","
                + " \"data\": [0, 0, 0]}, {\"name\": \"city\", \"shape\": [1], \"datatype\":"
                + " \"BYTES\", \"data\": [\"\"]}]}");
    assertThat(Examples.curl("http://serving:8082/", "loan", body))
        .contains("http://serving:8082/v2/models/loan/infer");
  }

  @Test
  void partsOfAListAreReadWithoutBlanks() {
    assertThat(ReleaseForm.parts(" app-a, ,app-b ")).containsExactly("app-a", "app-b");
    assertThat(ReleaseForm.parts("")).isEmpty();
  }

  private static String next(
      List<FileView> files, String digest, Card card, AssessmentView assessment) {
    var version =
        new VersionView(
            UUID.randomUUID(),
            "loan",
            1,
            Stage.DRAFT,
            "olivia",
            card,
            files,
            digest,
            Instant.EPOCH,
            null);
    var model =
        new ModelView(
            UUID.randomUUID(),
            "loan",
            "p",
            "olivia",
            RiskTier.LIMITED,
            Instant.EPOCH,
            1,
            Stage.DRAFT,
            null);
    var olivia = new Person("olivia", "Olivia", Set.of("owner"));
    return NextStep.of(
            new VersionContext(new Server(), olivia, model, version, assessment, null, () -> {}))
        .textKey();
  }

  private static AssessmentView planned(StepState bias, JobState job) {
    var mapping =
        new ColumnMapping(
            List.of(new ColumnMapping.Input("x", List.of("a"))),
            null,
            new ColumnMapping.Output("p", 1, "score", 0.5, null));
    var plan = new AssessmentPlan(UUID.randomUUID(), "y", "1", List.of("g"), null, mapping, null);
    return new AssessmentView(
        plan,
        List.of(new AssessmentView.Step("bias-audit", bias, null)),
        new JobView(
            UUID.randomUUID(),
            "assess-version",
            "1",
            job,
            0.5,
            null,
            1,
            "olivia",
            Instant.EPOCH,
            null,
            null));
  }

  private static Control control(String id, String severity, String status) {
    return new Control(id, Map.of(), "", severity, status, null, Map.of(), null);
  }
}
