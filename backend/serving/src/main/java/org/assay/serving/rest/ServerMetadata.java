package org.assay.serving.rest;

import java.util.List;
import org.assay.serving.protocol.ServerDescription;

/// Answers `GET v2`.
record ServerMetadata(String name, String version, List<String> extensions) {
  static ServerMetadata ours() {
    return new ServerMetadata(
        ServerDescription.NAME, ServerDescription.VERSION, ServerDescription.REST_EXTENSIONS);
  }
}
