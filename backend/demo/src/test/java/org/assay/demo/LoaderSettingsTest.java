package org.assay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoaderSettingsTest {
  @Test
  void withoutAnythingTheDemosPortsAreMeant() {
    LoaderSettings settings = LoaderSettings.from(new String[0], Map.of());

    assertThat(settings.api()).hasToString("http://localhost:8081");
    assertThat(settings.tokenUrl())
        .hasToString("http://localhost:8180/realms/assay/protocol/openid-connect/token");
    assertThat(settings.consumer()).isEqualTo("service-account-assay-app");
    assertThat(settings.limit()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void argumentsWinOverTheEnvironment() {
    Map<String, String> environment =
        Map.of("ASSAY_API_URL", "http://a:1", "ASSAY_TOKEN_URL", "http://b:2/token");

    LoaderSettings settings = LoaderSettings.from(new String[] {"https://c.example/"}, environment);

    assertThat(settings.api()).hasToString("https://c.example");
    assertThat(settings.tokenUrl()).hasToString("http://b:2/token");
  }

  @Test
  void whatIsNoAddressOrNumberIsRefusedByName() {
    assertThatThrownBy(() -> LoaderSettings.from(new String[] {"localhost"}, Map.of()))
        .hasMessageContaining("\"localhost\" is no address");
    assertThatThrownBy(
            () -> LoaderSettings.from(new String[0], Map.of("ASSAY_DEMO_LIMIT_SECONDS", "long")))
        .hasMessageContaining("ASSAY_DEMO_LIMIT_SECONDS is \"long\"");
  }
}
