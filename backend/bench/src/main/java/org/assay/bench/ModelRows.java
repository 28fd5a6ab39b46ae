package org.assay.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.assay.devstack.Database;

/// One connection that writes models, as the server's user and with the server's statements.
final class ModelRows implements AutoCloseable {
  private static final String ROW =
      """
      insert into assay.model (id, name, purpose, owner, risk_tier, created_at, revision)
      values (?, ?, 'measures an insert', 'bench', 'LIMITED', now(), 0)
      """;
  private static final String EVENT =
      """
      insert into audit.event (actor, action, subject_type, subject_id, model, version, body)
      values ('bench', 'model.registered', 'model', ?, ?, null, cast(? as jsonb))
      """;
  private static final String BODY =
      """
      {"purpose": "measures an insert", "riskTier": "LIMITED", "owner": "bench"}""";

  private final Connection connection;
  private final PreparedStatement row;
  private final PreparedStatement event;
  private final int writer;
  private int written;

  /// @param writer a number of its own, for the names of the models
  ModelRows(Database database, int writer) throws SQLException {
    this.writer = writer;
    connection =
        DriverManager.getConnection(database.jdbcUrl(), Database.APP_USER, Database.APP_PASSWORD);
    connection.setAutoCommit(false);
    row = connection.prepareStatement(ROW);
    event = connection.prepareStatement(EVENT);
  }

  /// @return how many were written
  int write(int transactions, boolean audited) throws SQLException {
    for (int i = 0; i < transactions; i++) {
      UUID id = UUID.randomUUID();
      String name = "bench-%d-%d".formatted(writer, written++);
      row.setObject(1, id);
      row.setString(2, name);
      row.executeUpdate();
      if (audited) {
        event.setString(1, id.toString());
        event.setString(2, name);
        event.setString(3, BODY);
        event.executeUpdate();
      }
      connection.commit();
    }
    return transactions;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
