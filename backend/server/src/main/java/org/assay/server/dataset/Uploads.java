package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.UUID;
import org.assay.api.datasets.DatasetView;
import org.assay.server.files.FilesConfig;
import org.assay.server.files.StoredFile;
import org.assay.server.files.StoredFiles;
import org.assay.server.identity.Caller;

/// Takes a dataset's content in: may it come, store it, examine it, write it down. Only the first
/// and the last step hold a transaction.
@ApplicationScoped
class Uploads {
  private final Datasets datasets;
  private final StoredFiles files;
  private final FilesConfig limits;
  private final Examiner examiner;

  Uploads(Datasets datasets, StoredFiles files, FilesConfig limits, Examiner examiner) {
    this.datasets = datasets;
    this.files = files;
    this.limits = limits;
    this.examiner = examiner;
  }

  DatasetView upload(UUID id, InputStream bytes, Caller by) {
    datasets.requireOpenForContent(id, by);
    StoredFile stored = files.store(bytes, limits.maximumDataset());
    Content content = examiner.examine(files.path(stored.sha256()));
    return datasets.fill(id, stored, content, by);
  }
}
