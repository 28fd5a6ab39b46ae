package org.assay.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Files on our classpath that must be there.
final class Resources {

  private Resources() {}

  /// Opens a file; `/bootstrap/roles.sql` from the root, `realm-assay.json` beside this class.
  static InputStream open(String name) {
    @Nullable InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new StackException(name + " is missing from the classpath: build again");
    }
    return in;
  }

  static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
