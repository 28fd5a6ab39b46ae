package org.assay.serving.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.junit.jupiter.api.Test;

class RawTensorsTest {
  @Property(tries = 300)
  void bytesOfNumbersComeThrough(@ForAll byte[] noise, @ForAll ElementType type) {
    Assume.that(type != ElementType.BYTES && type != ElementType.BOOL);
    int elements = noise.length / type.width();
    ByteBuffer raw = ByteBuffer.wrap(noise, 0, elements * type.width()).slice();
    Tensor tensor = RawTensors.read("x", type, new long[] {elements}, raw);
    assertThat(RawTensors.write(tensor)).isEqualTo(raw);
  }

  @Property(tries = 300)
  void textsComeThrough(@ForAll List<String> texts) {
    Assume.that(texts.stream().allMatch(t -> StandardCharsets.UTF_8.newEncoder().canEncode(t)));
    Tensor.Texts tensor = new Tensor.Texts(new long[] {texts.size()}, texts);
    Tensor read =
        RawTensors.read(
            "x", ElementType.BYTES, new long[] {texts.size()}, RawTensors.write(tensor));
    assertThat(((Tensor.Texts) read).data()).isEqualTo(texts);
  }

  @Property(tries = 300)
  void noiseIsNeverReadAsTextsBeyondItsEnd(@ForAll byte[] noise) {
    long[] shape = {2};
    try {
      Tensor read = RawTensors.read("x", ElementType.BYTES, shape, ByteBuffer.wrap(noise));
      assertThat(RawTensors.write(read)).isEqualTo(ByteBuffer.wrap(noise));
    } catch (Refusal refusal) {
      assertThat(refusal.sentence()).startsWith("input \"x\"");
    }
  }

  @Test
  void bytesThatDoNotFitTheShapeAreRefused() {
    long[] shape = {3};
    assertThatThrownBy(() -> RawTensors.read("x", ElementType.FP32, shape, ByteBuffer.allocate(11)))
        .hasMessage("input \"x\": shape [3] of FP32 has 12 bytes, given are 11");
    assertThatThrownBy(
            () ->
                RawTensors.read(
                    "x", ElementType.BOOL, shape, ByteBuffer.wrap(new byte[] {0, 1, 2})))
        .hasMessageContaining("element 2 is 2");
  }
}
