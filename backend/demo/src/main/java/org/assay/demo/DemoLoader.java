package org.assay.demo;

import java.io.PrintStream;
import java.util.Objects;
import java.util.UUID;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.reviews.ReviewView;
import org.assay.demo.DemoModel.Ending;

/// Brings the demo's dataset and models through the public API, as the people whose work it is:
/// one model live, one waiting for review with a closed gate, one draft. Every step looks first
/// and does what is missing, so a second run changes nothing and a broken one is simply repeated.
public final class DemoLoader {
  private final Journal journal;
  private final DatasetWalk datasets;
  private final VersionWalk versions;
  private final AssessmentWalk assessments;
  private final ReviewWalk reviews;
  private final ReleaseWalk releases;

  public DemoLoader(LoaderSettings settings, PrintStream out) {
    Connection api = new Connection(settings);
    journal = new Journal(out, System::nanoTime);
    Patience patience = new Patience(settings, journal);
    datasets = new DatasetWalk(api, journal);
    versions = new VersionWalk(api, journal);
    assessments = new AssessmentWalk(api, journal, patience);
    reviews = new ReviewWalk(api, journal, patience);
    releases = new ReleaseWalk(api, journal, settings.consumer());
  }

  /// Loads the demo; exits with 1 and one sentence when something is refused.
  ///
  /// @param arguments as [LoaderSettings#from] takes them
  public static void main(String[] arguments) {
    try {
      new DemoLoader(LoaderSettings.from(arguments, System.getenv()), System.out).load();
    } catch (DemoStopped stopped) {
      System.err.println(stopped.getMessage());
      System.exit(1);
    }
  }

  /// Does what is missing.
  ///
  /// @return how many things were changed; 0 when the demo was complete
  /// @throws DemoStopped when something is refused, missing, or takes longer than the limit
  public int load() {
    UUID dataset = datasets.bring(DemoFiles.dataset());
    for (DemoModel model : DemoFiles.models()) {
      walk(model, dataset);
      journal.note(VersionWalk.title(model) + " is " + versions.now(model).stage());
    }
    int changes = journal.changes();
    journal.note(
        changes == 0 ? "nothing was changed: the demo was complete" : changes + " steps were done");
    return changes;
  }

  private void walk(DemoModel model, UUID dataset) {
    VersionView version = versions.bring(model);
    if (decidedByPeople(version.stage())) {
      journal.note(VersionWalk.title(model) + " is past the demo's part and left as it is");
      return;
    }
    assessments.waitForIntake(model);
    if (model.until() == Ending.DRAFT) {
      return;
    }
    assessments.assess(model, dataset);
    ReviewView review = reviews.submit(model, Objects.requireNonNull(model.submission()));
    if (model.until() == Ending.LIVE) {
      reviews.approve(model, review);
      releases.release(model, versions.now(model));
    }
  }

  private static boolean decidedByPeople(Stage stage) {
    return switch (stage) {
      case DRAFT, SUBMITTED, IN_REVIEW, APPROVED -> false;
      case CHANGES_REQUESTED,
          REJECTED,
          WITHDRAWN,
          RELEASED,
          SUSPENDED,
          EXPIRED,
          STALE,
          REVOKED,
          RETIRED ->
          true;
    };
  }
}
