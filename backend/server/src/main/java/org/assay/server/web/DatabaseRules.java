package org.assay.server.web;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules that the database holds by itself, told as refusals: code decides first, but where two
/// requests race it is the database that refuses the second.
final class DatabaseRules {
  private static final Map<String, ProblemType> BY_STATE =
      Map.ofEntries(
          Map.entry("AS010", ProblemType.CONFLICT),
          Map.entry("AS011", ProblemType.CONFLICT),
          Map.entry("AS020", ProblemType.CONFLICT),
          Map.entry("AS021", ProblemType.FORBIDDEN),
          Map.entry("AS030", ProblemType.CONFLICT),
          Map.entry("AS031", ProblemType.EVIDENCE_CHANGED),
          Map.entry("AS032", ProblemType.CONFLICT_OF_INTEREST),
          Map.entry("AS033", ProblemType.GATE_BLOCKED),
          Map.entry("AS034", ProblemType.CONFLICT),
          Map.entry("AS040", ProblemType.CONFLICT),
          Map.entry("AS041", ProblemType.CONFLICT),
          Map.entry("AS100", ProblemType.CONFLICT),
          Map.entry("AS101", ProblemType.CONFLICT));
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SERIALIZATION = "40001";
  private static final String DEADLOCK = "40P01";

  private DatabaseRules() {}

  /// The refusal behind a failure, if a rule of the database is its cause.
  static Optional<Refusal> refusalIn(Throwable failure) {
    SQLException cause = sqlCause(failure);
    if (cause == null || cause.getSQLState() == null) {
      return Optional.empty();
    }
    String state = cause.getSQLState();
    if (state.equals(UNIQUE_VIOLATION)) {
      return Optional.of(
          new Refusal.Conflict(
              Sentence.of("web.exists-already"), Sentence.of("web.exists-already.remedy")));
    }
    if (state.equals(SERIALIZATION) || state.equals(DEADLOCK)) {
      return Optional.of(
          new Refusal.Conflict(Sentence.of("web.raced"), Sentence.of("web.raced.remedy")));
    }
    ProblemType type = BY_STATE.get(state);
    return type == null ? Optional.empty() : Optional.of(refusal(type, firstLine(cause)));
  }

  private static Refusal refusal(ProblemType type, String rule) {
    Sentence sentence = Sentence.of("web.database-rule", rule);
    return type.status() == 403
        ? new Refusal.Forbidden(type, sentence, null)
        : new Refusal.Conflict(type, sentence, null);
  }

  private static String firstLine(SQLException cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line = message.lines().findFirst().orElse("");
    return line.startsWith("ERROR: ") ? line.substring("ERROR: ".length()) : line;
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
