package org.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.onnx.Models;
import org.assay.worker.launch.WorkerOutcome;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.RunLimits;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerRequest;
import org.assay.worker.protocol.WorkerTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TasksIT {
  private static final int ROWS = 600;

  @TempDir private Path folder;

  @Test
  void anAuditCountsWhatTheModelDecidesForEachGroup() throws IOException {
    Table table = LoansFixture.table(ROWS);
    JsonNode json = json(run(LoansFixture.audit(), table));
    assertThat(json.path("schema").asText()).isEqualTo("assay-audit/1");
    assertThat(json.path("rows").asInt()).isEqualTo(ROWS);
    JsonNode group = json.at("/groups/0");
    assertThat(group.path("attribute").asText()).isEqualTo("group");
    assertThat(group.path("value").asText()).isEqualTo("a");
    assertThat(group.path("tp").asInt()).isEqualTo(truePositives(table));
    assertThat(group.at("/rates/selection_rate/state").asText()).isEqualTo("defined");
    assertThat(group.at("/rates/selection_rate/interval/level").asDouble()).isEqualTo(0.95);
    assertThat(json.path("metrics").findValuesAsText("id"))
        .contains(
            "demographic_parity_difference",
            "demographic_parity_ratio",
            "equal_opportunity_difference",
            "equalized_odds_difference");
  }

  @Test
  void anExplanationAddsUpAndItsImportancesComeFromTheRows() throws IOException {
    JsonNode json = json(run(LoansFixture.explain(), LoansFixture.table(ROWS)));
    assertThat(json.path("schema").asText()).isEqualTo("assay-explain/1");
    assertThat(json.path("method").asText()).isEqualTo("exact");
    assertThat(json.path("features").toString()).isEqualTo("[\"income\",\"debt\"]");
    assertThat(json.path("values")).hasSize(7);
    assertThat(json.path("rows")).hasSize(7);
    assertThat(json.path("additivityError").asDouble()).isLessThan(1e-5);
    for (int row = 0; row < 7; row++) {
      double income = json.at("/rows/" + row + "/0").asDouble();
      double debt = json.at("/rows/" + row + "/1").asText().equals("high") ? 1 : 0;
      double sum =
          json.path("base").asDouble()
              + json.at("/values/" + row + "/0").asDouble()
              + json.at("/values/" + row + "/1").asDouble();
      assertThat(sum).isCloseTo(probability(income, debt), within(1e-5));
    }
    assertThat(json.at("/importance/0/feature").asText()).isEqualTo("income");
    assertThat(json.at("/importance/0/importance").asDouble())
        .isGreaterThan(json.at("/importance/1/importance").asDouble());
    assertThat(json.path("importanceMetric").asText()).contains("accuracy");
  }

  @Test
  void theSameSeedGivesTheSameExplanation() throws IOException {
    Table table = LoansFixture.table(ROWS);
    assertThat(json(run(LoansFixture.explain(), table)))
        .isEqualTo(json(run(LoansFixture.explain(), table)));
  }

  static Stream<Arguments> wrongInputs() {
    Table table = LoansFixture.table(60);
    return Stream.of(
        Arguments.of(
            "missing-column", audit("paid", "1", "gender"), table, "income, debt, paid, group"),
        Arguments.of("missing-column", audit("outcome", "1", "group"), table, "\"outcome\""),
        Arguments.of("label-value-absent", audit("paid", "yes", "group"), table, "its values are"),
        Arguments.of("one-class", audit("paid", "1", "group"), allPaid(), "\"1\" in every row"),
        Arguments.of("too-many-values", audit("paid", "1", "income"), table, "at most 50"),
        Arguments.of(
            "category-without-code",
            new WorkerTask.Audit(
                LoansFixture.mapping(Map.of("low", 0.0)),
                "paid",
                "1",
                List.of("group"),
                Map.of(),
                10,
                0.95,
                RunLimits.DEFAULT),
            table,
            "\"high\""),
        Arguments.of(
            "audit-plan",
            new WorkerTask.Audit(
                LoansFixture.MAPPING,
                "paid",
                "1",
                List.of("group"),
                Map.of("group", "z"),
                10,
                0.95,
                RunLimits.DEFAULT),
            table,
            "[a, b]"));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("wrongInputs")
  void aWrongInputIsRefusedNamingWhatIsThere(
      String id, WorkerTask.Audit task, Table table, String text) throws IOException {
    assertThat(run(task, table))
        .isInstanceOfSatisfying(
            WorkerOutcome.Refused.class,
            refused -> {
              assertThat(refused.id()).isEqualTo(id);
              assertThat(refused.message()).contains(text);
              assertThat(refused.remedy()).isNotBlank();
            });
  }

  private WorkerOutcome run(WorkerTask task, Table table) throws IOException {
    return LoansFixture.run(
        folder, new WorkerRequest(task, LoansFixture.files(Models.logistic()), table));
  }

  private static WorkerTask.Audit audit(String label, String favourable, String attribute) {
    return new WorkerTask.Audit(
        LoansFixture.MAPPING,
        label,
        favourable,
        List.of(attribute),
        Map.of(),
        10,
        0.95,
        RunLimits.DEFAULT);
  }

  private static Table allPaid() {
    return Table.of(
        new Column.Numbers("income", new double[] {1, 2}),
        new Column.Texts("debt", List.of("low", "high"), new int[] {0, 1}),
        new Column.Numbers("paid", new double[] {1, 1}),
        new Column.Texts("group", List.of("a", "b"), new int[] {0, 1}));
  }

  private static int truePositives(Table table) {
    double[] income = ((Column.Numbers) table.columns().get(0)).values();
    int[] debt = ((Column.Texts) table.columns().get(1)).codes();
    double[] paid = ((Column.Numbers) table.columns().get(2)).values();
    int[] group = ((Column.Texts) table.columns().get(3)).codes();
    int count = 0;
    for (int i = 0; i < ROWS; i++) {
      boolean selected = probability(income[i], debt[i]) >= 0.5;
      count += group[i] == 0 && paid[i] == 1 && selected ? 1 : 0;
    }
    return count;
  }

  private static double probability(double income, double debt) {
    return 1 / (1 + Math.exp(-(2 * income - debt + 0.5)));
  }

  private static JsonNode json(WorkerOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(WorkerOutcome.Finished.class);
    return new ObjectMapper().readTree(((WorkerOutcome.Finished) outcome).json());
  }
}
