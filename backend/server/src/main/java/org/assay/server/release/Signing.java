package org.assay.server.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.models.Stage;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.policy.Phase;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.policy.GateDecision;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.review.ApprovedReview;
import org.assay.server.review.Reviews;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// The acts on a release, each in one transaction that holds the epoch: sign, suspend, resume,
/// revoke.
@ApplicationScoped
class Signing {
  private static final List<Stage> REVOCABLE =
      List.of(Stage.RELEASED, Stage.SUSPENDED, Stage.EXPIRED, Stage.STALE);

  private final ReleaseRecords records;
  private final Hallmark hallmark;
  private final Versions versions;
  private final Reviews reviews;
  private final Gates gates;
  private final AuditLog log;

  Signing(
      ReleaseRecords records,
      Hallmark hallmark,
      Versions versions,
      Reviews reviews,
      Gates gates,
      AuditLog log) {
    this.records = records;
    this.hallmark = hallmark;
    this.versions = versions;
    this.reviews = reviews;
    this.gates = gates;
    this.log = log;
  }

  /// What came of asking for a release. Stale is told by a value, not by an exception: the stage
  /// that it changed must be kept.
  sealed interface Result {
    record Signed(ReleaseView view) implements Result {}

    record Stale(Sentence sentence) implements Result {}
  }

  @Transactional
  Result release(UUID versionId, Terms terms, Caller by) {
    records.lockEpoch();
    Version version = versions.get(versionId);
    ApprovedReview review = approved(version);
    String evidence = gates.evidenceDigest(version);
    if (!evidence.equals(review.evidenceDigest())) {
      return stale(version, review, evidence, by);
    }
    GateDecision gate = gates.judge(version, Phase.RELEASE, review.evidence());
    if (!gate.open()) {
      throw new Refusal.Conflict(
          ProblemType.GATE_BLOCKED,
          Sentence.of("release.gate-blocks", version.named(), gate.blockers()),
          Sentence.of("release.gate-blocks.remedy"));
    }
    supersede(version, by);
    return new Result.Signed(sign(version, new Hallmark.Grounds(review, gate), terms, by));
  }

  @Transactional
  ReleaseView revoke(UUID id, String reason, Caller by) {
    records.lockEpoch();
    ReleaseEntity release = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    Version version = versions.get(release.versionId);
    if (release.state == ReleaseState.REVOKED) {
      throw new Refusal.Conflict(
          Sentence.of("release.revoked", version.named(), release.revokedBy));
    }
    revoke(release, version, reason, by);
    return release.view(version, Instant.now());
  }

  /// Stops a live release for now. Its model's place stays taken.
  @Transactional
  ReleaseView suspend(UUID id, String reason, Caller by) {
    records.lockEpoch();
    ReleaseEntity release = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    Version version = versions.get(release.versionId);
    require(ReleaseState.LIVE, release, version);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    release.suspend(by.subject(), reason, now, records.nextEpoch());
    move(version, Stage.SUSPENDED);
    Map<String, ?> body = Map.of("reason", reason, "epoch", release.epoch);
    record(by, "release.suspended", release, version, body);
    return release.view(version, now);
  }

  /// Lets a suspended release answer again: the same signature, the same end.
  @Transactional
  ReleaseView resume(UUID id, String reason, Caller by) {
    records.lockEpoch();
    ReleaseEntity release = records.get(id, LockModeType.PESSIMISTIC_WRITE);
    Version version = versions.get(release.versionId);
    require(ReleaseState.SUSPENDED, release, version);
    release.resume(records.nextEpoch());
    move(version, Stage.RELEASED);
    Map<String, ?> body = Map.of("reason", reason, "epoch", release.epoch);
    record(by, "release.resumed", release, version, body);
    return release.view(version, Instant.now());
  }

  private static void require(ReleaseState state, ReleaseEntity release, Version version) {
    ReleaseState found = release.stateAt(Instant.now());
    if (found != state) {
      throw new Refusal.Conflict(
          state == ReleaseState.LIVE
              ? Sentence.of("release.not-live", version.named(), found, state)
              : Sentence.of("release.not-suspended", version.named(), found, state));
    }
  }

  /// Refuses early, before any byte is read.
  void requireApproved(Version version) {
    if (version.stage() != Stage.APPROVED) {
      throw new Refusal.Conflict(
          Sentence.of("release.not-approved", version.named(), version.stage()),
          Sentence.of("release.not-approved.remedy"));
    }
  }

  private ApprovedReview approved(Version version) {
    requireApproved(version);
    return reviews
        .approved(version.id())
        .orElseThrow(() -> new Refusal.Conflict(Sentence.of("release.no-review", version.named())));
  }

  private Result stale(Version version, ApprovedReview review, String evidence, Caller by) {
    move(version, Stage.STALE);
    Map<String, String> body =
        Map.of("approved", review.evidenceDigest(), "found", evidence, "review", "" + review.id());
    log.append(
        by,
        AuditEvent.of("version.stale", "version", version.id(), body)
            .on(version.model(), version.number()));
    return new Result.Stale(
        Sentence.of("release.stale", version.named(), review.evidenceDigest(), evidence));
  }

  private void supersede(Version version, Caller by) {
    records
        .unrevoked(version.modelId())
        .ifPresent(
            former ->
                revoke(
                    former,
                    versions.get(former.versionId),
                    "Superseded by version " + version.number() + ".",
                    by));
  }

  private ReleaseView sign(Version version, Hallmark.Grounds grounds, Terms terms, Caller by) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    ReleaseEntity release = new ReleaseEntity();
    release.id = UUID.randomUUID();
    release.versionId = version.id();
    release.modelId = version.modelId();
    release.reviewId = grounds.review().id();
    release.state = ReleaseState.LIVE;
    release.digest = version.sealedDigest();
    release.epoch = records.nextEpoch();
    release.bundle = hallmark.sign(release.id, version, grounds, terms, release.epoch, now);
    release.keyId = hallmark.keyId();
    release.releasedBy = by.subject();
    release.releasedAt = now;
    release.expiresAt = terms.expiresAt();
    release.consumers = terms.consumers();
    release.purposes = terms.purposes();
    release.ratePerMinute = terms.ratePerMinute();
    records.add(release);
    move(version, Stage.RELEASED);
    Map<String, ?> body =
        Map.of(
            "digest", release.digest,
            "review", release.reviewId.toString(),
            "gateResult", grounds.gate().id().toString(),
            "keyId", release.keyId,
            "expiresAt", release.expiresAt.toString(),
            "consumers", release.consumers,
            "epoch", release.epoch);
    record(by, "release.signed", release, version, body);
    return release.view(version, now);
  }

  private void revoke(ReleaseEntity release, Version version, String reason, Caller by) {
    release.revoke(
        by.subject(), reason, Instant.now().truncatedTo(ChronoUnit.MICROS), records.nextEpoch());
    if (REVOCABLE.contains(version.stage())) {
      move(version, Stage.REVOKED);
    }
    record(
        by, "release.revoked", release, version, Map.of("reason", reason, "epoch", release.epoch));
  }

  private void move(Version version, Stage to) {
    records.flush();
    if (!versions.move(version.id(), version.stage(), to)) {
      throw new Refusal.Conflict(
          Sentence.of("release.moved", version.named()), Sentence.of("release.moved.remedy"));
    }
  }

  private void record(
      Caller by, String action, ReleaseEntity release, Version version, Map<String, ?> body) {
    records.flush();
    log.append(
        by,
        AuditEvent.of(action, "release", release.id, body).on(version.model(), version.number()));
  }
}
