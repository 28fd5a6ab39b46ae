package org.assay.worker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the last of what a worker writes to its standard error, and drains the rest.
final class ErrorTail implements Runnable {
  private static final int KEPT = 8_192;

  private final InputStream in;
  private final byte[] ring = new byte[KEPT];
  private long written;

  ErrorTail(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[KEPT];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException closed) {
      keep(new byte[0], 0);
    }
  }

  /// Printable text, at most 8 KiB.
  synchronized String text() {
    int length = (int) Math.min(written, KEPT);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((written - length + i) % KEPT)];
    }
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
  }

  private synchronized void keep(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (written++ % KEPT)] = buffer[i];
    }
  }
}
