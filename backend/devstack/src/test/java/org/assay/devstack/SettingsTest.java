package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings with(Map<String, String> environment) {
    return Settings.of(Path.of("/somewhere"), environment);
  }

  @Test
  void theDefaultsAreTheDemosPorts() {
    assertThat(with(Map.of()).ports().stream().map(Settings.Port::number))
        .containsExactly(8080, 8081, 8082, 8180, 5433);
  }

  @Test
  void theEnvironmentWins() {
    Settings settings = with(Map.of("ASSAY_API_PORT", " 9000 ", "ASSAY_KEYCLOAK_PORT", "9001"));
    assertThat(settings.api()).isEqualTo(9000);
    assertThat(settings.realm()).hasToString("http://localhost:9001/realms/assay");
  }

  @Test
  void whatIsNoPortIsRefusedWithTheVariablesName() {
    for (String text : List.of("0", "65536", "eighty", "-1")) {
      assertThatThrownBy(() -> with(Map.of("ASSAY_CONSOLE_PORT", text)))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("ASSAY_CONSOLE_PORT")
          .hasMessageContaining(text);
    }
  }

  @Test
  void theServersHeapIsASizeOrRefusedInWords() {
    assertThat(with(Map.of()).serverHeap()).isEqualTo("384m");
    assertThat(with(Map.of("ASSAY_SERVER_HEAP", "2g")).serverHeap()).isEqualTo("2g");
    assertThatThrownBy(() -> with(Map.of("ASSAY_SERVER_HEAP", "much")))
        .hasMessageContaining("ASSAY_SERVER_HEAP is \"much\"");
  }

  @Test
  void onePortForTwoPartsIsRefused() {
    assertThatThrownBy(() -> with(Map.of("ASSAY_CONSOLE_PORT", "8081")))
        .hasMessage(
            "ASSAY_CONSOLE_PORT and ASSAY_API_PORT are both 8081: give each a port of its own");
  }

  @Test
  void theCacheIsWhereTheEnvironmentSays() {
    assertThat(CacheFolder.of(Map.of("ASSAY_CACHE", "/a", "XDG_CACHE_HOME", "/b")).path())
        .isEqualTo(Path.of("/a"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/b")).path())
        .isEqualTo(Path.of("/b/assay"));
    assertThat(CacheFolder.of(Map.of()).path()).endsWithRaw(Path.of(".cache/assay"));
  }
}
