package org.assay.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditFilterTest {
  @Test
  void theAddressSaysWhatIsLookedFor() {
    var query =
        QueryParameters.simple(
            Map.of("actor", "ravi", "from", "2026-05-02T16:00:00Z", "version", "3"));
    var filter = AuditFilter.read(query);
    assertThat(filter.actor()).isEqualTo("ravi");
    assertThat(filter.version()).isEqualTo(3);
    assertThat(filter.fromMoment()).isEqualTo("2026-05-02T16:00:00Z");
    assertThat(filter.address()).isEqualTo(query);
  }

  @Test
  void whatIsNoMomentAndNoNumberIsLeftOut() {
    var filter =
        AuditFilter.read(
            QueryParameters.simple(
                Map.of("from", "yesterday", "actor", " ", "version", "-1", "to", "2026-05-03")));
    assertThat(filter).isEqualTo(AuditFilter.NONE);
    assertThat(filter.fromMoment()).isNull();
    assertThat(filter.toMoment()).isNull();
  }

  @Test
  void theBodyOfAnEventIsWrittenInOrder() {
    assertThat(EventPanel.pretty(Map.of("stage", "SUBMITTED", "digest", "5f2c", "n", 3)))
        .isEqualToNormalizingNewlines(
            """
            {
              "digest" : "5f2c",
              "n" : 3,
              "stage" : "SUBMITTED"
            }""");
  }
}
