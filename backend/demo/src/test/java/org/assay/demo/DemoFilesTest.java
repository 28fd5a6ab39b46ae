package org.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.datasets.Sensitivity;
import org.assay.demo.DemoModel.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFilesTest {
  private static final UUID DATASET = new UUID(1, 2);

  @Test
  void everyColumnOfTheDataIsClassifiedAndRaceIsSensitive() {
    DemoDataset dataset = DemoFiles.dataset();
    List<String> header = List.copyOf(HeldOut.rows().getFirst().keySet());

    assertThat(dataset.columns().keySet()).containsExactlyInAnyOrderElementsOf(header);
    assertThat(dataset.columns())
        .containsEntry("afam", Sensitivity.SENSITIVE)
        .containsEntry("single", Sensitivity.SENSITIVE);
  }

  @Test
  void oneModelGoesLiveOneWaitsForReviewOneStaysADraft() {
    assertThat(DemoFiles.models())
        .extracting(DemoModel::until)
        .containsExactly(Ending.LIVE, Ending.REVIEW, Ending.DRAFT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mortgage-approval-logistic", "mortgage-approval-boosted"})
  void aPlanAuditsRaceAndGivesItToNoModel(String model) {
    AssessmentPlan plan = DemoFiles.plan(model, DATASET);

    assertThat(plan.datasetId()).isEqualTo(DATASET);
    assertThat(plan.protectedAttributes()).containsExactly("afam", "single");
    assertThat(plan.mapping().inputs()).hasSize(1);
    assertThat(plan.mapping().inputs().getFirst().columns())
        .doesNotContain("afam", "single", "deny")
        .hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void theHeldOutRowsAreRowsOfTheWholeData() {
    List<String> whole = lines("hmda.csv");
    List<String> heldOut = lines("hmda-heldout.csv");

    assertThat(whole).hasSize(2381);
    assertThat(heldOut).hasSize(1191);
    assertThat(whole).containsAll(heldOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mortgage-approval-logistic", "mortgage-approval-boosted", "mortgage-precheck"})
  void aCardQuotesTheFiguresThatWereMeasured(String model) throws Exception {
    JsonNode measured =
        new ObjectMapper()
            .readTree(Path.of("train", "results.json").toFile())
            .at("/models/" + model + "/heldOut");
    DemoModel described =
        DemoFiles.models().stream().filter(each -> each.name().equals(model)).findFirst().get();

    assertThat(described.card().evaluation())
        .contains("accuracy " + threeDigits(measured.get("accuracy")))
        .contains("AUC " + threeDigits(measured.get("auc")))
        .contains(threeDigits(measured.at("/parity/afam/demographicParityRatio")))
        .contains(threeDigits(measured.at("/parity/afam/interval/low")));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> DemoFiles.open("nothing.csv"))
        .hasMessage("the demo has no file nothing.csv");
  }

  @Test
  void aModelForReviewWithoutAReasonIsRefused() {
    DemoModel complete = DemoFiles.models().getFirst();

    assertThatThrownBy(
            () ->
                new DemoModel(
                    "silent",
                    complete.purpose(),
                    complete.riskTier(),
                    Ending.REVIEW,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    complete.card()))
        .hasMessageContaining("silent goes to review");
  }

  private static List<String> lines(String file) {
    return new String(DemoFiles.bytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private static String threeDigits(JsonNode number) {
    return String.format(Locale.ROOT, "%.3f", number.doubleValue());
  }
}
