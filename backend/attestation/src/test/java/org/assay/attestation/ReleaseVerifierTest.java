package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.attestation.VerificationException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReleaseVerifierTest {

  private static final TrustedKeys TRUSTED = Releases.trusted(Releases.KEY);
  private static final ReleaseBundle BUNDLE =
      ReleaseBundle.sign(Releases.KEY, Releases.claims(), Releases.FILES);

  @Test
  void aReleaseIsAcceptedAndItsClaimsAreThoseSigned() throws Exception {
    VerifiedRelease release = ReleaseVerifier.verify(BUNDLE.toJson(), TRUSTED, Releases.NOW);
    assertThat(release.claims()).isEqualTo(Releases.claims());
    assertThat(release.files()).isEqualTo(Releases.FILES);
    release.checkFiles(Releases.FILES);
  }

  @Test
  void aReleaseWithoutProofEndOrLimitReadsBackAsSigned() throws Exception {
    ReleaseClaims full = Releases.claims(new Conditions(List.of(), List.of(), null, null));
    ReleaseClaims claims =
        new ReleaseClaims(
            full.releaseId(),
            full.model(),
            full.version(),
            full.modelDigest(),
            List.of(),
            full.policyResultDigest(),
            null,
            full.conditions(),
            Map.of(),
            0,
            full.signedAt());
    String bundle = ReleaseBundle.sign(Releases.KEY, claims, Releases.FILES).toJson();
    assertThat(
            ReleaseVerifier.verify(bundle, TRUSTED, Instant.parse("2126-01-01T00:00:00Z")).claims())
        .isEqualTo(claims);
  }

  @Test
  void aReleaseSignedByAKeyNobodyTrustsIsRefused() {
    String bundle =
        ReleaseBundle.sign(SigningKey.generate(), Releases.claims(), Releases.FILES).toJson();
    assertRefused(() -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.UNKNOWN_KEY);
  }

  @Test
  void aStrangersSignatureUnderATrustedIdIsRefused() {
    Envelope strangers =
        SigningKey.generate()
            .sign(Statement.PAYLOAD_TYPE, BUNDLE.release().payloadBytes(), Releases.KEY.keyId());
    String bundle = new ReleaseBundle(strangers, BUNDLE.modelSignature()).toJson();
    assertRefused(
        () -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.BAD_SIGNATURE);
  }

  @Test
  void aModelSignatureByAKeyNobodyTrustsIsRefused() {
    String strange = new ModelSignature("credit", Releases.FILES).sign(SigningKey.generate());
    String bundle = new ReleaseBundle(BUNDLE.release(), strange).toJson();
    assertRefused(() -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.UNKNOWN_KEY);
  }

  @Test
  void theModelSignatureOfAnotherModelOrFileSetIsRefused() {
    String otherModel = new ModelSignature("fraud", Releases.FILES).sign(Releases.KEY);
    String otherFiles =
        new ModelSignature("credit", Map.of("model.onnx", Releases.digest("x"))).sign(Releases.KEY);
    for (String other : List.of(otherModel, otherFiles)) {
      String bundle = new ReleaseBundle(BUNDLE.release(), other).toJson();
      assertRefused(
          () -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.INCONSISTENT);
    }
  }

  @Test
  void filesThatAreNotTheClaimedModelAreNeitherSignedNorAccepted() {
    Map<String, Digest> other = Map.of("model.onnx", Releases.digest("x"));
    assertThatThrownBy(() -> ReleaseBundle.sign(Releases.KEY, Releases.claims(), other))
        .isInstanceOf(IllegalArgumentException.class);
    String bundle =
        signed(
            new Statement(
                List.of(new Statement.Subject("model.onnx", Releases.digest("x"))),
                ReleaseClaims.PREDICATE_TYPE,
                ClaimsJson.write(Releases.claims())));
    assertRefused(() -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.INCONSISTENT);
  }

  @Test
  void whatAVerifierWouldRefuseIsNotSigned() {
    Conditions over = new Conditions(List.of("assay-app"), List.of(), Releases.SIGNED, null);
    assertThatThrownBy(
            () -> ReleaseBundle.sign(Releases.KEY, Releases.claims(over), Releases.FILES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expired");
    ReleaseClaims full = Releases.claims();
    ReleaseClaims notANumber =
        new ReleaseClaims(
            full.releaseId(),
            full.model(),
            full.version(),
            full.modelDigest(),
            full.decisionDigests(),
            full.policyResultDigest(),
            full.ledger(),
            full.conditions(),
            Map.of("threshold", Double.NaN),
            full.epoch(),
            full.signedAt());
    assertThatThrownBy(() -> ReleaseBundle.sign(Releases.KEY, notANumber, Releases.FILES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void aSignedStatementOfAnotherKindIsNotARelease() {
    Statement statement =
        new Statement(
            List.of(new Statement.Subject("a", Releases.digest("a"))),
            "https://slsa.dev/provenance/v1",
            Map.of());
    assertRefused(
        () -> ReleaseVerifier.verify(signed(statement), TRUSTED, Releases.NOW),
        Reason.WRONG_PREDICATE);
  }

  @Test
  void anotherPayloadTypeIsRefusedEvenWhenSigned() {
    Envelope other = Releases.KEY.sign("text/plain", BUNDLE.release().payloadBytes());
    String bundle = new ReleaseBundle(other, BUNDLE.modelSignature()).toJson();
    assertRefused(
        () -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.WRONG_PAYLOAD_TYPE);
  }

  @Test
  void aSubjectListedTwiceIsRefusedEvenWhenSigned() {
    String statement =
        new String(BUNDLE.release().payloadBytes(), StandardCharsets.UTF_8)
            .replace("weights.bin", "model.onnx");
    Envelope envelope =
        Releases.KEY.sign(Statement.PAYLOAD_TYPE, statement.getBytes(StandardCharsets.UTF_8));
    String bundle = new ReleaseBundle(envelope, BUNDLE.modelSignature()).toJson();
    assertRefused(
        () -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.NOW), Reason.DUPLICATE_SUBJECT);
  }

  @Test
  void forbiddenFileNamesAreRefusedEvenWhenSigned() {
    for (String name : List.of("..", ".", "a/b", "../x", "a b", "ä", "x".repeat(129), "a\u0000b")) {
      Statement statement =
          new Statement(
              List.of(new Statement.Subject(name, Releases.digest("x"))),
              ReleaseClaims.PREDICATE_TYPE,
              ClaimsJson.write(Releases.claims()));
      assertRefused(
          () -> ReleaseVerifier.verify(signed(statement), TRUSTED, Releases.NOW),
          Reason.INVALID_NAME);
    }
  }

  @Test
  void unknownAndMissingClaimsAreRefusedEvenWhenSigned() {
    for (String field : ClaimsJson.write(Releases.claims()).keySet()) {
      if (field.equals("ledger")) {
        continue;
      }
      Map<String, Object> claims = new HashMap<>(ClaimsJson.write(Releases.claims()));
      claims.remove(field);
      assertRefused(
          () -> ReleaseVerifier.verify(signed(withClaims(claims)), TRUSTED, Releases.NOW),
          Reason.MALFORMED);
    }
    Map<String, Object> more = new HashMap<>(ClaimsJson.write(Releases.claims()));
    more.put("override", true);
    assertRefused(
        () -> ReleaseVerifier.verify(signed(withClaims(more)), TRUSTED, Releases.NOW),
        Reason.MALFORMED);
  }

  @Test
  void aReleaseEndsAtItsExpiryNotAfterIt() throws Exception {
    String bundle = BUNDLE.toJson();
    VerifiedRelease release =
        ReleaseVerifier.verify(bundle, TRUSTED, Releases.EXPIRES.minusMillis(1));
    assertRefused(() -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.EXPIRES), Reason.EXPIRED);
    assertRefused(() -> release.requireValidAt(Releases.EXPIRES), Reason.EXPIRED);
  }

  @Test
  void aReleaseFromTheFutureIsRefusedBeyondTheClocksTolerance() {
    String bundle = BUNDLE.toJson();
    assertThatCode(
            () ->
                ReleaseVerifier.verify(
                    bundle, TRUSTED, Releases.SIGNED.minus(Duration.ofMinutes(5))))
        .doesNotThrowAnyException();
    assertRefused(
        () -> ReleaseVerifier.verify(bundle, TRUSTED, Releases.SIGNED.minus(Duration.ofMinutes(6))),
        Reason.NOT_YET_VALID);
  }

  @Test
  void anExtraAMissingAndAChangedFileAreEachRefused() throws Exception {
    VerifiedRelease release = ReleaseVerifier.verify(BUNDLE.toJson(), TRUSTED, Releases.NOW);
    Map<String, Digest> extra = new HashMap<>(Releases.FILES);
    extra.put("more.bin", Releases.digest("more"));
    assertRefused(() -> release.checkFiles(extra), Reason.UNLISTED_FILE);
    assertRefused(
        () -> release.checkFiles(Map.of("model.onnx", Releases.digest("the model"))),
        Reason.MISSING_FILE);
    assertRefused(
        () -> release.checkFile("model.onnx", Releases.digest("the weights")),
        Reason.DIGEST_MISMATCH);
    assertThatThrownBy(() -> release.files().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aBundleOverFourMebibytesIsRefusedUnread() {
    assertRefused(
        () -> ReleaseVerifier.verify(" ".repeat(5 << 20), TRUSTED, Releases.NOW), Reason.TOO_LARGE);
  }

  @Test
  void aStrangersSignatureBesideATrustedOneNeitherHelpsNorHarms() throws Exception {
    Envelope strangers =
        SigningKey.generate().sign(Statement.PAYLOAD_TYPE, BUNDLE.release().payloadBytes());
    Envelope.Signature strange = strangers.signatures().getFirst();
    Envelope both =
        new Envelope(
            strangers.payloadType(),
            strangers.payload(),
            List.of(strange, BUNDLE.release().signatures().getFirst()));
    assertThat(TRUSTED.verify(both, Statement.PAYLOAD_TYPE).predicateType())
        .isEqualTo(ReleaseClaims.PREDICATE_TYPE);
  }

  @Test
  void aFailingSignatureOfATrustedKeyIsNotExcusedByAnotherThatHolds() {
    SigningKey second = SigningKey.generate();
    Envelope.Signature broken =
        new Envelope.Signature(second.keyId(), BUNDLE.release().signatures().getFirst().sig());
    Envelope both =
        new Envelope(
            BUNDLE.release().payloadType(),
            BUNDLE.release().payload(),
            List.of(BUNDLE.release().signatures().getFirst(), broken));
    assertRefused(
        () -> Releases.trusted(Releases.KEY, second).verify(both, Statement.PAYLOAD_TYPE),
        Reason.BAD_SIGNATURE);
  }

  private static Statement withClaims(Map<String, Object> claims) {
    List<Statement.Subject> subjects =
        Releases.FILES.entrySet().stream()
            .map(file -> new Statement.Subject(file.getKey(), file.getValue()))
            .toList();
    return new Statement(subjects, ReleaseClaims.PREDICATE_TYPE, claims);
  }

  private static String signed(Statement statement) {
    return new ReleaseBundle(Releases.KEY.sign(statement), BUNDLE.modelSignature()).toJson();
  }

  private static void assertRefused(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
