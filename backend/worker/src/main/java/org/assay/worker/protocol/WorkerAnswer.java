package org.assay.worker.protocol;

import java.nio.charset.StandardCharsets;

/// What a worker says.
public sealed interface WorkerAnswer {
  /// @param fraction 0 to 1
  record Progress(double fraction, String message) implements WorkerAnswer {}

  /// The last word of a task that was done.
  ///
  /// @param json UTF-8; not copied
  @SuppressWarnings("ArrayRecordComponent")
  record Result(byte[] json) implements WorkerAnswer {
    public String text() {
      return new String(json, StandardCharsets.UTF_8);
    }
  }

  /// The last word of a task that cannot be done as it was given.
  ///
  /// @param id stable, in kebab case
  /// @param message names the thing, the rule and what is there instead
  record Refusal(String id, String message, String remedy) implements WorkerAnswer {}
}
