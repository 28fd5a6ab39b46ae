package org.assay.bench.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assay.devstack.Database;

/// Fills a database as years of work would: models with three versions each, and events.
final class FullHouse {
  static final int MODELS = 10_000;
  static final int EVENTS = 100_000;

  private static final String FIRST_MODELS =
      """
      insert into assay.model (id, name, purpose, owner, risk_tier, created_at, revision)
      select gen_random_uuid(), 'model-' || to_char(n, 'FM00000'),
             'Sorts applications of kind ' || n %% 97 || ' for the desk in region ' || n %% 31,
             (array['olivia', 'oscar', 'orla', 'omar'])[1 + n %% 4],
             (array['MINIMAL', 'LIMITED', 'HIGH'])[1 + n %% 3],
             now() - n * interval '5 minutes', 0
      from generate_series(1, %d) n""";

  private static final String THREE_VERSIONS_EACH =
      """
      insert into assay.model_version
        (id, model_id, number, stage, author, card, digest, created_at, sealed_at, revision)
      select gen_random_uuid(), m.id, v,
             (array['REVOKED', 'REJECTED',
                    (array['DRAFT', 'IN_REVIEW', 'APPROVED', 'RELEASED'])[1 + ascii(right(m.name, 1)) % 4]])[v],
             m.owner, '{"description": "An example"}', encode(sha256((m.name || v)::bytea), 'hex'),
             m.created_at + v * interval '1 hour', m.created_at + v * interval '2 hours', 0
      from assay.model m cross join generate_series(1, 3) v""";

  private static final String EVENTS_OF_MANY_KINDS =
      """
      insert into audit.event (actor, action, subject_type, subject_id, model, version, body)
      select (array['olivia', 'ravi', 'rosa', 'ada'])[1 + n %% 4],
             (array['version.sealed', 'review.requested', 'review.voted', 'gate.decided'])[1 + n %% 4],
             'version', gen_random_uuid()::text, 'model-' || to_char(1 + n %% 10000, 'FM00000'), 1 + n %% 3,
             jsonb_build_object('reason', 'As discussed on day ' || n %% 365)
      from generate_series(1, %d) n""";

  private FullHouse() {}

  /// As the owner of the tables, so that versions may begin at any stage; the record has no way
  /// around its rules and needs none.
  static void fill(Database database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), Database.MIGRATOR_USER, Database.MIGRATOR_PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "set role assay_owner",
              "alter table assay.model_version disable trigger user",
              FIRST_MODELS.formatted(MODELS),
              THREE_VERSIONS_EACH,
              "alter table assay.model_version enable trigger user",
              EVENTS_OF_MANY_KINDS.formatted(EVENTS),
              "analyze assay.model, assay.model_version, audit.event")) {
        statement.execute(sql);
      }
    }
  }
}
