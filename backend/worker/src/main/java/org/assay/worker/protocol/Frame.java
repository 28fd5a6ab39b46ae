package org.assay.worker.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/// The unit on a pipe: a type byte, the payload's length in four bytes, the payload.
@SuppressWarnings("ArrayRecordComponent")
record Frame(Type type, byte[] payload) {
  /// Larger things go in several frames, ended by an empty one.
  static final int MAXIMUM_PAYLOAD = 1 << 20;

  enum Type {
    /// JSON: the task and the names and sizes of its files.
    TASK,
    /// A part of a file or of the table; empty at its end.
    CHUNK,
    /// JSON: fraction and message.
    PROGRESS,
    /// A part of the result's JSON; empty at its end.
    RESULT,
    /// JSON: id, message and remedy.
    REFUSAL
  }

  /// @throws IllegalArgumentException for a payload over the maximum
  Frame {
    if (payload.length > MAXIMUM_PAYLOAD) {
      throw new IllegalArgumentException(
          "a frame holds at most %d bytes, not %d".formatted(MAXIMUM_PAYLOAD, payload.length));
    }
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(type.ordinal());
    out.writeInt(payload.length);
    out.write(payload);
  }

  /// Empty at the end of the stream.
  ///
  /// @throws ProtocolException for an unknown type or a length over the maximum
  /// @throws EOFException when the stream ends within a frame
  static Optional<Frame> readFrom(DataInputStream in) throws IOException {
    int type = in.read();
    if (type < 0) {
      return Optional.empty();
    }
    if (type >= Type.values().length) {
      throw new ProtocolException("no frame is of type " + type);
    }
    int length = in.readInt();
    if (length < 0 || length > MAXIMUM_PAYLOAD) {
      throw new ProtocolException(
          "a frame holds at most %d bytes, not %d".formatted(MAXIMUM_PAYLOAD, length));
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return Optional.of(new Frame(Type.values()[type], payload));
  }
}
