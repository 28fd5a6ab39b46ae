package org.assay.server.registry;

import jakarta.persistence.Embeddable;
import org.assay.api.models.FileView;

@Embeddable
record ModelFileEntity(String name, String sha256, long size) {
  FileView view() {
    return new FileView(name, sha256, size);
  }
}
