package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher as people do, as a process: real PostgreSQL and Keycloak, stubs in place of
// Assay's programs.
class UpIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path root;
  @TempDir Path cache;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    StubApp.install(root);
    StubApp.installAsKeycloak(cache);
    Path real = PostgresBinaries.unpacked(CacheFolder.of(System.getenv())).folder();
    Files.createSymbolicLink(cache.resolve(real.getFileName()), real);
    environment.put("ASSAY_CACHE", cache.toString());
    for (String part : List.of("CONSOLE", "API", "SERVING", "KEYCLOAK", "POSTGRES")) {
      environment.put("ASSAY_" + part + "_PORT", Integer.toString(Ports.free()));
    }
    environment.put("ASSAY_DEMO_COMMAND", "echo $ASSAY_API_URL >> demo-runs");
  }

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    if (Files.exists(state())) {
      assay("down").process().waitFor(LIMIT);
    }
    assertThat(ours()).isEmpty();
  }

  @Test
  void anUpThatWasKilledIsCleanedByTheNextAndDownEndsEverything() throws Exception {
    Run first = assay("up");
    first.awaitLine("Ctrl-C ends it.");
    assertThat(first.output())
        .contains("server on port " + environment.get("ASSAY_API_PORT"), "olivia", "reviewer");
    Run second = assay("up");
    assertThat(second.awaitEnd()).isEqualTo(1);
    assertThat(second.output()).contains("Assay is up already");
    assertThat(assay("status").awaitEnd()).isZero();

    first.process().destroyForcibly().waitFor();
    assertThat(ours()).hasSizeGreaterThanOrEqualTo(5);
    Run third = assay("up", "--detach");
    assertThat(third.awaitEnd()).as(third.output()).isZero();
    assertThat(third.output()).startsWith("ending ").contains("stays up");
    assertThat(Files.readString(root.resolve("demo-runs")))
        .as("the demo is loaded once")
        .isEqualTo("http://localhost:" + environment.get("ASSAY_API_PORT") + "\n");
    assertThat(assay("status").awaitEnd()).isZero();

    assertThat(assay("down").awaitEnd()).isZero();
    assertThat(ours()).isEmpty();
    assertThat(state()).doesNotExist();
    assertThat(assay("status").awaitEnd()).isEqualTo(1);
  }

  @Test
  void aTerminatedUpTakesAllItsPartsWithIt() throws Exception {
    Run up = assay("up", "--empty");
    up.awaitLine("Ctrl-C ends it.");
    assertThat(ours()).hasSizeGreaterThanOrEqualTo(5);
    up.process().destroy();
    up.awaitEnd();
    assertThat(ours()).isEmpty();
    assertThat(state()).doesNotExist();
    assertThat(root.resolve("demo-runs")).doesNotExist();
  }

  @Test
  void anAppThatDoesNotComeUpIsShownWithTheEndOfItsLog() throws Exception {
    Files.createFile(root.resolve("refuse"));
    Run up = assay("up");
    assertThat(up.awaitEnd()).isEqualTo(1);
    assertThat(up.output())
        .contains("ended with status 7 before it was ready", "the stub refuses to start");
    assertThat(state()).doesNotExist();
  }

  @Test
  void aTakenPortIsSaidBeforeAnythingStarts() throws Exception {
    try (java.net.ServerSocket other = new java.net.ServerSocket(0)) {
      environment.put("ASSAY_SERVING_PORT", Integer.toString(other.getLocalPort()));
      Run up = assay("up");
      assertThat(up.awaitEnd()).isEqualTo(1);
      assertThat(up.output())
          .contains(
              "port " + other.getLocalPort() + " for serving is already taken",
              "ASSAY_SERVING_PORT");
      assertThat(root.resolve(".assay")).doesNotExist();
    }
  }

  @Test
  void aMissingBuildIsSaid() throws Exception {
    Files.delete(root.resolve("ui/target/quarkus-app/quarkus-run.jar"));
    Run up = assay("up");
    assertThat(up.awaitEnd()).isEqualTo(1);
    assertThat(up.output()).contains("ui/target/quarkus-app/quarkus-run.jar is missing");
  }

  private Path state() {
    return root.resolve(".assay/state.json");
  }

  /// Every process that was started below our folder.
  private List<ProcessHandle> ours() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(
              process -> process.info().commandLine().orElse("").contains(root.toString()))
          .toList();
    }
  }

  private Run assay(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.assay.devstack.Up"));
    command.addAll(List.of(words));
    try {
      Path output = Files.createTempFile(root, "up", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new Run(builder.start(), output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One call of the launcher.
  private record Run(Process process, Path file) {

    String output() throws IOException {
      return Files.readString(file);
    }

    void awaitLine(String line) throws IOException {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (!output().contains(line)) {
        assertThat(process.isAlive()).as(output()).isTrue();
        assertThat(System.nanoTime()).as(output()).isLessThan(end);
        Readiness.pause();
      }
    }

    int awaitEnd() throws InterruptedException, IOException {
      assertThat(process.waitFor(LIMIT)).as(output()).isTrue();
      return process.exitValue();
    }
  }
}
