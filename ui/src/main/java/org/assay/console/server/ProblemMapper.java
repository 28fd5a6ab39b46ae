package org.assay.console.server;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import org.assay.api.Problem;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/// Turns an error answer into a [Refusal]. An answer that is no problem document (a proxy's page,
/// an empty body) becomes one that names the status only: foreign text is not shown to people.
public class ProblemMapper implements ResponseExceptionMapper<Refusal> {
  @Override
  public Refusal toThrowable(Response response) {
    return new Refusal(read(response));
  }

  private static Problem read(Response response) {
    var type = response.getMediaType();
    if (type == null || !type.getSubtype().endsWith("json") || !response.hasEntity()) {
      return bare(response.getStatus());
    }
    try {
      var problem = response.readEntity(Problem.class);
      return problem == null || problem.detail() == null ? bare(response.getStatus()) : problem;
    } catch (ProcessingException | IllegalStateException unreadable) {
      return bare(response.getStatus());
    }
  }

  static Problem bare(int status) {
    var title = Response.Status.fromStatusCode(status);
    var words = title == null ? "HTTP " + status : title.getReasonPhrase();
    return new Problem("about:blank", words, status, words + " (" + status + ")", null, null, null);
  }
}
