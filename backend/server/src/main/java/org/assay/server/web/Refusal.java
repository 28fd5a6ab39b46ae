package org.assay.server.web;

import org.jspecify.annotations.Nullable;

/// A request that is refused: nothing was changed. The detail names the thing and the rule; the
/// remedy says what to do.
public abstract sealed class Refusal extends RuntimeException {
  private final ProblemType type;
  private final transient Sentence detail;
  private final transient @Nullable Sentence remedy;

  private Refusal(ProblemType type, Sentence detail, @Nullable Sentence remedy) {
    super(detail.in(Language.ENGLISH));
    this.type = type;
    this.detail = detail;
    this.remedy = remedy;
  }

  private static @Nullable Sentence verbatim(@Nullable String words) {
    return words == null ? null : Sentence.verbatim(words);
  }

  public ProblemType type() {
    return type;
  }

  /// What went wrong: the thing and the rule. The exception's message is its English.
  public Sentence detail() {
    return detail;
  }

  public @Nullable Sentence remedy() {
    return remedy;
  }

  /// The request itself is wrong.
  public static final class Invalid extends Refusal {
    public Invalid(Sentence detail) {
      this(detail, null);
    }

    public Invalid(Sentence detail, @Nullable Sentence remedy) {
      super(ProblemType.INVALID, detail, remedy);
    }

    public Invalid(String message) {
      this(Sentence.verbatim(message));
    }

    public Invalid(String message, @Nullable String remedy) {
      this(Sentence.verbatim(message), verbatim(remedy));
    }
  }

  /// The caller may not do this.
  public static final class Forbidden extends Refusal {
    public Forbidden(Sentence detail) {
      this(ProblemType.FORBIDDEN, detail, null);
    }

    public Forbidden(ProblemType type, Sentence detail, @Nullable Sentence remedy) {
      super(type, detail, remedy);
    }

    public Forbidden(String message) {
      this(Sentence.verbatim(message));
    }

    public Forbidden(ProblemType type, String message, @Nullable String remedy) {
      this(type, Sentence.verbatim(message), verbatim(remedy));
    }
  }

  /// The thing does not exist, or not yet.
  public static final class NotFound extends Refusal {
    public NotFound(Sentence detail) {
      this(ProblemType.NOT_FOUND, detail, null);
    }

    public NotFound(ProblemType type, Sentence detail, @Nullable Sentence remedy) {
      super(type, detail, remedy);
    }

    public NotFound(String message) {
      this(Sentence.verbatim(message));
    }

    public NotFound(ProblemType type, String message, @Nullable String remedy) {
      this(type, Sentence.verbatim(message), verbatim(remedy));
    }
  }

  /// The thing is not in a state that allows this.
  public static final class Conflict extends Refusal {
    public Conflict(Sentence detail) {
      this(ProblemType.CONFLICT, detail, null);
    }

    public Conflict(Sentence detail, @Nullable Sentence remedy) {
      this(ProblemType.CONFLICT, detail, remedy);
    }

    public Conflict(ProblemType type, Sentence detail, @Nullable Sentence remedy) {
      super(type, detail, remedy);
    }

    public Conflict(String message) {
      this(Sentence.verbatim(message));
    }

    public Conflict(String message, @Nullable String remedy) {
      this(ProblemType.CONFLICT, message, remedy);
    }

    public Conflict(ProblemType type, String message, @Nullable String remedy) {
      this(type, Sentence.verbatim(message), verbatim(remedy));
    }
  }

  /// More bytes than the limit.
  public static final class TooLarge extends Refusal {
    public TooLarge(Sentence detail, @Nullable Sentence remedy) {
      super(ProblemType.TOO_LARGE, detail, remedy);
    }

    public TooLarge(String message, @Nullable String remedy) {
      this(Sentence.verbatim(message), verbatim(remedy));
    }
  }

  /// A part that is needed does not answer.
  public static final class Unavailable extends Refusal {
    public Unavailable(Sentence detail) {
      super(ProblemType.UNAVAILABLE, detail, null);
    }

    public Unavailable(String message) {
      this(message, null);
    }

    public Unavailable(Sentence detail, @Nullable Sentence remedy) {
      super(ProblemType.UNAVAILABLE, detail, remedy);
    }

    public Unavailable(String message, @Nullable String remedy) {
      this(Sentence.verbatim(message), verbatim(remedy));
    }
  }
}
