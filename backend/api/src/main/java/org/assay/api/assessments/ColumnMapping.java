package org.assay.api.assessments;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How columns of a dataset become inputs of a model, and which output is read.
///
/// @param inputs one input of shape `[N, k]` fed by k columns, or several inputs of one column each
/// @param encodings for a column, how its values become numbers; a column without one is a number
/// @param output the model output that holds the prediction
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnMapping(
    @NotEmpty List<@Valid Input> inputs,
    @Nullable Map<String, @Valid Encoding> encodings,
    @NotNull @Valid Output output) {
  public ColumnMapping {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
  }

  /// @param input the model input's name
  /// @param columns the columns that feed it, in order
  public record Input(@NotBlank String input, @NotEmpty List<@NotBlank String> columns) {
    public Input {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /// @param kind `number`, `categories` (by `codes`) or `text` (the value itself, a string tensor)
  /// @param codes for `categories`, the number of each value
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Encoding(@NotBlank String kind, @Nullable Map<String, Double> codes) {}

  /// @param name the output's name
  /// @param index which column of a `[N, k]` score output is the favourable one; 0 when absent
  /// @param kind `score` (favourable when score >= threshold) or `label`
  /// @param threshold for `score`, 0.5 when absent
  /// @param favourable for `label`, the output value that is favourable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Output(
      @NotBlank String name,
      @Nullable Integer index,
      @NotBlank String kind,
      @Nullable Double threshold,
      @Nullable String favourable) {}
}
