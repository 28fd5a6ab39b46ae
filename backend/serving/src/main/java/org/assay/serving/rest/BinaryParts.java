package org.assay.serving.rest;

import java.nio.ByteBuffer;
import org.assay.serving.Refusal;

/// The raw data behind the JSON of a request, taken input by input in their order.
final class BinaryParts {
  private final ByteBuffer rest;

  BinaryParts(ByteBuffer data) {
    this.rest = data;
  }

  /// The next `size` bytes.
  ByteBuffer take(String input, long size) {
    if (size > rest.remaining()) {
      throw Refusal.malformed(
          "input \""
              + input
              + "\" has binary_data_size "
              + size
              + ", only "
              + rest.remaining()
              + " bytes are left (is Inference-Header-Content-Length right?)");
    }
    ByteBuffer part = rest.slice(rest.position(), (int) size);
    rest.position(rest.position() + (int) size);
    return part;
  }

  void requireAllTaken() {
    if (rest.hasRemaining()) {
      throw Refusal.malformed(rest.remaining() + " bytes follow that belong to no input");
    }
  }
}
