package org.assay.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.releases.ReleaseFeed.Live;
import org.assay.attestation.Conditions;
import org.assay.attestation.Digest;
import org.assay.attestation.FileSetDigest;
import org.assay.attestation.ReleaseBundle;
import org.assay.attestation.ReleaseClaims;
import org.assay.attestation.SigningKey;
import org.assay.demo.DemoFiles;

/// Signs releases as the control plane does, with a key of its own.
public final class House {
  public static final byte[] MODEL =
      DemoFiles.bytes("models/mortgage-approval-logistic/model.onnx");

  private final SigningKey key = SigningKey.generate();

  /// A release as the control plane holds it.
  ///
  /// @param live its entry in the feed
  /// @param bundle the signed bundle
  /// @param files name to bytes
  public record Signed(Live live, String bundle, Map<String, byte[]> files) {
    public Signed withBundle(String other) {
      return new Signed(live, other, files);
    }

    public Signed withFiles(Map<String, byte[]> others) {
      return new Signed(live, bundle, others);
    }

    public Signed withLive(Live other) {
      return new Signed(other, bundle, files);
    }
  }

  /// Writes the public key into a folder of trusted keys.
  public void trustIn(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("house.pem"), key.publicKeyPem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Conditions that let every consumer call for a day.
  public static Conditions open() {
    return new Conditions(List.of("*"), List.of("test"), inADay(), null);
  }

  public static Instant inADay() {
    return Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  }

  /// The demo's logistic model, signed.
  public Signed sign(String model, int version, Conditions conditions) {
    return sign(model, version, conditions, Map.of("model.onnx", MODEL), 0);
  }

  public Signed sign(
      String model, int version, Conditions conditions, Map<String, byte[]> files, long epoch) {
    Map<String, Digest> digests = new LinkedHashMap<>();
    files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
    Digest digest = FileSetDigest.of(digests);
    UUID id = UUID.randomUUID();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ReleaseClaims claims =
        new ReleaseClaims(
            id.toString(),
            model,
            version,
            digest,
            List.of(digest),
            digest,
            null,
            conditions,
            Map.of(),
            epoch,
            now);
    Instant expiresAt = conditions.expiresAt() == null ? inADay() : conditions.expiresAt();
    Live live = new Live(id, model, version, digest.hex(), expiresAt);
    return new Signed(live, ReleaseBundle.sign(key, claims, digests).toJson(), files);
  }
}
