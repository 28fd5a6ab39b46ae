package org.assay.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The model card: what a reader must know before trusting the model. Free text; edited until the
/// version is submitted.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Card(
    @Nullable @Size(max = 8000) String description,
    @Nullable @Size(max = 8000) String intendedUse,
    @Nullable @Size(max = 8000) String outOfScopeUse,
    @Nullable @Size(max = 8000) String limitations,
    @Nullable @Size(max = 8000) String trainingData,
    @Nullable @Size(max = 8000) String evaluation,
    @Nullable @Size(max = 200) String contact) {
  /// A card on which nothing is written yet.
  public static final Card EMPTY = new Card(null, null, null, null, null, null, null);
}
