package org.assay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 `application/problem+json` describes it.
///
/// @param type a stable name of the kind of problem, such as
// `urn:assay:problem:conflict-of-interest`
/// @param title the kind in a few words
/// @param status the HTTP status
/// @param detail what went wrong here: the thing and the rule
/// @param remedy what to do about it, where there is something to do
/// @param instance the request's id; the log has the cause under the same id
/// @param errors one sentence for each field that was refused
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String remedy,
    @Nullable String instance,
    @Nullable List<String> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";
}
