package org.assay.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.NewDataset;

/// Brings the dataset: begun, uploaded, its columns classified and confirmed by its owner.
final class DatasetWalk {
  private static final TypeReference<DatasetView> VIEW = new TypeReference<>() {};
  private static final TypeReference<Page<DatasetView>> VIEWS = new TypeReference<>() {};

  private final Connection api;
  private final Journal journal;

  DatasetWalk(Connection api, Journal journal) {
    this.api = api;
    this.journal = journal;
  }

  /// Does what is missing.
  ///
  /// @return the dataset's id
  UUID bring(DemoDataset dataset) {
    DatasetView view = begun(dataset);
    if (view.confirmed()) {
      journal.note("dataset " + dataset.name() + " is there, its columns confirmed");
      return view.id();
    }
    String path = "/datasets/" + view.id();
    if (view.sha256() == null) {
      api.upload(Person.OLIVIA, path + "/content", DemoFiles.bytes(dataset.file()));
      journal.changed("olivia uploads " + dataset.file() + " to dataset " + dataset.name());
    }
    api.put(Person.OLIVIA, path + "/classification", dataset.columns());
    journal.changed("olivia confirms the sensitivity of " + dataset.columns().size() + " columns");
    return view.id();
  }

  private DatasetView begun(DemoDataset dataset) {
    Page<DatasetView> found =
        api.get(Person.OLIVIA, "/datasets?size=200&q=" + dataset.name(), VIEWS);
    return found.items().stream()
        .filter(each -> each.name().equals(dataset.name()))
        .findFirst()
        .orElseGet(() -> begin(dataset));
  }

  private DatasetView begin(DemoDataset dataset) {
    NewDataset body = new NewDataset(dataset.name(), dataset.description());
    DatasetView view = api.post(Person.OLIVIA, "/datasets", body, VIEW);
    journal.changed("olivia begins dataset " + dataset.name());
    return view;
  }
}
