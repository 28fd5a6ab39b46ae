package org.assay.serving.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assay.api.inference.InferTensorContents;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.protocol.ModelInputs;
import org.assay.serving.protocol.RawTensors;

/// Tensors as the repeated fields of `InferTensorContents`.
final class GrpcContents {
  private GrpcContents() {}

  /// @throws Refusal `MALFORMED` if another field than the datatype's is filled, or if its length
  ///     is not that of the shape
  static Tensor read(String name, ElementType type, long[] shape, InferTensorContents contents) {
    int elements = ModelInputs.elements(name, type, shape);
    requireField(name, type, contents);
    requireCount(name, elements, count(type, contents));
    if (type == ElementType.BYTES) {
      List<String> texts =
          contents.getBytesContentsList().stream()
              .map(bytes -> RawTensors.text(name, bytes.asReadOnlyByteBuffer()))
              .toList();
      return new Tensor.Texts(shape, texts);
    }
    ByteBuffer data =
        ByteBuffer.allocateDirect(elements * type.width()).order(ByteOrder.nativeOrder());
    fill(name, type, contents, data);
    return new Tensor.Numbers(type, shape, data.flip());
  }

  private static String field(ElementType type) {
    return switch (type) {
      case BOOL -> "bool_contents";
      case INT8, INT16, INT32 -> "int_contents";
      case INT64 -> "int64_contents";
      case UINT8 -> "uint_contents";
      case FP32 -> "fp32_contents";
      case FP64 -> "fp64_contents";
      case BYTES -> "bytes_contents";
      case FP16, BF16 -> "raw_input_contents";
    };
  }

  private static void requireField(String name, ElementType type, InferTensorContents contents) {
    String expected = field(type);
    Set<FieldDescriptor> filled = contents.getAllFields().keySet();
    for (FieldDescriptor each : filled) {
      if (!each.getName().equals(expected)) {
        throw Refusal.malformed(
            "input \""
                + name
                + "\" of "
                + type
                + " goes into "
                + expected
                + ", not into "
                + each.getName());
      }
    }
    if (type == ElementType.FP16 || type == ElementType.BF16) {
      throw Refusal.malformed("input \"" + name + "\" of " + type + " goes into " + expected);
    }
  }

  private static int count(ElementType type, InferTensorContents contents) {
    return switch (type) {
      case BOOL -> contents.getBoolContentsCount();
      case INT8, INT16, INT32 -> contents.getIntContentsCount();
      case INT64 -> contents.getInt64ContentsCount();
      case UINT8 -> contents.getUintContentsCount();
      case FP32 -> contents.getFp32ContentsCount();
      case FP64 -> contents.getFp64ContentsCount();
      case BYTES -> contents.getBytesContentsCount();
      case FP16, BF16 -> 0;
    };
  }

  private static void requireCount(String name, int expected, int found) {
    if (expected != found) {
      throw Refusal.malformed(
          "input \"" + name + "\": the shape has " + expected + " elements, given are " + found);
    }
  }

  private static void fill(
      String name, ElementType type, InferTensorContents contents, ByteBuffer data) {
    switch (type) {
      case BOOL -> contents.getBoolContentsList().forEach(v -> data.put((byte) (v ? 1 : 0)));
      case INT8 -> {
        for (int value : contents.getIntContentsList()) {
          data.put((byte) within(name, type, value, Byte.MIN_VALUE, Byte.MAX_VALUE));
        }
      }
      case INT16 -> {
        for (int value : contents.getIntContentsList()) {
          data.putShort((short) within(name, type, value, Short.MIN_VALUE, Short.MAX_VALUE));
        }
      }
      case INT32 -> contents.getIntContentsList().forEach(data::putInt);
      case INT64 -> contents.getInt64ContentsList().forEach(data::putLong);
      case UINT8 -> {
        for (int value : contents.getUintContentsList()) {
          data.put((byte) within(name, type, value, 0, 255));
        }
      }
      case FP32 -> contents.getFp32ContentsList().forEach(data::putFloat);
      case FP64 -> contents.getFp64ContentsList().forEach(data::putDouble);
      case FP16, BF16, BYTES -> throw new IllegalStateException(type + " has no such field");
    }
  }

  private static int within(String name, ElementType type, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refusal.malformed(
          "input \""
              + name
              + "\": "
              + value
              + " is not between "
              + least
              + " and "
              + most
              + ", as "
              + type
              + " is");
    }
    return value;
  }

  /// Whether the repeated fields can carry this type.
  static boolean carries(ElementType type) {
    return type != ElementType.FP16 && type != ElementType.BF16;
  }

  static InferTensorContents write(Tensor tensor) {
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    switch (tensor) {
      case Tensor.Texts texts ->
          texts
              .data()
              .forEach(
                  text ->
                      contents.addBytesContents(ByteString.copyFrom(text, StandardCharsets.UTF_8)));
      case Tensor.Numbers numbers -> {
        ByteBuffer data = numbers.data().duplicate().order(ByteOrder.nativeOrder()).rewind();
        while (data.hasRemaining()) {
          add(contents, numbers.type(), data);
        }
      }
    }
    return contents.build();
  }

  private static void add(InferTensorContents.Builder contents, ElementType type, ByteBuffer data) {
    switch (type) {
      case BOOL -> contents.addBoolContents(data.get() != 0);
      case INT8 -> contents.addIntContents(data.get());
      case INT16 -> contents.addIntContents(data.getShort());
      case INT32 -> contents.addIntContents(data.getInt());
      case INT64 -> contents.addInt64Contents(data.getLong());
      case UINT8 -> contents.addUintContents(Byte.toUnsignedInt(data.get()));
      case FP32 -> contents.addFp32Contents(data.getFloat());
      case FP64 -> contents.addFp64Contents(data.getDouble());
      case FP16, BF16, BYTES -> throw new IllegalStateException(type + " has no such field");
    }
  }
}
