package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  @Test
  void theDigestOfAbcIsTheOneOfFips180() throws Exception {
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    Digest published =
        Digest.parse("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digest.of(abc)).isEqualTo(published);
    assertThat(Digest.of(new ByteArrayInputStream(abc))).isEqualTo(published);
    assertThat(Digest.parse(published.toString())).isEqualTo(published);
  }

  @Test
  void aStreamLongerThanOnePieceIsReadWhole() throws Exception {
    byte[] many = new byte[300_001];
    many[300_000] = 1;
    assertThat(Digest.of(new ByteArrayInputStream(many))).isEqualTo(Digest.of(many));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sha256", "sha256:", "sha256:AB", "md5:0cc175b9c0f1b6a831c399e269772661"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Digest.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Computed by model-signing 1.1.1 over the files `model.onnx` ("a\n") and `weights.bin` ("b\n").
  @Test
  void theDigestOfAFileSetIsTheOneModelSigningComputes() {
    Map<String, Digest> files =
        Map.of("weights.bin", Releases.digest("b\n"), "model.onnx", Releases.digest("a\n"));
    assertThat(FileSetDigest.of(files).hex())
        .isEqualTo("6ec7b73f58839768f5eb006d96b02ebaa7bf3d30c5daaccc832663c8266e0931");
  }

  @Test
  void exchangedContentsChangeTheDigestOfTheSet() {
    Digest a = Releases.digest("a");
    Digest b = Releases.digest("b");
    assertThat(FileSetDigest.of(Map.of("x", a, "y", b)))
        .isNotEqualTo(FileSetDigest.of(Map.of("x", b, "y", a)));
  }

  @Test
  void anEmptySetAndAForbiddenNameAreRefused() {
    Digest a = Releases.digest("a");
    assertThatThrownBy(() -> FileSetDigest.of(Map.of())).hasMessageContaining("at least one file");
    assertThatThrownBy(() -> FileSetDigest.of(Map.of("../a", a)))
        .hasMessageContaining("\"../a\" is not allowed");
  }
}
