package org.assay.console.walk;

import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.ModelView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.releases.NewRelease;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.releases.Revocation;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.api.reviews.ReviewView.DecisionView;
import org.assay.console.walk.FakeServer.Call;
import org.assay.console.walk.FakeServer.Refused;

/// The state behind the [FakeServer]: model `loan-approval` with version 1 under review and version
/// 2 a draft.
final class Town {
  private static final String MODEL = "/models/([^/]+)";
  private static final String VERSION = MODEL + "/versions/(\\d+)";
  private static final UUID REVIEW = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
  private static final UUID RELEASE = UUID.fromString("00000000-0000-4000-8000-0000000000b1");

  private final Map<String, FileView> files = new TreeMap<>();
  private final List<DecisionView> decisions = new ArrayList<>();
  private final AtomicReference<Card> draftCard = new AtomicReference<>(Card.EMPTY);
  private final AtomicReference<ReleaseView> release = new AtomicReference<>();
  private String draftDigest;
  private Stage draftStage = Stage.DRAFT;

  void settle(FakeServer server) {
    models(server);
    versions(server);
    assessments(server);
    reviews(server);
    releases(server);
    server.on("GET", "/datasets", call -> FakeServer.page(List.of(Samples.dataset())));
    server.on("GET", "/datasets/[^/]+", call -> Samples.dataset());
    server.on("GET", "/datasets/[^/]+/grants", call -> List.of());
    server.on("GET", "/jobs", call -> FakeServer.page(List.of()));
    server.on(
        "GET",
        "/audit/events",
        call ->
            FakeServer.page(
                List.of(
                    Samples.event(4, "olivia", "version.submitted", 1),
                    Samples.event(3, "olivia", "version.sealed", 1))));
    new Bureau().settle(server);
  }

  /// Two reviewers have approved version 1.
  void approve() {
    for (var person : List.of("ravi", "rosa")) {
      decisions.add(
          new DecisionView(
              person, Decision.APPROVE, "Evidence read.", Samples.EVIDENCE, Samples.NOW));
    }
  }

  private void models(FakeServer server) {
    server.on(
        "GET",
        "/models",
        call -> FakeServer.page(isFound(call.query("q")) ? List.of(model()) : List.of()));
    server.on("GET", MODEL, call -> known(call, model()));
    server.on(
        "POST",
        "/models",
        call -> {
          throw new Refused(
              409,
              "Taken",
              "A model with this name exists already.",
              "Choose another name, or begin a version of the existing model.");
        });
  }

  private boolean isFound(String text) {
    return text == null || model().name().contains(text) || model().purpose().contains(text);
  }

  private static <T> T known(Call call, T thing) {
    if ("loan-approval".equals(call.part(1))) {
      return thing;
    }
    throw new Refused(
        404, "Not found", "There is no model " + call.part(1) + ".", "Look it up in the list.");
  }

  private ModelView model() {
    return new ModelView(
        UUID.randomUUID(),
        "loan-approval",
        "Pre-sorts mortgage applications for the credit desk.",
        "olivia",
        RiskTier.HIGH,
        Samples.NOW.minus(Duration.ofDays(9)),
        2,
        draftStage,
        release.get() != null && release.get().state() == ReleaseState.LIVE ? 1 : null);
  }

  private void versions(FakeServer server) {
    server.on("GET", MODEL + "/versions", call -> List.of(version(2), version(1)));
    server.on("GET", VERSION, call -> known(call, version(call.number(2))));
    server.on("PUT", VERSION + "/files/([^/]+)", this::store);
    server.on(
        "POST",
        VERSION + "/seal",
        call -> {
          draftDigest = Samples.DIGEST;
          return version(2);
        });
    server.on(
        "PUT",
        VERSION + "/card",
        call -> {
          draftCard.set(call.body(Card.class));
          return version(2);
        });
    server.on(
        "GET",
        VERSION + "/events",
        call ->
            List.of(
                Samples.event(4, "olivia", "version.submitted", call.number(2)),
                Samples.event(3, "olivia", "version.sealed", call.number(2)),
                Samples.event(1, "olivia", "version.begun", call.number(2))));
  }

  private FileView store(Call call) throws IOException {
    try (var content =
        new DigestInputStream(
            call.exchange().getRequestBody(), MessageDigest.getInstance("SHA-256"))) {
      var buffer = new byte[1 << 16];
      var size = 0L;
      for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
      }
      var sha256 = HexFormat.of().formatHex(content.getMessageDigest().digest());
      var file = new FileView(call.part(3), sha256, size);
      if (file.name().endsWith(".exe")) {
        throw new Refused(
            422,
            "Not a model file",
            file.name() + " is not a file a model may have.",
            "Upload model.onnx and its external data.");
      }
      files.put(file.name(), file);
      return file;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private VersionView version(int number) {
    return number == 1
        ? new VersionView(
            UUID.randomUUID(),
            "loan-approval",
            1,
            firstStage(),
            "olivia",
            Samples.CARD,
            List.of(new FileView("model.onnx", Samples.DIGEST, 183_492)),
            Samples.DIGEST,
            Samples.NOW.minus(Duration.ofDays(8)),
            Samples.NOW.minus(Duration.ofDays(7)))
        : new VersionView(
            UUID.randomUUID(),
            "loan-approval",
            2,
            draftStage,
            "olivia",
            draftCard.get(),
            List.copyOf(files.values()),
            draftDigest,
            Samples.NOW,
            draftDigest == null ? null : Samples.NOW);
  }

  private Stage firstStage() {
    if (release.get() != null) {
      return release.get().state() == ReleaseState.LIVE ? Stage.RELEASED : Stage.REVOKED;
    }
    return decisions.size() < 2 ? Stage.IN_REVIEW : Stage.APPROVED;
  }

  private void assessments(FakeServer server) {
    server.on("GET", VERSION + "/assessments", call -> Samples.assessment(call.number(2) == 1));
    server.on("GET", VERSION + "/intake", call -> Samples.intake());
    server.on("GET", MODEL + "/versions/(1)/bias-audit", call -> Samples.biasAudit());
    server.on("GET", MODEL + "/versions/(1)/explanation", call -> Samples.explanation());
    server.on("GET", MODEL + "/versions/(1)/gate", call -> Samples.gate());
  }

  private void reviews(FakeServer server) {
    server.on(
        "GET",
        VERSION + "/reviews",
        call -> call.number(2) == 1 ? List.of(review(call.caller())) : List.of());
    server.on("GET", "/reviews", this::inbox);
    server.on("POST", "/reviews/[^/]+/decisions", this::decide);
  }

  private Object inbox(Call call) {
    var hasVoted = decisions.stream().anyMatch(d -> d.person().equals(call.caller()));
    var isReviewer = List.of("ravi", "rosa").contains(call.caller());
    var shown = call.asks("mine=true") ? isReviewer && !hasVoted : decisions.size() < 2;
    return FakeServer.page(shown ? List.of(review(call.caller())) : List.of());
  }

  private ReviewView decide(Call call) throws IOException {
    var said = call.body(NewDecision.class);
    if (said.decision() == Decision.APPROVE && "too short".equals(said.reason())) {
      throw new Refused(
          422, "Reason too thin", "The reason says nothing.", "Say what you checked.");
    }
    decisions.add(
        new DecisionView(
            call.caller(), said.decision(), said.reason(), said.evidenceDigest(), Instant.now()));
    return review(call.caller());
  }

  private ReviewView review(String caller) {
    return new ReviewView(
        REVIEW,
        "loan-approval",
        1,
        Samples.DIGEST,
        RiskTier.HIGH,
        decisions.size() < 2 ? ReviewState.OPEN : ReviewState.APPROVED,
        "olivia",
        "The desk needs 40 % fewer manual pre-checks.\n"
            + "The gap for afam was discussed with compliance on 3 November.",
        2,
        "open",
        Samples.EVIDENCE,
        Samples.NOW.minus(Duration.ofHours(26)),
        Samples.NOW.minus(Duration.ofHours(25)),
        null,
        Samples.NOW.plus(Duration.ofDays(3)),
        null,
        null,
        decisions.size(),
        decisions,
        blocked(caller),
        null);
  }

  private String blocked(String caller) {
    if (decisions.stream().anyMatch(d -> d.person().equals(caller))) {
      return "You have decided already: one person, one vote.";
    }
    return switch (caller) {
      case "ravi", "rosa" -> null;
      case "olivia" -> "You own this model and asked for the review; two other people decide.";
      default -> "Deciding needs the role reviewer.";
    };
  }

  private void releases(FakeServer server) {
    server.on(
        "GET",
        "/releases",
        call -> FakeServer.page(release.get() == null ? List.of() : List.of(release.get())));
    server.on("POST", VERSION + "/releases", this::sign);
    server.on("POST", "/releases/[^/]+/revocation", this::revoke);
  }

  private ReleaseView sign(Call call) throws IOException {
    var asked = call.body(NewRelease.class);
    release.set(release(asked, call.caller(), ReleaseState.LIVE, null));
    return release.get();
  }

  private ReleaseView revoke(Call call) throws IOException {
    var reason = call.body(Revocation.class).reason();
    var live = release.get();
    var asked =
        new NewRelease(live.consumers(), live.purposes(), live.expiresAt(), live.ratePerMinute());
    release.set(release(asked, call.caller(), ReleaseState.REVOKED, reason));
    return release.get();
  }

  private static ReleaseView release(
      NewRelease asked, String by, ReleaseState state, String reason) {
    return new ReleaseView(
        RELEASE,
        "loan-approval",
        1,
        Samples.DIGEST,
        state,
        by,
        Instant.now(),
        asked.expiresAt(),
        asked.consumers(),
        asked.purposes(),
        asked.ratePerMinute(),
        Samples.EVIDENCE,
        7,
        null,
        null,
        null,
        reason == null ? null : by,
        reason == null ? null : Instant.now(),
        reason);
  }
}
