package org.assay.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.assay.api.audit.EventView;

/// Events as one JSON array.
final class JsonEvents implements EventWriter {
  private final SequenceWriter out;

  JsonEvents(OutputStream out, ObjectMapper json) throws IOException {
    this.out =
        json.writerFor(EventView.class)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .writeValuesAsArray(out);
  }

  @Override
  public void write(EventView event) throws IOException {
    out.write(event);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
