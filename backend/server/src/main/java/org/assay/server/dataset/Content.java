package org.assay.server.dataset;

import java.util.List;

/// What an uploaded file turned out to hold.
record Content(ContentFormat format, List<ColumnEntity> columns, long rows) {
  Content {
    columns = List.copyOf(columns);
  }
}
