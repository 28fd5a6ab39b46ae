package org.assay.worker.protocol;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads the bytes of frames of one type up to the empty one that ends them.
final class ChunkInputStream extends InputStream {
  private final DataInputStream in;
  private final Frame.Type type;
  private byte[] chunk;
  private int position;
  private boolean ended;

  ChunkInputStream(DataInputStream in, Frame.Type type) {
    this(in, type, new byte[0]);
  }

  /// @param first the payload of a frame already read
  ChunkInputStream(DataInputStream in, Frame.Type type, byte[] first) {
    this.in = in;
    this.type = type;
    this.chunk = first;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int part = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, bytes, offset, part);
    position += part;
    return part;
  }

  private boolean fill() throws IOException {
    if (position < chunk.length) {
      return true;
    }
    if (ended) {
      return false;
    }
    Frame frame =
        Frame.readFrom(in)
            .orElseThrow(() -> new EOFException("the stream ended within a file or result"));
    if (frame.type() != type) {
      throw new ProtocolException("expected a frame of type " + type + ", got " + frame.type());
    }
    chunk = frame.payload();
    position = 0;
    ended = chunk.length == 0;
    return !ended;
  }
}
