package org.assay.serving.releases;

import org.assay.api.releases.ReleaseFeed.Live;

/// Where a release of the feed stands in this process.
sealed interface Standing {
  Live live();

  /// Being fetched and verified.
  record Loading(Live live, int attempt) implements Standing {}

  /// Answers.
  record Loaded(Live live, Release release) implements Standing {}

  /// Does not answer.
  ///
  /// @param passing whether it may pass by itself
  /// @param again when to try again, by the forward clock
  record Refused(Live live, int attempt, String reason, boolean passing, long again)
      implements Standing {}
}
