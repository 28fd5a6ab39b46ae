package org.assay.server.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assay.attestation.SigningKey;
import org.assay.attestation.TrustedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
  @TempDir Path folder;

  @Test
  void aDemoMakesItsKeyOnceAndPublishesIt() throws IOException {
    SigningKey first = HouseKey.take(config(true), true);
    SigningKey second = HouseKey.take(config(true), true);
    assertThat(second.keyId()).isEqualTo(first.keyId());
    assertThat(TrustedKeys.load(folder.resolve("public")).keyIds()).containsExactly(first.keyId());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void productionWithoutAKeyStopsAndSaysWhatToDo() {
    assertThatThrownBy(() -> HouseKey.take(config(false), true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("signing.pem")
        .hasMessageContaining("openssl genpkey");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void productionRefusesTheKeyOfADemoWhereverItWasCopiedTo() throws IOException {
    Path demo = Files.createDirectory(folder.resolve("demo"));
    new KeyFolder(demo).givenOrMade();
    Files.copy(demo.resolve("signing.pem"), folder.resolve("signing.pem"));
    assertThatThrownBy(() -> HouseKey.take(config(false), true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("made by a demo");
  }

  @Test
  void productionTakesAKeyOfItsOwnAndPublishesIt() throws IOException {
    SigningKey own = SigningKey.generate();
    own.save(folder.resolve("signing.pem"));
    assertThat(HouseKey.take(config(false), true).keyId()).isEqualTo(own.keyId());
    assertThat(TrustedKeys.load(folder.resolve("public")).keyIds()).containsExactly(own.keyId());
  }

  @Test
  void aTestOrADevelopmentRunMakesADemoKey() throws IOException {
    HouseKey.take(config(false), false);
    assertThat(Files.readString(folder.resolve("signing.pem"))).contains(KeyFolder.DEMO_MARK);
  }

  private SigningConfig config(boolean demo) {
    return new SigningConfig() {
      @Override
      public Path folder() {
        return folder;
      }

      @Override
      public boolean demo() {
        return demo;
      }
    };
  }
}
