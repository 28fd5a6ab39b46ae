package org.assay.devstack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assay.migrations.MigrationException;
import org.assay.migrations.Migrations;

/// Makes roles and databases as `migrations/bootstrap` says, with the demo's passwords.
final class Databases {

  /// The database of `assay up`, and the template of the tests' databases.
  static final String MAIN = "assay";

  private final Superuser superuser;

  Databases(Superuser superuser) {
    this.superuser = superuser;
  }

  /// Makes the roles and the database `assay` where they are missing, and migrates it.
  Database main() {
    try (Connection connection = superuser.connect(Superuser.NAME)) {
      run(connection, Resources.text("/bootstrap/roles.sql"));
      password(connection, Database.APP_USER, Database.APP_PASSWORD);
      password(connection, Database.MIGRATOR_USER, Database.MIGRATOR_PASSWORD);
      if (!exists(connection, MAIN)) {
        run(connection, "CREATE DATABASE " + MAIN);
      }
      Database database = guarded(MAIN);
      Migrations.run(database.jdbcUrl(), Database.MIGRATOR_USER, Database.MIGRATOR_PASSWORD);
      return database;
    } catch (SQLException | MigrationException e) {
      throw new StackException("cannot prepare the database: " + e.getMessage(), e);
    }
  }

  /// A new database, migrated like `assay` and empty. Nobody may be connected to `assay` meanwhile.
  Database copy(String name) {
    Database database = new Database(superuser.port(), name);
    try (Connection connection = superuser.connect(Superuser.NAME)) {
      run(connection, "CREATE DATABASE " + database.name() + " TEMPLATE " + MAIN);
      return guarded(name);
    } catch (SQLException e) {
      throw new StackException("cannot make the database " + name + ": " + e.getMessage(), e);
    }
  }

  private Database guarded(String name) throws SQLException {
    try (Connection connection = superuser.connect(name)) {
      run(connection, Resources.text("/bootstrap/database.sql"));
    }
    return new Database(superuser.port(), name);
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void password(Connection connection, String role, String password)
      throws SQLException {
    run(connection, "ALTER ROLE " + role + " PASSWORD '" + password + "'");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
