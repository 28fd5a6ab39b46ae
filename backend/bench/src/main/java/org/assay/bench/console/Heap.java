package org.assay.bench.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What another JVM still holds after a full collection.
final class Heap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private Heap() {}

  /// Bytes of live objects; the other JVM stands still for the collection.
  static long live(long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      return total(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + jcmd, e);
    }
  }

  static long total(String histogram) {
    Matcher found = TOTAL.matcher(histogram);
    if (!found.find()) {
      throw new IllegalStateException("jcmd gave no total: " + histogram);
    }
    return Long.parseLong(found.group(1));
  }
}
