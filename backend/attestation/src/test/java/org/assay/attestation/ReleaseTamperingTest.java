package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.attestation.VerificationException.Reason;

class ReleaseTamperingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TrustedKeys TRUSTED = Releases.trusted(Releases.KEY);
  private static final String BUNDLE =
      ReleaseBundle.sign(Releases.KEY, Releases.claims(), Releases.FILES).toJson();

  @Property(tries = 1000)
  void anyFlippedBitOfAPayloadIsRefused(
      @ForAll boolean ofModel, @ForAll @IntRange(min = 0) int place) throws Exception {
    JsonNode bundle = JSON.readTree(BUNDLE);
    ObjectNode envelope = envelope(bundle, ofModel);
    envelope.put("payload", flip(envelope.get("payload").textValue(), place));
    assertRefused(bundle, EnumSet.of(Reason.BAD_SIGNATURE));
  }

  @Property(tries = 1000)
  void anyFlippedBitOfASignatureIsRefused(
      @ForAll boolean ofModel, @ForAll @IntRange(min = 0) int place) throws Exception {
    JsonNode bundle = JSON.readTree(BUNDLE);
    ObjectNode signature = (ObjectNode) envelope(bundle, ofModel).get("signatures").get(0);
    signature.put("sig", flip(signature.get("sig").textValue(), place));
    assertRefused(bundle, EnumSet.of(Reason.BAD_SIGNATURE));
  }

  @Property(tries = 300)
  void anyOtherKeyIdIsRefused(@ForAll boolean ofModel, @ForAll String other) throws Exception {
    JsonNode bundle = JSON.readTree(BUNDLE);
    ObjectNode signature = (ObjectNode) envelope(bundle, ofModel).get("signatures").get(0);
    if (!signature.get("keyid").textValue().equals(other)) {
      signature.put("keyid", other);
      assertRefused(bundle, EnumSet.of(Reason.UNKNOWN_KEY, Reason.MALFORMED));
    }
  }

  @Property(tries = 3000)
  void anyOneReplacedCharacterOfTheBundleIsRefused(
      @ForAll @IntRange(min = 0) int place, @ForAll char replacement) throws Exception {
    int at = place % BUNDLE.length();
    String tampered = BUNDLE.substring(0, at) + replacement + BUNDLE.substring(at + 1);
    if (tampered.equals(BUNDLE)) {
      return;
    }
    assertThatThrownBy(() -> ReleaseVerifier.verify(tampered, TRUSTED, Releases.NOW))
        .isInstanceOf(VerificationException.class);
  }

  @Property(tries = 300)
  void anyTruncationIsRefused(@ForAll @IntRange(min = 0) int place) {
    String tampered = BUNDLE.substring(0, place % BUNDLE.length());
    assertThatThrownBy(() -> ReleaseVerifier.verify(tampered, TRUSTED, Releases.NOW))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Property(tries = 500)
  void anyTextGivesAReasonNeverACrash(@ForAll String text) {
    assertThatThrownBy(() -> ReleaseVerifier.verify(text, TRUSTED, Releases.NOW))
        .isInstanceOf(VerificationException.class);
  }

  @Property(tries = 200)
  void anyPayloadThatTheTrustedKeySignsGivesAReasonNeverACrash(@ForAll byte[] payload)
      throws Exception {
    Envelope envelope = Releases.KEY.sign(Statement.PAYLOAD_TYPE, payload);
    assertThatThrownBy(() -> TRUSTED.verify(envelope, Statement.PAYLOAD_TYPE))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  private static ObjectNode envelope(JsonNode bundle, boolean ofModel) {
    return (ObjectNode)
        (ofModel ? bundle.get("modelSignature").get("dsseEnvelope") : bundle.get("release"));
  }

  private static String flip(String base64, int place) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    int bit = place % (bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void assertRefused(JsonNode bundle, Set<Reason> reasons) throws Exception {
    String json = new String(JSON.writeValueAsBytes(bundle), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ReleaseVerifier.verify(json, TRUSTED, Releases.NOW))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(reasons).contains(e.reason()));
  }
}
