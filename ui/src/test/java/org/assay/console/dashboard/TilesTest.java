package org.assay.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.models.Stage;
import org.assay.console.server.Person;
import org.junit.jupiter.api.Test;

class TilesTest {
  @Test
  void eachRoleSeesWhatConcernsIt() {
    assertThat(names("reviewer")).contains("toDecide", "overdue").doesNotContain("grantsToDecide");
    assertThat(names("owner")).contains("grantsToDecide", "jobsFailed").doesNotContain("toDecide");
    assertThat(names("consumer")).contains("live").doesNotContain("overdue", "jobsRunning");
  }

  @Test
  void theAddressOfTheVersionsSaysWhatIsLookedFor() {
    var query =
        QueryParameters.simple(
            Map.of("q", "loan 3", "stage", "IN_REVIEW", "gate", "blocked", "findings", "true"));
    var filter = VersionsFilter.read(query);
    assertThat(filter).isEqualTo(new VersionsFilter("loan 3", Stage.IN_REVIEW, "blocked", true));
    assertThat(filter.address()).isEqualTo(query);
  }

  @Test
  void anAddressThatMeansNothingIsLeftOut() {
    var query =
        QueryParameters.simple(
            Map.of("q", " ", "stage", "SHINY", "gate", "ajar", "findings", "perhaps"));
    assertThat(VersionsFilter.read(query)).isEqualTo(new VersionsFilter(null, null, null, false));
  }

  private static List<String> names(String role) {
    return Tiles.kinds(new Person("x", "X", Set.of(role))).stream().map(Tile.Kind::name).toList();
  }
}
