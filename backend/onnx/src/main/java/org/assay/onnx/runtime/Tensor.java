package org.assay.onnx.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Elements with a shape, in row-major order. A rank of 0 is one element.
public sealed interface Tensor {
  ElementType type();

  /// Every dimension, 0 or more; do not change it.
  long[] shape();

  /// Elements of fixed width.
  ///
  /// @param data the elements in the machine's byte order, from position 0 to the limit; BOOL
  ///     as one
  ///     byte, 0 or 1. A direct buffer is handed to the runtime without a copy
  record Numbers(ElementType type, long[] shape, ByteBuffer data) implements Tensor {
    public Numbers {
      if (type == ElementType.BYTES) {
        throw new IllegalArgumentException("elements of type BYTES are texts");
      }
      long expected = Math.multiplyExact(elements(shape), type.width());
      if (data.limit() != expected) {
        throw new IllegalArgumentException(
            "a tensor of this shape has " + expected + " bytes, not " + data.limit());
      }
      data.order(ByteOrder.nativeOrder());
    }
  }

  /// Texts.
  record Texts(long[] shape, List<String> data) implements Tensor {
    public Texts {
      data = List.copyOf(data);
      if (data.size() != elements(shape)) {
        throw new IllegalArgumentException(
            "a tensor of this shape has " + elements(shape) + " texts, not " + data.size());
      }
    }

    @Override
    public ElementType type() {
      return ElementType.BYTES;
    }
  }

  /// How many elements a shape holds.
  ///
  /// @throws ArithmeticException if they are more than a `long` counts
  static long elements(long[] shape) {
    long elements = 1;
    for (long dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("a dimension is not negative: " + dimension);
      }
      elements = Math.multiplyExact(elements, dimension);
    }
    return elements;
  }
}
