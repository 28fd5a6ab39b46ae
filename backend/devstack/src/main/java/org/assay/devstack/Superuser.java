package org.assay.devstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// PostgreSQL's superuser, used only to make roles and databases.
///
/// @param port on 127.0.0.1
/// @param password drawn when the data folder was made
record Superuser(int port, String password) {

  static final String NAME = "postgres";

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(new Database(port, database).jdbcUrl(), NAME, password);
  }
}
