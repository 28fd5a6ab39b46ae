package org.assay.server.web;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The one place where a failure becomes `application/problem+json` (RFC 9457).
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return answer(
        refusal.type(),
        refusal.type().status(),
        String.valueOf(refusal.getMessage()),
        refusal.remedy(),
        null);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations) {
    List<String> errors =
        violations.getConstraintViolations().stream().map(Problems::sentence).sorted().toList();
    return answer(
        ProblemType.INVALID, 400, String.join("; ", errors), "Correct what is named.", errors);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException cause) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException cause) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException cause) {
    return answer(
        ProblemType.FORBIDDEN,
        403,
        "Your roles do not allow this.",
        "Ask an administrator for the role, or a person who has it to act.",
        null);
  }

  @ServerExceptionMapper
  Response raced(OptimisticLockException cause) {
    return answer(
        ProblemType.CONFLICT, 409, "Somebody changed it at the same moment.", "Try again.", null);
  }

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException cause) {
    return answer(ProblemType.INVALID, 400, sentence(cause), "Correct what is named.", null);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException cause) {
    int status = cause.getResponse().getStatus();
    ProblemType type =
        switch (status) {
          case 401 -> ProblemType.UNAUTHENTICATED;
          case 403 -> ProblemType.FORBIDDEN;
          case 404 -> ProblemType.NOT_FOUND;
          case 413 -> ProblemType.TOO_LARGE;
          case 415 -> ProblemType.UNSUPPORTED;
          default -> status < 500 ? ProblemType.INVALID : ProblemType.INTERNAL;
        };
    if (status >= 500) {
      return failed(cause);
    }
    return answer(type, status, readable(cause), null, null);
  }

  @ServerExceptionMapper
  Response failed(Throwable cause) {
    return DatabaseRules.refusalIn(cause).map(this::refused).orElseGet(() -> internal(cause));
  }

  private static Response internal(Throwable cause) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(cause, "Request failed, id %s", id);
    Problem problem =
        new Problem(
            ProblemType.INTERNAL.urn(),
            ProblemType.INTERNAL.title(),
            500,
            "The server failed on this request. It is logged under the id " + id + ".",
            "Try again; if it stays, give the id to your administrator.",
            "urn:uuid:" + id,
            null);
    return Response.status(500).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  private static Response unauthenticated() {
    Response answer =
        answer(
            ProblemType.UNAUTHENTICATED,
            401,
            "The request has no valid token.",
            "Sign in again, or send a fresh bearer token.",
            null);
    return Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  private static Response answer(
      ProblemType type,
      int status,
      String detail,
      @Nullable String remedy,
      @Nullable List<String> errors) {
    Problem problem = new Problem(type.urn(), type.title(), status, detail, remedy, null, errors);
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  private static String sentence(MismatchedInputException cause) {
    String field =
        cause.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    String what = field.isEmpty() ? "The body" : "The field " + field;
    return cause instanceof InvalidFormatException format
        ? "%s cannot be read from %s.".formatted(what, shortened(format.getValue()))
        : what + " is not what is expected here.";
  }

  private static String shortened(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private static String sentence(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    String[] parts = path.split("\\.", 3);
    String field = parts.length == 3 ? parts[2] : parts[parts.length - 1];
    return field + " " + violation.getMessage();
  }

  /// Jackson's own words name the field and the place; its Java class names are left out.
  private static String readable(WebApplicationException cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    String message = root.getMessage() == null ? "HTTP error" : root.getMessage();
    return message
        .lines()
        .findFirst()
        .orElse("HTTP error")
        .replaceAll("`?org\\.assay[\\w.$]*`?", "the request");
  }
}
