package org.assay.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.assay.policy.Phase;
import org.assay.server.People;
import org.assay.server.files.StoredFile;
import org.assay.server.files.StoredFiles;
import org.assay.server.policy.GateDecision;
import org.assay.server.policy.Gates;
import org.assay.server.registry.Versions;
import org.assay.server.review.ExaminedVersion;
import org.assay.server.review.ExaminedVersion.Stakes;

/// Takes versions to where they can be released: examined, asked about at the gate, approved by
// two.
record Approvals(StoredFiles files, Gates gates, Versions versions) {
  ExaminedVersion approved(String model) throws SQLException {
    ExaminedVersion version =
        ExaminedVersion.draft(model, "HIGH", Stakes.OLIVIA, stored("bytes of " + model));
    approve(version);
    return version;
  }

  void approve(ExaminedVersion version) throws SQLException {
    UUID review = inReview(version);
    vote("ravi", review);
    vote("rosa", review);
    assertThat(version.stage()).isEqualTo("APPROVED");
  }

  UUID inReview(ExaminedVersion version) throws SQLException {
    GateDecision gate = gates.judge(versions.get(version.id()), Phase.ASSESSMENT, Map.of());
    assertThat(gate.open()).as(gate.blockers()).isTrue();
    GateDecision again = gates.judge(versions.get(version.id()), Phase.ASSESSMENT, Map.of());
    assertThat(again.id()).isEqualTo(gate.id());
    return version.open(gate.id(), gate.evidenceDigest(), "olivia", 2);
  }

  StoredFile stored(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return files.store(new ByteArrayInputStream(bytes), 1000);
  }

  static void vote(String person, UUID review) {
    People.as(person)
        .body("{\"decision\":\"APPROVE\",\"reason\":\"good\"}")
        .post("/api/v1/reviews/" + review + "/decisions")
        .then()
        .statusCode(200);
  }
}
