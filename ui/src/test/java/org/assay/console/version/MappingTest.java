package org.assay.console.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.assessments.ColumnMapping.Input;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.IntakeView.Tensor;
import org.assay.api.datasets.DatasetView.Column;
import org.assay.api.datasets.Sensitivity;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final Set<String> COLUMNS = Set.of("pirat", "hirat", "phist");
  private static final List<Column> MORTGAGES =
      List.of(
          column("deny", "VARCHAR"),
          column("pirat", "DOUBLE"),
          column("phist", "VARCHAR"),
          column("insured", "BOOLEAN"),
          column("afam", "VARCHAR"));

  @Test
  void aMappingIsWrittenAndReadBackTheSame() throws MappingMistake {
    var mapping = MappingProposal.of(wide("3"), MORTGAGES, "deny", Set.of("afam"));
    var columns = Set.of("pirat", "phist", "insured");
    assertThat(MappingText.read(MappingText.write(mapping), columns)).isEqualTo(mapping);
  }

  @Test
  void aWideInputTakesAllColumnsButLabelAndProtectedOnes() {
    var mapping = MappingProposal.of(wide("3"), MORTGAGES, "deny", Set.of("afam"));
    assertThat(mapping.inputs())
        .containsExactly(new Input("float_input", List.of("pirat", "phist", "insured")));
    assertThat(mapping.encodings()).containsOnlyKeys("phist", "insured");
    assertThat(mapping.encodings().get("phist").codes()).isEqualTo(Map.of("no", 0.0, "yes", 1.0));
    assertThat(mapping.output().name()).isEqualTo("probabilities");
    assertThat(mapping.output().index()).isEqualTo(1);
  }

  @Test
  void aModelThatIsWideEnoughForProtectedColumnsGetsThem() {
    var mapping = MappingProposal.of(wide("4"), MORTGAGES, "deny", Set.of("afam"));
    assertThat(mapping.inputs().getFirst().columns()).contains("afam");
  }

  @Test
  void narrowInputsAreMatchedByNameFirst() {
    var intake =
        intake(
            List.of(tensor("AFAM", "string", "N", "1"), tensor("pi_rat", "float32", "N", "1")),
            List.of(tensor("label", "int64", "N")));
    var mapping = MappingProposal.of(intake, MORTGAGES, "deny", Set.of());
    assertThat(mapping.inputs())
        .containsExactly(new Input("AFAM", List.of("afam")), new Input("pi_rat", List.of("pirat")));
    assertThat(mapping.encodings().get("afam").kind()).isEqualTo("text");
    assertThat(mapping.output().kind()).isEqualTo("label");
  }

  @Test
  void brokenJsonIsToldWithItsPlace() {
    var mistake = mistake("{\n \"inputs\": [,]}");
    assertThat(mistake.textKey()).isEqualTo("mapping.notJson");
    assertThat(mistake.arguments().getFirst()).startsWith("2:");
  }

  @Test
  void aMisspeltFieldIsNamed() {
    assertThat(mistake("{\"input\": []}").textKey()).isEqualTo("mapping.unknownField");
    assertThat(mistake("{\"input\": []}").arguments()).contains("input");
  }

  @Test
  void aColumnTheDatasetLacksIsNamed() {
    var mistake = mistake(mapping("\"pirat\", \"pirrat\"", "", score()));
    assertThat(mistake.textKey()).isEqualTo("mapping.noColumn");
    assertThat(mistake.arguments()).containsExactly("pirrat");
  }

  @Test
  void kindsAreChecked() {
    assertThat(
            mistake(mapping("\"pirat\"", "", "{\"name\": \"p\", \"kind\": \"logit\"}")).textKey())
        .isEqualTo("mapping.outputKind");
    assertThat(
            mistake(mapping("\"pirat\"", "", "{\"name\": \"p\", \"kind\": \"label\"}")).textKey())
        .isEqualTo("mapping.noFavourable");
    var noCodes = "\"encodings\": {\"phist\": {\"kind\": \"categories\"}},";
    assertThat(mistake(mapping("\"phist\"", noCodes, score())).textKey())
        .isEqualTo("mapping.noCodes");
    var noKind = "\"encodings\": {\"phist\": {\"kind\": \"onehot\"}},";
    assertThat(mistake(mapping("\"phist\"", noKind, score())).textKey())
        .isEqualTo("mapping.encodingKind");
    assertThat(mistake("{\"inputs\": []}").textKey()).isEqualTo("mapping.noInputs");
    assertThat(mistake("null").textKey()).isEqualTo("mapping.noInputs");
    assertThat(mistake("{\"inputs\": [{\"input\": \"x\", \"columns\": [\"pirat\"]}]}").textKey())
        .isEqualTo("mapping.noOutput");
  }

  @Test
  void referencesAreReadFromOneLine() {
    assertThat(PlanForm.references("afam=no, single = yes,nothing"))
        .isEqualTo(Map.of("afam", "no", "single", "yes"));
    assertThat(PlanForm.references(" ")).isNull();
  }

  private static MappingMistake mistake(String text) {
    return catchThrowableOfType(MappingMistake.class, () -> MappingText.read(text, COLUMNS));
  }

  private static String mapping(String columns, String encodings, String output) {
    return "{\"inputs\": [{\"input\": \"x\", \"columns\": [%s]}], %s \"output\": %s}"
        .formatted(columns, encodings, output);
  }

  private static String score() {
    return "{\"name\": \"p\", \"kind\": \"score\"}";
  }

  private static IntakeView wide(String width) {
    return intake(
        List.of(tensor("float_input", "float32", "N", width)),
        List.of(tensor("label", "int64", "N"), tensor("probabilities", "float32", "N", "2")));
  }

  private static IntakeView intake(List<Tensor> inputs, List<Tensor> outputs) {
    return new IntakeView(
        8, "test", inputs, outputs, List.of(), Map.of(), 0, List.of(), null, Instant.EPOCH, "");
  }

  private static Tensor tensor(String name, String type, String... shape) {
    return new Tensor(name, type, List.of(shape));
  }

  private static Column column(String name, String type) {
    return new Column(name, type, Sensitivity.PLAIN, "", null);
  }
}
