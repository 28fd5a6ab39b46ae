package org.assay.server.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.policy.GateDecision;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// All that decides who may vote on a review, and how. The same rules refuse a vote and tell the
/// screen why a button is off; the database holds them once more.
///
/// @param title of the version, as in `version 3 of credit`
/// @param requester who asked for the review
/// @param author who began the version
/// @param modelOwner who owns the model
/// @param datasetOwner who owns the data it was examined on
/// @param evidenceDigest what is decided about, once the review is open
/// @param gate what the gate said, once it was asked
/// @param required how many approvals it takes
record Ballot(
    Sentence title,
    ReviewState state,
    String requester,
    String author,
    String modelOwner,
    @Nullable String datasetOwner,
    @Nullable String evidenceDigest,
    @Nullable GateDecision gate,
    int required,
    List<DecisionView> votes) {
  Ballot {
    votes = List.copyOf(votes);
  }

  /// Why this caller cannot vote at all.
  Optional<Refusal> against(Caller caller) {
    return firstOf(notAReviewer(caller), notOpen(), stake(caller.subject()), voted(caller));
  }

  /// Why nobody can approve, although they may still reject.
  Optional<Refusal> againstApproval() {
    if (gate == null || gate.open() || !live()) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal.Conflict(
            ProblemType.GATE_BLOCKED,
            Sentence.of("review.gate-blocks", title, gate.blockers()),
            Sentence.of("review.gate-blocks.remedy")));
  }

  /// Why this vote by this caller is refused.
  Optional<Refusal> against(NewDecision vote, Caller caller) {
    Optional<Refusal> approval =
        vote.decision() == Decision.APPROVE ? againstApproval() : Optional.empty();
    return firstOf(against(caller), otherEvidence(vote), approval);
  }

  /// The votes that this caller is shown. While a review takes more than one approval and is open,
  /// nobody who could be led by a vote, or lead others by telling of it, sees one: only who has
  /// voted, and an auditor without a vote or a stake. [VoteEmbargo] keeps the record to the same.
  List<DecisionView> votesShownTo(Caller caller) {
    boolean apart = state == ReviewState.OPEN && required > 1;
    boolean shown = !apart || voted(caller).isPresent() || onlyWatches(caller);
    return shown ? votes : List.of();
  }

  private boolean onlyWatches(Caller caller) {
    return caller.is(Role.AUDITOR)
        && !caller.is(Role.REVIEWER)
        && stake(caller.subject()).isEmpty();
  }

  private boolean live() {
    return state == ReviewState.REQUESTED || state == ReviewState.OPEN;
  }

  private static Optional<Refusal> notAReviewer(Caller caller) {
    return caller.is(Role.REVIEWER)
        ? Optional.empty()
        : Optional.of(new Refusal.Forbidden(Sentence.of("review.not-reviewer")));
  }

  private Optional<Refusal> notOpen() {
    return switch (state) {
      case OPEN -> Optional.empty();
      case REQUESTED ->
          Optional.of(
              new Refusal.Conflict(
                  Sentence.of("review.not-open", title), Sentence.of("review.not-open.remedy")));
      case APPROVED, CHANGES_REQUESTED, REJECTED, WITHDRAWN ->
          Optional.of(new Refusal.Conflict(Sentence.of("review.closed", title, state)));
    };
  }

  private Optional<Refusal> stake(String person) {
    return firstOf(
        stake(person, requester, Sentence.of("review.requester", person, title)),
        stake(person, author, Sentence.of("review.author", person, title)),
        stake(person, modelOwner, Sentence.of("review.model-owner", person, title)),
        stake(person, datasetOwner, Sentence.of("review.dataset-owner", person, title)));
  }

  private static Optional<Refusal> stake(String person, @Nullable String holder, Sentence why) {
    if (!person.equals(holder)) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal.Forbidden(
            ProblemType.CONFLICT_OF_INTEREST, why, Sentence.of("review.stake.remedy")));
  }

  private Optional<Refusal> voted(Caller caller) {
    return votes.stream()
        .filter(v -> v.person().equals(caller.subject()))
        .findFirst()
        .map(
            v ->
                new Refusal.Conflict(Sentence.of("review.voted", v.person(), title, v.decision())));
  }

  private Optional<Refusal> otherEvidence(NewDecision vote) {
    if (vote.evidenceDigest() == null || vote.evidenceDigest().equals(evidenceDigest)) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal.Conflict(
            ProblemType.EVIDENCE_CHANGED,
            Sentence.of("review.other-evidence", title, evidenceDigest, vote.evidenceDigest()),
            Sentence.of("review.other-evidence.remedy")));
  }

  @SafeVarargs
  private static Optional<Refusal> firstOf(Optional<Refusal>... refusals) {
    return Stream.of(refusals).flatMap(Optional::stream).findFirst();
  }
}
