package org.assay.server.monitoring;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assay.server.Sql;
import org.assay.server.review.ExaminedVersion;
import org.assay.server.review.ExaminedVersion.Stakes;

/// A live release, put straight into the tables with the rights of the application.
record ReleasedVersion(UUID release, ExaminedVersion version) {
  static ReleasedVersion live(String model, Instant until) throws SQLException {
    ExaminedVersion version = ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA);
    UUID review = version.open(version.gate("OPEN"), ExaminedVersion.EVIDENCE, "olivia", 2);
    vote("ravi", review);
    vote("rosa", review);
    Sql.run(
        "update assay.review set state = 'APPROVED', closed_at = now(), revision = revision + 1"
            + " where id = ?",
        review);
    stage(version, "APPROVED");
    UUID release = UUID.randomUUID();
    Sql.run(
        "insert into assay.release (id, version_id, model_id, review_id, state, digest, bundle,"
            + " key_id, released_by, released_at, expires_at, consumers, purposes, epoch, revision)"
            + " values (?, ?, ?, ?, 'LIVE', ?, '{}', ?, 'ada', now(), ?, '[]', '[]', 1, 0)",
        release,
        version.id(),
        version.modelId(),
        review,
        version.digest(),
        "c".repeat(64),
        OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
    stage(version, "RELEASED");
    return new ReleasedVersion(release, version);
  }

  static void vote(String person, UUID review) throws SQLException {
    Sql.run(
        "insert into assay.decision (id, review_id, person, decision, reason, evidence_digest)"
            + " values (gen_random_uuid(), ?, ?, 'APPROVE', 'good', ?)",
        review,
        person,
        ExaminedVersion.EVIDENCE);
  }

  private static void stage(ExaminedVersion version, String stage) throws SQLException {
    Sql.run("update assay.model_version set stage = ? where id = ?", stage, version.id());
  }
}
