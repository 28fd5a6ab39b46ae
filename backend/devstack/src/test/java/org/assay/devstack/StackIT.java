package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assay.migrations.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Starts the real PostgreSQL and the real Keycloak.
class StackIT {

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static final List<ProcessHandle> STARTED = new ArrayList<>();

  private static Stack stack;

  @BeforeAll
  static void start() {
    stack =
        Stack.start(
            new Stack.Place(
                CacheFolder.of(System.getenv()), folder, folder, Ports.free(), Ports.free()),
            PostgresServer.Durability.LOST,
            new Progress() {
              @Override
              public void say(String line) {
                System.out.println(line);
              }

              @Override
              public void started(Child child) {
                STARTED.add(child.handle());
              }
            });
  }

  @AfterAll
  static void stop() throws IOException {
    List<ProcessHandle> all =
        STARTED.stream().flatMap(p -> Stream.concat(Stream.of(p), p.descendants())).toList();
    assertThat(all).hasSizeGreaterThan(2).allMatch(ProcessHandle::isAlive);
    stack.close();
    assertThat(all).noneMatch(ProcessHandle::isAlive);
    CacheFolder.delete(folder);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aPersonsTokenCarriesNameRoleAndAudience() throws IOException {
    JsonNode claims = claims(new Tokens(stack.realm()).person("olivia"));
    assertThat(claims.path("preferred_username").asText()).isEqualTo("olivia");
    assertThat(claims.path("sub").asText()).isEqualTo("00000000-0000-4000-8000-000000000001");
    assertThat(claims.path("iss").asText()).isEqualTo(stack.realm().toString());
    assertThat(claims.path("aud").asText()).isEqualTo("assay-api");
    assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("owner");
    assertThat(claims.at("/realm_access/roles")).hasSize(1);
  }

  @Test
  void everyPersonAndServiceHasExactlyTheirRoles() throws IOException {
    Tokens tokens = new Tokens(stack.realm());
    for (DemoRealm.Person person : DemoRealm.read().people()) {
      assertThat(roles(claims(tokens.person(person.username())))).isEqualTo(person.roles());
    }
    assertThat(roles(claims(tokens.service("assay-app")))).containsExactly("consumer");
    assertThat(roles(claims(tokens.service("assay-serving")))).containsExactly("serving");
  }

  @Test
  void theServersAccountReadsThePeopleAndHasNoRoleInAssay() throws IOException {
    assertThat(DemoRealm.read().secret("assay-server"))
        .startsWith("demo-only-")
        .hasSizeGreaterThanOrEqualTo(32);
    JsonNode claims = claims(new Tokens(stack.realm()).service("assay-server"));
    assertThat(claims.path("preferred_username").asText())
        .isEqualTo("service-account-assay-server");
    assertThat(names(claims.at("/resource_access/realm-management/roles")))
        .containsExactlyInAnyOrder("view-realm", "view-users", "query-users", "query-groups");
    assertThat(roles(claims))
        .doesNotContain("owner", "reviewer", "admin", "auditor", "consumer", "serving");
  }

  @Test
  void theServersRoleMayNotCreateAnything() throws SQLException {
    try (Connection connection = as(Database.APP_USER, Database.APP_PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String schema : List.of("public", "assay", "audit")) {
        assertThatThrownBy(() -> statement.execute("CREATE TABLE " + schema + ".mine (id int)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> statement.execute("CREATE SCHEMA mine"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("SET ROLE assay_owner"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theMigratorCreatesOnlyAsTheOwner() throws SQLException {
    try (Connection connection = as(Database.MIGRATOR_USER, Database.MIGRATOR_PASSWORD);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE assay.mine (id int)"))
          .hasMessageContaining("permission denied");
      statement.execute("SET ROLE assay_owner");
      statement.execute("CREATE TABLE assay.mine (id int)");
      statement.execute("DROP TABLE assay.mine");
    }
  }

  @Test
  void whereUserNamespacesAreForbiddenRootRunsPostgresAsNobody(@TempDir Path other)
      throws Exception {
    assumeThat(Unprivileged.here()).isNotInstanceOf(Unprivileged.PlainUser.class);
    Stack.Place place =
        new Stack.Place(CacheFolder.of(System.getenv()), other, other, Ports.free(), Ports.free());
    try (PostgresServer server =
            PostgresServer.start(
                place, PostgresServer.Durability.LOST, Progress.SILENT, new Unprivileged.Nobody());
        Connection connection = server.superuser().connect(Superuser.NAME)) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(Files.getAttribute(other.resolve("postgres/data/base"), "unix:uid"))
          .isEqualTo(65_534);
    }
  }

  @Test
  void everySchemaAndTableBelongsToTheOwner() throws SQLException {
    try (Connection connection = stack.superuser().connect(Databases.MAIN);
        Statement statement = connection.createStatement();
        ResultSet owners =
            statement.executeQuery(
                """
                SELECT DISTINCT pg_get_userbyid(owner) FROM (
                  SELECT nspowner AS owner FROM pg_namespace WHERE nspname IN ('assay', 'audit')
                  UNION ALL
                  SELECT relowner FROM pg_class WHERE relnamespace::regnamespace::text IN ('assay', 'audit')
                ) AS objects
                """)) {
      assertThat(owners.next()).isTrue();
      assertThat(owners.getString(1)).isEqualTo("assay_owner");
      assertThat(owners.next()).isFalse();
    }
  }

  @Test
  void migratingAgainAndPreparingAgainChangesNothing() {
    Database database = new Databases(stack.superuser()).main();
    assertThat(
            Migrations.run(database.jdbcUrl(), Database.MIGRATOR_USER, Database.MIGRATOR_PASSWORD))
        .isZero();
  }

  @Test
  void aCopyIsADatabaseOfItsOwnWithTheSameDoors() throws SQLException {
    Database copy = new Databases(stack.superuser()).copy("assay_copy");
    try (Connection connection =
            DriverManager.getConnection(copy.jdbcUrl(), Database.APP_USER, Database.APP_PASSWORD);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE public.mine (id int)"))
          .hasMessageContaining("permission denied");
    }
  }

  private static Connection as(String user, String password) throws SQLException {
    return DriverManager.getConnection(stack.database().jdbcUrl(), user, password);
  }

  private static List<String> roles(JsonNode claims) {
    return names(claims.at("/realm_access/roles"));
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(each -> names.add(each.asText()));
    return names;
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
