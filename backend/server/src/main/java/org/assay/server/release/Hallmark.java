package org.assay.server.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.assessments.IntakeView;
import org.assay.api.models.FileView;
import org.assay.attestation.Digest;
import org.assay.attestation.FileSetDigest;
import org.assay.attestation.ReleaseBundle;
import org.assay.attestation.ReleaseClaims;
import org.assay.server.files.StoredFiles;
import org.assay.server.intake.Intakes;
import org.assay.server.policy.GateDecision;
import org.assay.server.registry.Version;
import org.assay.server.review.ApprovedReview;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Puts the signature under a release: over every file by name and digest, the decisions, the
/// gate's result, the conditions and what a caller sends.
@ApplicationScoped
class Hallmark {
  private final HouseKey key;
  private final StoredFiles files;
  private final Intakes intakes;

  Hallmark(HouseKey key, StoredFiles files, Intakes intakes) {
    this.key = key;
    this.files = files;
    this.intakes = intakes;
  }

  /// On what a release rests.
  record Grounds(ApprovedReview review, GateDecision gate) {}

  String keyId() {
    return key.get().keyId();
  }

  /// Reads every byte of the version once more. Slow with large models: outside any transaction.
  ///
  /// @throws Refusal.Conflict when the store does not hold the bytes that were approved
  void requireBytes(Version version) {
    for (FileView file : version.files()) {
      if (!found(file.sha256()).hex().equals(file.sha256())) {
        throw new Refusal.Conflict(
            Sentence.of("release.bytes", file.name(), version.named()),
            Sentence.of("release.bytes.remedy"));
      }
    }
    if (!FileSetDigest.of(digests(version)).hex().equals(version.sealedDigest())) {
      throw new Refusal.Conflict(
          Sentence.of("release.digest", version.named()), Sentence.of("release.digest.remedy"));
    }
  }

  /// The signed bundle as JSON.
  String sign(
      UUID releaseId, Version version, Grounds grounds, Terms terms, long epoch, Instant at) {
    List<Digest> decisions =
        grounds.review().approvals().stream().map(a -> sha256(a.digest())).toList();
    ReleaseClaims claims =
        new ReleaseClaims(
            releaseId.toString(),
            version.model(),
            version.number(),
            sha256(version.sealedDigest()),
            decisions,
            sha256(grounds.gate().digest()),
            null,
            terms.conditions(),
            contract(version),
            epoch,
            at);
    return ReleaseBundle.sign(key.get(), claims, digests(version)).toJson();
  }

  private Map<String, @Nullable Object> contract(Version version) {
    IntakeView intake =
        intakes
            .latest(version.id())
            .orElseThrow(
                () -> new Refusal.Conflict(Sentence.of("release.no-intake", version.named())));
    Map<String, @Nullable Object> contract = new LinkedHashMap<>();
    contract.put("inputs", intake.inputs().stream().map(Hallmark::tensor).toList());
    contract.put("outputs", intake.outputs().stream().map(Hallmark::tensor).toList());
    return contract;
  }

  private static Map<String, Object> tensor(IntakeView.Tensor tensor) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", tensor.name());
    values.put("type", tensor.type());
    values.put("shape", tensor.shape());
    return values;
  }

  private Digest found(String sha256) {
    try (InputStream bytes = files.open(sha256)) {
      return Digest.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The store cannot read " + sha256, e);
    }
  }

  private static Map<String, Digest> digests(Version version) {
    Map<String, Digest> digests = new LinkedHashMap<>();
    version.files().forEach(f -> digests.put(f.name(), sha256(f.sha256())));
    return digests;
  }

  private static Digest sha256(String hex) {
    return new Digest(Digest.SHA256, hex);
  }
}
