package org.assay.console.frame;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import jakarta.ws.rs.ProcessingException;
import java.util.UUID;
import org.assay.console.parts.Announcements;
import org.assay.console.server.Refusal;
import org.jboss.logging.Logger;

/// What becomes of an exception in a click: a refusal is told with its remedy, a server out of
// reach
/// is told so, and anything else gets an id whose cause is in the log.
final class Failures implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(Failures.class);

  @Override
  public void error(ErrorEvent event) {
    switch (cause(event.getThrowable())) {
      case Refusal refusal -> Announcements.refused(refusal);
      case ProcessingException away -> {
        LOG.warnf("The server was not reached: %s", away.getMessage());
        Announcements.unreachable();
      }
      case Throwable other -> {
        var id = UUID.randomUUID().toString();
        LOG.error("Failure " + id, other);
        Announcements.broken(id);
      }
    }
  }

  /// The refusal or the broken connection inside, where frameworks wrapped it.
  static Throwable cause(Throwable thrown) {
    for (var inner = thrown; inner != null; inner = inner.getCause()) {
      if (inner instanceof Refusal || inner instanceof ProcessingException) {
        return inner;
      }
    }
    return thrown;
  }
}
