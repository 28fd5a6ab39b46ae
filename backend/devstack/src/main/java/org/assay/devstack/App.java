package org.assay.devstack;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One of Assay's own programs in the stack.
///
/// @param program how to start it
/// @param port where it answers, on 127.0.0.1
/// @param after the name of another app that must be ready first; null for none
record App(Program program, int port, @Nullable String after) {

  String name() {
    return program.name();
  }

  Optional<String> predecessor() {
    return Optional.ofNullable(after);
  }

  URI readiness() {
    return Settings.local(port).resolve("/q/health/ready");
  }
}
