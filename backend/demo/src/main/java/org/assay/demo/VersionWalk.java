package org.assay.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.assay.api.models.ModelView;
import org.assay.api.models.NewModel;
import org.assay.api.models.NewVersion;
import org.assay.api.models.VersionView;

/// Brings a model's first version: registered, begun with its card, uploaded, sealed.
final class VersionWalk {
  static final int NUMBER = 1;

  private static final String FILE = "model.onnx";
  private static final TypeReference<ModelView> MODEL = new TypeReference<>() {};
  private static final TypeReference<VersionView> VERSION = new TypeReference<>() {};
  private static final TypeReference<List<VersionView>> VERSIONS = new TypeReference<>() {};

  private final Connection api;
  private final Journal journal;

  VersionWalk(Connection api, Journal journal) {
    this.api = api;
    this.journal = journal;
  }

  /// The path of the version that the demo walks.
  static String path(DemoModel model) {
    return "/models/" + model.name() + "/versions/" + NUMBER;
  }

  /// What the version is called in the journal.
  static String title(DemoModel model) {
    return model.name() + " version " + NUMBER;
  }

  /// Does what is missing.
  ///
  /// @return the version as it is then, sealed
  VersionView bring(DemoModel model) {
    register(model);
    VersionView version = begun(model);
    if (version.sealedAt() != null) {
      journal.note(title(model) + " is there and sealed");
      return version;
    }
    if (version.files().stream().noneMatch(file -> file.name().equals(FILE))) {
      byte[] content = DemoFiles.bytes(model.file());
      api.upload(Person.OLIVIA, path(model) + "/files/" + FILE, content);
      journal.changed(
          "olivia uploads " + FILE + " (" + content.length + " bytes) to " + title(model));
    }
    api.post(Person.OLIVIA, path(model) + "/seal");
    journal.changed("olivia seals " + title(model));
    return now(model);
  }

  VersionView now(DemoModel model) {
    return api.get(Person.OLIVIA, path(model), VERSION);
  }

  private void register(DemoModel model) {
    if (api.find(Person.OLIVIA, "/models/" + model.name(), MODEL).isPresent()) {
      journal.note("model " + model.name() + " is registered");
      return;
    }
    NewModel body = new NewModel(model.name(), model.purpose(), model.riskTier());
    api.post(Person.OLIVIA, "/models", body, MODEL);
    journal.changed("olivia registers model " + model.name());
  }

  private VersionView begun(DemoModel model) {
    String versions = "/models/" + model.name() + "/versions";
    return api.get(Person.OLIVIA, versions, VERSIONS).stream()
        .filter(version -> version.number() == NUMBER)
        .findFirst()
        .orElseGet(() -> begin(model, versions));
  }

  private VersionView begin(DemoModel model, String versions) {
    VersionView version = api.post(Person.OLIVIA, versions, new NewVersion(model.card()), VERSION);
    journal.changed("olivia begins " + title(model) + " with its card");
    return version;
  }
}
