package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The objects of each set of values, as somebody has looked at them: one that comes or goes is
// seen in a review.
class SnapshotTest {
  private static final Path REVIEWED = Path.of("src/test/resources/objects");

  @ParameterizedTest
  @EnumSource
  void theObjectsAreThoseThatWereReviewed(ValueSet values) throws IOException {
    assertThat(
            values.rendered().objects().stream()
                .map(
                    object ->
                        object.path("kind").asText() + " " + object.at("/metadata/name").asText())
                .sorted())
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(Files.readAllLines(REVIEWED.resolve(values.title() + ".txt")));
  }
}
