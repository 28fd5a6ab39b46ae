package org.assay.worker.protocol;

import java.util.List;
import org.assay.onnx.ModelFile;
import org.jspecify.annotations.Nullable;

/// A task with what it works on.
///
/// @param files the model's files under their own names, one of them ending in `.onnx`; streamed,
///     not held
/// @param table null for a probe, given otherwise
public record WorkerRequest(WorkerTask task, List<ModelFile> files, @Nullable Table table) {
  /// @throws IllegalArgumentException when there is not one `.onnx` file, or a table is missing or
  ///     one too many
  public WorkerRequest {
    files = List.copyOf(files);
    long models = files.stream().filter(file -> file.name().endsWith(".onnx")).count();
    if (models != 1) {
      throw new IllegalArgumentException(
          "a model has one file ending in .onnx, not %d".formatted(models));
    }
    if (task.needsTable() != (table != null)) {
      throw new IllegalArgumentException(
          task.needsTable() ? "this task needs a table" : "a probe takes no table");
    }
  }
}
