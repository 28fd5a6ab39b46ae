package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"; drop table x; --",
        "'; select 1; --",
        "\\",
        "\\'",
        "\"\"",
        "ü\n\t",
        "select",
        "a.b"
      })
  void whatIsQuotedComesBackAsItWas(String text) throws SQLException {
    String sql = "SELECT " + Quoted.literal(text) + " AS " + Quoted.identifier(text);
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(text);
      assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo(text);
    }
  }

  @Test
  void aNulIsRefused() {
    assertThatThrownBy(() -> Quoted.identifier("a\0")).isInstanceOf(IllegalArgumentException.class);
  }
}
