package org.assay.serving.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;

/// Tensors as the protocol's raw bytes: row-major, little-endian, no gaps; a text as its length in
/// four bytes and its UTF-8.
public final class RawTensors {
  private RawTensors() {}

  /// @param shape as [ModelInputs#declare] let it pass
  /// @throws Refusal `MALFORMED` if the bytes do not fit the shape
  public static Tensor read(String name, ElementType type, long[] shape, ByteBuffer raw) {
    int elements = ModelInputs.elements(name, type, shape);
    if (type == ElementType.BYTES) {
      return new Tensor.Texts(shape, texts(name, elements, raw));
    }
    int expected = elements * type.width();
    if (raw.remaining() != expected) {
      throw Refusal.malformed(
          "input \""
              + name
              + "\": shape "
              + Arrays.toString(shape)
              + " of "
              + type
              + " has "
              + expected
              + " bytes, given are "
              + raw.remaining());
    }
    ByteBuffer data = ByteBuffer.allocateDirect(expected).put(raw.duplicate()).flip();
    if (type == ElementType.BOOL) {
      requireBooleans(name, data);
    }
    if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
      swap(data, type.width());
    }
    return new Tensor.Numbers(type, shape, data);
  }

  private static void requireBooleans(String name, ByteBuffer data) {
    for (int i = 0; i < data.limit(); i++) {
      if ((data.get(i) & 0xFE) != 0) {
        throw Refusal.malformed(
            "input \"" + name + "\": a BOOL is a byte 0 or 1, element " + i + " is " + data.get(i));
      }
    }
  }

  private static List<String> texts(String name, int elements, ByteBuffer raw) {
    ByteBuffer bytes = raw.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<String> texts = new ArrayList<>();
    while (bytes.remaining() >= Integer.BYTES && texts.size() < elements) {
      int length = bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        throw Refusal.malformed(
            "input \"" + name + "\": element " + texts.size() + " is longer than the data");
      }
      texts.add(text(name, bytes.slice(bytes.position(), length)));
      bytes.position(bytes.position() + length);
    }
    if (texts.size() != elements || bytes.hasRemaining()) {
      throw Refusal.malformed(
          "input \""
              + name
              + "\": the shape has "
              + elements
              + " elements, the data holds "
              + (bytes.hasRemaining() ? "more" : Integer.toString(texts.size())));
    }
    return texts;
  }

  /// @throws Refusal `MALFORMED` if the bytes are not UTF-8
  public static String text(String name, ByteBuffer utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.malformed("input \"" + name + "\": a BYTES element is not UTF-8 text");
    }
  }

  /// The raw bytes of a tensor, from position 0 to the limit.
  public static ByteBuffer write(Tensor tensor) {
    return switch (tensor) {
      case Tensor.Numbers numbers -> write(numbers);
      case Tensor.Texts texts -> write(texts);
    };
  }

  private static ByteBuffer write(Tensor.Numbers numbers) {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return numbers.data().asReadOnlyBuffer().rewind();
    }
    ByteBuffer copy = ByteBuffer.allocate(numbers.data().limit());
    copy.put(numbers.data().duplicate().rewind()).flip();
    swap(copy, numbers.type().width());
    return copy;
  }

  private static ByteBuffer write(Tensor.Texts texts) {
    List<byte[]> encoded =
        texts.data().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int size = encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
    ByteBuffer raw = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    encoded.forEach(bytes -> raw.putInt(bytes.length).put(bytes));
    return raw.flip();
  }

  private static void swap(ByteBuffer data, int width) {
    for (int start = 0; start < data.limit(); start += width) {
      for (int low = start, high = start + width - 1; low < high; low++, high--) {
        byte kept = data.get(low);
        data.put(low, data.get(high)).put(high, kept);
      }
    }
  }
}
