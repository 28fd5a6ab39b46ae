package org.assay.onnx;

/// The element types of tensors, by their number in the ONNX format.
enum TensorType {
  FLOAT32(1, 32, Storage.FLOATS, true),
  UINT8(2, 8, Storage.INTS, false),
  INT8(3, 8, Storage.INTS, false),
  UINT16(4, 16, Storage.INTS, false),
  INT16(5, 16, Storage.INTS, false),
  INT32(6, 32, Storage.INTS, false),
  INT64(7, 64, Storage.LONGS, false),
  STRING(8, 64, Storage.STRINGS, false),
  BOOL(9, 8, Storage.INTS, false),
  FLOAT16(10, 16, Storage.INTS, true),
  FLOAT64(11, 64, Storage.DOUBLES, true),
  UINT32(12, 32, Storage.UNSIGNED, false),
  UINT64(13, 64, Storage.UNSIGNED, false),
  COMPLEX64(14, 64, Storage.FLOATS, true),
  COMPLEX128(15, 128, Storage.DOUBLES, true),
  BFLOAT16(16, 16, Storage.INTS, true),
  FLOAT8E4M3FN(17, 8, Storage.INTS, true),
  FLOAT8E4M3FNUZ(18, 8, Storage.INTS, true),
  FLOAT8E5M2(19, 8, Storage.INTS, true),
  FLOAT8E5M2FNUZ(20, 8, Storage.INTS, true),
  UINT4(21, 4, Storage.INTS, false),
  INT4(22, 4, Storage.INTS, false),
  FLOAT4E2M1(23, 4, Storage.INTS, true);

  /// Which list of a tensor holds its elements where they are not raw bytes.
  enum Storage {
    FLOATS,
    INTS,
    LONGS,
    STRINGS,
    DOUBLES,
    UNSIGNED
  }

  private final int number;
  private final int bits;
  private final Storage storage;
  private final boolean floating;

  TensorType(int number, int bits, Storage storage, boolean floating) {
    this.number = number;
    this.bits = bits;
    this.storage = storage;
    this.floating = floating;
  }

  /// @throws java.util.NoSuchElementException for an unknown number; see [#isKnown]
  static TensorType of(int number) {
    for (TensorType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    throw new java.util.NoSuchElementException("no tensor type has the number " + number);
  }

  static boolean isKnown(int number) {
    return number >= 1 && number <= values().length;
  }

  static boolean isFloating(int number) {
    return isKnown(number) && of(number).floating;
  }

  /// The type's name in reports; `unknown` for an unknown number.
  static String word(int number) {
    return isKnown(number) ? of(number).name().toLowerCase(java.util.Locale.ROOT) : "unknown";
  }

  int number() {
    return number;
  }

  /// Bits of one element; for strings, of the reference to it.
  int bits() {
    return bits;
  }

  Storage storage() {
    return storage;
  }

  /// Elements in the list for this many elements of the tensor.
  long stored(long elements) {
    return switch (this) {
      case COMPLEX64, COMPLEX128 -> Sizes.times(elements, 2);
      case UINT4, INT4, FLOAT4E2M1 -> elements / 2 + elements % 2;
      default -> elements;
    };
  }
}
