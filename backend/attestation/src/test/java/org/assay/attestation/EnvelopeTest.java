package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.assay.attestation.VerificationException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String TYPE = "http://example.com/HelloWorld";
  private static final byte[] PAYLOAD = "hello world".getBytes(StandardCharsets.UTF_8);

  @Test
  void theEncodingIsTheOneDssePublishes() {
    assertThat(
            new String(Envelope.preAuthenticationEncoding(TYPE, PAYLOAD), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void lengthsAreCountedInBytesNotCharacters() {
    assertThat(
            new String(
                Envelope.preAuthenticationEncoding("é", "ü€".getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 2 é 5 ü€");
  }

  @Test
  void typeAndPayloadCannotBeShiftedIntoEachOther() {
    byte[] one = Envelope.preAuthenticationEncoding("a 1 b", "c".getBytes(StandardCharsets.UTF_8));
    byte[] other =
        Envelope.preAuthenticationEncoding("a", "b 1 c".getBytes(StandardCharsets.UTF_8));
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void anEnvelopeReadsBackAsItWasWritten() throws Exception {
    Envelope envelope = Releases.KEY.sign(TYPE, PAYLOAD);
    assertThat(Envelope.parse(envelope.toJson())).isEqualTo(envelope);
    assertThat(envelope.payloadBytes()).isEqualTo(PAYLOAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[{\"sig\":\"AA\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[{\"sig\":\"AB==\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"_-==\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\\n\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":{\"sig\":\"AA==\"}}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[\"AA==\"]}",
        "{\"payloadType\":1,\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\" \",\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\"}],\"more\":1}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\",\"more\":1}]}",
        "{\"payloadType\":\"t\",\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\"}]}",
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[{\"sig\":\"AA==\"}]} {}"
      })
  void anythingButTheStrictFormIsRefused(String json) {
    assertRefused(json, Reason.MALFORMED);
  }

  @Test
  void anEnvelopeWithoutASignatureIsRefused() {
    assertRefused(
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[]}", Reason.UNSIGNED);
  }

  @Test
  void moreThanEightSignaturesAreRefused() {
    String nine = String.join(",", Collections.nCopies(9, "{\"sig\":\"AA==\"}"));
    assertRefused(
        "{\"payloadType\":\"t\",\"payload\":\"AA==\",\"signatures\":[" + nine + "]}",
        Reason.MALFORMED);
  }

  @Test
  void fourMebibytesAreTheLimit() {
    assertRefused(" ".repeat(4 * 1024 * 1024 + 1), Reason.TOO_LARGE);
    assertRefused(" ".repeat(4 * 1024 * 1024), Reason.MALFORMED);
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    assertRefused("{\"payloadType\":" + "[".repeat(100_000), Reason.MALFORMED);
  }

  @Test
  void theListOfSignaturesCannotBeChangedFromOutside() {
    Envelope envelope = Releases.KEY.sign(TYPE, PAYLOAD);
    assertThatThrownBy(() -> envelope.signatures().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    envelope.payloadBytes()[0] = 0;
    assertThat(envelope.payloadBytes()).isEqualTo(PAYLOAD);
  }

  private static void assertRefused(String json, Reason reason) {
    assertThatThrownBy(() -> Envelope.parse(json))
        .isInstanceOfSatisfying(
            VerificationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
