package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assay.migrations.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The migrate job's program, as a process of its own, against the real PostgreSQL.
class MigrationsIT {
  private static final String EMPTY = "assay_empty";

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static PostgresServer server;

  private record Ended(int status, String output) {}

  @BeforeAll
  static void start() {
    server =
        PostgresServer.start(
            new Stack.Place(
                CacheFolder.of(System.getenv()), folder, folder, Ports.free(), Ports.free()),
            PostgresServer.Durability.LOST,
            line -> {});
    new Databases(server.superuser()).main();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    CacheFolder.delete(folder);
  }

  @Test
  void anEmptyDatabaseIsBroughtUpToDateOnce() throws Exception {
    Database database = empty();
    Ended first = migrate(environment(database));
    assertThat(first.output()).containsPattern("migrations applied: [1-9][0-9]*");
    assertThat(first.status()).isZero();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), Database.APP_USER, Database.APP_PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM assay.model")) {
      assertThat(count.next()).isTrue();
    }
    Ended again = migrate(environment(database));
    assertThat(again.output()).contains("migrations applied: 0");
    assertThat(again.status()).isZero();
  }

  @Test
  void aWrongPasswordEndsTheJobWithoutShowingIt() throws Exception {
    Map<String, String> environment = environment(new Database(server.superuser().port(), "assay"));
    environment.put("ASSAY_MIGRATOR_PASSWORD", "guessed-and-wrong");
    Ended ended = migrate(environment);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("cannot migrate").doesNotContain("guessed-and-wrong");
  }

  @Test
  void theServersRoleMayNotMigrate() throws Exception {
    Map<String, String> environment = environment(new Database(server.superuser().port(), "assay"));
    environment.put("ASSAY_MIGRATOR_USERNAME", Database.APP_USER);
    environment.put("ASSAY_MIGRATOR_PASSWORD", Database.APP_PASSWORD);
    Ended ended = migrate(environment);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("permission denied");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Map<String, String> environment = environment(new Database(server.superuser().port(), "assay"));
    environment.remove("ASSAY_MIGRATOR_PASSWORD");
    Ended ended = migrate(environment);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("set ASSAY_MIGRATOR_PASSWORD in the environment");
  }

  private static Database empty() throws SQLException {
    run("postgres", "CREATE DATABASE " + EMPTY);
    run(EMPTY, Resources.text("/bootstrap/database.sql"));
    return new Database(server.superuser().port(), EMPTY);
  }

  private static void run(String database, String sql) throws SQLException {
    try (Connection connection = server.superuser().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, String> environment(Database database) {
    return new HashMap<>(
        Map.of(
            "ASSAY_DATABASE_URL", database.jdbcUrl(),
            "ASSAY_MIGRATOR_USERNAME", Database.MIGRATOR_USER,
            "ASSAY_MIGRATOR_PASSWORD", Database.MIGRATOR_PASSWORD));
  }

  private static Ended migrate(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Migrations.class.getName()))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }
}
