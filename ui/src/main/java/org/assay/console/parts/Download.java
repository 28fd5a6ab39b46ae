package org.assay.console.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.assay.console.server.Refusal;
import org.jboss.logging.Logger;

/// A link that brings a file, passed on as it comes: nothing is kept in memory. What is refused
/// before the first byte ends the download with the server's status; what breaks later breaks the
/// download, so that half a file is not taken for a whole one.
public class Download extends Anchor {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(Download.class);

  /// Writes the file. It must ask the server for the first part before it writes anything.
  @FunctionalInterface
  public interface Content {
    void write(DownloadEvent event) throws IOException;
  }

  public Download(String id, String text, String fileName, String type, Content content) {
    setId(id);
    addClassNames("download");
    add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(text));
    setRouterIgnore(true);
    DownloadHandler handler = event -> send(event, fileName, type, content);
    setHref(handler);
    getElement().setAttribute("download", fileName);
  }

  /// A file that the server makes.
  public static Download of(
      String id, String text, String fileName, String type, Supplier<InputStream> file) {
    return new Download(
        id,
        text,
        fileName,
        type,
        event -> {
          try (var bytes = file.get()) {
            bytes.transferTo(event.getOutputStream());
          }
        });
  }

  private static void send(DownloadEvent event, String fileName, String type, Content content)
      throws IOException {
    event.setFileName(fileName);
    event.setContentType(type);
    try {
      content.write(event);
    } catch (Refusal refusal) {
      event.getResponse().sendError(refusal.status(), refusal.problem().detail());
    } catch (ProcessingException away) {
      LOG.warnf("The server was not reached for %s: %s", fileName, away.getMessage());
      event.getResponse().sendError(503, "The server cannot be reached.");
    }
  }
}
