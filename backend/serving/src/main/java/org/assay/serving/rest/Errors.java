package org.assay.serving.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.assay.serving.Refusal;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where a failure becomes `{"error": "..."}`.
class Errors {
  private static final Logger LOG = Logger.getLogger(Errors.class);

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    Response.ResponseBuilder response = error(refusal.kind().status(), refusal.sentence());
    if (refusal.retryAfterSeconds() > 0) {
      response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException cause) {
    return unauthenticated("no bearer token: send Authorization: Bearer <access token>");
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException cause) {
    return unauthenticated("the bearer token is not valid: it may have expired");
  }

  private static Response unauthenticated(String sentence) {
    return error(401, sentence).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException cause) {
    return error(403, "inference needs the role consumer, which the token does not have").build();
  }

  @ServerExceptionMapper
  Response other(WebApplicationException cause) {
    int status = cause.getResponse().getStatus();
    String sentence =
        switch (status) {
          case 404 -> "there is nothing at this address";
          case 405 -> "this address does not take this method";
          default -> Response.Status.fromStatusCode(status) + "";
        };
    return error(status, sentence).build();
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException cause) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(cause, "%s: a request failed", incident);
    return error(500, "the server failed; its log has the cause under " + incident).build();
  }

  private static Response.ResponseBuilder error(int status, String sentence) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Map.of("error", sentence));
  }
}
