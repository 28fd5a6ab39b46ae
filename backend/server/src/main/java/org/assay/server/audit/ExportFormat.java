package org.assay.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;

/// How events are written out.
enum ExportFormat {
  CSV("csv"),
  JSON("json");

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  EventWriter writer(OutputStream out, ObjectMapper json) throws IOException {
    return switch (this) {
      case CSV -> new CsvEvents(out, json);
      case JSON -> new JsonEvents(out, json);
    };
  }
}
