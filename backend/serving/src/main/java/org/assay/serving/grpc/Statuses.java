package org.assay.serving.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import org.assay.serving.Refusal;
import org.jboss.logging.Logger;

/// The one place where a failure becomes a gRPC status.
final class Statuses {
  private static final Logger LOG = Logger.getLogger(Statuses.class);
  private static final Metadata.Key<String> RETRY_AFTER =
      Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER);

  private Statuses() {}

  static StatusRuntimeException of(Refusal refusal) {
    Metadata trailers = new Metadata();
    if (refusal.retryAfterSeconds() > 0) {
      trailers.put(RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
    }
    return code(refusal.kind()).withDescription(refusal.sentence()).asRuntimeException(trailers);
  }

  private static Status code(Refusal.Kind kind) {
    return switch (kind) {
      case MALFORMED -> Status.INVALID_ARGUMENT;
      case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
      case FORBIDDEN -> Status.PERMISSION_DENIED;
      case UNKNOWN -> Status.NOT_FOUND;
      case NOT_RELEASED -> Status.FAILED_PRECONDITION;
      case TOO_LARGE, RATE -> Status.RESOURCE_EXHAUSTED;
      case FAILED -> Status.INTERNAL;
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case DEADLINE -> Status.DEADLINE_EXCEEDED;
    };
  }

  static StatusRuntimeException unexpected(RuntimeException cause) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(cause, "%s: a request failed", incident);
    return Status.INTERNAL
        .withDescription("the server failed; its log has the cause under " + incident)
        .asRuntimeException();
  }
}
