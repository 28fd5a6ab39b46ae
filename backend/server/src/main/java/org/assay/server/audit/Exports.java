package org.assay.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assay.server.identity.Caller;

/// Gives the record out as a file. It is written whole before its first byte is sent: who gets it
/// gets all of it, and a slow reader holds no transaction open.
@ApplicationScoped
class Exports {
  static final String PREFIX = "assay-audit";

  private final Export export;

  Exports(Export export) {
    this.export = export;
  }

  /// @return the file's bytes; the file is gone when the stream is closed
  InputStream open(EventFilter filter, ExportFormat format, Caller by) {
    try {
      Path file = Files.createTempFile(PREFIX, "." + format.extension());
      boolean written = false;
      try {
        export.write(filter, format, file, by);
        InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        written = true;
        return content;
      } finally {
        if (!written) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The record cannot be exported", e);
    }
  }
}
