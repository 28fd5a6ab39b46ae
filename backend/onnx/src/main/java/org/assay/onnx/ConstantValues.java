package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers in small constants: shapes, repeats, trip counts.
final class ConstantValues {
  private static final int MOST = 64;

  private ConstantValues() {}

  /// The tensor that an attribute of a Constant operator stands for.
  static Optional<TensorProto> of(AttributeProto attribute) {
    return switch (attribute.getName()) {
      case "value" -> attribute.hasT() ? Optional.of(attribute.getT()) : Optional.empty();
      case "value_int" ->
          Optional.of(tensor(TensorType.INT64).addInt64Data(attribute.getI()).build());
      case "value_float" ->
          Optional.of(tensor(TensorType.FLOAT32).addFloatData(attribute.getF()).build());
      case "value_ints" ->
          Optional.of(
              tensor(TensorType.INT64)
                  .addDims(attribute.getIntsCount())
                  .addAllInt64Data(attribute.getIntsList())
                  .build());
      case "value_floats" ->
          Optional.of(
              tensor(TensorType.FLOAT32)
                  .addDims(attribute.getFloatsCount())
                  .addAllFloatData(attribute.getFloatsList())
                  .build());
      default -> Optional.empty();
    };
  }

  /// Whole numbers of a tensor of int64 or int32 with at most 64 elements held in the file.
  static Optional<List<Long>> integers(TensorProto tensor) {
    boolean whole =
        tensor.getDataType() == TensorType.INT64.number()
            || tensor.getDataType() == TensorType.INT32.number();
    return whole
        ? numbersOf(tensor).map(numbers -> numbers.stream().map(Number::longValue).toList())
        : Optional.empty();
  }

  /// Numbers of a tensor of int64, int32, float32 or float64 with at most 64 elements.
  static Optional<List<Double>> numbers(TensorProto tensor) {
    return numbersOf(tensor).map(numbers -> numbers.stream().map(Number::doubleValue).toList());
  }

  /// Whether a constant is the boolean true.
  static boolean isTrue(TensorProto tensor) {
    if (tensor.getDataType() != TensorType.BOOL.number()) {
      return false;
    }
    return tensor.hasRawData()
        ? !tensor.getRawData().isEmpty() && tensor.getRawData().byteAt(0) != 0
        : tensor.getInt32DataCount() > 0 && tensor.getInt32Data(0) != 0;
  }

  private static TensorProto.Builder tensor(TensorType type) {
    return TensorProto.newBuilder().setDataType(type.number());
  }

  private static Optional<List<Number>> numbersOf(TensorProto tensor) {
    long elements = Sizes.product(tensor.getDimsList());
    if (elements < 0 || elements > MOST || tensor.getExternalDataCount() > 0) {
      return Optional.empty();
    }
    List<Number> numbers = new ArrayList<>();
    if (tensor.hasRawData()) {
      ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < elements; i++) {
        Optional<Number> number = next(raw, tensor.getDataType());
        if (number.isEmpty()) {
          return Optional.empty();
        }
        numbers.add(number.get());
      }
    } else {
      numbers.addAll(tensor.getInt64DataList());
      numbers.addAll(tensor.getInt32DataList());
      numbers.addAll(tensor.getFloatDataList());
      numbers.addAll(tensor.getDoubleDataList());
    }
    return numbers.size() == elements ? Optional.of(numbers) : Optional.empty();
  }

  private static Optional<Number> next(ByteBuffer raw, int type) {
    if (!TensorType.isKnown(type) || raw.remaining() < TensorType.of(type).bits() / Byte.SIZE) {
      return Optional.empty();
    }
    TensorType known = TensorType.of(type);
    if (known == TensorType.INT64) {
      return Optional.of(raw.getLong());
    } else if (known == TensorType.INT32) {
      return Optional.of(raw.getInt());
    } else if (known == TensorType.FLOAT32) {
      return Optional.of(raw.getFloat());
    }
    return known == TensorType.FLOAT64 ? Optional.of(raw.getDouble()) : Optional.empty();
  }
}
