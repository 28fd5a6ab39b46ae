package org.assay.server.web;

import java.util.Locale;

/// The kinds of problem the API answers with. The name is stable: clients switch on it.
public enum ProblemType {
  INVALID(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  CONFLICT_OF_INTEREST(403),
  NO_GRANT(403),
  NOT_FOUND(404),
  NOT_YET(404),
  CONFLICT(409),
  EVIDENCE_CHANGED(409),
  GATE_BLOCKED(409),
  TOO_LARGE(413),
  UNSUPPORTED(415),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /// The kind in a few words.
  public Sentence title() {
    return Sentence.of("title." + word());
  }

  public int status() {
    return status;
  }

  /// Such as `urn:assay:problem:gate-blocked`.
  public String urn() {
    return "urn:assay:problem:" + word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
