package org.assay.server.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// The language of whoever sent the request that is answered; English where there is none, as in a
/// job.
@ApplicationScoped
public class ReaderLanguage {
  private final CurrentVertxRequest request;

  ReaderLanguage(CurrentVertxRequest request) {
    this.request = request;
  }

  public Language get() {
    if (!Arc.container().requestContext().isActive()) {
      return Language.ENGLISH;
    }
    @Nullable RoutingContext context = request.getCurrent();
    return context == null
        ? Language.ENGLISH
        : Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
