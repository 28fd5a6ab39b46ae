package org.assay.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.policy.Control;
import org.assay.policy.Gate;
import org.assay.policy.GateReport;
import org.assay.policy.PackCases;
import org.assay.policy.PackCases.CaseOutcome;
import org.assay.policy.PackReader;
import org.assay.policy.Phase;
import org.assay.policy.PolicyPack;
import org.assay.policy.Status;
import org.assay.policy.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacksTest {
  private static final Path FOLDER = Path.of("src/main/resources/policies");

  static List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PolicyPack read(Path file) {
    return PackReader.read(text(file), file.toString());
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(FOLDER.resolve("policy-pack.schema.json")));
  }

  private static JsonNode tree(Path file) throws JsonProcessingException {
    return new YAMLMapper().readTree(text(file));
  }

  @Test
  void thereIsABaseline() throws IOException {
    assertThat(packs()).contains(FOLDER.resolve("assay-baseline.yaml"));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyCaseComesOutAsItSays(Path file) {
    assertThat(PackCases.run(read(file))).isNotEmpty().allMatch(CaseOutcome::asExpected);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyCheckIsSeenToHoldAndNotToHold(Path file) {
    for (Control control : read(file).controls()) {
      assertThat(control.cases())
          .as(control.id())
          .anyMatch(example -> example.expect() == Status.PASS)
          .anyMatch(example -> example.expect() == Status.FAIL || example.expect() == Status.WARN)
          .anyMatch(example -> example.expect() == Status.MISSING);
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackIsNamedAsItsFile(Path file) {
    assertThat(file).hasFileName(read(file).name() + ".yaml");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackMatchesTheSchema(Path file) throws JsonProcessingException {
    assertThat(schema().validate(tree(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theSchemaRefusesWhatTheReaderRefuses(Path file) throws JsonProcessingException {
    JsonNode misspelt = tree(file);
    ((ObjectNode) misspelt.at("/controls/0")).put("chek", "true");
    assertThat(schema().validate(misspelt)).isNotEmpty();
    JsonNode untranslated = tree(file);
    ((ObjectNode) untranslated.at("/controls/0/title")).remove("zh");
    assertThat(schema().validate(untranslated)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void noEvidencePassesNothing(Path file) {
    GateReport report = Gate.evaluate(read(file), Map.of(), Phase.RELEASE);
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(report.results()).noneMatch(result -> result.status() == Status.PASS);
  }

  @Test
  void aMeasureThatIsNoNumberPassesNothing() {
    Map<String, Object> ratio =
        Map.of("id", "demographic_parity_ratio", "attribute", "race", "state", "defined");
    Map<String, Object> broken = new HashMap<>(ratio);
    broken.put("value", Double.NaN);
    broken.put("low", Double.NaN);
    Map<String, Object> evidence =
        Map.of(
            "audit", Map.of("metrics", List.of(broken)),
            "explanation", Map.of("additivityError", Double.NaN));
    assertThat(baseline(evidence, "impact-ratio")).isEqualTo(Status.FAIL);
    assertThat(baseline(evidence, "impact-ratio-certain")).isEqualTo(Status.WARN);
    assertThat(baseline(evidence, "explanation-additive")).isEqualTo(Status.MISSING);
  }

  private static Status baseline(Map<String, Object> evidence, String control) {
    return Gate.evaluate(read(FOLDER.resolve("assay-baseline.yaml")), evidence, Phase.RELEASE)
        .results()
        .stream()
        .filter(result -> result.id().equals(control))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
