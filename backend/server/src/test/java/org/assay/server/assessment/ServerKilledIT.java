package org.assay.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.assay.devstack.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The packaged server, killed with SIGKILL at one moment after another of an assessment, and
/// started again: the line goes on where it stood, nothing is lost and nothing is there twice.
class ServerKilledIT {
  private static final long[] MOMENTS_MILLIS = {200, 900, 1_800, 3_000};
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Path LOG = Path.of("target/server-killed.log").toAbsolutePath();

  private final Map<String, String> config = new HashMap<>();
  private Process server;

  @AfterEach
  void end() {
    if (server != null) {
      server.destroyForcibly();
    }
  }

  @Test
  void aKilledServerTakesUpTheLineWhereItStood() throws Exception {
    prepare();
    start();
    String dataset = DemoLine.dataset("killed-data");
    for (int round = 0; round < MOMENTS_MILLIS.length; round++) {
      String model = "killed-" + round;
      DemoLine line = DemoLine.register(model).uploaded(1).sealed(1);
      line.planned(1, DemoLine.plan(dataset)).submitted(1);
      LockSupport.parkNanos(Duration.ofMillis(MOMENTS_MILLIS[round]).toNanos());
      kill();
      start();
      DemoLine.until(() -> line.stage(1), "IN_REVIEW"::equals, model + " in review");
      assertThat(reports(model)).as("reports of " + model).containsExactly(1, 1, 1, 1);
      assertThat(events(model)).as("their events").containsExactly(1, 1, 1, 1);
    }
  }

  private List<Integer> reports(String model) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    for (String table : List.of("intake_report", "bias_audit", "explanation", "review")) {
      counts.add(
          count(
              "select count(*) from assay."
                  + table
                  + " r join assay.model_version v on v.id = r.version_id"
                  + " join assay.model m on m.id = v.model_id where m.name = ?",
              model));
    }
    return counts;
  }

  private List<Integer> events(String model) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    for (String action :
        List.of(
            "intake.completed", "bias-audit.completed", "explanation.completed", "review.opened")) {
      counts.add(
          count(
              "select count(*) from audit.event where action = '" + action + "' and model = ?",
              model));
    }
    return counts;
  }

  private int count(String sql, String model) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                config.get("quarkus.datasource.jdbc.url"),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, model);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private void prepare() throws IOException {
    TestStack stack = TestStack.shared();
    config.putAll(stack.config(stack.newDatabase()));
    Path target = Path.of("target").toAbsolutePath();
    Path data = Files.createTempDirectory(target, "killed");
    config.put("quarkus.http.port", Integer.toString(freePort()));
    config.put("assay.files.folder", data.resolve("files").toString());
    config.put("assay.keys.folder", data.resolve("keys").toString());
    config.put("assay.worker.folder", data.resolve("workers").toString());
    config.put(
        "assay.worker.home", target.resolve("../../worker/target/worker").normalize().toString());
    config.put("assay.jobs.instance", "killed");
    config.put("assay.jobs.poll", "PT0.2S");
    config.put("assay.demo", "true");
  }

  private void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    config.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", JAR.toString()));
    server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
            .start();
    RestAssured.port = Integer.parseInt(config.get("quarkus.http.port"));
    DemoLine.until(ServerKilledIT::ready, Boolean::booleanValue, "the server to be ready");
  }

  private void kill() throws InterruptedException {
    List<ProcessHandle> workers = server.descendants().toList();
    server.destroyForcibly().waitFor();
    DemoLine.until(
        () -> workers.stream().noneMatch(ProcessHandle::isAlive),
        Boolean::booleanValue,
        "the workers of the killed server to end by themselves");
  }

  private static boolean ready() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + RestAssured.port + "/q/health/ready");
      return client
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
