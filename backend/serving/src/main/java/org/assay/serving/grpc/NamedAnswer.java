package org.assay.serving.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.serving.protocol.AnsweredBy;
import org.assay.serving.releases.Release;
import org.jspecify.annotations.Nullable;

/// Puts digest and release of what answered into the headers and the trailers of a call.
@Singleton
@GlobalInterceptor
class NamedAnswer implements ServerInterceptor {
  private static final Metadata.Key<String> DIGEST = key(AnsweredBy.DIGEST);
  private static final Metadata.Key<String> RELEASE = key(AnsweredBy.RELEASE);
  private static final Context.Key<AtomicReference<@Nullable Release>> ANSWERED =
      Context.key("assay-answered");

  private static Metadata.Key<String> key(String header) {
    return Metadata.Key.of(header.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);
  }

  /// To be called on the call's thread before its answer is given.
  static void by(Release release) {
    AtomicReference<@Nullable Release> answered = ANSWERED.get();
    if (answered == null) {
      throw new IllegalStateException("the call did not pass the interceptor");
    }
    answered.set(release);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    AtomicReference<@Nullable Release> answered = new AtomicReference<>();
    ServerCall<Q, A> named =
        new SimpleForwardingServerCall<Q, A>(call) {
          @Override
          public void sendHeaders(Metadata sent) {
            name(answered, sent);
            super.sendHeaders(sent);
          }

          @Override
          public void close(Status status, Metadata trailers) {
            name(answered, trailers);
            super.close(status, trailers);
          }
        };
    return Contexts.interceptCall(
        Context.current().withValue(ANSWERED, answered), named, headers, next);
  }

  private static void name(AtomicReference<@Nullable Release> answered, Metadata metadata) {
    Release release = answered.get();
    if (release != null) {
      metadata.put(DIGEST, release.digest());
      metadata.put(RELEASE, release.id());
    }
  }
}
