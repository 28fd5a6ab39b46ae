package org.assay.demo;

import java.util.List;
import org.assay.api.models.Card;
import org.assay.api.models.RiskTier;
import org.jspecify.annotations.Nullable;

/// A model of the demo and how far the demo brings its first version.
///
/// @param purpose what decisions it is for
/// @param until where the demo leaves it
/// @param submission why it should go live, in its owner's words; absent for a draft
/// @param approvals who would approve it and why, in the order of their votes
/// @param purposes what its release is for
/// @param ratePerMinute requests a minute that its release allows
public record DemoModel(
    String name,
    String purpose,
    RiskTier riskTier,
    Ending until,
    @Nullable String submission,
    List<Approval> approvals,
    List<String> purposes,
    @Nullable Integer ratePerMinute,
    Card card) {
  /// Where the demo leaves a model.
  public enum Ending {
    /// Sealed, without an assessment plan.
    DRAFT,
    /// Assessed and waiting for its reviewers.
    REVIEW,
    /// Approved, signed and released.
    LIVE
  }

  /// A reviewer's vote and the reason that goes with it.
  public record Approval(Person person, String reason) {}

  public DemoModel {
    approvals = approvals == null ? List.of() : List.copyOf(approvals);
    purposes = purposes == null ? List.of() : List.copyOf(purposes);
    if (until != Ending.DRAFT && submission == null) {
      throw new IllegalArgumentException(
          name + " goes to review, so it needs a submission: say why it should go live");
    }
    if (until == Ending.LIVE && approvals.isEmpty()) {
      throw new IllegalArgumentException(name + " goes live, so it needs a reviewer's approval");
    }
  }

  /// The model's bytes, a resource of [DemoFiles].
  public String file() {
    return "models/" + name + "/model.onnx";
  }
}
