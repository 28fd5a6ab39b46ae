package org.assay.worker.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assay.onnx.ModelFile;
import org.assay.onnx.Models;
import org.assay.worker.LoansFixture;
import org.assay.worker.protocol.RunLimits;
import org.assay.worker.protocol.WorkerRequest;
import org.assay.worker.protocol.WorkerTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WorkerLauncherIT {
  private static final RunLimits SHORT_RUNS = new RunLimits(1, 700, 64, 1 << 20);
  private static final RunLimits LONG_RUNS = new RunLimits(1, 600_000, 64, 1 << 20);

  @TempDir private Path folder;

  @Test
  void aGoodModelIsProbed() throws IOException {
    List<Double> heard = new ArrayList<>();
    WorkerOutcome outcome =
        launcher()
            .run(
                LoansFixture.probe(Models.logistic(), RunLimits.DEFAULT),
                WorkerLimits.DEFAULT,
                (fraction, _) -> heard.add(fraction),
                () -> false);
    JsonNode json = json(outcome);
    assertThat(json.at("/probe/loaded").asBoolean()).isTrue();
    assertThat(json.at("/probe/deterministic").asBoolean()).isTrue();
    assertThat(json.at("/probe/runs").findValuesAsText("name"))
        .containsExactly(
            "typical", "one row", "largest batch", "no row", "NaN", "infinity", "typical again");
    assertThat(json.at("/probe/runs/0/outcome").asText())
        .isEqualTo("answered: probability [32, 1]");
    assertThat(json.at("/probe/runs/4/outcome").asText()).contains("with NaN");
    assertThat(json.at("/findings")).isEmpty();
    assertThat(heard).isNotEmpty().isSorted();
  }

  @Test
  void externalDataReachesTheWorker() throws IOException {
    WorkerRequest request =
        new WorkerRequest(
            new WorkerTask.Probe(RunLimits.DEFAULT),
            List.of(
                ModelFile.of(
                    "model.onnx", Models.external("weights.bin", "0", "8").build().toByteArray()),
                ModelFile.of("weights.bin", new byte[64])),
            null);
    assertThat(json(LoansFixture.run(folder, request)).at("/probe/loaded").asBoolean()).isTrue();
  }

  @Test
  void aModelThatDoesNotLoadIsAFinding() throws IOException {
    var broken = Models.logistic();
    broken.getGraphBuilder().addNode(Models.node("Nonsense", List.of("x"), "q"));
    JsonNode json = json(LoansFixture.run(folder, LoansFixture.probe(broken, SHORT_RUNS)));
    assertThat(json.at("/probe/loaded").asBoolean()).isFalse();
    assertThat(json.at("/findings/0/id").asText()).isEqualTo("model-not-loaded");
    assertThat(json.at("/findings/0/severity").asText()).isEqualTo("blocking");
  }

  @Test
  void anEndlessLoopIsEndedWithinTheWorkerAndIsAFinding() throws IOException {
    JsonNode json =
        json(LoansFixture.run(folder, LoansFixture.probe(Models.endless(true), SHORT_RUNS)));
    assertThat(json.at("/findings/0/id").asText()).isEqualTo("probe-run-failed");
    assertThat(json.at("/findings/0/message").asText()).contains("700 ms");
  }

  @Test
  void anEndlessLoopThatTheWorkerDoesNotEndTimesOut() throws IOException {
    WorkerLimits limits = WorkerLimits.DEFAULT.withWallClock(Duration.ofSeconds(4));
    WorkerOutcome outcome =
        launcher()
            .run(
                LoansFixture.probe(Models.endless(true), LONG_RUNS),
                limits,
                (_, _) -> {},
                () -> false);
    assertThat(outcome).isEqualTo(new WorkerOutcome.TimedOut(Duration.ofSeconds(4)));
  }

  @Test
  void processorTimeIsLimited() throws IOException {
    assumeTrue(Confinement.tried().prlimit(), "prlimit does not work here");
    WorkerLimits limits =
        new WorkerLimits(256L << 20, 6_000_000_000L, 5, Duration.ofSeconds(60), 256, 1L << 30);
    WorkerOutcome outcome =
        launcher()
            .run(
                LoansFixture.probe(Models.endless(true), LONG_RUNS),
                limits,
                (_, _) -> {},
                () -> false);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WorkerOutcome.Crashed.class,
            crashed -> assertThat(crashed.signal()).isEqualTo("SIGXCPU"));
  }

  @Test
  void aMemoryBombEndsInTheWorkerAndNotHere() throws IOException {
    WorkerOutcome outcome =
        LoansFixture.run(folder, LoansFixture.probe(Models.memoryBomb(), RunLimits.DEFAULT));
    if (outcome instanceof WorkerOutcome.Crashed) {
      return;
    }
    assertThat(json(outcome).at("/findings").findValuesAsText("id")).contains("probe-run-failed");
  }

  @Test
  void aKilledWorkerIsACrash() throws IOException {
    WorkerOutcome outcome =
        launcher()
            .run(
                LoansFixture.probe(Models.endless(true), LONG_RUNS),
                WorkerLimits.DEFAULT,
                (_, _) -> child().destroyForcibly(),
                () -> false);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WorkerOutcome.Crashed.class,
            crashed -> {
              assertThat(crashed.exit()).isEqualTo(137);
              assertThat(crashed.signal()).isEqualTo("SIGKILL");
            });
  }

  @Test
  void cancellingEndsTheProcessAndLeavesNothingBehind() throws IOException {
    AtomicBoolean cancelled = new AtomicBoolean();
    List<ProcessHandle> children = new ArrayList<>();
    WorkerOutcome outcome =
        launcher()
            .run(
                LoansFixture.probe(Models.endless(true), LONG_RUNS),
                WorkerLimits.DEFAULT,
                (_, _) -> {
                  children.add(child());
                  cancelled.set(true);
                },
                cancelled::get);
    assertThat(outcome).isEqualTo(new WorkerOutcome.Cancelled());
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theWorkerSeesNothingOfTheEnvironment() throws IOException {
    assertThat(System.getenv("ASSAY_TEST_SECRET")).as("set by the build").isNotBlank();
    String environment = whileRunning(pid -> "/proc/" + pid + "/environ");
    assertThat(environment)
        .contains("LANG=C.UTF-8")
        .doesNotContain("SECRET")
        .doesNotContain("HOME=");
  }

  @Test
  void theWorkerHasNoNetwork() throws IOException {
    assumeTrue(Confinement.tried().network(), "unshare -rn does not work here");
    assertThat(Files.readString(Path.of("/proc/net/route")).lines().count())
        .as("this process has a route, so that its absence below says something")
        .isGreaterThan(1);
    String routes = whileRunning(pid -> "/proc/" + pid + "/net/route");
    assertThat(routes.lines().count()).isLessThanOrEqualTo(1);
  }

  @Test
  void twoTasksRunAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<WorkerOutcome> probe =
          () -> LoansFixture.run(folder, LoansFixture.probe(Models.logistic(), RunLimits.DEFAULT));
      List<Future<WorkerOutcome>> both = threads.invokeAll(List.of(probe, probe));
      for (Future<WorkerOutcome> outcome : both) {
        assertThat(outcome.get()).isInstanceOf(WorkerOutcome.Finished.class);
      }
    }
  }

  @Test
  void whatIsNotEnforcedHereIsSaid() {
    assertThat(new Confinement(false, false).missing()).hasSize(2);
    assertThat(new Confinement(true, true).missing()).isEmpty();
    assertThat(launcher().missingLimits()).isEqualTo(Confinement.tried().missing());
  }

  @AfterEach
  void noWorkerIsLeft() throws IOException {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private interface FileOfProcess {
    String of(long pid);
  }

  private String whileRunning(FileOfProcess file) throws IOException {
    List<String> seen = new ArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    launcher()
        .run(
            LoansFixture.probe(Models.endless(true), LONG_RUNS),
            WorkerLimits.DEFAULT,
            (_, _) -> {
              seen.add(read(Path.of(file.of(child().pid()))));
              done.set(true);
            },
            done::get);
    return seen.getFirst();
  }

  private static String read(Path path) {
    try {
      return new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle child() {
    return ProcessHandle.current().children().findFirst().orElseThrow();
  }

  private WorkerLauncher launcher() {
    return new WorkerLauncher(WorkerHome.of(LoansFixture.HOME), folder);
  }

  private static JsonNode json(WorkerOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(WorkerOutcome.Finished.class);
    return new ObjectMapper().readTree(((WorkerOutcome.Finished) outcome).json());
  }
}
