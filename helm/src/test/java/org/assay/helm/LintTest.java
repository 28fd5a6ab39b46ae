package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Helm's own view of the chart, its notes among it. Lint takes no values here, so they become the
// chart's own.
class LintTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void helmFindsNothingToObjectTo(ValueSet values) throws IOException {
    LintResult result = new Helm(chartWith(values)).lint().strict().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void helmObjectsToNotesThatCannotBeWritten() throws IOException {
    Path chart = chartWith(ValueSet.DEFAULTS);
    Files.writeString(chart.resolve("templates/NOTES.txt"), "{{ include \"assay.nothing\" . }}");
    assertThat(new Helm(chart).lint().strict().call().isFailed()).isTrue();
  }

  private Path chartWith(ValueSet values) throws IOException {
    Path chart = Files.createDirectory(folder.resolve("assay"));
    for (Path file : files()) {
      Path copy = chart.resolve(Rendered.CHART.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path own = chart.resolve("values.yaml");
    JsonNode merged = Rendered.YAML.readTree(own.toFile());
    for (Path file : values.files()) {
      merged = Rendered.YAML.readerForUpdating(merged).readValue(file.toFile());
    }
    Rendered.YAML.writeValue(own.toFile(), merged);
    return chart;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Rendered.CHART)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
