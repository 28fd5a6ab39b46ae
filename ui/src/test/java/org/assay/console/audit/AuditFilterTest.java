package org.assay.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditFilterTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void theAddressSaysWhatIsLookedFor() {
    var query = QueryParameters.simple(Map.of("actor", "ravi", "from", "2026-05-03"));
    var filter = AuditFilter.read(query);
    assertThat(filter.actor()).isEqualTo("ravi");
    assertThat(filter.address()).isEqualTo(query);
  }

  @Test
  void daysAreTheReadersAndTheLastIsIncluded() {
    var query = QueryParameters.simple(Map.of("from", "2026-05-03", "to", "2026-05-03"));
    var filter = AuditFilter.read(query);
    assertThat(filter.fromMoment(SHANGHAI)).isEqualTo("2026-05-02T16:00:00Z");
    assertThat(filter.toMoment(SHANGHAI)).isEqualTo("2026-05-03T16:00:00Z");
  }

  @Test
  void anAddressThatIsNoDayIsLeftOut() {
    var filter =
        AuditFilter.read(QueryParameters.simple(Map.of("from", "yesterday", "actor", " ")));
    assertThat(filter.from()).isNull();
    assertThat(filter.actor()).isNull();
    assertThat(filter.fromMoment(SHANGHAI)).isNull();
  }
}
