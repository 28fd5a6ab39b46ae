package org.assay.console.server;

import java.io.Serial;
import java.util.Optional;
import org.assay.api.Problem;

/// The server answered with a problem: its sentence and its remedy, as people should read them.
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public int status() {
    return problem.status();
  }

  /// What to do about it, where there is something to do.
  public Optional<String> remedy() {
    return Optional.ofNullable(problem.remedy()).filter(text -> !text.isBlank());
  }
}
