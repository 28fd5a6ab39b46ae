package org.assay.devstack;

/// Told what happens while the stack starts.
@FunctionalInterface
interface Progress {

  /// Tells nobody.
  Progress SILENT = line -> {};

  /// One line, in words for people.
  void say(String line);

  /// A process was started and is not ready yet: from now on somebody has to end it.
  default void started(Child child) {}
}
