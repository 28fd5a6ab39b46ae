package org.assay.server.explanation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much of the data an explanation looks at.
@ConfigMapping(prefix = "assay.explanation")
public interface ExplanationConfig {
  /// Rows explained one by one.
  @WithDefault("50")
  int rows();

  /// Rows they are compared with.
  @WithDefault("100")
  int background();

  /// Permutations of each feature for its importance, at least 2.
  @WithDefault("10")
  int repeats();
}
