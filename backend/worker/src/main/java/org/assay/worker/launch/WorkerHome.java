package org.assay.worker.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the worker program is.
///
/// @param java the `java` of a JDK 25
/// @param libraries folder with the worker's jar and those it needs
public record WorkerHome(Path java, Path libraries) {
  /// @throws IllegalArgumentException when one of the two is not there
  public WorkerHome {
    java = java.toAbsolutePath();
    libraries = libraries.toAbsolutePath();
    if (!Files.isExecutable(java)) {
      throw new IllegalArgumentException("there is no java to start a worker with at " + java);
    }
    if (!Files.isDirectory(libraries)) {
      throw new IllegalArgumentException(
          "there are no worker libraries at "
              + libraries
              + ": build backend/worker, or set its home");
    }
  }

  /// A folder with the jars in `lib`, and the java of this process.
  public static WorkerHome of(Path folder) {
    return new WorkerHome(
        Path.of(System.getProperty("java.home"), "bin", "java"), folder.resolve("lib"));
  }
}
