package org.assay.onnx.runtime;

/// What a tensor's elements are, by the names of the Open Inference Protocol.
///
/// ONNX Runtime's Java binding makes no tensors of UINT16, UINT32, UINT64: a model that takes one
/// cannot be opened by [TensorSession].
public enum ElementType {
  BOOL(1),
  UINT8(1),
  INT8(1),
  INT16(2),
  INT32(4),
  INT64(8),
  FP16(2),
  BF16(2),
  FP32(4),
  FP64(8),
  /// UTF-8 text; no fixed width.
  BYTES(0);

  private final int width;

  ElementType(int width) {
    this.width = width;
  }

  /// Bytes of one element; 0 for [#BYTES].
  public int width() {
    return width;
  }
}
