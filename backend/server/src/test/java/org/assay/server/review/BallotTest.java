package org.assay.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assay.api.assessments.GateView;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BallotTest {
  private static final String DIGEST = "e".repeat(64);
  private static final DecisionView RAVI =
      new DecisionView("ravi", Decision.APPROVE, "good", DIGEST, Instant.EPOCH);

  @Test
  void aReviewerWithoutAStakeMaySayAnythingWhileTheGateIsOpen() {
    for (Decision decision : Decision.values()) {
      assertThat(ballot(ReviewState.OPEN, true).against(vote(decision, DIGEST), reviewer("ravi")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "asker, requested the review",
    "maker, is the author",
    "holder, owns the model",
    "keeper, owns the data"
  })
  void whoeverHasAStakeDoesNotDecide(String person, String because) {
    Refusal refusal = ballot(ReviewState.OPEN, true).against(reviewer(person)).orElseThrow();
    assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT_OF_INTEREST);
    assertThat(refusal).hasMessageContaining(person + " " + because);
  }

  @Test
  void anAdministratorIsNoReviewer() {
    Caller ada = new Caller("ada", "Ada", Set.of(Role.ADMIN));
    assertThat(ballot(ReviewState.OPEN, true).against(ada).orElseThrow().type())
        .isEqualTo(ProblemType.FORBIDDEN);
  }

  @ParameterizedTest
  @EnumSource(value = ReviewState.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void onlyAnOpenReviewTakesVotes(ReviewState state) {
    Refusal refusal = ballot(state, true).against(reviewer("ravi")).orElseThrow();
    assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
    assertThat(refusal).hasMessageContaining("version 3 of credit");
  }

  @Test
  void aSecondVoteOfTheSamePersonIsRefused() {
    DecisionView first = new DecisionView("ravi", Decision.APPROVE, "good", DIGEST, Instant.EPOCH);
    Ballot ballot = ballot(ReviewState.OPEN, true, first);
    assertThat(ballot.against(reviewer("ravi")).orElseThrow())
        .hasMessageContaining("ravi has decided")
        .hasMessageContaining("one vote");
    assertThat(ballot.against(reviewer("rosa"))).isEmpty();
  }

  @Test
  void aVoteAboutOtherEvidenceIsRefused() {
    Ballot ballot = ballot(ReviewState.OPEN, true);
    assertThat(
            ballot
                .against(vote(Decision.REJECT, "f".repeat(64)), reviewer("ravi"))
                .orElseThrow()
                .type())
        .isEqualTo(ProblemType.EVIDENCE_CHANGED);
    assertThat(ballot.against(new NewDecision(Decision.REJECT, "r", null), reviewer("ravi")))
        .isEmpty();
  }

  @Test
  void behindABlockedGateOnlyApprovalIsRefusedAndTheControlIsNamed() {
    Ballot ballot = ballot(ReviewState.OPEN, false);
    Refusal refusal =
        ballot.against(vote(Decision.APPROVE, DIGEST), reviewer("ravi")).orElseThrow();
    assertThat(refusal.type()).isEqualTo(ProblemType.GATE_BLOCKED);
    assertThat(refusal).hasMessageContaining("impact-ratio (fail)");
    assertThat(ballot.against(vote(Decision.REJECT, DIGEST), reviewer("ravi"))).isEmpty();
    assertThat(ballot.against(reviewer("ravi"))).isEmpty();
    assertThat(ballot.againstApproval()).isPresent();
  }

  @Test
  void whileTwoMustApproveNobodyWhoCouldBeLedSeesAVote() {
    Ballot ballot = ballot(2, ReviewState.OPEN, true, RAVI);
    assertThat(ballot.votesShownTo(reviewer("ravi"))).containsExactly(RAVI);
    assertThat(ballot.votesShownTo(caller("audrey", Role.AUDITOR))).containsExactly(RAVI);
    assertThat(ballot.votesShownTo(reviewer("rosa"))).isEmpty();
    assertThat(ballot.votesShownTo(caller("holder", Role.OWNER))).isEmpty();
    assertThat(ballot.votesShownTo(caller("ada", Role.ADMIN))).isEmpty();
    assertThat(ballot.votesShownTo(caller("audrey", Role.AUDITOR, Role.REVIEWER))).isEmpty();
    assertThat(ballot.votesShownTo(caller("holder", Role.AUDITOR))).isEmpty();
  }

  @Test
  void votesAreShownToAllOnceTheReviewIsClosedOrWhenOneApprovalIsEnough() {
    for (ReviewState state : List.of(ReviewState.APPROVED, ReviewState.WITHDRAWN)) {
      assertThat(ballot(2, state, true, RAVI).votesShownTo(reviewer("rosa"))).containsExactly(RAVI);
    }
    assertThat(ballot(1, ReviewState.OPEN, true, RAVI).votesShownTo(caller("ada", Role.ADMIN)))
        .containsExactly(RAVI);
  }

  private static Ballot ballot(ReviewState state, boolean open, DecisionView... votes) {
    return ballot(1, state, open, votes);
  }

  private static Ballot ballot(
      int required, ReviewState state, boolean open, DecisionView... votes) {
    return new Ballot(
        Sentence.of("registry.version", 3, "credit"),
        state,
        "asker",
        "maker",
        "holder",
        "keeper",
        DIGEST,
        gate(open),
        required,
        List.of(votes));
  }

  private static GateDecision gate(boolean open) {
    GateView.Control control =
        new GateView.Control(
            "impact-ratio",
            Map.of(),
            "c",
            "blocking",
            open ? "pass" : "fail",
            null,
            Map.of(),
            null);
    GateView view =
        new GateView(
            "p",
            "2026.1.1",
            "a",
            "assessment",
            open ? "open" : "blocked",
            DIGEST,
            List.of(control),
            Instant.EPOCH);
    return new GateDecision(UUID.randomUUID(), open, DIGEST, view);
  }

  private static NewDecision vote(Decision decision, String digest) {
    return new NewDecision(decision, "reason", digest);
  }

  private static Caller reviewer(String person) {
    return caller(person, Role.REVIEWER, Role.ADMIN, Role.OWNER);
  }

  private static Caller caller(String person, String... roles) {
    return new Caller(person, person, Set.of(roles));
  }
}
