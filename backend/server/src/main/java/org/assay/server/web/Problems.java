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

  private static final Sentence CORRECT = Sentence.of("web.correct-what-is-named");

  private final ReaderLanguage reader;

  Problems(ReaderLanguage reader) {
    this.reader = reader;
  }

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return answer(
        refusal.type(), refusal.type().status(), refusal.detail(), refusal.remedy(), null);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations) {
    List<String> errors =
        violations.getConstraintViolations().stream().map(Problems::sentence).sorted().toList();
    return answer(
        ProblemType.INVALID, 400, Sentence.verbatim(String.join("; ", errors)), CORRECT, errors);
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
        Sentence.of("web.role-missing"),
        Sentence.of("web.role-missing.remedy"),
        null);
  }

  @ServerExceptionMapper
  Response raced(OptimisticLockException cause) {
    return answer(
        ProblemType.CONFLICT, 409, Sentence.of("web.raced"), Sentence.of("web.raced.remedy"), null);
  }

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException cause) {
    return answer(ProblemType.INVALID, 400, sentence(cause), CORRECT, null);
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
    return answer(type, status, Sentence.of("web.http", readable(cause)), null, null);
  }

  @ServerExceptionMapper
  Response failed(Throwable cause) {
    return DatabaseRules.refusalIn(cause).map(this::refused).orElseGet(() -> internal(cause));
  }

  private Response internal(Throwable cause) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(cause, "Request failed, id %s", id);
    return answer(
        ProblemType.INTERNAL,
        500,
        Sentence.of("web.internal", id),
        Sentence.of("web.internal.remedy"),
        "urn:uuid:" + id,
        null);
  }

  private Response unauthenticated() {
    Response answer =
        answer(
            ProblemType.UNAUTHENTICATED,
            401,
            Sentence.of("web.no-token"),
            Sentence.of("web.no-token.remedy"),
            null);
    return Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  private Response answer(
      ProblemType type,
      int status,
      Sentence detail,
      @Nullable Sentence remedy,
      @Nullable List<String> errors) {
    return answer(type, status, detail, remedy, null, errors);
  }

  private Response answer(
      ProblemType type,
      int status,
      Sentence detail,
      @Nullable Sentence remedy,
      @Nullable String instance,
      @Nullable List<String> errors) {
    Language language = reader.get();
    Problem problem =
        new Problem(
            type.urn(),
            type.title().in(language),
            status,
            detail.in(language),
            remedy == null ? null : remedy.in(language),
            instance,
            errors);
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .language(language.locale())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(problem)
        .build();
  }

  private static Sentence sentence(MismatchedInputException cause) {
    String field =
        cause.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    Sentence what =
        field.isEmpty() ? Sentence.of("web.the-body") : Sentence.of("web.the-field", field);
    return cause instanceof InvalidFormatException format
        ? Sentence.of("web.unreadable-value", what, shortened(format.getValue()))
        : Sentence.of("web.unexpected-shape", what);
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
