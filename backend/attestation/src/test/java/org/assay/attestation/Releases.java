package org.assay.attestation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Releases for tests, with safe defaults.
final class Releases {

  static final Instant SIGNED = Instant.parse("2026-11-01T10:00:00Z");
  static final Instant EXPIRES = Instant.parse("2027-11-01T10:00:00Z");
  static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  static final SigningKey KEY = SigningKey.generate();
  static final Map<String, Digest> FILES =
      Map.of("model.onnx", digest("the model"), "weights.bin", digest("the weights"));

  private Releases() {}

  static Digest digest(String content) {
    return Digest.of(content.getBytes(StandardCharsets.UTF_8));
  }

  static TrustedKeys trusted(SigningKey... keys) {
    try {
      return TrustedKeys.fromPem(List.of(keys).stream().map(SigningKey::publicKeyPem).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ReleaseClaims claims() {
    return claims(new Conditions(List.of("assay-app"), List.of("credit scoring"), EXPIRES, 600));
  }

  static ReleaseClaims claims(Conditions conditions) {
    return new ReleaseClaims(
        "7b0f4b44-6a0e-4a0e-9a55-7f2e5d1c0a11",
        "credit",
        3,
        FileSetDigest.of(FILES),
        List.of(digest("first decision"), digest("second decision")),
        digest("policy result"),
        new LedgerProof(
            "{\"action\":\"release\"}", 41, List.of(digest("sibling")), "ledger\n42\nroot\n"),
        conditions,
        Map.of(
            "inputs",
            List.of(Map.of("name", "float_input", "columns", List.of("pirat", "hirat"))),
            "threshold",
            0.5),
        7,
        SIGNED);
  }
}
