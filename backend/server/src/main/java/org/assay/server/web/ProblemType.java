package org.assay.server.web;

import java.util.Locale;

/// The kinds of problem the API answers with. The name is stable: clients switch on it.
public enum ProblemType {
  INVALID("The request is not valid", 400),
  UNAUTHENTICATED("Nobody is signed in", 401),
  FORBIDDEN("This is not yours to do", 403),
  CONFLICT_OF_INTEREST("Who has a stake does not decide", 403),
  NO_GRANT("No live grant allows this read", 403),
  NOT_FOUND("There is no such thing", 404),
  NOT_YET("It does not exist yet", 404),
  CONFLICT("It does not fit the present state", 409),
  EVIDENCE_CHANGED("The evidence has changed", 409),
  GATE_BLOCKED("The policy gate is blocked", 409),
  TOO_LARGE("It is too large", 413),
  UNSUPPORTED("The media type is not supported", 415),
  INTERNAL("Something went wrong here", 500),
  UNAVAILABLE("A part that is needed does not answer", 503);

  private final String title;
  private final int status;

  ProblemType(String title, int status) {
    this.title = title;
    this.status = status;
  }

  public String title() {
    return title;
  }

  public int status() {
    return status;
  }

  /// Such as `urn:assay:problem:gate-blocked`.
  public String urn() {
    return "urn:assay:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
