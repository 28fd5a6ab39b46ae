package org.assay.worker.protocol;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Writes bytes of any length as frames of one type; closing writes the empty frame that ends them.
final class ChunkOutputStream extends OutputStream {
  private final DataOutputStream out;
  private final Frame.Type type;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;

  ChunkOutputStream(DataOutputStream out, Frame.Type type) {
    this.out = out;
    this.type = type;
  }

  @Override
  public void write(int value) throws IOException {
    if (filled == buffer.length) {
      emit();
    }
    buffer[filled++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == buffer.length) {
        emit();
      }
      int part = Math.min(length - done, buffer.length - filled);
      System.arraycopy(bytes, offset + done, buffer, filled, part);
      filled += part;
      done += part;
    }
  }

  @Override
  public void close() throws IOException {
    emit();
    new Frame(type, new byte[0]).writeTo(out);
    out.flush();
  }

  private void emit() throws IOException {
    if (filled > 0) {
      new Frame(type, Arrays.copyOf(buffer, filled)).writeTo(out);
      filled = 0;
    }
  }
}
