package org.assay.console.server;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.assay.api.Problem;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns an error answer into a [Refusal]. An answer that is no problem document (a proxy's page,
/// an empty body) becomes one that names the status only: foreign text is not shown to people.
public class ProblemMapper implements ResponseExceptionMapper<Refusal> {
  @Override
  public Refusal toThrowable(Response response) {
    return new Refusal(
        response.hasEntity()
            ? read(
                response.getStatus(),
                response.getMediaType(),
                () -> response.readEntity(Problem.class))
            : bare(response.getStatus()));
  }

  static Problem read(int status, @Nullable MediaType type, Supplier<@Nullable Problem> body) {
    if (type == null || !type.getSubtype().endsWith("json")) {
      return bare(status);
    }
    try {
      var problem = body.get();
      return problem == null || problem.detail() == null ? bare(status) : problem;
    } catch (ProcessingException | IllegalStateException unreadable) {
      return bare(status);
    }
  }

  static Problem bare(int status) {
    var title = Response.Status.fromStatusCode(status);
    var words = title == null ? "HTTP " + status : title.getReasonPhrase();
    return new Problem("about:blank", words, status, words + " (" + status + ")", null, null, null);
  }
}
