package org.assay.serving.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.jspecify.annotations.Nullable;

/// The bytes of a request: JSON, and behind it the raw data of binary tensors.
///
/// @param jsonLength bytes of the JSON part
record Body(byte[] bytes, int jsonLength) {

  /// Reads a body.
  ///
  /// @param headerLength the value of `Inference-Header-Content-Length`
  /// @param limit bytes at most
  static Body read(InputStream content, @Nullable String headerLength, long limit)
      throws IOException {
    int most = (int) Math.min(limit, Integer.MAX_VALUE - 16);
    byte[] bytes = content.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(limit);
    }
    return new Body(bytes, headerLength == null ? bytes.length : length(headerLength, bytes));
  }

  static Refusal tooLarge(long limit) {
    return new Refusal(Kind.TOO_LARGE, "a request has at most " + limit + " bytes");
  }

  private static int length(String header, byte[] bytes) {
    try {
      int length = Integer.parseInt(header.strip());
      if (length >= 0 && length <= bytes.length) {
        return length;
      }
    } catch (NumberFormatException e) {
      // No number at all: the sentence below holds.
    }
    throw Refusal.malformed(
        "Inference-Header-Content-Length is "
            + header
            + ", the body has "
            + bytes.length
            + " bytes");
  }

  /// The raw data behind the JSON.
  ByteBuffer binary() {
    return ByteBuffer.wrap(bytes, jsonLength, bytes.length - jsonLength).slice();
  }
}
