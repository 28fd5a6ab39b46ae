package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.assay.server.audit.Embargo;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;

/// Keeps the record from telling what [Ballot#votesShownTo] does not show. The whole event is left
/// out, not its body alone: while a review is open every vote on it is an approval, so that who has
/// voted is already what they said.
@ApplicationScoped
class VoteEmbargo implements Embargo {
  private final ReviewRecords records;

  VoteEmbargo(ReviewRecords records) {
    this.records = records;
  }

  @Override
  public String action() {
    return Reviews.VOTED;
  }

  @Override
  public Set<String> subjects(Caller reader) {
    boolean watches = reader.is(Role.AUDITOR) && !reader.is(Role.REVIEWER);
    return records.votedApart(reader.subject(), watches);
  }
}
