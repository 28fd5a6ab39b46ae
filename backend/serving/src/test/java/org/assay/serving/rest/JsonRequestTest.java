package org.assay.serving.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.InferenceRequest;
import org.assay.serving.protocol.InferenceRequest.Output;
import org.junit.jupiter.api.Test;

class JsonRequestTest {
  private static final List<TensorSignature> OUTPUTS =
      List.of(
          new TensorSignature("y", ElementType.FP32, List.of(-1L)),
          new TensorSignature("z", ElementType.INT64, List.of(-1L)));

  @Property(tries = 300)
  void floatsComeThroughFlatAndNested(
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @Size(min = 12, max = 12) List<Float> values) {
    Assume.that(values.stream().allMatch(Float::isFinite));
    int columns = 12 / 4;
    List<Float> used = values.subList(0, rows * columns);
    StringBuilder nested = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      nested.append(row == 0 ? "" : ",");
      nested.append(used.subList(row * columns, (row + 1) * columns));
    }
    for (String data : List.of(used.toString(), "[" + nested + "]")) {
      Tensor tensor =
          read("FP32", "[" + rows + "," + columns + "]", data, ElementType.FP32, -1L, -1L);
      ByteBuffer found = ((Tensor.Numbers) tensor).data();
      for (Float value : used) {
        assertThat(found.getFloat()).isEqualTo(value);
      }
    }
  }

  @Property(tries = 300)
  void wholeNumbersComeThroughOrAreOutOfRange(@ForAll long value) {
    for (ElementType type :
        List.of(ElementType.INT8, ElementType.INT16, ElementType.INT32, ElementType.UINT8)) {
      long least = type == ElementType.UINT8 ? 0 : -1L << (8 * type.width() - 1);
      long most = least + (1L << (8 * type.width())) - 1;
      if (value >= least && value <= most) {
        ByteBuffer data = number(type, value);
        long mask = (1L << (8 * type.width())) - 1;
        long bits =
            switch (type.width()) {
              case 1 -> data.get();
              case 2 -> data.getShort();
              default -> data.getInt();
            };
        assertThat(bits & mask).isEqualTo(value & mask);
      } else {
        assertThatThrownBy(() -> number(type, value)).hasMessageContaining("between");
      }
    }
    assertThat(number(ElementType.INT64, value).getLong()).isEqualTo(value);
  }

  private static ByteBuffer number(ElementType type, long value) {
    Tensor tensor = read(type.name(), "[1]", "[" + value + "]", type, -1L);
    return ((Tensor.Numbers) tensor).data();
  }

  @Property(tries = 200)
  void textsComeThrough(@ForAll @Size(max = 5) List<String> texts) throws Exception {
    String data = new ObjectMapper().writeValueAsString(texts);
    List<String> sent =
        texts.stream()
            .map(t -> new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .toList();
    Assume.that(sent.equals(texts));
    Tensor tensor = read("BYTES", "[" + texts.size() + "]", data, ElementType.BYTES, -1L);
    assertThat(((Tensor.Texts) tensor).data()).isEqualTo(texts);
  }

  @Property(tries = 300)
  void noBodyWhateverItIsEndsInAnythingButARefusal(@ForAll byte[] noise) {
    try {
      JsonRequest.read(new Body(noise, noise.length), List.of(), OUTPUTS);
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }
  }

  @Test
  void dataBeforeItsShapeIsReadAfterwards() {
    InferenceRequest request =
        request(
            "{\"inputs\":[{\"data\":[[1,2],[3,4]],\"shape\":[2,2],\"datatype\":\"FP32\","
                + "\"name\":\"x\"}]}",
            new TensorSignature("x", ElementType.FP32, List.of(-1L, 2L)));
    ByteBuffer data = ((Tensor.Numbers) request.inputs().get("x")).data();
    assertThat(data.getFloat(12)).isEqualTo(4f);
    assertThat(request.outputs()).containsExactly(new Output("y", false), new Output("z", false));
  }

  @Test
  void halvesAndTruthsAndScalarsComeThrough() {
    ByteBuffer half =
        ((Tensor.Numbers) read("FP16", "[2]", "[0.5,-2]", ElementType.FP16, 2L)).data();
    assertThat(Float.float16ToFloat(half.getShort(2))).isEqualTo(-2f);
    ByteBuffer truth =
        ((Tensor.Numbers) read("BOOL", "[2]", "[true,false]", ElementType.BOOL, 2L)).data();
    assertThat(truth.get(0)).isEqualTo((byte) 1);
    assertThat(truth.get(1)).isEqualTo((byte) 0);
    ByteBuffer scalar = ((Tensor.Numbers) read("INT64", "[]", "7", ElementType.INT64)).data();
    assertThat(scalar.getLong()).isEqualTo(7);
  }

  @Test
  void binaryPartsAreTakenInTheirOrderAndNothingMayBeLeft() {
    byte[] json =
        """
        {"inputs":[
          {"name":"a","datatype":"INT64","shape":[1],"parameters":{"binary_data_size":8}},
          {"name":"b","datatype":"INT64","shape":[1],"parameters":{"binary_data_size":8}}],
         "outputs":[{"name":"z","parameters":{"binary_data":true}},{"name":"y"}]}"""
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    body.put(json).putLong(1).putLong(2);
    List<TensorSignature> inputs =
        List.of(
            new TensorSignature("a", ElementType.INT64, List.of(-1L)),
            new TensorSignature("b", ElementType.INT64, List.of(-1L)));
    InferenceRequest request =
        JsonRequest.read(new Body(body.array(), json.length), inputs, OUTPUTS);
    assertThat(((Tensor.Numbers) request.inputs().get("b")).data().getLong()).isEqualTo(2);
    assertThat(request.outputs()).containsExactly(new Output("z", true), new Output("y", false));
    byte[] longer = Arrays.copyOf(body.array(), json.length + 17);
    assertThatThrownBy(() -> JsonRequest.read(new Body(longer, json.length), inputs, OUTPUTS))
        .hasMessage("1 bytes follow that belong to no input");
  }

  private static Tensor read(
      String datatype, String shape, String data, ElementType type, Long... dimensions) {
    String body =
        "{\"inputs\":[{\"name\":\"x\",\"datatype\":\""
            + datatype
            + "\",\"shape\":"
            + shape
            + ",\"data\":"
            + data
            + "}]}";
    Tensor tensor =
        request(body, new TensorSignature("x", type, List.of(dimensions))).inputs().get("x");
    assertThat(tensor).isNotNull();
    return tensor;
  }

  private static InferenceRequest request(String body, TensorSignature input) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return JsonRequest.read(new Body(bytes, bytes.length), List.of(input), OUTPUTS);
  }
}
