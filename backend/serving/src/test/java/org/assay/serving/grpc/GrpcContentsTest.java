package org.assay.serving.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.api.inference.InferTensorContents;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.protocol.RawTensors;
import org.junit.jupiter.api.Test;

class GrpcContentsTest {
  @Property(tries = 500)
  void whatContentsCanCarryComesThrough(@ForAll byte[] noise, @ForAll ElementType type) {
    Assume.that(
        GrpcContents.carries(type) && type != ElementType.BYTES && type != ElementType.BOOL);
    int elements = noise.length / type.width();
    long[] shape = {elements};
    ByteBuffer raw = ByteBuffer.wrap(noise, 0, elements * type.width()).slice();
    Tensor tensor = RawTensors.read("x", type, shape, raw);
    Tensor read = GrpcContents.read("x", type, shape, GrpcContents.write(tensor));
    assertThat(RawTensors.write(read)).isEqualTo(RawTensors.write(tensor));
  }

  @Test
  void theWrongFieldTheWrongNumberAndTheWrongRangeAreNamed() {
    long[] one = {1};
    InferTensorContents two =
        InferTensorContents.newBuilder().addIntContents(1).addIntContents(300).build();
    assertThatThrownBy(() -> GrpcContents.read("x", ElementType.FP32, one, two))
        .hasMessageContaining("goes into fp32_contents, not into int_contents");
    assertThatThrownBy(() -> GrpcContents.read("x", ElementType.INT32, one, two))
        .hasMessageContaining("the shape has 1 elements, given are 2");
    assertThatThrownBy(() -> GrpcContents.read("x", ElementType.INT8, new long[] {2}, two))
        .hasMessageContaining("300 is not between -128 and 127");
    assertThatThrownBy(
            () ->
                GrpcContents.read(
                    "x", ElementType.FP16, one, InferTensorContents.getDefaultInstance()))
        .hasMessageContaining("raw_input_contents");
  }
}
