package org.assay.helm;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The values that the chart is rendered for in the tests.
enum ValueSet {
  DEFAULTS,
  SMALL_CLUSTER(Rendered.CHART.resolve("examples/small-cluster.yaml")),
  GPU(Rendered.CHART.resolve("examples/gpu.yaml")),
  EVERYTHING(Path.of("src/test/resources/values/everything.yaml")),
  OPEN_NETWORK(Path.of("src/test/resources/values/open-network.yaml"));

  private final List<Path> files;
  private @Nullable Rendered rendered;

  ValueSet(Path... files) {
    this.files = List.of(files);
  }

  /// What is given besides the chart's own values.
  List<Path> files() {
    return files;
  }

  /// Rendered once for all tests.
  synchronized Rendered rendered() {
    if (rendered == null) {
      rendered =
          Rendered.of(
              command -> {
                files.forEach(command::withValuesFile);
                return command;
              });
    }
    return rendered;
  }

  /// As in the names of files: `small-cluster`.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
