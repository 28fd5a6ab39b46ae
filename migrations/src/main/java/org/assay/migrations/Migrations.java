package org.assay.migrations;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/// Brings a database to the newest schema: Flyway over `db/migration`, signed in as the migrator
// and
/// acting as `assay_owner`, so that every object belongs to a role nobody signs in with.
public final class Migrations {

  private Migrations() {}

  /// Migrates.
  ///
  /// @return how many migrations were applied
  /// @throws MigrationException if one fails; the message is Flyway's
  public static int run(String jdbcUrl, String user, String password) {
    try {
      MigrateResult result =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(jdbcUrl, user, password)
              .initSql("SET ROLE assay_owner")
              .locations("classpath:db/migration")
              .defaultSchema("assay")
              .cleanDisabled(true)
              .validateMigrationNaming(true)
              .load()
              .migrate();
      return result.migrationsExecuted;
    } catch (FlywayException e) {
      throw new MigrationException("cannot migrate " + jdbcUrl + ": " + e.getMessage(), e);
    }
  }

  /// The migrate job: `ASSAY_DATABASE_URL` (a JDBC URL), `ASSAY_MIGRATOR_USERNAME` and
  /// `ASSAY_MIGRATOR_PASSWORD` say where and who. Ends with 1 where the schema is not the newest.
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    try {
      int applied =
          run(
              required(environment, "ASSAY_DATABASE_URL"),
              required(environment, "ASSAY_MIGRATOR_USERNAME"),
              required(environment, "ASSAY_MIGRATOR_PASSWORD"));
      System.out.println("migrations applied: " + applied);
    } catch (MigrationException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new MigrationException("set " + name + " in the environment", null);
    }
    return value;
  }
}
