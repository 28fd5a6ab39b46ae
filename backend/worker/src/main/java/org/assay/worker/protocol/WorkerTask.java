package org.assay.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.assay.onnx.mapping.ColumnMapping;

/// The one job of a worker process.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerTask.Probe.class, name = "probe"),
  @JsonSubTypes.Type(value = WorkerTask.Audit.class, name = "audit"),
  @JsonSubTypes.Type(value = WorkerTask.Explain.class, name = "explain")
})
public sealed interface WorkerTask {
  RunLimits limits();

  /// Whether the task works on rows, so that a table comes with it.
  default boolean needsTable() {
    return !(this instanceof Probe);
  }

  /// Load the model and run it on made inputs. The result is
  /// `{"probe":{loaded, loadMillis, runs, deterministic},"findings":[…]}`.
  record Probe(RunLimits limits) implements WorkerTask {}

  /// Score the rows and compare groups: `assay-audit/1`.
  ///
  /// @param label column with the true outcome
  /// @param favourable its value that is the favourable outcome
  /// @param attributes columns whose groups are compared
  /// @param references attribute to its reference value; may be empty
  /// @param minimumGroupSize smallest group reported
  /// @param level confidence level of the intervals, between 0 and 1
  record Audit(
      ColumnMapping mapping,
      String label,
      String favourable,
      List<String> attributes,
      Map<String, String> references,
      int minimumGroupSize,
      double level,
      RunLimits limits)
      implements WorkerTask {
    public Audit {
      attributes = List.copyOf(attributes);
      references = Map.copyOf(references);
    }
  }

  /// Permutation importance over the rows and exact Shapley values of a sample: `assay-explain/1`.
  ///
  /// @param rows how many rows are explained one by one, drawn with the seed
  /// @param background how many rows they are compared with, drawn with the seed
  /// @param repeats permutations per feature, at least 2
  record Explain(
      ColumnMapping mapping,
      String label,
      String favourable,
      int rows,
      int background,
      int repeats,
      long seed,
      RunLimits limits)
      implements WorkerTask {
    /// @throws IllegalArgumentException for no rows, no background or fewer than 2 repeats
    public Explain {
      if (rows < 1 || background < 1 || repeats < 2) {
        throw new IllegalArgumentException(
            "an explanation takes at least 1 row, 1 background row and 2 repeats, not %d, %d and %d"
                .formatted(rows, background, repeats));
      }
    }
  }
}
