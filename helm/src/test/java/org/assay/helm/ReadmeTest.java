package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The README's table of values and `values.yaml` say the same.
class ReadmeTest {
  private static final Pattern ROW = Pattern.compile("\\| `([a-zA-Z0-9.]+)` \\| (.+) \\| (.+) \\|");

  private final List<String> rows;
  private final JsonNode values;

  ReadmeTest() throws IOException {
    rows =
        Files.readAllLines(Rendered.CHART.resolve("README.md")).stream()
            .filter(line -> ROW.matcher(line).matches())
            .toList();
    values = Rendered.YAML.readTree(Rendered.CHART.resolve("values.yaml").toFile());
  }

  @Test
  void everyValueHasItsRow() {
    assertThat(rows.stream().map(row -> part(row, 1)))
        .containsExactlyElementsOf(keys("", values).toList());
  }

  @Test
  void everyRowHasTheDefault() {
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(part(row, 2))
                    .isEqualTo(written(values.at("/" + part(row, 1).replace('.', '/')))));
  }

  private static String written(JsonNode value) {
    if (value.isContainerNode() && !value.isEmpty()) {
      return "see values.yaml";
    }
    boolean plain = value.isTextual() && !value.asText().isEmpty();
    return "`%s`".formatted(plain ? value.asText() : value.toString());
  }

  private static String part(String row, int group) {
    var matcher = ROW.matcher(row);
    assertThat(matcher.matches()).isTrue();
    return matcher.group(group);
  }

  /// Lists, empty maps and maps with names that are not ours are values themselves.
  private static Stream<String> keys(String prefix, JsonNode node) {
    return node.properties().stream()
        .flatMap(
            entry -> {
              String key = prefix + entry.getKey();
              JsonNode value = entry.getValue();
              boolean inner = value.isObject() && !value.isEmpty() && !key.endsWith(".annotations");
              return inner ? keys(key + ".", value) : Stream.of(key);
            });
  }
}
