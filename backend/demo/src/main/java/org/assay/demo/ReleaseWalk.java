package org.assay.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.releases.NewRelease;
import org.assay.api.releases.ReleaseView;

/// Releases an approved version to the demo's consumer.
final class ReleaseWalk {
  private static final TypeReference<ReleaseView> VIEW = new TypeReference<>() {};

  private final Connection api;
  private final Journal journal;
  private final String consumer;

  ReleaseWalk(Connection api, Journal journal, String consumer) {
    this.api = api;
    this.journal = journal;
    this.consumer = consumer;
  }

  void release(DemoModel model, VersionView version) {
    if (version.stage() != Stage.APPROVED) {
      throw new DemoStopped(
          VersionWalk.title(model)
              + " is "
              + version.stage()
              + " after its review, so it is not released: only an approved version is.");
    }
    NewRelease terms =
        new NewRelease(List.of(consumer), model.purposes(), null, model.ratePerMinute());
    ReleaseView release = api.post(Person.ADA, VersionWalk.path(model) + "/releases", terms, VIEW);
    journal.changed(
        "ada releases %s to %s until %s"
            .formatted(VersionWalk.title(model), consumer, release.expiresAt()));
  }
}
