package org.assay.console.walk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assay.api.models.FileView;
import org.assay.api.models.ModelView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.reviews.CommentView;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewComment;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.console.walk.FakeServer.Call;
import org.assay.console.walk.FakeServer.Refused;

/// The reviewers' desk behind the [FakeServer]: three reviews, one overdue, with claims, votes that
/// are hidden until they cannot sway, and a discussion. Settle it before the [Town]: the first
/// answer to a path wins.
final class Desk {
  static final String MODEL = "/models/([^/]+)";
  static final String VERSION = MODEL + "/versions/(\\d+)";
  private static final int REQUIRED = 2;

  private record Case(UUID id, String model, RiskTier tier, String gate, Duration left) {}

  private final List<Case> cases =
      List.of(
          new Case(id(1), "loan-approval", RiskTier.HIGH, "open", Duration.ofHours(50)),
          new Case(id(2), "fraud-screen", RiskTier.LIMITED, "blocked", Duration.ofHours(-40)),
          new Case(id(3), "rent-default", RiskTier.HIGH, "open", Duration.ofHours(5)));
  private final Instant began = Instant.now();
  private final Map<UUID, String> claims = new ConcurrentHashMap<>();
  private final Map<UUID, List<DecisionView>> votes = new ConcurrentHashMap<>();
  private final List<CommentView> comments = new CopyOnWriteArrayList<>();

  Desk() {
    claims.put(id(3), "rosa");
    comments.add(
        new CommentView(
            UUID.randomUUID(),
            "rosa",
            "Was the gap for afam there in version 0 as well?",
            "77".repeat(32),
            true,
            began.minus(Duration.ofHours(30))));
  }

  void settle(FakeServer server) {
    server.on("GET", "/reviews", this::list);
    server.on("GET", VERSION + "/reviews", this::ofVersion);
    server.on("GET", "/reviews/([^/]+)", call -> view(found(call), call.caller()));
    server.on("POST", "/reviews/([^/]+)/claim", this::claim);
    server.on("DELETE", "/reviews/([^/]+)/claim", this::unclaim);
    server.on("POST", "/reviews/([^/]+)/decisions", this::decide);
    server.on("GET", "/reviews/([^/]+)/comments", call -> List.copyOf(comments));
    server.on("POST", "/reviews/([^/]+)/comments", this::comment);
    server.on("GET", MODEL + "/versions/(1)", call -> version(named(call.part(1))));
    server.on("GET", "/models/(fraud-screen|rent-default)", call -> model(named(call.part(1))));
  }

  private static UUID id(int number) {
    return new UUID(0, 0xa0 + number);
  }

  private Case named(String model) {
    return cases.stream().filter(c -> c.model().equals(model)).findFirst().orElseThrow();
  }

  private Case found(Call call) {
    var id = UUID.fromString(call.part(1));
    return cases.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private List<DecisionView> votesOn(Case it) {
    return votes.getOrDefault(it.id(), List.of());
  }

  private boolean hasVoted(Case it, String person) {
    return votesOn(it).stream().anyMatch(v -> v.person().equals(person));
  }

  private static boolean isReviewer(String person) {
    return List.of("ravi", "rosa").contains(person);
  }

  private Object list(Call call) {
    var isMine = call.asks("mine=true");
    return FakeServer.page(
        cases.stream()
            .filter(it -> state(it) == ReviewState.OPEN || call.asks("state=APPROVED"))
            .filter(it -> !isMine || (isReviewer(call.caller()) && !hasVoted(it, call.caller())))
            .sorted((a, b) -> a.left().compareTo(b.left()))
            .map(it -> view(it, call.caller()))
            .toList());
  }

  private Object ofVersion(Call call) {
    return call.number(2) == 1 ? List.of(view(named(call.part(1)), call.caller())) : List.of();
  }

  private Object claim(Call call) {
    claims.put(found(call).id(), call.caller());
    return view(found(call), call.caller());
  }

  private Object unclaim(Call call) {
    claims.remove(found(call).id());
    return view(found(call), call.caller());
  }

  private Object decide(Call call) throws IOException {
    var it = found(call);
    var said = call.body(NewDecision.class);
    if (hasVoted(it, call.caller())) {
      throw new Refused(409, "Voted", "You have decided already.", "One person, one vote.");
    }
    votes
        .computeIfAbsent(it.id(), none -> new CopyOnWriteArrayList<>())
        .add(
            new DecisionView(
                call.caller(),
                said.decision(),
                said.reason(),
                said.evidenceDigest(),
                Instant.now()));
    return view(it, call.caller());
  }

  private Object comment(Call call) throws IOException {
    var said = call.body(NewComment.class);
    var comment =
        new CommentView(
            UUID.randomUUID(), call.caller(), said.text(), Samples.EVIDENCE, false, Instant.now());
    comments.add(comment);
    return comment;
  }

  private ReviewState state(Case it) {
    if (votesOn(it).stream().anyMatch(v -> v.decision() == Decision.REJECT)) {
      return ReviewState.REJECTED;
    }
    return votesOn(it).size() < REQUIRED ? ReviewState.OPEN : ReviewState.APPROVED;
  }

  private ReviewView view(Case it, String caller) {
    var cast = votesOn(it);
    var mayStillVote = state(it) == ReviewState.OPEN && isReviewer(caller) && !hasVoted(it, caller);
    return new ReviewView(
        it.id(),
        it.model(),
        1,
        Samples.DIGEST,
        it.tier(),
        state(it),
        "olivia",
        "The desk needs 40 % fewer manual pre-checks.\n"
            + "The gap for afam was discussed with compliance on 3 November.",
        REQUIRED,
        it.gate(),
        Samples.EVIDENCE,
        began.minus(Duration.ofHours(26)),
        began.minus(Duration.ofHours(25)),
        null,
        began.plus(it.left()),
        claims.get(it.id()),
        claims.containsKey(it.id()) ? began.minus(Duration.ofHours(2)) : null,
        cast.size(),
        mayStillVote ? List.of() : cast,
        blocked(it, caller),
        "blocked".equals(it.gate())
            ? "The gate is blocked: selection rates are not within four fifths."
            : null);
  }

  private String blocked(Case it, String caller) {
    if (hasVoted(it, caller)) {
      return "You have decided already: one person, one vote.";
    }
    return isReviewer(caller)
        ? null
        : "Deciding needs the role reviewer, and no part in the model.";
  }

  private VersionView version(Case it) {
    return new VersionView(
        it.id(),
        it.model(),
        1,
        switch (state(it)) {
          case APPROVED -> Stage.APPROVED;
          case REJECTED -> Stage.REJECTED;
          case REQUESTED, OPEN, CHANGES_REQUESTED, WITHDRAWN -> Stage.IN_REVIEW;
        },
        "olivia",
        Samples.CARD,
        List.of(new FileView("model.onnx", Samples.DIGEST, 183_492)),
        Samples.DIGEST,
        began.minus(Duration.ofDays(8)),
        began.minus(Duration.ofDays(7)));
  }

  private ModelView model(Case it) {
    return new ModelView(
        it.id(),
        it.model(),
        "Screens payments for the fraud desk.",
        "olivia",
        it.tier(),
        began,
        1,
        Stage.IN_REVIEW,
        null);
  }
}
