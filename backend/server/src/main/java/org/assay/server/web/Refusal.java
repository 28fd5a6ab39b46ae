package org.assay.server.web;

import org.jspecify.annotations.Nullable;

/// A request that is refused: nothing was changed. The message names the thing and the rule; the
/// remedy says what to do.
public abstract sealed class Refusal extends RuntimeException {
  private final ProblemType type;
  private final @Nullable String remedy;

  private Refusal(ProblemType type, String message, @Nullable String remedy) {
    super(message);
    this.type = type;
    this.remedy = remedy;
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable String remedy() {
    return remedy;
  }

  /// The request itself is wrong.
  public static final class Invalid extends Refusal {
    public Invalid(String message) {
      this(message, null);
    }

    public Invalid(String message, @Nullable String remedy) {
      super(ProblemType.INVALID, message, remedy);
    }
  }

  /// The caller may not do this.
  public static final class Forbidden extends Refusal {
    public Forbidden(String message) {
      this(ProblemType.FORBIDDEN, message, null);
    }

    public Forbidden(ProblemType type, String message, @Nullable String remedy) {
      super(type, message, remedy);
    }
  }

  /// The thing does not exist, or not yet.
  public static final class NotFound extends Refusal {
    public NotFound(String message) {
      this(ProblemType.NOT_FOUND, message, null);
    }

    public NotFound(ProblemType type, String message, @Nullable String remedy) {
      super(type, message, remedy);
    }
  }

  /// The thing is not in a state that allows this.
  public static final class Conflict extends Refusal {
    public Conflict(String message) {
      this(ProblemType.CONFLICT, message, null);
    }

    public Conflict(String message, @Nullable String remedy) {
      this(ProblemType.CONFLICT, message, remedy);
    }

    public Conflict(ProblemType type, String message, @Nullable String remedy) {
      super(type, message, remedy);
    }
  }

  /// More bytes than the limit.
  public static final class TooLarge extends Refusal {
    public TooLarge(String message, @Nullable String remedy) {
      super(ProblemType.TOO_LARGE, message, remedy);
    }
  }

  /// A part that is needed does not answer.
  public static final class Unavailable extends Refusal {
    public Unavailable(String message) {
      this(message, null);
    }

    public Unavailable(String message, @Nullable String remedy) {
      super(ProblemType.UNAVAILABLE, message, remedy);
    }
  }
}
