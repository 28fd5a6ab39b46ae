package org.assay.api.assessments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a version is to be examined. A new version inherits the plan of the one before it.
///
/// @param datasetId the dataset; the caller owns it or holds a grant for the purpose `assessment`
/// @param label the column with the true outcome
/// @param favourable the label's value that is the favourable outcome
/// @param protectedAttributes the columns whose groups are compared
/// @param references for an attribute, the value that the others are compared to; may be left out
/// @param mapping from the dataset's columns to the model's inputs
/// @param minimumGroupSize groups with fewer rows are suppressed, 2 to 10,000; 30 when absent
public record AssessmentPlan(
    @NotNull UUID datasetId,
    @NotBlank String label,
    @NotBlank String favourable,
    @NotEmpty List<@NotBlank String> protectedAttributes,
    @Nullable Map<String, String> references,
    @NotNull @Valid ColumnMapping mapping,
    @Nullable @Min(2) @Max(10_000) Integer minimumGroupSize) {
  public AssessmentPlan {
    protectedAttributes =
        protectedAttributes == null ? List.of() : List.copyOf(protectedAttributes);
  }
}
