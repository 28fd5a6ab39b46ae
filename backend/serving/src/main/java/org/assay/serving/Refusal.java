package org.assay.serving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request that gets no answer from a model. The message is for the caller: it names the thing
/// and the rule, and no cause from inside.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why, with the status of the REST protocol.
  public enum Kind {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    UNKNOWN(404),
    /// Revoked, expired, or never released for use.
    NOT_RELEASED(409),
    TOO_LARGE(413),
    RATE(429),
    FAILED(500),
    /// Loading, overloaded, or out of contact with the control plane.
    UNAVAILABLE(503),
    DEADLINE(504);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /// The HTTP status.
    public int status() {
      return status;
    }
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public Refusal(Kind kind, String message) {
    this(kind, message, null);
  }

  /// @param retryAfter when it is worth asking again
  public Refusal(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public static Refusal malformed(String message) {
    return new Refusal(Kind.MALFORMED, message);
  }

  public Kind kind() {
    return kind;
  }

  /// The sentence for the caller.
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /// Whole seconds to wait, at least 1; 0 where there is nothing to wait for.
  public long retryAfterSeconds() {
    return retryAfter == null ? 0 : Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
