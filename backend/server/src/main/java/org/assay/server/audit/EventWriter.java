package org.assay.server.audit;

import java.io.Closeable;
import java.io.IOException;
import org.assay.api.audit.EventView;

/// Takes events one by one and writes them out; closing it writes the end.
interface EventWriter extends Closeable {
  void write(EventView event) throws IOException;
}
