package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.assay.attestation.VerificationException.Reason;
import org.junit.jupiter.api.Test;

class ModelSignatureTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Digest> FILES =
      Map.of("model.onnx", Releases.digest("a\n"), "weights.bin", Releases.digest("b\n"));

  /// Public key and bundle made by model-signing 1.1.1 (`model_signing sign key`) over the two
  /// files.
  private static final String THEIR_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWYS4UVVfJW7ckYhbFXf8bCon1ifw
      qPpKPu+WrdJiKl0m9oaURbwHTXVLI1qUJ5yARs6WyadA/JO4Ya+53qYZaA==
      -----END PUBLIC KEY-----
      """;

  private static final String THEIR_BUNDLE =
      """
      {"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{"publicKey"\
      :{"hint":"6abc91e62b16c5f8981f9b2bf4c0aa06dd12528d17f1485273e18c14f8ff3a8f"},"tlogEntries":[]},"\
      dsseEnvelope":{"payload":"ewogICJfdHlwZSI6ICJodHRwczovL2luLXRvdG8uaW8vU3RhdGVtZW50L3YxIiwKICAic3\
      ViamVjdCI6IFsKICAgIHsKICAgICAgIm5hbWUiOiAibSIsCiAgICAgICJkaWdlc3QiOiB7CiAgICAgICAgInNoYTI1NiI6IC\
      I2ZWM3YjczZjU4ODM5NzY4ZjVlYjAwNmQ5NmIwMmViYWE3YmYzZDMwYzVkYWFjY2M4MzI2NjNjODI2NmUwOTMxIgogICAgIC\
      B9CiAgICB9CiAgXSwKICAicHJlZGljYXRlVHlwZSI6ICJodHRwczovL21vZGVsX3NpZ25pbmcvc2lnbmF0dXJlL3YxLjAiLA\
      ogICJwcmVkaWNhdGUiOiB7CiAgICAic2VyaWFsaXphdGlvbiI6IHsKICAgICAgImlnbm9yZV9wYXRocyI6IFsKICAgICAgIC\
      AiLmdpdCIsCiAgICAgICAgIi5naXRodWIiLAogICAgICAgICIuZ2l0aWdub3JlIiwKICAgICAgICAiLmdpdGF0dHJpYnV0ZX\
      MiCiAgICAgIF0sCiAgICAgICJhbGxvd19zeW1saW5rcyI6IGZhbHNlLAogICAgICAibWV0aG9kIjogImZpbGVzIiwKICAgIC\
      AgImhhc2hfdHlwZSI6ICJzaGEyNTYiCiAgICB9LAogICAgInJlc291cmNlcyI6IFsKICAgICAgewogICAgICAgICJkaWdlc3\
      QiOiAiODc0MjhmYzUyMjgwM2QzMTA2NWU3YmNlM2NmMDNmZTQ3NTA5NjYzMWU1ZTA3YmJkN2EwZmRlNjBjNGNmMjVjNyIsCi\
      AgICAgICAgIm5hbWUiOiAibW9kZWwub25ueCIsCiAgICAgICAgImFsZ29yaXRobSI6ICJzaGEyNTYiCiAgICAgIH0sCiAgIC\
      AgIHsKICAgICAgICAiZGlnZXN0IjogIjAyNjM4Mjk5ODliNmZkOTU0ZjcyYmFhZjJmYzY0YmMyZTJmMDFkNjkyZDRkZTcyOT\
      g2ZWE4MDhmNmU5OTgxM2YiLAogICAgICAgICJuYW1lIjogIndlaWdodHMuYmluIiwKICAgICAgICAiYWxnb3JpdGhtIjogIn\
      NoYTI1NiIKICAgICAgfQogICAgXQogIH0KfQ==","payloadType":"application/vnd.in-toto+json","signatures\
      ":[{"sig":"MEUCIQCvF2ABktD8LVcwpJmnr0IfRqyHPbJhNN8uFpsb77siywIgZ8Gx6qDW367TNFOqHsmqApzVI+kHVu7rY\
      YOBNatxusc=","keyid":""}]}}
      """;

  @Test
  void aBundleMadeByModelSigningIsAccepted() throws Exception {
    ModelSignature signature =
        ModelSignature.verify(THEIR_BUNDLE, TrustedKeys.fromPem(List.of(THEIR_KEY)));
    assertThat(signature).isEqualTo(new ModelSignature("m", FILES));
  }

  @Test
  void aBundleMadeByModelSigningIsRefusedUnderAnotherKey() {
    assertThatThrownBy(() -> ModelSignature.verify(THEIR_BUNDLE, Releases.trusted(Releases.KEY)))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  @Test
  void ourBundleHasEveryFieldOfTheirs() throws Exception {
    JsonNode ours = JSON.readTree(new ModelSignature("m", FILES).sign(Releases.KEY));
    JsonNode theirs = JSON.readTree(THEIR_BUNDLE);
    assertThat(shape(ours)).isEqualTo(shape(theirs));
    JsonNode ourStatement = JSON.readTree(ours.at("/dsseEnvelope/payload").binaryValue());
    JsonNode theirStatement = JSON.readTree(theirs.at("/dsseEnvelope/payload").binaryValue());
    assertThat(ourStatement.get("subject")).isEqualTo(theirStatement.get("subject"));
    assertThat(ourStatement.at("/predicate/resources"))
        .isEqualTo(theirStatement.at("/predicate/resources"));
    assertThat(ourStatement.get("predicateType")).isEqualTo(theirStatement.get("predicateType"));
  }

  @Test
  void theHintIsTheDigestOfThePublicKeysPem() throws Exception {
    JsonNode theirs = JSON.readTree(THEIR_BUNDLE);
    assertThat(TrustedKeys.pemDigest(THEIR_KEY))
        .isEqualTo(theirs.at("/verificationMaterial/publicKey/hint").textValue());
  }

  @Test
  void aSignatureReadsBackAsSigned() throws Exception {
    ModelSignature signature = new ModelSignature("credit", Releases.FILES);
    assertThat(ModelSignature.verify(signature.sign(Releases.KEY), Releases.trusted(Releases.KEY)))
        .isEqualTo(signature);
  }

  @Test
  void aSignedRootDigestThatDoesNotFitTheFilesIsRefused() throws Exception {
    Statement statement =
        Statement.parse(
            JSON.readTree(new ModelSignature("m", FILES).sign(Releases.KEY))
                .at("/dsseEnvelope/payload")
                .binaryValue());
    Statement wrong =
        new Statement(
            List.of(new Statement.Subject("m", Releases.digest("other"))),
            statement.predicateType(),
            statement.predicate());
    Envelope envelope = Releases.KEY.sign(Statement.PAYLOAD_TYPE, wrong.toBytes(), "");
    JsonNode bundle = JSON.readTree(new ModelSignature("m", FILES).sign(Releases.KEY));
    ((ObjectNode) bundle).set("dsseEnvelope", JSON.readTree(envelope.toJson()));
    assertThatThrownBy(
            () -> ModelSignature.verify(bundle.toString(), Releases.trusted(Releases.KEY)))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.INCONSISTENT));
  }

  private static List<String> shape(JsonNode node) {
    return node.propertyStream()
        .map(field -> field.getKey() + shape(field.getValue()))
        .sorted()
        .toList();
  }
}
