package org.assay.server.jobs;

/// What a step of the line answers: go on, or stop here and tell people why.
public sealed interface Outcome {
  record Passed() implements Outcome {}

  /// @param sentence what is missing or wrong, and what to do
  record Blocked(String sentence) implements Outcome {}

  static Outcome passed() {
    return new Passed();
  }

  static Outcome blocked(String sentence) {
    return new Blocked(sentence);
  }
}
