package org.assay.onnx.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo.OnnxTensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.onnx.runtime.RunFailedException.Reason;

/// Between our tensors and the runtime's.
final class Tensors {
  private Tensors() {}

  /// A tensor of the runtime; the caller closes it. A direct buffer is shared, not copied.
  static OnnxTensor toRuntime(Tensor tensor) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return switch (tensor) {
      case Tensor.Numbers numbers ->
          OnnxTensor.createTensor(
              environment,
              numbers.data().duplicate().order(ByteOrder.nativeOrder()).rewind(),
              numbers.shape(),
              javaType(numbers.type()));
      case Tensor.Texts texts ->
          OnnxTensor.createTensor(environment, texts.data().toArray(String[]::new), texts.shape());
    };
  }

  /// A copy that does not depend on the runtime any more.
  static Tensor fromRuntime(OnnxTensor tensor) throws OrtException, RunFailedException {
    long[] shape = tensor.getInfo().getShape();
    ElementType type =
        type(tensor.getInfo().onnxType)
            .orElseThrow(
                () ->
                    new RunFailedException(
                        Reason.FAILED, "the model gave a tensor of " + tensor.getInfo().onnxType));
    if (type == ElementType.BYTES) {
      List<String> texts = new ArrayList<>();
      collect(tensor.getValue(), texts);
      return new Tensor.Texts(shape, texts);
    }
    ByteBuffer data = Tensor.elements(shape) == 0 ? ByteBuffer.allocate(0) : tensor.getByteBuffer();
    return new Tensor.Numbers(type, shape, data.rewind());
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Object[] row) {
      for (Object element : row) {
        collect(element, texts);
      }
    } else {
      texts.add((String) value);
    }
  }

  /// Ours for the runtime's type; empty where there is none.
  static Optional<ElementType> type(OnnxTensorType type) {
    return switch (type) {
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> Optional.of(ElementType.BOOL);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> Optional.of(ElementType.UINT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> Optional.of(ElementType.INT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> Optional.of(ElementType.INT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> Optional.of(ElementType.INT32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> Optional.of(ElementType.INT64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> Optional.of(ElementType.FP16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 -> Optional.of(ElementType.BF16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> Optional.of(ElementType.FP32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> Optional.of(ElementType.FP64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING -> Optional.of(ElementType.BYTES);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX64,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX128,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FN,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FNUZ,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2,
          ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2FNUZ ->
          Optional.empty();
    };
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case BOOL -> OnnxJavaType.BOOL;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT8 -> OnnxJavaType.INT8;
      case INT16 -> OnnxJavaType.INT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case FP16 -> OnnxJavaType.FLOAT16;
      case BF16 -> OnnxJavaType.BFLOAT16;
      case FP32 -> OnnxJavaType.FLOAT;
      case FP64 -> OnnxJavaType.DOUBLE;
      case BYTES -> OnnxJavaType.STRING;
    };
  }
}
