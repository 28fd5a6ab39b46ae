package org.assay.server.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.models.Stage;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.jobs.JobRun;
import org.assay.server.jobs.Outcome;
import org.assay.server.policy.GateDecision;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Version;
import org.assay.server.registry.VersionWithdrawn;
import org.assay.server.registry.Versions;
import org.assay.server.web.Language;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Reviews of versions: submit, open, decide.
@ApplicationScoped
public class Reviews {
  static final String VOTED = "review.voted";

  private static final Caller LINE = Caller.system("assessment");

  private final ReviewRecords records;
  private final ReviewViews views;
  private final Versions versions;
  private final Gates gates;
  private final ReviewConfig config;
  private final AuditLog log;
  private final Event<VersionSubmitted> submitted;

  Reviews(
      ReviewRecords records,
      ReviewViews views,
      Versions versions,
      Gates gates,
      ReviewConfig config,
      AuditLog log,
      Event<VersionSubmitted> submitted) {
    this.records = records;
    this.views = views;
    this.versions = versions;
    this.gates = gates;
    this.config = config;
    this.log = log;
    this.submitted = submitted;
  }

  @Transactional
  ReviewView submit(String model, int number, String reason, Caller by) {
    Version version = versions.get(model, number);
    requireSubmittable(version, by);
    ReviewEntity review = new ReviewEntity();
    review.id = UUID.randomUUID();
    review.versionId = version.id();
    review.requester = by.subject();
    review.reason = reason;
    review.required = config.required(version.riskTier());
    review.state = ReviewState.REQUESTED;
    review.requestedAt = Instant.now();
    records.add(review);
    move(version, version.stage(), Stage.SUBMITTED);
    record(
        by,
        "review.requested",
        review,
        version,
        Map.of("reason", reason, "required", review.required));
    submitted.fire(new VersionSubmitted(version.id(), by.subject()));
    return views.view(review, by);
  }

  /// The last step of the line: a review that was asked for opens, bound to the newest gate result.
  ///
  /// @return blocked when nobody asked for a review, or the gate was not asked yet
  @Transactional
  public Outcome open(Version version, JobRun run) {
    Optional<ReviewEntity> live = records.live(version.id());
    if (live.isEmpty()) {
      return Outcome.blocked(
          title(version).in(Language.ENGLISH)
              + " has not been submitted. Its owner submits it for review.");
    }
    ReviewEntity review = live.get();
    if (review.state == ReviewState.OPEN) {
      return Outcome.passed();
    }
    Optional<GateDecision> gate = gates.decision(version.id());
    if (gate.isEmpty()) {
      return Outcome.blocked("The policy gate has not been asked about " + version.title() + ".");
    }
    review.state = ReviewState.OPEN;
    review.gateId = gate.get().id();
    review.evidenceDigest = gate.get().evidenceDigest();
    review.openedAt = Instant.now();
    review.dueAt = review.openedAt.plus(config.days(version.riskTier()), ChronoUnit.DAYS);
    move(version, Stage.SUBMITTED, Stage.IN_REVIEW);
    record(
        LINE,
        "review.opened",
        review,
        version,
        Map.of(
            "evidenceDigest", gate.get().evidenceDigest(),
            "verdict", gate.get().view().verdict(),
            "dueAt", review.dueAt.toString()));
    return Outcome.passed();
  }

  /// Gives a submitted version back to its owner because its assessment found what must change
  /// first: the review is withdrawn, the version is a draft again. Nothing happens when no review
  /// waits to be opened.
  ///
  /// @param sentence what was found and what to do
  @Transactional
  public void returnToOwner(Version version, String sentence) {
    records
        .live(version.id())
        .filter(r -> r.state == ReviewState.REQUESTED)
        .ifPresent(
            review -> {
              review.close(ReviewState.WITHDRAWN);
              move(version, Stage.SUBMITTED, Stage.DRAFT);
              record(LINE, "review.returned", review, version, Map.of("because", sentence));
            });
  }

  /// The approved review of a version.
  @Transactional
  public Optional<ApprovedReview> approved(UUID versionId) {
    return records
        .approved(versionId)
        .map(
            r ->
                new ApprovedReview(
                    r.id,
                    r.requester,
                    r.required,
                    String.valueOf(r.evidenceDigest),
                    approvals(r.id).stream().map(DecisionEntity::approval).toList()));
  }

  /// Takes a vote. Votes on one review are serial: its row is locked first. Who has voted reads it
  // no
  /// more: the voter's claim ends.
  @Transactional
  ReviewView decide(UUID id, NewDecision vote, Caller by) {
    ReviewEntity review = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    Ballot ballot = views.ballot(review);
    Optional<Refusal> refusal = ballot.against(vote, by);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    Version version = versions.get(review.versionId);
    if (by.subject().equals(review.claimedBy)) {
      review.unclaim();
    }
    records.add(vote(review, vote, by));
    record(
        by,
        VOTED,
        review,
        version,
        Map.of(
            "decision", vote.decision().name(),
            "reason", vote.reason(),
            "evidenceDigest", String.valueOf(review.evidenceDigest)));
    switch (vote.decision()) {
      case APPROVE -> approveIfEnough(review, version, by);
      case REQUEST_CHANGES ->
          close(review, version, ReviewState.CHANGES_REQUESTED, Stage.CHANGES_REQUESTED, by);
      case REJECT -> close(review, version, ReviewState.REJECTED, Stage.REJECTED, by);
    }
    return views.view(review, by);
  }

  /// A withdrawn version is not reviewed any more.
  void withdrawn(@Observes VersionWithdrawn fact) {
    Version version = versions.get(fact.versionId());
    Caller by = new Caller(fact.by(), fact.by(), Set.of());
    records
        .live(fact.versionId())
        .ifPresent(
            review -> {
              review.close(ReviewState.WITHDRAWN);
              record(by, "review.withdrawn", review, version, Map.of());
            });
  }

  @Transactional
  ReviewView get(UUID id, Caller by) {
    return views.view(records.get(id, LockModeType.NONE), by);
  }

  @Transactional
  List<ReviewView> ofVersion(String model, int number, Caller by) {
    return views.views(records.ofVersion(versions.get(model, number).id()), by);
  }

  @Transactional
  Page<ReviewView> page(@Nullable ReviewState state, boolean mine, int page, int size, Caller by) {
    if (mine && !by.is(Role.REVIEWER)) {
      return new Page<>(List.of(), 0, page, size);
    }
    ReviewRecords.Slice slice = records.slice(state, mine ? by.subject() : null, page, size);
    return new Page<>(views.views(slice.items(), by), slice.total(), page, size);
  }

  private void requireSubmittable(Version version, Caller by) {
    if (!version.owner().equals(by.subject())) {
      throw new Refusal.Forbidden(
          Sentence.of("review.not-yours", version.model(), version.owner()));
    }
    if (version.digest() == null) {
      throw new Refusal.Conflict(
          Sentence.of("review.not-sealed", title(version)),
          Sentence.of("review.not-sealed.remedy"));
    }
    if (version.stage() != Stage.DRAFT && version.stage() != Stage.CHANGES_REQUESTED) {
      throw new Refusal.Conflict(
          Sentence.of("review.not-submittable", title(version), version.stage()));
    }
    if (records.datasetOwner(version.id()).isEmpty()) {
      throw new Refusal.Conflict(
          Sentence.of("review.no-plan", title(version)), Sentence.of("review.no-plan.remedy"));
    }
  }

  private void approveIfEnough(ReviewEntity review, Version version, Caller by) {
    if (approvals(review.id).size() >= review.required) {
      close(review, version, ReviewState.APPROVED, Stage.APPROVED, by);
    }
  }

  private List<DecisionEntity> approvals(UUID reviewId) {
    return records.votes(reviewId).stream().filter(d -> d.decision == Decision.APPROVE).toList();
  }

  private void close(
      ReviewEntity review, Version version, ReviewState state, Stage stage, Caller by) {
    review.close(state);
    move(version, Stage.IN_REVIEW, stage);
    record(
        by,
        "review.closed",
        review,
        version,
        Map.of("state", state.name(), "evidenceDigest", String.valueOf(review.evidenceDigest)));
  }

  private static DecisionEntity vote(ReviewEntity review, NewDecision vote, Caller by) {
    DecisionEntity decision = new DecisionEntity();
    decision.id = UUID.randomUUID();
    decision.reviewId = review.id;
    decision.person = by.subject();
    decision.decision = vote.decision();
    decision.reason = vote.reason();
    decision.evidenceDigest = String.valueOf(review.evidenceDigest);
    return decision;
  }

  private void move(Version version, Stage from, Stage to) {
    records.flush();
    if (!versions.move(version.id(), from, to)) {
      throw new Refusal.Conflict(
          Sentence.of("review.moved", title(version), from), Sentence.of("review.moved.remedy"));
    }
  }

  private void record(
      Caller by, String action, ReviewEntity review, Version version, Map<String, ?> body) {
    records.flush();
    log.append(
        by, AuditEvent.of(action, "review", review.id, body).on(version.model(), version.number()));
  }

  private static Sentence title(Version version) {
    return Sentence.of("review.version", version.number(), version.model());
  }
}
