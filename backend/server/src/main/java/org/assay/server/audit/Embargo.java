package org.assay.server.audit;

import java.util.Set;
import org.assay.server.identity.Caller;

/// Acts that are on the record but that some readers must not know yet. A feature implements it;
/// until it lets go, such an event is left out of what that reader is shown. Nothing is left out of
/// the record itself.
public interface Embargo {
  /// The action it is about, such as `review.voted`.
  String action();

  /// The ids of the things whose events with this action the reader does not see yet; within the
  /// transaction that reads the record.
  Set<String> subjects(Caller reader);
}
